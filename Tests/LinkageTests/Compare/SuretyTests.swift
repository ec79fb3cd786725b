import Records
import Testing

@testable import Linkage

@Suite struct SuretyTests {
  private func surety(_ left: Record, _ right: Record) -> Surety? {
    let comparer = Sample.comparer([left, right])
    let rows = comparer.columns.rows
    let found = comparer.surety(rows[0], rows[1])
    return found == comparer.surety(rows[1], rows[0]) ? found : nil
  }

  private func firm(
    _ form: String = "", street: String = "Hafenstraße", phone: String = ""
  ) -> Record {
    Sample.organization(
      "f\(street)\(phone)", "Kranz", form: form, street: street, number: "3", code: "20359",
      place: "Hamburg", phone: phone)
  }

  @Test func registeredFirmOfOneNameInOneHouseIsOne() {
    #expect(surety(firm("GmbH"), firm("GmbH", phone: "+494066969300")) == .registeredFirm)
    #expect(surety(firm("GmbH"), firm("AG")) == nil)
    #expect(surety(firm("GmbH"), firm("GmbH", street: "Kai")) == nil)
    #expect(surety(firm(), firm()) == nil)
  }

  @Test func nameHouseAndPhoneMakeOneOrganization() {
    let phone = "+494066969300"
    #expect(surety(firm(phone: phone), firm("e.K.", phone: phone)) == .organization)
    #expect(surety(firm(phone: phone), firm(phone: "+494066969301")) == nil)
  }

  private func person(
    _ given: String = "Petra", email: String = "petra@schulz.example", suffix: String = "",
    mobile: String = "", code: String = "22765", born: PartialDate? = nil, salutation: String = ""
  ) -> Record {
    Sample.person(
      given + suffix, given, "Schulz", code: code, place: code.isEmpty ? "" : "Ort \(code)",
      email: email, mobile: mobile, born: born, suffix: suffix, salutation: salutation)
  }

  @Test func nameOwnMailboxAndPlaceMakeOnePerson() {
    #expect(surety(person(), person()) == .person)
    #expect(surety(person(), person("P.")) == nil)
    #expect(surety(person(), person(email: "p@schulz.example")) == nil)
    #expect(surety(person(email: "familie@schulz.example"), person()) == nil)
    #expect(surety(person(), person(code: "80331")) == nil)
    #expect(surety(person(), person(code: "")) == nil)
  }

  @Test func nameOwnMobileAndPlaceMakeOnePerson() {
    let mobile = "+491711234567"
    let one = person(email: "", mobile: mobile)
    #expect(surety(one, one) == .person)
    #expect(surety(one, person(email: "", mobile: "+491711234568")) == nil)
    #expect(surety(one, person("P.", email: "", mobile: mobile)) == nil)
    #expect(surety(one, person(email: "", suffix: "jun.", mobile: mobile)) == nil)
    #expect(surety(one, person(email: "", mobile: mobile, code: "80331")) == nil)
  }

  @Test func oneLandlineMayBeFathersAndSons() {
    let one = Sample.person(
      "1", "Karl", "Schulz", street: "Am Wall", number: "3", code: "22765", place: "Hamburg",
      phone: "+494066969300")
    #expect(surety(one, one) == nil)
  }

  @Test func whatTellsFatherFromSonLeavesADoubt() {
    let father = PartialDate(year: 1948, month: 11, day: 2)
    let son = PartialDate(year: 1979, month: 4, day: 3)
    #expect(surety(person(), person(suffix: "jun.")) == nil)
    #expect(surety(person(born: father), person(born: son)) == nil)
    #expect(surety(person(born: father), person()) == .person)
    #expect(surety(person(salutation: "Herr"), person(salutation: "Frau")) == nil)
  }
}
