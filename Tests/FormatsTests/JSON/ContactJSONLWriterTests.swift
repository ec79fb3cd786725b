import Formats
import Foundation
import Records
import Support
import Testing

@Suite struct ContactJSONLWriterTests {
  private func line(_ contact: Contact) throws -> String {
    let output = ByteOutput()
    var writer = ContactJSONLWriter(output) { RecordOrigin(source: "erp", key: "k\($0)") }
    try writer.write(contact)
    try writer.close()
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func contactIsOneLineOfJSON() throws {
    let line = try line(.sample)
    #expect(line.hasSuffix("}\n") && line.filter { $0 == "\n" }.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["contact_id"] as? Int == 42)
    #expect(object["name"] as? String == "Dr. Anna von der Heide")
    let values = try #require(object["values"] as? [[String: Any]])
    #expect(values.count == Contact.sample.values.count)
    #expect(values.first?["rule"] as? String == "only-value")
    #expect((values.first?["origin"] as? [String: String]) == ["source": "erp", "key": "k1"])
    let note = values.first { $0["attribute"] as? String == "note" }
    #expect(note?["value"] as? String == "says \"hi\",\n=twice\\")
    #expect((object["records"] as? [[String: String]])?.count == 2)
  }

  @Test func lostValuesNameTheirRecord() throws {
    #expect(
      try line(.sample).contains(
        #""lost":[{"value":"Prof.","origin":{"source":"erp","key":"k2"}}]"#))
  }

  @Test func emptyContactIsValid() throws {
    let contact = Contact(id: 1, kind: .household, values: [], records: [])
    #expect(
      try line(contact)
        == #"{"contact_id":1,"kind":"household","name":"","values":[],"#
        + #""permissions":[],"records":[]}"# + "\n")
  }
}
