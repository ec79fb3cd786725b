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
    #expect(addressees.silenced == [1: .objection])
  }

  private func texts(_ allowed: Contact..., barred: [Contact] = []) -> [String] {
    var addressees = Addressees(allowed: allowed, barred: barred, language: .german)
    return addressees.units().map(\.text)
  }

  @Test func duplicatesThatWaitForReviewAreNamedOnce() {
    let katrin = contact(1, name("Katrin", "Vogel"))
    #expect(texts(katrin, contact(2, name("KATRIN", "Vogel"))) == ["Katrin Vogel"])
    #expect(
      texts(
        katrin, contact(2, name("Katrin Maria", "Vogel"), text(.title, "Dr.")),
        contact(3, name("Jan", "Vogel"))) == ["Dr. Katrin Maria und Jan Vogel"])
  }

  @Test func namesakesWhomSomethingTellsApartAreBothNamed() {
    let hans = contact(1, name("Hans", "Müller"), birthDate(1950, 1, 2))
    #expect(
      texts(hans, contact(2, name("Hans", "Müller"), birthDate(1980, 3, 4)))
        == ["Hans und Hans Müller"])
    #expect(
      texts(hans, contact(2, name("Hans", "Müller"), birthDate(1950, 1, 0))) == ["Hans Müller"])
    #expect(texts(hans, contact(2, name("H.", "Müller"))) == ["Hans und H. Müller"])
  }

  @Test func aNamesakeOfSomeoneWhoObjectedIsNotNamed() {
    var addressees = Addressees(
      allowed: [contact(1, name("Katrin", "Vogel")), contact(3, name("Jan", "Vogel"))],
      barred: [contact(2, name("Katrin", "Vogel"), consent(.post, .denied))], language: .german)
    #expect(addressees.units().map(\.text) == ["Jan Vogel"])
    #expect(addressees.silenced == [1: .namesake])
  }
}
