internal import Testing

@testable import Normalization

@Suite struct NameCaseTests {
  @Test(arguments: [
    ("MÜLLER", "Müller"), ("müller", "Müller"), ("mÜLLER", "Müller"), ("McDonald", "McDonald"),
    ("HP", "HP"),
    ("III", "III"), ("H.", "H."), ("h", "H"), ("DeLuca", "DeLuca"), ("GROSS", "Gross"),
    ("LI", "Li"), ("", ""),
    ("ANNA-LENA", "Anna-Lena"),
  ])
  func repairedWord(word: String, right: String) {
    #expect(NameCase.repaired(word) == right)
    #expect(NameCase.repaired(right) == right)
  }
}
