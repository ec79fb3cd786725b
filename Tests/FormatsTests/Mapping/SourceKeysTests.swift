@testable import Formats
import Records
import Testing

@Suite struct SourceKeysTests {
  private func key(
    _ keys: inout SourceKeys, ordinal: Int, parent: Int? = nil, mapped: String? = nil,
    hash: UInt64 = 1
  ) -> SourceKeys.Key {
    let location = Location(file: "a", line: 1, ordinal: ordinal)
    let raw = RawRecord(location: location, columns: [], values: [], parent: parent)
    return keys.key(of: raw, mapped: mapped, hash: hash)
  }

  @Test func everyKeyIsGivenOnce() {
    var keys = SourceKeys()
    var given: Set<String> = []
    for (ordinal, mapped) in ["1", "1", nil, nil, "1", "2", nil].enumerated() {
      given.insert(key(&keys, ordinal: ordinal + 1, mapped: mapped).text)
    }
    #expect(given.count == 7)
  }

  @Test func manyChildrenKeepTheirParent() {
    var keys = SourceKeys()
    #expect(key(&keys, ordinal: 1, mapped: "P").parent == nil)
    for child in 2...500 {
      let found = key(&keys, ordinal: child, parent: 1)
      #expect(found.text == "P-\(child - 1)" && found.parent == "P")
    }
  }

  @Test func keyThatIsTakenBackIsFree() {
    var keys = SourceKeys()
    _ = key(&keys, ordinal: 1, mapped: "4")
    keys.takeBack()
    keys.takeBack()
    #expect(key(&keys, ordinal: 2, mapped: "4").text == "4")
    _ = key(&keys, ordinal: 3, mapped: "4")
    keys.takeBack()
    let again = key(&keys, ordinal: 4, mapped: "4")
    #expect(again.text == "4#2" && again.isRepeated)
    let first = key(&keys, ordinal: 5).text
    keys.takeBack()
    #expect(key(&keys, ordinal: 6).text == first)
  }

  @Test(arguments: [
    ("9b4ee81971d995ed-1", true), ("9b4ee81971d995ed-12", true), ("9b4ee81971d995ed-", false),
    ("9b4ee81971d995ed", false), ("9B4EE81971D995ED-1", false), ("4", false), ("K-1", false),
  ])
  func keyOfARowIsKnown(key: String, isGiven: Bool) {
    #expect(SourceKeys.isGiven(key) == isGiven)
  }
}
