import Foundation
import Support
import Testing

@testable import Pipeline

@Suite struct HashKeyTests {
  /// RFC 4231, test cases 1, 2 and 6, their first 16 bytes.
  @Test(arguments: [
    ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b0344c61d8db38535ca8afceaf0bf12b"),
    (Array("Jefe".utf8), "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c7"),
    (
      [UInt8](repeating: 0xAA, count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First", "60e431591ee0b67f0d8a26aacbf5b77f"
    ),
  ])
  func hashIsThatOfTheStandard(secret: [UInt8], text: String, hash: String) {
    #expect(HashKey(secret: secret).hash(text) == hash)
  }

  @Test func textsDoNotRunTogether() {
    let key = HashKey(secret: [1])
    #expect(key.hash("ab", "c") != key.hash("a", "bc") && key.hash("a", "") != key.hash("a"))
  }

  @Test func aKeyIsMadeOnce() throws {
    let work = try Workdir()
    let store = work.path("s.sqlite")
    #expect(try HashKey(ofStore: store) == nil)
    let made = try HashKey.made(forStore: store)
    #expect(try HashKey(ofStore: store)?.check == made.check)
    #expect(try HashKey.made(forStore: store).check == made.check)
    #expect(try HashKey.made(forStore: work.path("t.sqlite")).check != made.check)
  }
}
