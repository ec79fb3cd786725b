@testable import Formats
import Testing

@Suite struct CSVScanTests {
  private func scan(_ text: String, isWhole: Bool = true) -> CSVScan {
    CSVScan(Array(text.utf8), delimiter: 0x3B, quote: 0x22, isWhole: isWhole)
  }

  @Test func quotesAreRespected() {
    let found = scan("a;\"b;c\"\n\"d\n;\"\"e\";f\n\n g ; \"h\" \n")
    #expect(found.rows.map(\.fields.count) == [2, 2, 2])
    #expect(found.rows.map(\.line) == [0, 1, 4])
    #expect(found.rows[2].fields.map(found.text) == ["g", "h"])
    #expect(found.usualCount == 2)
  }

  @Test func rowThatMayBeCutOffDoesNotCount() {
    #expect(scan("a;b\nc", isWhole: false).rows.count == 1)
    #expect(scan("a;b\nc", isWhole: true).rows.count == 2)
  }

  @Test func oneColumnIsNoAgreement() {
    #expect(scan("a\nb\n").consistency == 0)
    #expect(scan("").usualCount == 0)
    #expect(scan("a;b;c\nd;e;f\n").consistency > scan("a;b\nd;e\n").consistency)
  }
}
