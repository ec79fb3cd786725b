import Records
import Testing

@testable import Linkage

@Suite struct OrganizationVetoTests {
  private func veto(_ left: Record, _ right: Record) -> Veto? {
    let comparer = Sample.comparer([left, right])
    return comparer.veto(comparer.columns.rows[0], comparer.columns.rows[1], bits: 50)
  }

  @Test func differentVATIDsAlwaysKeepApart() {
    let firms = ["DE123456789", "DE987654321"].map { Sample.organization($0, "Kranz", vat: $0) }
    #expect(veto(firms[0], firms[1]) == .vatIDs)
    #expect(veto(firms[0], firms[0]) == nil)
  }

  @Test(arguments: [
    ("Nordlicht", "GmbH", "Nordlicht Holding", "GmbH"),
    ("Nordlicht", "GmbH", "Nordlicht Logistik", "GmbH"),
    ("Nordlicht", "GmbH", "Nordlicht", "GmbH & Co. KG"),
    ("Nordlicht Verwaltungs", "GmbH", "Nordlicht", "GmbH & Co. KG"),
  ])
  func firmsOfOneGroupAreSisters(left: String, form: String, right: String, otherForm: String) {
    #expect(
      veto(
        Sample.organization("1", left, form: form),
        Sample.organization("2", right, form: otherForm)) == .sisterFirms)
  }

  @Test(arguments: [
    ("Nordlicht Logistik", "GmbH", "Nordlicht Logistk", "GmbH"),
    ("Nordlicht Logistik", "GmbH", "Nordlicht", ""),
    ("Nordlicht Optik", "GmbH", "Nordlicht", "GmbH"),
    ("Nordlicht", "", "Nordlicht", "GmbH & Co. KG"),
    ("Nordlicht", "e.K.", "Nordlicht", "GmbH"),
  ])
  func spellingsOfOneFirmAreNot(left: String, form: String, right: String, otherForm: String) {
    #expect(
      veto(
        Sample.organization("1", left, form: form),
        Sample.organization("2", right, form: otherForm)) == nil)
  }
}
