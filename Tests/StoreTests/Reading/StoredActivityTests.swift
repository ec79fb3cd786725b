import Records
import Testing

@testable import Store

@Suite("StoredActivity")
struct StoredActivityTests {
  private let head = Activity(
    source: "calls", key: "1", location: Location(file: "a", line: 2, ordinal: 1), date: "",
    details: [], contact: 4)

  @Test func decodesItsDetails() throws {
    var activity = head
    activity.details = [Extra(name: "Betreff", text: "\"Ja\""), Extra(name: "Art", text: "")]
    var bytes: [UInt8] = []
    activity.writeDetails(to: &bytes)
    let stored = StoredActivity(id: 9, head: head, details: bytes)
    #expect(try stored.activity() == activity)
    #expect(stored.contact == 4)
  }

  @Test(arguments: ["", "[", "{}", #"[{"other":"x"}]"#])
  func damageIsAnError(details: String) {
    let stored = StoredActivity(id: 9, head: head, details: Array(details.utf8))
    #expect(throws: MalformedJSON.self) { try stored.activity() }
  }
}
