/// Folded words to look bytes up in, without an allocation.
struct WordSet: Sendable {
  private var words = InternTable()

  /// - Parameter words: as a person writes them; they are folded.
  init(_ words: [String]) {
    for word in words { _ = self.words.intern(folded(word)) }
  }

  /// - Parameter bytes: taken as they are: "gmx.de".
  init(bytes words: [String]) {
    for word in words { _ = self.words.intern(word) }
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { words.find(word) != 0 }
}
