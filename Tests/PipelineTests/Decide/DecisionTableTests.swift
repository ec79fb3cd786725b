import Formats
import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct DecisionTableTests {
  /// Alma is there twice with a doubt, Bruno once.
  private func office() throws -> Office {
    let office = try Office()
    try office.write(
      erp: """
        1;Alma;Ellerbrock;;;;10115;Berlin;Torweg 1
        2;A.;Ellerbrock;;;;10115;Berlin;Torweg 2
        3;Bruno;Quast;b@post.example;;01.01.1970;24103;Kiel;Holm 7
        4;Bruno;Quast;b@post.example;;01.01.1970;24103;Kiel;Holm 7

        """)
    try office.scenario.run()
    return office
  }

  private func decide(_ office: Office, _ table: String) throws -> DecisionOutcome {
    let path = try office.scenario.work.write("filled.csv", table)
    return try office.decide.decide(from: path)
  }

  /// What stopped it, in English; nil when nothing did.
  private func refusal(_ office: Office, _ table: String) throws -> String? {
    let run = try office.lastRun
    do {
      _ = try decide(office, table)
      return nil
    } catch let error as PipelineError {
      #expect(try office.lastRun == run)
      #expect(try Decisions(store: office.store).list().decisions.isEmpty)
      return error.text(.english)
    }
  }

  @Test func reviewTableHoldsAQuestionARowAndIsReadBack() throws {
    let office = try office()
    var questions = try office.scenario.rows("review.csv")
    let text = try office.scenario.work.text("out/review.csv")
    #expect(text.hasPrefix("decision,question,bits,record_a,contact_a,record_b,contact_b,kind_a,"))
    guard let first = questions.first else { return }
    #expect(Set([first["record_a"], first["record_b"]]) == ["erp:1", "erp:2"])
    // As a spreadsheet writes it back: the decision is in the first column.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let filled = [String(lines[0]), "gleich" + lines[1], ""].joined(separator: "\n")
    let outcome = try decide(office, filled)
    #expect(outcome.made.map(\.kind) == [.same])
    try office.scenario.run()
    questions = try office.scenario.rows("review.csv")
    #expect(questions.isEmpty)
  }

  @Test func aWorkbookIsReadAsTheTableIs() throws {
    let office = try office()
    let path = office.scenario.work.path("filled.xlsx")
    let book = try WorkbookWriter(path: path, sheet: "review", choices: DecisionKind.words)
    try book.writeHeader(["decision", "record_a", "record_b", "state"])
    try book.write(["same", "erp:1", "erp:2"])
    try book.write(["", "erp:1", "erp:3"])
    try book.close()
    let outcome = try office.decide.decide(from: path)
    #expect(outcome.made.map(\.kind) == [.same])
  }

  @Test func aRunWritesItsQuestionsAsAWorkbookWhenAsked() throws {
    let scenario = try Scenario(
      """
      write: [clusters.xlsx]
      sources: [{ name: a, file: a.csv, map: { v: given, n: family, p: postal_code, s: street } }]
      """,
      ["a.csv": "v;n;p;s\nAlma;Ellerbrock;10115;Torweg 1\nA.;Ellerbrock;10115;Torweg 2\n"])
    try scenario.run()
    var source = try RecordSource.open(
      .file(scenario.work.path("out/clusters.xlsx")),
      settings: SourceSettings(csv: CSVOptions(header: true)))
    #expect(source.table?.columns == ReviewTable.header)
    var count = 0
    try source.reader.read { if case .record = $0 { count += 1 } }
    #expect(try count == scenario.rows("review.csv").count)
  }

  @Test func everyKindOfWordIsRead() throws {
    let office = try office()
    let outcome = try decide(
      office,
      """
      decision;record_a;record_b
      ja;erp:1;erp:2
      Haushalt;erp:1;erp:3
      ;erp:2;erp:3

      """)
    #expect(outcome.made.map(\.kind) == [.same, .household])
  }

  @Test func clustersTableJoinsAndPartsRowsOfACluster() throws {
    let office = try office()
    let text = try office.scenario.work.text("out/clusters.csv")
    let lines = text.split(separator: "\n").map(String.init)
    let filled =
      [lines[0] + ",decision"]
      + lines.dropFirst().map {
        $0.contains(",4,") && $0.contains("erp") ? $0 + ",different" : $0 + ","
      }
    let outcome = try decide(office, filled.joined(separator: "\n") + "\n")
    #expect(outcome.made.map(\.kind) == [.different])
    #expect(try office.contact(of: "erp:3") != office.contact(of: "erp:4"))
  }

  @Test func unknownRecordsWordsAndStaleRowsAreAllTold() throws {
    let office = try office()
    let refusal = try #require(
      try refusal(
        office,
        """
        decision,record_a,record_b,state
        same,erp:1,erp:99,
        perhaps so,erp:1,erp:2,
        same,erp:1,erp:2,abc-def
        different,erp:3,erp:3,
        same,erp:3,erp:4,
        different,erp:4,erp:3,

        """))
    for line in [2, 3, 4, 5, 7] { #expect(refusal.contains("filled.csv:\(line): ")) }
    #expect(!refusal.contains("filled.csv:6:"))
    #expect(refusal.contains("no record has this name") && refusal.contains("no such decision"))
    #expect(refusal.contains("has changed since the table was written"))
    #expect(refusal.hasSuffix("nothing was changed"))
    #expect(!refusal.contains("perhaps"))
  }

  @Test func chainsThatContradictAreRefused() throws {
    let office = try office()
    let refusal = try refusal(
      office,
      "decision,record_a,record_b\nsame,erp:1,erp:2\nsame,erp:2,erp:3\ndifferent,erp:1,erp:3\n")
    #expect(refusal?.contains("contradict themselves in 1 places") == true)
  }

  @Test(arguments: [
    "record_a,record_b\nerp:1,erp:2\n", "decision,nr\nsame,1\n",
    "decision,record_a,record_b\n,erp:1,erp:2\n",
  ])
  func tableWithoutDecisionsIsRefused(table: String) throws {
    let office = try office()
    #expect(try refusal(office, table) != nil)
  }
}
