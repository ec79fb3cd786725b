import Testing

@testable import Phones

@Suite struct PhoneMetadataTests {
  @Test func linkedLibraryShowsItsMetadata() {
    #expect(
      PhoneMetadata.linked.count > 200,
      """
      the linked libphonenumber hides its metadata or has changed their form: numbers are still \
      judged rightly, but every one by the library, some 100 times slower
      """)
  }

  @Test(arguments: [("DE", 49), ("AT", 43), ("CH", 41)])
  func germanSpeakingCountries(region: String, code: Int) throws {
    let country = try #require(PhoneMetadata.linked.first { $0.region == region })
    #expect(country.callingCode == code)
    #expect(country.internationalPrefix == "00")
    #expect(country.nationalPrefix == "0")
    #expect(country.transformRule.isEmpty)
    #expect(!country.general.pattern.isEmpty)
    #expect(country.types[.mobile]?.lengths.isEmpty == false)
    #expect(country.types[.fixedLine]?.example.isEmpty == false)
  }

  @Test func absentTypeHasTheLengthMinusOne() throws {
    let country = try #require(PhoneMetadata.linked.first { $0.region == "DE" })
    #expect(country.types[.voip]?.lengths == [-1])
    #expect(country.types[.voip]?.pattern == "")
  }

  @Test func brokenOffMetadataGiveNothing() {
    let bytes = LinkedLibrary.metadata()
    #expect(PhoneMetadata.countries(in: bytes.dropLast(1)).isEmpty)
    #expect(PhoneMetadata.countries(in: []).isEmpty)
    #expect(PhoneMetadata.countries(in: [0x0A, 0x02, 0x0A, 0x05]).isEmpty)
  }
}
