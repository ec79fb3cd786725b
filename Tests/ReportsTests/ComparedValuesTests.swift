import Records
import Reports
import Testing

@Suite struct ComparedValuesTests {
  private let label = Phrase(de: "", en: "")

  private func values(
    _ subject: WaterfallRow.Subject?, left: String = "", right: String = "",
    of records: [Record] = SampleReport.meyers.records
  ) -> ComparedValues {
    let row = WaterfallRow(label: label, left: left, right: right, subject: subject, bits: 1)
    let pair = ShownPair(left: 0, right: 1, weightInBits: 1, priorInBits: 0, rows: [row])
    return ComparedValues(row, of: pair, in: records, language: .german)
  }

  @Test func namesAreTakenInParts() {
    #expect(values(.familyName).left == "Meyer")
    #expect(values(.familyName).right == "Meier")
    #expect(values(.givenName).right == "Sabine")
  }

  @Test func attributesAreTakenWhole() {
    #expect(values(.attribute(.address)).right == "Lindenstrasse 4, 10969 Berlin")
    #expect(values(.attribute(.vatID)).left == "")
  }

  @Test func whatTheRowSaysStands() {
    let said = values(.familyName, left: "a", right: "")
    #expect(said.left == "a")
    #expect(said.right == "")
  }

  @Test func ofSeveralValuesTheClosestAreTaken() {
    var records = SampleReport.meyers.records
    records[0].values.append(FieldValue(.email, .text("zwei@post.example"), raw: ""))
    records[0].values.append(FieldValue(.email, .text("drei@post.example"), raw: ""))
    records[1].values = [FieldValue(.email, .text("drei@post.example"), raw: "")]
    let said = values(.attribute(.email), of: records)
    #expect(said.left == "drei@post.example")
    #expect(said.right == "drei@post.example")
  }

  @Test func aRecordThatIsNotThereGivesNothing() {
    #expect(values(.familyName, of: []).left == "")
    #expect(values(nil).left == "")
  }
}
