import Records
import Testing

@testable import Pipeline

@Suite struct DecisionWordTests {
  @Test(
    arguments: [
      ("same", .same), ("Gleich", .same), ("ja", .same), ("no", .different),
      ("verschieden", .different),
      ("?", .unsure), ("unsicher", .unsure), ("household", .household), ("Haushalt", .household),
      ("works-at", .worksAt), ("works_at", .worksAt), ("arbeitet bei", .worksAt),
      ("shared mailbox", .sharedMailbox), ("gemeinsames Postfach", .sharedMailbox),
    ] as [(String, DecisionKind)])
  func wordsAreReadInBothLanguages(word: String, kind: DecisionKind) {
    #expect(DecisionKind(word: word) == kind)
  }

  @Test(arguments: ["", "value", "samesame", "sicher", "haus"])
  func otherWordsAreNone(word: String) {
    #expect(DecisionKind(word: word) == nil)
  }

  @Test func everyWordOfTheCommandLineIsReadAndHasWords() {
    #expect(Set(DecisionKind.words.compactMap(DecisionKind.init(word:))).count == 6)
    for kind in DecisionKind.allCases { #expect(!kind.phrase.german.isEmpty) }
  }
}
