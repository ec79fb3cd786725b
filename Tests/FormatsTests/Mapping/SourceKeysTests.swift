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
}
