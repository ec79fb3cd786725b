@testable import Formats
import Records
import Testing

@Suite struct LabelWordTests {
  @Test(arguments: [
    ("Rechnung", ValueLabel.billing), ("LIEFERADRESSE", .delivery), ("privat", .home),
    ("geschäftlich", .work), ("* Work", .work), ("CELL,HOME", .home), ("Hauptsitz", .work),
  ])
  func labelOfWord(text: String, label: ValueLabel) {
    #expect(LabelWord(text)?.label == label)
  }

  @Test func wordsForPhonesNameTheField() {
    #expect(LabelWord("fax_work")?.phoneField == .fax)
    #expect(LabelWord("Handy")?.phoneField == .mobile)
    #expect(LabelWord("Handy")?.label == nil)
  }

  @Test func unknownWordSaysNothing() {
    #expect(LabelWord("VOICE") == nil)
    #expect(LabelWord("") == nil)
  }
}
