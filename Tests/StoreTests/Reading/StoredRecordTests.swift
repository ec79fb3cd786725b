import Records
import Testing

@testable import Store

@Suite("StoredRecord")
struct StoredRecordTests {
  private let head = Record(
    id: 3, source: "erp", key: "k", location: Location(file: "a", line: 2, ordinal: 1),
    kind: .organization, recID: "r")

  @Test func decodesItsValues() throws {
    let value = FieldValue(.email, .text("a@b.de"), raw: "A@b.de")
    var json = JSONWriter(appendingTo: [])
    [value].write(to: &json)
    let stored = StoredRecord(head, fields: json.bytes)
    let record = try stored.record()
    #expect(record.values == [value])
    #expect(record.key == "k")
    #expect(stored.isOuterOrganization)
  }

  @Test(arguments: ["", "[", "[]x", "{}"])
  func damageIsAnError(fields: String) {
    #expect(throws: MalformedJSON.self) {
      try StoredRecord(head, fields: Array(fields.utf8)).record()
    }
  }
}
