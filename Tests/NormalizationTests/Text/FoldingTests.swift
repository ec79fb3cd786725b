internal import Testing

@testable import Normalization

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Dipl.-Ing. (FH)", "diplingfh"), ("Ö-Müller", "oemueller"), ("Straße", "strasse"),
    ("Łódź", "lodz"), ("Şahin", "sahin"), ("Miloševic", "milosevic"),
    ("Crème brûlée", "cremebrulee"),
    ("", ""), ("–„“", ""), ("王 A", "王a"), ("ǅ", "ǅ"), ("Ærø", "aero"), ("ÿ", "y"), ("ž", "z"),
    ("Ĳ", "i"),
  ])
  func squashedText(text: String, key: String) { #expect(squashed(text) == key) }

  @Test func squashingTwiceIsSquashingOnce() {
    for text in ["Müller & Söhne", "ŠĐČ", "123 abc", "日本"] {
      #expect(squashed(squashed(text)) == squashed(text))
    }
  }

  @Test func wordsStandBetweenSpaces() {
    #expect(words(of: " a  bc d ") == ["a", "bc", "d"])
    #expect(words(of: "") == [])
    #expect(words(of: "über") == ["über"])
  }

  @Test func partsAreJoinedWithoutEmptyOnes() {
    #expect(joined(["a", "", "bc"], by: ", ") == "a, bc")
    #expect(joined(["", ""]) == "" && joined([]) == "" && joined(["ü"]) == "ü")
    #expect(joined(["Am langen", "Weg zum", "Mühlbach"]) == "Am langen Weg zum Mühlbach")
  }

  @Test func partsBetweenSignsAreTrimmed() {
    #expect(split(" a ,, b\n", at: UInt8(ascii: ",")) == ["a", "b"])
    #expect(split("ä b", at: UInt8(ascii: ",")) == ["ä b"])
  }

  @Test func endsAreComparedByteByByte() {
    #expect("Lindenstr.".hasSuffix("str.") && !"tr.".hasSuffix("str.") && "x".hasSuffix(""))
  }

  @Test func trimmingTakesSpacesOnly() { #expect(trimmed(" a b\n") == "a b") }
}
