import Linkage
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct ExplainTests {
  private static let pipeline = """
    sources:
      - name: erp
        file: erp.csv
        map: { nr: key, vorname: given, nachname: family, email: email, geboren: birth_date, ort: place }
    match: { at: balanced }
    """
  private static let rows = """
    nr;vorname;nachname;email;geboren;ort
    1;Hannelore;Meyer;h.meyer@post.example;03.04.1961;Dresden
    2;Hannelore;Meier;h.meyer@post.example;03.04.1961;Dresden
    3;Konrad;Siebenlist;;01.01.1950;Kiel

    """

  private func explained(_ left: String, _ right: String) throws -> Explanation {
    let scenario = try Scenario(Self.pipeline, ["erp.csv": Self.rows])
    try scenario.run()
    return try Explain(store: scenario.work.path("out/kontor.sqlite"))
      .explanation(of: left, and: right)
  }

  @Test func oneContactIsExplainedInWordsAndBits() throws {
    let text = try explained("erp:1", "erp:2").text(.english)
    #expect(text.contains("A  erp:1  erp.csv:2  contact 1"))
    #expect(text.contains("B  erp:2  erp.csv:3  contact 1"))
    #expect(text.contains("one contact in the store"))
    for word in ["prior", "surname", "given name", "e-mail", "birth date", "total"] {
      #expect(text.contains(word), "\(word)\n\(text)")
    }
  }

  @Test func twoContactsAreExplainedByTheirNumbers() throws {
    let explanation = try explained("1", "2")
    #expect(explanation.text(.english).contains("two contacts in the store"))
    // A contact of two records against one of one.
    #expect(explanation.pairs.count == 2)
  }

  @Test func bitsAddUp() throws {
    for pair in try explained("1", "2").pairs {
      let sum = pair.waterfall.rows.reduce(pair.waterfall.priorInBits) {
        $0 + $1.bits + $1.frequencyBits
      }
      #expect(abs(sum - pair.waterfall.totalInBits) < 1e-6)
    }
  }

  @Test func germanSpeaksGerman() throws {
    let text = try explained("erp:1", "erp:3").text(.german)
    #expect(text.contains("im Bestand zwei Kontakte"))
    #expect(text.contains("Summe"))
  }

  @Test func jsonHoldsBothSides() throws {
    let json = try explained("erp:1", "erp:3").json(.english)
    #expect(json.contains("\"record\": \"erp:1\""))
    #expect(json.contains("\"one_contact\": false"))
  }

  @Test func noValueOfAContactIsTold() throws {
    let text = try explained("1", "2").text(.english) + explained("erp:1", "erp:2").json(.english)
    for value in ["Hannelore", "Meyer", "Meier", "Siebenlist", "post.example", "Dresden", "1961"] {
      #expect(!text.contains(value), "\(value)")
    }
  }

  @Test(arguments: [("erp:9", "erp:1"), ("99", "1"), ("x:1", "erp:1"), ("", "1"), ("erp", "1")])
  func whatNamesNothingIsRefused(left: String, right: String) throws {
    #expect(throws: PipelineError.self) { try explained(left, right) }
  }

  @Test func recordAndItselfIsRefused() throws {
    #expect(throws: PipelineError.self) { try explained("erp:1", "erp:1") }
    #expect(throws: PipelineError.self) { try explained("2", "erp:3") }
  }

  @Test func missingStoreIsRefused() throws {
    let work = try Workdir()
    let stop = try? Explain(store: work.path("none.sqlite")).explanation(of: "1", and: "2")
    #expect(stop == nil)
    #expect(Repository.names(in: work.path) == [])
  }

  // MARK: The store's model

  @Test func weightsAreThoseOfTheRunThatStoredThem() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    // The store grows; its model stays.
    try scenario.work.write("erp.csv", ModelSample.rows(90))
    try scenario.run()
    let explanation = try Explain(store: scenario.work.path("out/kontor.sqlite"))
      .explanation(of: "erp:a0", and: "erp:b0")
    #expect(explanation.model == "people 1")
    let pair = try #require(explanation.pairs.first)
    let stored = try scenario.store { try $0.pair(pair.left.record, pair.right.record) }
    #expect(abs((stored?.weightInBits ?? 0) - pair.waterfall.totalInBits) < 0.06)
  }

  @Test func pairsNeverComparedAreSaidToBe() throws {
    let text = try explained("erp:1", "erp:3").text(.english)
    #expect(text.contains("never compared: they share no key"))
    #expect(try explained("erp:1", "erp:2").text(.english).contains("compared, for both share:"))
  }

  @Test func twoContactsAreToldTheirAverageAndTheCut() throws {
    let explanation = try explained("1", "2")
    #expect(explanation.contacts?.pairs == 2)
    #expect(explanation.text(.english).contains("both contacts: "))
    #expect(try explained("erp:1", "erp:2").contacts == nil)
  }

  @Test func recordsMergedThroughAnotherAreToldTheWay() throws {
    let rows = """
      nr;vorname;nachname;email;geboren;ort
      1;Hannelore;Meyer;h.meyer@post.example;03.04.1961;Dresden
      2;Hannelore;Meyer;h.meyer@post.example;03.04.1961;Dresden
      3;Hannelore;;h.meyer@post.example;;

      """
    let scenario = try Scenario(Self.pipeline, ["erp.csv": rows])
    try scenario.run()
    let explanation = try Explain(store: scenario.work.path("out/kontor.sqlite"))
      .explanation(of: "1", and: "1")
    #expect(explanation.pairs.allSatisfy { $0.isOneContact && !$0.way.isEmpty })
  }
}
