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
    let settings = Settings(name: "a", limit: 3, rules: ["b": [.plain], "a": [.extra("x"), .plain]])
    #expect(
      fingerprint(of: settings.rules)
        == "{(key:\"a\",value:[(extra:\"x\"),\(String(reflecting: Kind.plain))]),"
        + "(key:\"b\",value:[\(String(reflecting: Kind.plain))])}")
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
}
