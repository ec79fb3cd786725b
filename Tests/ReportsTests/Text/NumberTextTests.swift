import Records
import Reports
import Testing

@Suite struct NumberTextTests {
  private let german = NumberText(.german)
  private let english = NumberText(.english)

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1.000"), (1_234_567, "1.234.567"), (-4_200, "−4.200"),
    (.min, "−9.223.372.036.854.775.808"),
  ])
  func count(number: Int, text: String) {
    #expect(german.count(number) == text)
  }

  @Test func theEnglishGroupWithCommas() { #expect(english.count(1_234_567) == "1,234,567") }

  @Test(arguments: [
    (3.1, "+3,1"), (-0.44, "−0,4"), (0.04, "0,0"), (-0.04, "0,0"), (9.96, "+10,0"), (.nan, "–"),
    (-.infinity, "–"), (1234.5, "+1.234,5"),
  ])
  func bits(number: Double, text: String) {
    #expect(german.bits(number) == text)
  }

  @Test(arguments: [
    (0, 100, "0%"), (100, 100, "100%"), (1, 10_000, "0.1%"), (9_999, 10_000, "99.9%"),
    (33, 100, "33%"), (0, 0, "–"),
  ])
  func share(part: Int, whole: Int, text: String) {
    #expect(english.share(part, of: whole) == text)
  }

  @Test(arguments: [
    (0, "0\u{202F}B"), (999, "999\u{202F}B"), (1_000, "1,0\u{202F}kB"),
    (12_345, "12\u{202F}kB"), (999_999, "1,0\u{202F}MB"), (3_214_567, "3,2\u{202F}MB"),
    (.max, "9.223.372\u{202F}TB"),
  ])
  func bytes(length: Int, text: String) {
    #expect(german.bytes(length) == text)
  }

  @Test func oneIsSingular() {
    #expect(german.counted(1, Noun.record, Noun.records) == "1\u{A0}Datensatz")
    #expect(german.counted(2, Noun.record, Noun.records) == "2\u{A0}Datensätze")
  }
}
