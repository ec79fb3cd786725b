import Linkage
import Records
import Reports
import Testing

@testable import Pipeline

@Suite struct ExplanationTextTests {
  private func side(_ record: Int64, contact: Int64) -> Explanation.Side {
    Explanation.Side(
      record: record, name: "erp:\(record)", file: "erp.csv", line: 2, contact: contact)
  }

  private func text(
    _ encounter: Encounter = .never, other: Int64 = 1, veto: Phrase? = nil,
    way: [Explanation.Step] = [], _ language: Language = .english
  ) -> ExplanationText {
    let surname = Phrase(de: "Nachname", en: "surname")
    let row = Waterfall.Row(
      comparison: surname, level: Phrase(de: "gleich", en: "equal"), bits: 9.8,
      frequencyBits: -2.5)
    let waterfall = Waterfall(priorInBits: -6.5, rows: [row], outcome: .review, veto: veto)
    return ExplanationText(
      pair: Explanation.Pair(
        left: side(1, contact: 1), right: side(2, contact: other), waterfall: waterfall,
        encounter: encounter, way: way), language: language)
  }

  @Test func rarityStandsBesideItsRow() {
    #expect(text().text.contains("surname  equal  +7.3  of which common value \u{2212}2.5"))
    #expect(text(.german).text.contains("davon häufiger Wert \u{2212}2,5"))
  }

  @Test func keysAreNamed() {
    #expect(text(.compared(under: .email)).text.contains("for both share: e-mail"))
    let skipped = text(.skipped(under: .phone))
    #expect(skipped.text.contains("only what too many share: phone"))
    #expect(skipped.json.text.contains("\"skipped_under\": \"phone\""))
    #expect(text(.never).text.contains("never compared"))
    #expect(text(.never, .german).text.contains("nie verglichen"))
  }

  @Test func theWayNamesRecordsAndWeights() {
    let way = [
      Explanation.Step(side: side(3, contact: 1), weightInBits: 12),
      Explanation.Step(side: side(2, contact: 1), weightInBits: 9.5),
    ]
    #expect(text(way: way).text.contains("merged through erp:3 (+12.0) → B (+9.5)"))
    #expect(text(way: way, .german).text.contains("zusammengeführt über erp:3"))
    #expect(text(way: way).json.text.contains("\"record\": \"erp:3\""))
    #expect(text().text.contains("on the average of all pairs"))
  }

  @Test func whatKeepsApartIsSaid() {
    let veto = Phrase(de: "verschiedene Vornamen", en: "different given names")
    let found = text(other: 2, veto: veto).text
    #expect(found.contains("two contacts in the store"))
    #expect(
      found.hasSuffix(
        "different given names\n" + "never compared: they share no key under "
          + "which records are compared"))
  }
}

extension ExplanationTextTests {
  private func text(_ language: Language) -> ExplanationText { text(.never, language) }
}
