internal import Testing

@testable import Normalization

@Suite struct MemoTests {
  @Test func valueIsMadeOnceForAText() {
    var memo = Memo<Int>(limit: 2)
    var made = 0
    for text in ["a", "a", "b", "a"] {
      let value = memo.value(for: text) { text in
        made += 1
        return text.utf8.count
      }
      #expect(value == 1)
    }
    #expect(made == 2)
  }

  @Test func pastItsLimitItBeginsAnew() {
    var memo = Memo<Int>(limit: 2)
    for number in [0, 1, 2, 3, 0, 3] {
      #expect(memo.value(for: "\(number)") { Int($0) ?? -1 } == number)
    }
  }

  @Test func manyTextsAreKeptApart() {
    var memo = Memo<String>(limit: 10_000)
    let texts = (0..<1_000).map { "Text Nr. \($0 * 7919)" } + ["", "ä", "a\u{308}"]
    for _ in 0..<2 {
      for text in texts { #expect(memo.value(for: text) { $0 }.utf8.elementsEqual(text.utf8)) }
    }
    let number = memo.number(of: "ä") { _ in "made anew" }
    #expect(memo[number] == "ä")
  }
}
