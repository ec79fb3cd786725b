import Testing

@testable import Linkage

@Suite struct ColognePhoneticsTests {
  /// Examples from Postel's paper and the German encyclopedia article on his method.
  @Test(arguments: [
    ("Müller-Lüdenscheidt", "65752682"), ("Wikipedia", "3412"), ("Breschnew", "17863"),
    ("Hoffmann", "0366"), ("Mönchengladbach", "664645214"),
    ("Meyer", "67"), ("Meier", "67"), ("Mayr", "67"), ("Müller", "657"), ("Muller", "657"),
    ("Maxim", "6486"), ("Xaver", "4837"), ("Celle", "85"), ("Cornelia", "4765"), ("", ""),
  ])
  func codeOfWord(text: String, code: String) {
    #expect(colognePhonetics(of: folded(text)).map(String.init).joined() == code)
  }

  @Test func packedCodesDifferByLength() {
    #expect(packedColognePhonetics(of: folded("Ah")) != packedColognePhonetics(of: folded("")))
  }
}
