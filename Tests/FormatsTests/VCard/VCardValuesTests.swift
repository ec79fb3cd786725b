import Records
import Testing

@testable import Formats

@Suite struct VCardValuesTests {
  private func values(of lines: [String]) -> (texts: [String], values: VCardValues) {
    var properties = VCardProperties()
    var values = VCardValues(columns: VCardColumns())
    let columns = values.add(lines.compactMap { properties.property(of: Array($0.utf8)) })
    return (values.values.map { "\(columns.names[$0.column])=\($0.text)" }, values)
  }

  @Test func labelOfAGroupComesBeforeOrAfterItsProperty() {
    let lines = ["a.X-ABLabel:Privat", "a.TEL:1", "b.TEL:2", "b.X-ABLabel:_$!<Work>!$_"]
    #expect(values(of: lines).texts == ["TEL;home=1", "TEL;work=2"])
  }

  @Test func commasSeparateNamesFromVersion3On() {
    #expect(values(of: ["VERSION:2.1", "N:A;B,C"]).texts.last == "N.given=B,C")
    #expect(values(of: ["VERSION:3.0", "N:A;B,C"]).texts.last == "N.given=B C")
  }

  @Test(arguments: [
    (["UID:1", "REV:2", "CATEGORIES:a"], true), (["NOTE:a"], true), (["URL:a"], true),
    (["TEL: "], false), (["X-SKYPE:a"], true), (["BDAY:0000-00-00"], false),
  ])
  func whatMakesAContact(lines: [String], isContact: Bool) {
    #expect(values(of: lines).values.isContact == isContact)
  }
}
