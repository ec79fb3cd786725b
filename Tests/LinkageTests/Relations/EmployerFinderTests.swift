import Records
import Testing

@testable import Linkage

@Suite struct EmployerFinderTests {
  private let firm = Sample.organization("f", "Kranz Optik", code: "04109", place: "Leipzig")

  @Test func nestedPersonWorksAtItsOrganization() {
    var person = Sample.person("p", "Anna", "Bode")
    person.parentKey = "f"
    let found = EmployerFinder(columns: Sample.columns([person, firm]), clusters: [0, 1])
      .relations(on: SerialExecutor())
    #expect(found == [Relation(.worksAt, left: 0, right: 1)])
  }

  @Test func nameAndPlaceTogetherMakeAnEmployer() {
    let here = Sample.person("p", "Anna", "Bode", organization: "Kranz Optik", code: "04109")
    let there = Sample.person("q", "Bernd", "Falk", organization: "Kranz Optik", code: "80331")
    let found = EmployerFinder(columns: Sample.columns([here, there, firm]), clusters: [0, 1, 2])
      .relations(on: SerialExecutor())
    #expect(found == [Relation(.worksAt, left: 0, right: 2)])
  }

  /// The key of the organization at which a person of "Nordlicht GmbH, Kai 1, Hamburg" works.
  private func employer(_ organizations: [Record], clusters: [Int]? = nil) -> String? {
    var person = Sample.person(
      "p", "Anna", "Bode", street: "Kai", number: "1", code: "20457", place: "Hamburg")
    person.values.append(
      FieldValue(
        .organization,
        .organization(
          OrganizationName(text: "Nordlicht GmbH", core: "Nordlicht", legalForm: "GmbH")),
        raw: ""))
    let records = organizations + [person]
    let found = EmployerFinder(
      columns: Sample.columns(records), clusters: clusters ?? Array(records.indices)
    ).relations(on: SerialExecutor())
    return found.first.map { records[$0.right].key }
  }

  private func firm(_ key: String, form: String, street: String = "Kai") -> Record {
    Sample.organization(
      key, "Nordlicht", form: form, street: street, number: "1", code: "20457", place: "Hamburg")
  }

  @Test func legalFormAndHouseDecideAmongFirmsOfOneName() {
    let group = [
      firm("kg", form: "GmbH & Co. KG"), firm("far", form: "GmbH", street: "Speicher"),
      firm("gmbh", form: "GmbH"),
    ]
    #expect(employer(group) == "gmbh")
    #expect(employer(group.reversed()) == "gmbh")
    #expect(employer([group[0], group[1]]) == "far")
  }

  @Test func nameAloneNeedsToBeUnambiguous() {
    let forms = [firm("kg", form: "GmbH & Co. KG"), firm("ag", form: "AG")]
    #expect(employer([forms[0]]) == "kg")
    #expect(employer(forms) == nil)
    #expect(employer(forms, clusters: [0, 0, 1]) != nil)
    #expect(employer([firm("far", form: "AG", street: "Speicher")]) == nil)
  }

  @Test func twoOfficesOfOneNameInATownAreAmbiguous() {
    let offices = ["Speicher", "Hafen"].map { firm($0, form: "GmbH", street: $0) }
    #expect(employer(offices) == nil)
    #expect(employer(offices, clusters: [0, 0, 1]) != nil)
  }
}
