import Records
import Testing

@testable import Linkage

@Suite struct HouseholdFinderTests {
  /// The pairs of people who are a household, each record a cluster of its own.
  private func households(_ records: [Record]) -> [[Int]] {
    HouseholdFinder(comparer: Sample.comparer(records), clusters: Array(records.indices))
      .relations().map { [$0.left, $0.right] }
  }

  private func at(
    _ given: String, _ family: String, organization: String = "", number: String = "7",
    code: String = "20095", phone: String = ""
  ) -> Record {
    Sample.person(
      given + family, given, family, organization: organization, street: "Lindenweg",
      number: number, code: code, place: code.isEmpty ? "" : "Hamburg", phone: phone)
  }

  @Test(arguments: [("Petersen", "Petersen"), ("Meyer", "Meier"), ("Petersen", "Petersen-Voß")])
  func oneNameAtOneAddressIsAHousehold(left: String, right: String) {
    #expect(households([at("Jörg", left), at("Silke", right)]) == [[0, 1]])
  }

  @Test(arguments: [("Moll", "Noll"), ("Surma", "Schramm"), ("Petersen", "Krohn")])
  func otherNamesAreNone(left: String, right: String) {
    #expect(households([at("Jörg", left), at("Silke", right)]).isEmpty)
  }

  @Test func twoNamesWithOnePrivateLineAreAHousehold() {
    let line = "+494012345678"
    #expect(
      households([at("Jörg", "Petersen", phone: line), at("Silke", "Krohn", phone: line)])
        == [[0, 1]])
    #expect(
      households([
        at("Jörg", "Petersen", phone: line), at("Silke", "Krohn", phone: line),
        Sample.organization("f", "Kranz", phone: line),
      ]).isEmpty)
  }

  @Test func addressOfAFirmIsNoHome() {
    let couple = [at("Jörg", "Petersen"), at("Silke", "Petersen")]
    let firm = Sample.organization(
      "f", "Kranz Optik", street: "Lindenweg", number: "7", code: "20095", place: "Hamburg")
    #expect(households(couple + [firm]).isEmpty)
    #expect(
      households(
        couple + [at("A", "Bode", organization: "Kranz"), at("B", "Falk", organization: "Brix")]
      ).isEmpty)
    let line = "+494012345678"
    let known = [at("Jörg", "Petersen", phone: line), at("Silke", "Petersen", phone: line)]
    #expect(households(known + [firm]) == [[0, 1]])
  }

  @Test func colleaguesOfOneNameAreNoHousehold() {
    #expect(
      households([
        at("Peter", "Grabowski", organization: "Nordlicht"),
        at("Paul", "Grabowski", organization: "Nordlicht"),
      ]).isEmpty)
  }

  @Test func nestedContactPersonsAreAtWork() {
    var records = [at("Peter", "Grabowski"), at("Paul", "Grabowski")]
    for index in records.indices { records[index].parentKey = "f" }
    #expect(households(records).isEmpty)
  }

  @Test func streetWithoutAPlaceIsNoAddress() {
    let records = ["Jörg", "Silke"].map { at($0, "Petersen", code: "") }
    #expect(households(records).isEmpty)
  }

  @Test func oneClusterIsNoHousehold() {
    let records = [at("Jörg", "Petersen"), at("J.", "Petersen")]
    let found = HouseholdFinder(comparer: Sample.comparer(records), clusters: [0, 0]).relations()
    #expect(found.isEmpty)
  }

  @Test func manyNeighborsAreComparedWithinTheirNameAlone() {
    let neighbors = (0..<150).map { at("A\($0)", "\(["Lang", "Krohn", "Tiemann"][$0 % 3])") }
    let found = households(neighbors)
    #expect(!found.isEmpty && found.allSatisfy { $0[0] % 3 == $0[1] % 3 })
  }
}
