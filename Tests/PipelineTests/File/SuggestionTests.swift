import Records
import Testing

@testable import Pipeline

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("famly", ": did you mean \"family\"?"),
    ("fmaily", ": did you mean \"family\"?"),
    ("Given", ": did you mean \"given\"?"),
    ("zzzzzz", ": there is given, family"),
    ("", ": there is given, family"),
  ])
  func nearestWordOrAll(word: String, text: String) {
    #expect(suggestion(for: word, among: ["given", "family"]).english == text)
  }

  @Test func nothingKnownSuggestsNothing() {
    #expect(suggestion(for: "a", among: []).english.isEmpty)
  }
}
