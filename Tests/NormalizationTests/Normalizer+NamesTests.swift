internal import Records
internal import Testing

@testable import Normalization

@Suite struct NormalizerNamesTests {
  private func name(_ values: (String, String)...) -> PersonName? {
    let result = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values))
    guard case .name(let name) = result.record?.first(.name)?.value else { return nil }
    return name
  }

  @Test func columnsJoinToOneName() {
    #expect(
      name(
        ("given", "Hans"), ("middle", "p"), ("particle", "VON"), ("family", "Stein"),
        ("suffix", "jr"))
        == PersonName(given: "Hans", middle: "P", particle: "von", family: "Stein", suffix: "jun."))
  }

  @Test func particleAtTheEndOfTheGivenName() {
    #expect(
      name(("given", "Hans von der"), ("family", "Heide"))
        == PersonName(given: "Hans", particle: "von der", family: "Heide"))
  }

  @Test func wholeNameInTheFamilyColumn() {
    #expect(name(("family", "Heide, Hans von der"))?.text == "Hans von der Heide")
    #expect(name(("family", "T. Cetin")) == PersonName(given: "T.", family: "Cetin"))
    #expect(name(("family", "Hans Müller")) == PersonName(given: "Hans", family: "Müller"))
    #expect(name(("family", "García Márquez")) == PersonName(family: "García Márquez"))
  }

  @Test func wholeNameIsPassedOverBesideItsParts() {
    #expect(
      name(("family", "Huber"), ("full_name", "Kreutz, Klaus")) == PersonName(family: "Huber"))
  }

  @Test func wholeNameThatIsTheOrganizationNamesNobody() {
    let result = normalized(("full_name", "Blumen Hahn"), ("organization", "Blumen Hahn"))
    #expect(result.record?.kind == .organization)
    #expect(result.record?.has(.name) == false)
  }

  @Test func titleOfColumnAndNameStandsOnce() {
    let result = normalized(("title", "Dr."), ("given", "Dr. Hans"), ("family", "Huber"))
    #expect(result.record?.first(.title)?.value == .text("Dr."))
  }

  @Test(arguments: [
    ("Frau", "Frau", ""), ("Herr Dr. med.", "Herr", "Dr. med."), ("Mrs.", "Frau", ""),
    ("Dr.", "", "Dr."), ("Hofrat", "", "Hofrat"),
  ])
  func salutationInTheTitleIsNoTitle(text: String, salutation: String, title: String) {
    let record = normalized(("title", text), ("given", "Sabine"), ("family", "Meyer")).record
    #expect(record?.first(.salutation)?.value.text ?? "" == salutation)
    #expect(record?.first(.title)?.value.text ?? "" == title)
    let raws = [record?.first(.salutation), record?.first(.title)].compactMap { $0?.raw }
    #expect(raws.allSatisfy { $0 == text })
  }

  @Test func salutationOfItsColumnGoesBeforeTheTitles() {
    let record = normalized(("salutation", "Frau"), ("title", "Frau Dr."), ("family", "Meyer"))
      .record
    #expect(record?.values(of: .salutation).map(\.value) == [.text("Frau")])
    #expect(record?.first(.title)?.value == .text("Dr."))
  }

  @Test(arguments: [
    [("full_name", "Hans Müller (verstorben)")], [("full_name", "Müller, Hans †")],
    [("given", "Hans"), ("family", "Müller (verst.)")],
  ])
  func signOfDeathIsAStatusAndNoName(values: [(String, String)]) {
    let record = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values)).record
    #expect(record?.first(.name)?.value == .name(PersonName(given: "Hans", family: "Müller")))
    #expect(record?.first(.status)?.value == .text("deceased"))
    #expect(record?.has(.nickname) == false)
  }

  @Test func departmentIsNobodysName() {
    let column = normalized(("full_name", "Buchhaltung"), ("organization", "Weber GmbH")).record
    #expect(column?.first(.department)?.value == .text("Buchhaltung"))
    #expect(column?.has(.name) == false && column?.kind == .organization)
    let aside = normalized(("full_name", "Herr Müller (Einkauf)")).record
    #expect(aside?.has(.nickname) == false)
  }

  @Test(arguments: [
    ("Graf Dieter von Bülow", "Dieter Graf von Bülow"), ("Baron Münchhausen", "Baron Münchhausen"),
    ("von der Leyen Ursula", "Ursula von der Leyen"), ("z.Hd. Frau Müller", "Müller"),
    ("Pfr. i.R. Josef Huber", "Josef Huber i. R."), ("Frau Prof.in Dr.in Eva Lang", "Eva Lang"),
  ])
  func wholeNamesWithMuchAround(text: String, shown: String) {
    #expect(name(("full_name", text))?.text == shown)
  }

  @Test func birthNameOfItsColumnAndOfTheFamilyColumn() {
    let column = normalized(("family", "Müller"), ("birth_name", "geb. MEIER"))
    #expect(column.record?.first(.birthName)?.value == .text("Meier"))
    let inside = normalized(("given", "Eva"), ("family", "Müller, geb. von Stein"))
    #expect(inside.record?.first(.birthName)?.value == .text("von Stein"))
  }

  @Test func secondLineOfAnOrganizationIsJoined() {
    let result = normalized(("organization", "Müller GmbH &"), ("organization2", "Co. KG"))
    #expect(result.record?.first(.organization)?.value.text == "Müller GmbH & Co. KG")
    #expect(result.record?.first(.organization)?.raw == "Müller GmbH & | Co. KG")
  }

  @Test func departmentInTheSecondLineIsSetApart() {
    let result = normalized(("organization", "Müller GmbH"), ("organization2", "Buchhaltung"))
    #expect(result.record?.first(.organization)?.value.text == "Müller GmbH")
    #expect(result.record?.first(.department)?.value == .text("Buchhaltung"))
  }

  @Test func personBehindTheOrganizationIsFound() {
    let result = normalized(("organization", "Müller GmbH z. Hd. Frau Eva Meier"))
    #expect(result.record?.kind == .contactPerson)
    #expect(result.record?.first(.name)?.value.text == "Eva Meier")
  }

  @Test func genderColumnGoesBeforeTheSalutation() {
    let result = normalized(("salutation", "Frau"), ("family", "Huber"), ("gender", "m"))
    #expect(result.record?.values(of: .gender).map(\.value.text) == ["male"])
  }

  @Test func testAsGivenNameIsNobody() {
    #expect(name(("given", "test"), ("family", "Bock")) == PersonName(family: "Bock"))
    #expect(name(("given", "Eva"), ("family", "Test")) == PersonName(given: "Eva", family: "Test"))
    #expect(name(("given", "Eva"), ("family", "Null")) == PersonName(given: "Eva", family: "Null"))
    #expect(name(("given", "test"), ("family", "Test"), ("email", "a@b.de")) == nil)
  }
}
