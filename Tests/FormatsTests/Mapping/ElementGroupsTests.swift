@testable import Formats
import Records
import Testing

@Suite struct ElementGroupsTests {
  private func separated(_ columns: [String: String]) -> [String: MappingTarget] {
    ElementGroups.separated(columns.compactMapValues(MappingTarget.init(text:)))
  }

  @Test func secondElementWithTheSameFieldsGetsItsOwnGroup() {
    let found = separated(["A/s": "street", "A/o": "place", "B/s": "street", "B/o": "place"])
    #expect(found["A/s"] == MappingTarget(text: "street"))
    #expect(found["B/s"] == MappingTarget(text: "street.2"))
    #expect(found["B/o"] == MappingTarget(text: "place.2"))
  }

  @Test func groupsOfTheMappingAreNotTaken() {
    let found = separated([
      "A/s": "street", "A/o": "place", "B/s": "street", "B/o": "place", "C/o": "place.2",
    ])
    #expect(found["B/s"] == MappingTarget(text: "street.3"))
  }

  @Test func labelsTellElementsApartAlready() {
    let columns = ["A/s": "home.street", "A/o": "home.place", "B/s": "street", "B/o": "place"]
    #expect(separated(columns) == columns.compactMapValues(MappingTarget.init(text:)))
  }

  @Test func phonesNeedNoGroups() {
    let columns = ["A/t": "phone", "A/f": "fax", "B/t": "phone", "B/f": "fax"]
    #expect(separated(columns) == columns.compactMapValues(MappingTarget.init(text:)))
  }
}
