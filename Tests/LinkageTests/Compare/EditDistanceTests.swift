import Testing

@testable import Linkage

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("saturday", "sunday", 3),
    ("ca", "abc", 3), ("ab", "ba", 1), ("meier", "meyer", 1), ("schmidt", "schmitd", 1),
    ("abcdefghijklmnop", "abcdefghijklmnop", 0), ("abcdefghijklmnop", "bcdefghijklmnop", 1),
  ])
  func distance(left: String, right: String, edits: Int) {
    #expect(editDistance(word(left), word(right)) == edits)
    #expect(editDistance(word(right), word(left)) == edits)
  }

  @Test func distanceEqualsTheTextbookMatrix() {
    let letters = Array("abc".utf8)
    var words: [[UInt8]] = [[]]
    for _ in 0..<4 { words += words.flatMap { w in letters.map { w + [$0] } } }
    let all = Array(Set(words.map { $0.prefix(4).map { $0 } })).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    for left in all.prefix(60) {
      for right in all {
        #expect(editDistance(Word(left[...]), Word(right[...])) == matrixDistance(left, right))
      }
    }
  }

  private func matrixDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var d = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { d[i][0] = i }
    for j in 0...b.count { d[0][j] = j }
    for i in a.indices {
      for j in b.indices {
        let cost = a[i] == b[j] ? 0 : 1
        d[i + 1][j + 1] = min(d[i][j + 1] + 1, d[i + 1][j] + 1, d[i][j] + cost)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          d[i + 1][j + 1] = min(d[i + 1][j + 1], d[i - 1][j - 1] + 1)
        }
      }
    }
    return d[a.count][b.count]
  }
}

@Suite struct BoundedEditDistanceTests {
  @Test func boundChangesNothingBelowIt() {
    let words = [
      "", "a", "kranz", "krans", "kranze", "rkanz", "hauptstr", "hautpstr", "01067", "01076",
      "1067",
      "mustermannstrasse", "mustermannstrase", "abcdefghijklmnop", "abcdefghijklmnoq",
    ].map { Word(Array($0.utf8)[...]) }
    for left in words {
      for right in words {
        let edits = editDistance(left, right)
        for most in 0...4 {
          #expect(left.edits(to: right, most: most) == (edits <= most ? edits : nil))
        }
      }
    }
  }

  @Test func boundChangesNothingForShortWords() {
    var texts = [""]
    for _ in 0..<4 { texts += texts.flatMap { text in ["a", "b", "c"].map { text + $0 } } }
    let words = Set(texts).sorted().map { Word(Array($0.utf8)[...]) }
    var wrong = 0
    for left in words {
      for right in words {
        let edits = editDistance(left, right)
        if left.edits(to: right, most: 1) != (edits <= 1 ? edits : nil) { wrong += 1 }
        if left.edits(to: right, most: 2) != (edits <= 2 ? edits : nil) { wrong += 1 }
      }
    }
    #expect(words.count == 121 && wrong == 0)
  }
}
