import Testing

@testable import Linkage

@Suite struct ColumnValuesTests {
  @Test(arguments: [
    ("https://www.muster.example/kontakt", "muster.example"), ("Muster.example", "muster.example"),
    ("", ""),
  ])
  func domainOfWebAddress(url: String, expected: String) {
    #expect(String(decoding: domain(of: url), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("Herr", Gender.male), ("Frau Dr.", .female), ("w", .female), ("Mr", .male),
    ("Firma", .unknown),
  ])
  func genderOfSalutation(text: String, gender: Gender) {
    #expect(Gender(text: text) == gender)
  }
}
