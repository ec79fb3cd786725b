import Records
import Testing

@testable import Linkage

@Suite struct BlockingKeyTests {
  @Test(arguments: BlockingKey.allCases)
  func keyHasWordsAndPlaces(key: BlockingKey) {
    #expect(!key.phrase.german.isEmpty && !key.phrase.english.isEmpty)
    #expect(key.places > 0)
  }
}
