import Records
import Testing

@testable import Store

@Suite("Value JSON")
struct ValueJSONTests {
  @Test(arguments: [
    #"{"a":"birth_date","date":[1980,4],"raw":""}"#, #"{"a":"birth_date","date":[],"raw":""}"#,
    #"{"a":"phone","phone":{"kind":"pigeon"},"raw":""}"#,
    #"{"a":"phone","phone":{"valid":maybe},"raw":""}"#,
    #"{"a":"consent","consent":{"state":"perhaps"},"raw":""}"#,
    #"{"a":"address","address":{"town":"x"},"raw":""}"#,
  ])
  func partsThatWeNeverWriteAreRefused(json: String) {
    #expect(throws: MalformedJSON.self) {
      var reader = JSONReader(Array(json.utf8))
      _ = try FieldValue(from: &reader)
    }
  }

  @Test func unknownPartsOfADateStayUnknown() throws {
    let field = FieldValue(.birthDate, .date(PartialDate(month: 4, day: 3)), raw: "3.4.")
    var json = JSONWriter(appendingTo: [])
    field.write(to: &json)
    var reader = JSONReader(json.bytes)
    #expect(try FieldValue(from: &reader) == field)
  }
}
