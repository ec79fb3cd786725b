import Records
import Testing

@testable import Survivorship

@Suite struct AddresseesTests {
  private func contact(_ id: ContactID, kind: Record.Kind = .person, _ values: FieldValue...)
    -> Contact
  {
    Merger(rules: SurvivorshipRules(), priorities: [:])
      .contact(id: id, from: [record(id, kind: kind, values: values)])
  }

  @Test func unitsKeepTheirContacts() {
    var addressees = Addressees(
      allowed: [
        contact(1, name("Hans", "Müller")), contact(2, name("Eva", "Wolf")),
        contact(3, name("Ida", "Müller")),
      ],
      barred: [], language: .german)
    let units = addressees.units()
    #expect(units.map(\.text) == ["Hans und Ida Müller", "Eva Wolf"])
    #expect(units.map(\.contacts) == [[1, 3], [2]])
  }

  @Test func englishSaysAndAndFamily() {
    var addressees = Addressees(
      allowed: [contact(1, name("Hans", "Müller")), contact(2, name("Ida", "Müller"))], barred: [],
      language: .english)
    #expect(addressees.units().map(\.text) == ["Hans and Ida Müller"])
  }

  @Test func aParticleStandsBeforeTheName() {
    var addressees = Addressees(
      allowed: [
        contact(1, name("Hans", "Heide", particle: "von der")),
        contact(2, name("Ida", "Heide", particle: "von der")),
      ], barred: [], language: .german)
    #expect(addressees.units().map(\.text) == ["Hans und Ida von der Heide"])
  }

  @Test func fatherAndSonOfOneNameAreBothNamed() {
    var addressees = Addressees(
      allowed: [
        contact(1, name("Hans", "Müller")), contact(2, name("Hans", "Müller", suffix: "jun.")),
      ],
      barred: [], language: .german)
    #expect(addressees.units().map(\.text) == ["Hans Müller und Hans Müller jun."])
  }

  @Test func aCoupleWhomAllObjectedIsSilenced() {
    let objection = consent(.post, .denied)
    var addressees = Addressees(
      allowed: [contact(1, kind: .household, name("Hans und Ida", "Müller"))],
      barred: [
        contact(2, name("Hans", "Müller"), objection), contact(3, name("Ida", "Müller"), objection),
      ],
      language: .german)
    #expect(addressees.units().isEmpty)
    #expect(addressees.silenced == [1])
  }
}
