import Records
import Testing

@testable import Linkage

@Suite struct EmployerFinderTests {
  private let firm = Sample.organization("f", "Kranz Optik", code: "04109", place: "Leipzig")

  @Test func nestedPersonWorksAtItsOrganization() {
    var person = Sample.person("p", "Anna", "Bode")
    person.parentKey = "f"
    let found = EmployerFinder(columns: Sample.columns([person, firm])).relations()
    #expect(found == [Relation(.worksAt, left: 0, right: 1)])
  }

  @Test func nameAndPlaceTogetherMakeAnEmployer() {
    let here = Sample.person("p", "Anna", "Bode", organization: "Kranz Optik", code: "04109")
    let there = Sample.person("q", "Bernd", "Falk", organization: "Kranz Optik", code: "80331")
    let found = EmployerFinder(columns: Sample.columns([here, there, firm])).relations()
    #expect(found == [Relation(.worksAt, left: 0, right: 2)])
  }
}
