@testable import Formats
import Foundation
import Testing

@Suite struct JSONBytesTests {
  @Test func everyCharacterSurvives() throws {
    for code in 0..<0x180 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let text = "a\(Character(scalar))b"
      var json = JSONBytes()
      json.array([text]) { $0.string($1) }
      let back = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
      #expect(back == [text])
    }
  }

  @Test func commasStandBetweenMembersAndElements() {
    var json = JSONBytes()
    json.object { json in
      json.member("a", 1 as Int64)
      json.optional("b", "")
      json.name("c")
      json.array(["x", "y"]) { $0.string($1) }
      json.member("d", true)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"a":1,"c":["x","y"],"d":true}"#)
  }
}
