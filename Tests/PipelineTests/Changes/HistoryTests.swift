import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct HistoryTests {
  private func changed() throws -> Office {
    let office = try Office()
    try office.scenario.run()
    try office.write(
      erp: Office.erp.replacingOccurrences(of: "0351 4466880", with: "0351 4466881"))
    try office.scenario.run()
    return office
  }

  @Test func changesAreToldFromValueToValueWithTheirRun() throws {
    let work = try changed()
    let history = try History(store: work.store).contact("2")
    #expect(history.entries.map(\.run.id) == [1, 2])
    guard case .event(_, .changed, nil, let difference) = history.entries[1].what else {
      Issue.record("no change")
      return
    }
    #expect(difference.values.map { $0.from?.value.text } == ["+493514466880"])
    #expect(difference.values.map { $0.to?.value.text } == ["+493514466881"])
    let text = history.text(.english)
    #expect(text.contains("run 2") && text.contains("office"))
    #expect(text.contains("Phone  +493514466880  →  +493514466881"), "\(text)")
    #expect(history.text(.german).contains("geändert"))
  }

  @Test func mergedContactSaysWhereItLivesOn() throws {
    let office = try Office()
    try office.scenario.run()
    let rows = Office.erp.split(separator: "\n").map(String.init)
    let again = rows[0].replacingOccurrences(of: "1;Hann", with: "2;Hann")
    try office.write(erp: [rows[0], again, rows[2], ""].joined(separator: "\n"))
    try office.scenario.run()
    let history = try History(store: office.store).contact("2")
    #expect(history.livesOn == 1)
    #expect(history.text(.english).contains("merged into contact 1"))
    #expect(try History(store: office.store).contact("1").text(.english).contains("erp:2"))
    // The household of Konrad and Uta is gone with him.
    #expect(history.text(.english).contains("− in one household: contact 3"))
  }

  @Test func jsonIsReadable() throws {
    let work = try changed()
    let json = try History(store: work.store).contact("erp:2").json(.english)
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((read?["entries"] as? [Any])?.count == 2)
  }
}
