import Records
import Testing

@testable import Linkage

@Suite struct ScoreBoundAddressTests {
  @Test func placesApartLoseMoreThanOneHouse() {
    let glances = Glances([
      Sample.person(
        "1", "A", "B", street: "Lindenweg", number: "3", code: "04109", place: "Leipzig"),
      Sample.person(
        "2", "A", "B", street: "Lindenweg", number: "3", code: "04109", place: "Leipzig"),
      Sample.person("3", "A", "B", street: "Am Wald", number: "9", code: "10115", place: "Berlin"),
      Sample.person("4", "A", "B", street: "Am Bach", number: "9", code: "04229", place: "Leipzig"),
    ])
    #expect(glances[0, 1].address.x > glances[0, 3].address.x)
    #expect(glances[0, 3].address != glances[0, 2].address)
  }

  @Test func twoAddressesStayOpen() {
    var record = Sample.person("1", "A", "B", code: "04109", place: "Leipzig")
    record.values += Sample.person("1", code: "10115", place: "Berlin").values
    let glances = Glances([record, Sample.person("2", "A", "B", code: "80331", place: "Ulm")])
    #expect(glances[0, 1].address == .zero)
  }
}
