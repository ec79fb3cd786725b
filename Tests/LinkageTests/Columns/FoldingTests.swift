import Testing

@testable import Linkage

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Müller", "muller"), ("Mueller", "muller"), ("MULLER", "muller"), ("Groß", "gross"),
    ("Bauer", "bauer"), ("Neuer", "neuer"), ("Quelle", "quelle"), ("Łukasz Żak", "lukasz zak"),
    ("O'Brien", "obrien"), ("  Anna--Lena  ", "anna lena"), ("Иванов", "iwanow"),
    ("Nguyễn", "nguyen"), ("Şahin", "sahin"), ("", ""), ("…", ""), ("李", ""),
  ])
  func foldedText(text: String, expected: String) {
    #expect(String(decoding: folded(text), as: UTF8.self) == expected)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for text in ["Jörg-Peter von Öttingen", "Ægir Ŵ", "a e", "uee"] {
      let once = String(decoding: folded(text), as: UTF8.self)
      #expect(String(decoding: folded(once), as: UTF8.self) == once)
    }
  }
}
