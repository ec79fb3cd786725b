internal import Records
internal import Testing

@testable import Normalization

@Suite struct CoupleParserTests {
  @Test(arguments: [
    ("Hans und Erika Müller", "Hans und Erika", "Müller"),
    ("Hans u. Erika Müller", "Hans und Erika", "Müller"),
    ("Hans & Erika Müller", "Hans und Erika", "Müller"),
    ("Hans+Erika Müller", "Hans und Erika", "Müller"),
    ("Hans Müller und Erika Müller", "Hans und Erika", "Müller"),
    ("Hans Müller und Erika", "Hans und Erika", "Müller"),
    ("Eva Huber und Stefan Lauckner", "Eva und Stefan", "Huber und Lauckner"),
    ("Herr Hans und Frau Erika Müller", "Hans und Erika", "Müller"),
    ("Müller, Hans und Erika", "Hans und Erika", "Müller"),
    ("Shqipe u. Slobodan Petrov", "Shqipe und Slobodan", "Petrov"),
  ])
  func couple(text: String, given: String, family: String) {
    let name = CoupleParser.parsed(NameTokens.tokens(of: text))
    #expect(name == PersonName(given: given, family: family))
  }

  @Test(arguments: [
    "Fischer & Sommer", "Müller & Söhne", "Dr. Huber & Kollegen", "Karl Freiherr von und zu Stein",
    "Hans Müller", "und",
    "Meyer + Krüger", "",
  ])
  func noCouple(text: String) { #expect(CoupleParser.parsed(NameTokens.tokens(of: text)) == nil) }

  @Test func givenColumnOfACoupleWithTwoFamilies() {
    let name = CoupleParser.parsed(
      given: ["Jens", "Agostini", "und", "Irmtraut"], family: "Bender")
    #expect(name == PersonName(given: "Jens und Irmtraut", family: "Agostini und Bender"))
  }
}
