internal import Testing

@testable import Normalization

@Suite struct TextCleanerTests {
  @Test(arguments: [
    ("  Hans\u{A0}\u{A0}Müller ", "Hans Müller"), ("Mu\u{308}ller", "Müller"),
    ("a\r\n\r\n b\tc", "a\nb c"),
    ("\u{FEFF}Hans\u{200B}", "Hans"), ("\u{202A}+49 171\u{202C}", "+49 171"), ("MÃ¼ller", "Müller"),
    ("Dr&auml;xlmaier", "Dräxlmaier"), ("M&#252;ller", "Müller"), ("=\"0171 23\"", "0171 23"),
    ("'+49 30", "+49 30"),
    ("O'Neil", "O'Neil"), ("'t Hooft", "'t Hooft"), ("Müller & Co", "Müller & Co"), ("", ""),
    (" ", ""),
    ("A\u{AD}bc", "Abc"), ("Miloševic", "Miloševic"), ("=", "="),
  ])
  func cleanText(raw: String, text: String) {
    let clean = TextCleaner.clean(raw).text
    #expect(Array(clean.utf8) == Array(text.utf8))
    #expect(TextCleaner.clean(clean).text == clean)
  }

  @Test func undoneDamageIsToldFromSpacing() {
    #expect(TextCleaner.clean("MÃ¼ller").isRepaired)
    #expect(!TextCleaner.clean(" Müller ").isRepaired)
    #expect(!TextCleaner.clean("Mu\u{308}ller").isRepaired)
  }

  @Test func fastPathAgreesWithTheSlowOne() {
    for text in ["Hans Müller", "Łódź", "Ägäis", "ÄÖ", "Größe", "a  b", "a ", "Ž", "“x”", "Ā"] {
      if TextCleaner.isClean(text) { #expect(TextCleaner.clean(text + " ").text == text) }
    }
    #expect(TextCleaner.isClean("Jürgen Großmann"))
    #expect(!TextCleaner.isClean("MÃ¼ller"))
    #expect(TextCleaner.isClean("Huber & Co") && !TextCleaner.isClean("Dr&auml;xl"))
  }

  @Test func lineJoinsLines() { #expect(TextCleaner.line("a\nb").text == "a b") }
}
