internal import Testing

@testable import Normalization

@Suite struct MemoTests {
  @Test func valueIsMadeOnceForAKey() {
    var memo = Memo<String, Int>(limit: 2)
    var made = 0
    for key in ["a", "a", "b", "a"] {
      let value = memo.value(for: key) { key in
        made += 1
        return key.utf8.count
      }
      #expect(value == 1)
    }
    #expect(made == 2)
  }

  @Test func pastItsLimitItBeginsAnew() {
    var memo = Memo<Int, Int>(limit: 2)
    for key in [0, 1, 2, 3, 0, 3] {
      let value = memo.value(for: key) { $0 * 2 }
      #expect(value == key * 2)
    }
  }
}
