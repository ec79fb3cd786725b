import Testing

@testable import Phones

@Suite struct NumberingPlanTests {
  /// An invented country: 2… fixed lines, 3… mobiles, 4… either, local numbers of 4 digits.
  private static let invented: CountryMetadata = {
    var country = CountryMetadata()
    country.region = "QQ"
    country.callingCode = 25
    country.internationalPrefix = "00"
    country.nationalPrefix = "0"
    country.general = NumberDescription(
      pattern: "[2-4]\\d{5,6}|05\\d{4}", lengths: [6, 7], localLengths: [4])
    country.types[.fixedLine] = NumberDescription(pattern: "[24]\\d{5,6}")
    country.types[.mobile] = NumberDescription(pattern: "[34]\\d{5,6}", lengths: [7])
    return country
  }()

  @Test(
    arguments: [
      ("212345", .fixedLine), ("3123456", .mobile), ("312345", .unknown), ("412345", .fixedLine),
      ("4123456", .fixedLineOrMobile), ("512345", .unknown), ("21234", .unknown), ("", .unknown),
      ("12345678901234567890", .unknown),
    ] as [(String, NumberType)])
  func typeOfNumber(number: String, type: NumberType) throws {
    var plan = try #require(NumberingPlan(Self.invented))
    let found = plan.type(of: try #require(Digits(number)))
    #expect(found == type)
  }

  @Test(arguments: [
    ("0212345", "212345"), ("212345", "212345"),
    // Matches as it is and not without: no prefix.
    ("051234", "051234"),
    // Too short, local or of no length without the prefix: it stays. Too long: it goes.
    ("01234", "01234"), ("012345", "012345"), ("0123456789", "123456789"),
  ])
  func nationalNumber(dialled: String, number: String) throws {
    var plan = try #require(NumberingPlan(Self.invented))
    let found = plan.nationalNumber(try #require(Digits(dialled)))
    #expect(found.text == number)
  }

  @Test(
    arguments: [
      ("25212345", "212345"), ("250212345", "212345"), ("255123", nil), ("251234", nil),
      ("12345", nil), ("25999999", "999999"),
    ] as [(String, String?)])
  func bareCallingCode(dialled: String, rest: String?) throws {
    var plan = try #require(NumberingPlan(Self.invented))
    let found = plan.withoutBareCallingCode(try #require(Digits(dialled)))
    #expect(found?.text == rest)
  }

  @Test func stepsThatAreNotSimpleGiveNoPlan() {
    var country = Self.invented
    country.nationalPrefix = "0(?:1|2)?"
    #expect(NumberingPlan(country) == nil)
    country = Self.invented
    country.transformRule = "9$1"
    #expect(NumberingPlan(country) == nil)
    country = Self.invented
    country.types[.mobile] = NumberDescription(pattern: "3\\d+")
    #expect(NumberingPlan(country) == nil)
    country = Self.invented
    country.general.lengths = []
    #expect(NumberingPlan(country) == nil)
  }

  @Test func internationalPrefixMustBeOneNumber() {
    var country = Self.invented
    country.internationalPrefix = "00|99"
    #expect(NumberingPlan(country)?.internationalPrefix == nil)
    #expect(NumberingPlan(Self.invented)?.internationalPrefix?.text == "00")
  }
}
