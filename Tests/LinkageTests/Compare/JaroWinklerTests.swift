import Testing

@testable import Linkage

@Suite struct JaroWinklerTests {
  /// Winkler's own examples.
  @Test(arguments: [
    ("martha", "marhta", 0.944, 0.961), ("dwayne", "duane", 0.822, 0.840),
    ("dixon", "dicksonx", 0.767, 0.813), ("jones", "johnson", 0.790, 0.832),
    ("abroms", "abrams", 0.889, 0.922), ("itman", "smith", 0.467, 0.467),
  ])
  func similarityOfPublishedPairs(left: String, right: String, jaroValue: Float, winkler: Float) {
    #expect(abs(jaro(word(left), word(right)) - jaroValue) < 0.001)
    #expect(abs(jaroWinkler(word(left), word(right)) - winkler) < 0.001)
  }

  @Test func emptyWordsAreEqualAndResembleNothingElse() {
    #expect(jaro(word(""), word("")) == 1)
    #expect(jaro(word(""), word("a")) == 0)
  }

  @Test func similarityIsSymmetric() {
    for (left, right) in [("hoffmann", "hofman"), ("ab", "ba"), ("schulze", "scholz")] {
      #expect(jaroWinkler(word(left), word(right)) == jaroWinkler(word(right), word(left)))
    }
  }
}

func word(_ text: String) -> Word { Word(ArraySlice(Array(text.utf8))) }
