import Testing

@testable import Linkage

@Suite struct OrganizationComparisonTests {
  @Test(arguments: [
    ("Rummel & Söhne", "Rummel und Soehne", OrganizationLevel.equal),
    ("IT-Haus", "IT Haus", .equal),
    ("Lehmann Immob.", "Lehmann Immobilien", .sameWords),
    ("Kranz Optik", "Optik Kranz", .sameWords),
    ("Isselburger Technik", "Lohmann Papier", .different),
  ])
  func levelOfNames(left: String, right: String, level: OrganizationLevel) {
    let found = Sample.level(
      .organization, Sample.organization("1", left), Sample.organization("2", right))
    #expect(found == level.rawValue)
  }

  @Test func anotherLegalFormIsALevelOfItsOwn() {
    let left = Sample.organization("1", "Kranz Optik", form: "GmbH")
    let right = Sample.organization("2", "Kranz Optik", form: "GmbH & Co. KG")
    #expect(Sample.level(.organization, left, right) == OrganizationLevel.otherForm.rawValue)
    #expect(Sample.level(.organization, left, left) == OrganizationLevel.equal.rawValue)
  }
}
