internal import Records
internal import Testing

@testable import Normalization

@Suite struct AddressNormalizerTests {
  private func address(_ input: AddressInput, evidence: String? = nil) -> ParsedAddress {
    var normalizer = AddressNormalizer(defaultCountry: "DE")
    return normalizer.normalized(input, evidence: evidence)
  }

  @Test func numberThatStandsTwiceCountsOnce() {
    let parsed = address(AddressInput(street: "Am Wald 32", houseNumber: "32"))
    #expect(parsed.address == Address(street: "Am Wald", houseNumber: "32"))
  }

  @Test func streetBesideItsNumberIsNotSplit() {
    let parsed = address(AddressInput(street: "Straße des 17. Juni", houseNumber: "135"))
    #expect(parsed.address == Address(street: "Straße des 17. Juni", houseNumber: "135"))
  }

  @Test func swissStreetsHaveNoSharpS() {
    let parsed = address(
      AddressInput(street: "Hauptstr. 1", postalCode: "8001", country: "Schweiz"))
    #expect(parsed.address.street == "Hauptstrasse")
  }

  @Test func defaultCountryIsTakenWhereTheCodeHasItsForm() {
    #expect(address(AddressInput(postalCode: "70567")).address.country == "DE")
    #expect(address(AddressInput(postalCode: "4655")).address.country.isEmpty)
    #expect(address(AddressInput(place: "Ulm")).address.country.isEmpty)
  }

  @Test func whatIsWrongIsSaid() {
    #expect(address(AddressInput(place: "Ulm", country: "Nirgendwo")).findings == [.unknownCountry])
    #expect(address(AddressInput(postalCode: "705", country: "DE")).findings == [.postalCodeForm])
    #expect(address(AddressInput(postalCode: "1067", country: "DE")).findings == [.lostZero])
    #expect(address(AddressInput(street: "Weg", houseNumber: "03. Mai")).findings == [.excelNumber])
  }

  @Test func postBoxAndPartsOfThePlace() {
    let parsed = address(AddressInput(addition: "Postfach 12 34", place: "70567 ULM OT NORD"))
    #expect(
      parsed.address
        == Address(
          addition: "OT NORD", poBox: "1234", postalCode: "70567", place: "Ulm", country: "DE"))
  }
}
