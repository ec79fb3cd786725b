internal import Records
internal import Testing

@testable import Normalization

@Suite struct NormalizerReachTests {
  @Test func addressesOfSeveralGroupsStayApart() {
    let result = normalized(
      ("home.street", "Hauptstr. 1"), ("work.street", "Am Wald 2"), ("home.place", "Ulm"),
      ("work.place", "Bonn"), ("work.place.2", "Köln"))
    let addresses = result.record?.values(of: .address) ?? []
    #expect(addresses.map(\.value.text) == ["Hauptstraße 1, Ulm", "Am Wald 2, Bonn", "Köln"])
    #expect(addresses.map(\.label) == [.home, .work, .work])
  }

  @Test func countryAloneIsNoAddressButTellsThePhonesRegion() {
    let result = normalized(("family", "Huber"), ("country", "A"), ("phone", "01 2345678"))
    #expect(result.record?.has(.address) == false)
    #expect(result.record?.first(.phone)?.value.text == "+4312345678")
  }

  @Test func lostZeroIsRestoredOnlyWhenItIsCertain() {
    func code(_ values: (String, String)...) -> String {
      let result = Normalizer(phones: DigitJudge(), country: "DE").record(from: mapped(values))
      guard case .address(let address) = result.record?.first(.address)?.value else { return "" }
      return address.country + address.postalCode
    }
    #expect(code(("postal_code", "1067"), ("place", "Dresden"), ("country", "DE")) == "DE01067")
    #expect(code(("postal_code", "1067"), ("place", "Dresden")) == "DE01067")
    #expect(code(("postal_code", "8412"), ("place", "Dorf")) == "8412")
    #expect(code(("postal_code", "8412"), ("place", "Dorf"), ("email", "a@b.de")) == "DE08412")
    #expect(code(("postal_code", "8412"), ("place", "Dorf"), ("vat_id", "ATU12345675")) == "AT8412")
    #expect(code(("postal_code", "8412"), ("place", "Dorf"), ("country", "AT")) == "AT8412")
    #expect(code(("postal_code", "8000"), ("place", "München"), ("country", "DE")) == "DE8000")
    #expect(code(("postal_code", "1010"), ("place", "Wien")) == "AT1010")
    #expect(code(("postal_code", "8001"), ("place", "Zürich")) == "CH8001")
  }

  @Test func severalNumbersInACellAreSeveralValues() {
    let result = normalized(("work.phone", "030 1234567 / 0171 4567890"))
    let phones = result.record?.values(of: .phone) ?? []
    #expect(phones.map(\.value.text) == ["+49301234567", "+491714567890"])
    #expect(phones.allSatisfy { $0.label == .work && $0.raw == "030 1234567 / 0171 4567890" })
  }

  @Test func excelDamageIsKeptAndMarked() {
    let result = normalized(("family", "Huber"), ("phone", "4,91712E+11"))
    #expect(result.record?.first(.phone)?.mark == .invalid)
    #expect(result.problems.map(\.code) == ["excel-damaged-number"])
    #expect(result.problems.first?.field == "phone")
  }

  @Test func wordsInAPhoneColumnAreKeptAndMarked() {
    let result = normalized(("family", "Huber"), ("phone", "siehe Zentrale"))
    #expect(result.record?.first(.phone)?.mark == .invalid)
    #expect(result.problems.map(\.code) == ["phone-without-number"])
  }

  @Test func columnSaysTheKind() {
    let result = normalized(("fax", "030 1234567"), ("mobile", "0171 4567890"))
    let kinds = result.record?.values(of: .phone).map { value -> PhoneNumber.Kind in
      guard case .phone(let number) = value.value else { return .unknown }
      return number.kind
    }
    #expect(kinds == [.fax, .mobile])
  }

  @Test func inheritedCountryStandsForAMissingOne() {
    let nested = mapped([("family", "Huber"), ("phone", "01 2345678")], isContactPerson: true)
    let result = Normalizer(phones: DigitJudge(), country: "DE").record(
      from: nested, inheriting: "AT")
    #expect(result.record?.first(.phone)?.value.text == "+4312345678")
  }

  @Test func sameEmailTwiceIsOneValue() {
    let result = normalized(("email", "A@b.de; a@B.de"))
    #expect(result.record?.values(of: .email).count == 1)
  }

  @Test func invalidEmailIsKeptAndMarked() {
    let result = normalized(("email", "hans.huber.de"))
    #expect(result.record?.first(.email)?.mark == .invalid)
    #expect(result.problems.map(\.code) == ["email-without-at"])
  }
}
