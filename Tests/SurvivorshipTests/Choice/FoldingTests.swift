import Testing

@testable import Survivorship

@Suite struct FoldingTests {
  @Test(arguments: [
    ("", ""), ("   ", ""), ("Müller & Söhne", "mueller soehne"),
    ("MUELLER  & Soehne", "mueller soehne"),
    ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Mu\u{308}ller", "mueller"), ("é\u{301}", "e"),
    ("Citroën", "citroen"), ("Łódź", "lodz"), ("Æther ×÷ Œuvre", "aether oeuvre"), ("ŽŸſ", "zys"),
    ("A.-L. Eger-Thomas", "a l eger thomas"), ("(Test)", "test"), ("12a", "12a"),
    ("Ωmega", "ωmega"),
    ("–", ""), ("北京", "北京"), ("x\u{AD}y", "x y"), ("ıĳŉ", "iijn"),
  ])
  func foldedForm(text: String, form: String) {
    #expect(folded(text) == form)
    #expect(folded(form) == form)
  }

  @Test(arguments: [
    ("", ""), (" Hans@Meyer.EXAMPLE ", "hans@meyer.example"), ("ÄB", "Äb"), ("  ", ""),
  ])
  func smallLetters(text: String, form: String) {
    #expect(lowercasedASCII(text) == form)
  }

  @Test func wordsAreFolded() {
    #expect(words("Prof. Dr.-Ing.") == ["prof", "dr", "ing"])
  }
}
