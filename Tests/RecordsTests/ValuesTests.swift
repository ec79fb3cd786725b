import Testing

@testable import Records

@Suite struct ValuesTests {
  @Test func nameIsWrittenInItsNaturalOrder() {
    let name = PersonName(given: "Hans", particle: "von der", family: "Heide", suffix: "jun.")
    #expect(name.text == "Hans von der Heide jun.")
    #expect(PersonName().isEmpty && !name.isEmpty)
  }

  @Test func addressNamesOnlyCountriesAbroad() {
    var address = Address(
      street: "Hauptstraße", houseNumber: "12", postalCode: "01067", place: "Dresden", country: "DE"
    )
    #expect(address.text == "Hauptstraße 12, 01067 Dresden")
    address.country = "AT"
    address.poBox = "1234"
    #expect(address.text == "Hauptstraße 12, Postfach 1234, 01067 Dresden, AT")
  }

  @Test(arguments: [
    (PartialDate(year: 1980, month: 4, day: 3), "1980-04-03"),
    (PartialDate(month: 4, day: 3), "--04-03"),
    (PartialDate(year: 1980, month: 4), "1980-04"),
    (PartialDate(year: 1980), "1980"),
  ])
  func unknownPartsOfADateAreLeftOut(date: PartialDate, text: String) {
    #expect(date.text == text)
  }

  @Test func datesAreOrdered() {
    let dates = [(1999, 12, 31), (2000, 1, 1), (2000, 1, 2), (2000, 2, 1)]
      .map { PartialDate(year: $0.0, month: $0.1, day: $0.2) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test func extensionFollowsItsNumber() {
    #expect(
      PhoneNumber(number: "+4930123", extension: "7", isValid: true).text == "+4930123;ext=7")
  }
}
