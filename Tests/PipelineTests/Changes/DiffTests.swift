import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct DiffTests {
  /// Run 1 reads all, run 2 changes Konrad and brings Bruno, run 3 changes Konrad back and
  /// withdraws Uta.
  private func office() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    let other = Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881")
    let bruno = "4;Bruno;Eickhoff;bruno@e.example;;05.06.1970;10115;Berlin;Torweg 1\n"
    try office.write(erp: other + bruno)
    try office.scenario.run()
    let kept = Office.erp.split(separator: "\n").dropLast().joined(separator: "\n")
    try office.write(erp: kept + "\n" + bruno)
    try office.scenario.run()
    return office
  }

  private func kinds(_ changes: RunChanges) -> [String] {
    changes.contacts.map { "\($0.contact) \($0.kind.rawValue)" }
  }

  @Test func aRunIsTold() throws {
    let work = try office()
    let store = work.store
    #expect(try kinds(Diff(store: store).changes(of: 1)) == ["1 new", "2 new", "3 new"])
    #expect(try kinds(Diff(store: store).changes(of: 2)) == ["2 changed", "4 new"])
    let third = try Diff(store: store).changes(of: 3)
    #expect(kinds(third) == ["2 changed", "3 withdrawn"])
    #expect(third.records == ["changed": 1, "withdrawn": 1])
  }

  @Test func whatCancelsOutBetweenTwoRunsIsNone() throws {
    let work = try office()
    let store = work.store
    let changes = try Diff(store: store).changes(of: 1, to: 3)
    #expect(kinds(changes) == ["3 withdrawn", "4 new"])
    #expect(changes.runs.map(\.id) == [2, 3])
    #expect(try kinds(Diff(store: store).changes(of: 3, to: 1)) == kinds(changes))
    #expect(try kinds(Diff(store: store).changes(of: 2, to: 2)) == ["2 changed", "4 new"])
  }

  @Test func mergesAndSplitsNameTheOther() throws {
    let office = try Office()
    try office.scenario.run()
    let rows = Office.erp.split(separator: "\n").map(String.init)
    let again = rows[0].replacingOccurrences(of: "1;Hann", with: "2;Hann")
    try office.write(erp: [rows[0], again, rows[2], ""].joined(separator: "\n"))
    try office.scenario.run()
    let merged = try Diff(store: office.store).changes(of: 2)
    #expect(merged.contacts.first { $0.kind == .merged }?.other == 1)
    try office.write(erp: Office.erp)
    try office.scenario.run()
    let split = try Diff(store: office.store).changes(of: 3)
    #expect(split.count(.split) == 1)
    #expect(split.contacts.first { $0.kind == .split }?.other == 1)
  }

  @Test func countsAndListAreWritten() throws {
    let work = try office()
    let changes = try Diff(store: work.store).changes(of: 2)
    let text = changes.text(.english)
    #expect(text.contains("office") && text.contains("Bruno Eickhoff"))
    #expect(changes.text(.german).contains("neu"))
    let read = try JSONSerialization.jsonObject(with: Data(changes.json.utf8)) as? [String: Any]
    #expect((read?["counts"] as? [String: Int])?["new"] == 1)
  }

  @Test func unknownRunIsRefused() throws {
    let work = try office()
    let store = work.store
    #expect(throws: PipelineError.self) { try Diff(store: store).changes(of: 9) }
    #expect(throws: PipelineError.self) { try Diff(store: store).changes(of: 1, to: 9) }
  }
}
