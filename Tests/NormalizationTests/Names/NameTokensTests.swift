internal import Testing

@testable import Normalization

@Suite struct NameTokensTests {
  @Test(arguments: [
    ("Dr.med. Hans", ["Dr.", "med.", "Hans"]), ("Hans+Eva", ["Hans", "+", "Eva"]),
    ("Müller - Schmidt", ["Müller-Schmidt"]), ("Müller -Schmidt", ["Müller-Schmidt"]),
    ("Müller– Schmidt", ["Müller-Schmidt"]), ("Huber,Eva", ["Huber,", "Eva"]), ("H.-P.", ["H.-P."]),
    ("-", ["-"]),
    ("", []), ("O’Neil", ["O'Neil"]),
  ])
  func tokensOfName(text: String, tokens: [String]) {
    #expect(NameTokens.tokens(of: text) == tokens)
  }

  @Test func initials() {
    for text in ["H.", "H", "Ö.", "E.-M.", "J.P."] { #expect(NameTokens.isInitial(text)) }
    for text in ["Hans", "Li", "", ".", "H.ans"] { #expect(!NameTokens.isInitial(text)) }
  }
}
