internal import Testing

@testable import Normalization

@Suite struct LetterCaseTests {
  @Test(arguments: [
    ("MÜLLER", LetterCase.upper), ("GROßE STRAßE", .upper), ("müller", .lower), ("Müller", .mixed),
    ("12", .none),
    ("", .none), ("ŁÓDŹ", .upper),
  ])
  func caseOfText(text: String, style: LetterCase) { #expect(LetterCase(of: text) == style) }

  @Test func caseOfWordsIsThatOfTheWhole() {
    let words = ["MÜLLER", "müller", "Müller", "12", "ŁÓDŹ", "ª"]
    for first in words {
      for second in words {
        #expect(LetterCase(of: [first, second]) == LetterCase(of: first + " " + second))
      }
    }
  }

  @Test(arguments: [
    ("MÜLLER", "Müller"), ("HANS-PETER", "Hans-Peter"), ("MCDONALD", "McDonald"),
    ("O'NEIL", "O'Neil"),
    ("öztürk", "Öztürk"), ("", ""), ("A", "A"), ("ŁUKASZ", "Łukasz"),
  ])
  func capitalizedWord(word: String, right: String) {
    #expect(LetterCase.capitalized(word) == right)
    #expect(LetterCase.capitalized(right) == right)
  }

  @Test func capsLockSlipIsSeen() {
    #expect(LetterCase.isInverted("mÜLLER"))
    #expect(!LetterCase.isInverted("Müller"))
    #expect(!LetterCase.isInverted("eK"))
  }
}
