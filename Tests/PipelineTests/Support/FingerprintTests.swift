import Testing

@testable import Pipeline

@Suite struct FingerprintTests {
  struct Settings {
    var name: String
    var limit: Int?
    var rules: [String: [Kind]]
  }
  enum Kind { case plain, extra(String) }

  @Test func ordersDictionariesByTheirKeys() {
    let rules: [String: [Kind]] = ["b": [.plain], "a": [.extra("x"), .plain]]
    let plain = String(reflecting: Kind.plain)
    #expect(
      fingerprint(of: rules)
        == #"{(key:"a",value:[(extra:"x"),\#(plain)]),(key:"b",value:[\#(plain)])}"#)
  }

  @Test func everyPartTells() {
    let settings = Settings(name: "a", limit: nil, rules: [:])
    var others = [settings, settings, settings]
    others[0].name = "b"
    others[1].limit = 0
    others[2].rules = ["a": []]
    #expect(Set((others + [settings]).map { fingerprint(of: $0) }).count == 4)
    #expect(fingerprint(of: settings) == fingerprint(of: settings))
  }

  @Test func placeInThePipelineFileDoesNotTell() {
    let places = [(1, 1), (9, 3)].map { FilePosition(line: $0, column: $1) }
    #expect(fingerprint(of: ["a": places[0]]) == fingerprint(of: ["a": places[1]]))
  }
}
