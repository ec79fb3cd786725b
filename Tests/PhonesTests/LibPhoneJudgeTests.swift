import Records
import Testing

@testable import Phones

@Suite struct LibPhoneJudgeTests {
  private func judge(
    _ text: String, region: String = "DE", expecting: PhoneNumber.Kind = .unknown
  ) -> PhoneNumber? {
    LibPhoneJudge().judge(text, region: region, expecting: expecting)
  }

  @Test(arguments: [
    "030 123456", "+49 30 123456", "0049 (0)30 / 12 34 56", "+49 (0) 30 123456", "(030) 123456",
    "030/123456", "Tel. 030-123456", "4930123456", "+49.30.123456", "030 123456,",
  ])
  func oneNumberInManySpellings(text: String) {
    #expect(
      judge(text) == PhoneNumber(number: "+4930123456", kind: .landline, isValid: true))
  }

  @Test func digitsBehindADashBelongToTheNumber() {
    #expect(judge("030 123456-23")?.number == "+493012345623")
    #expect(judge("030 123456-23")?.extension == "")
    #expect(judge("030 123456-0")?.number == "+49301234560")
  }

  @Test(arguments: [
    "030 123456 DW 23", "030 123456 Durchwahl 23", "030 123456 App. 23", "030 123456 ext. 23",
    "030 123456 x23", "+49 30 123456;ext=23", "030 123456 (Nebenstelle: 23)",
  ])
  func markedExtensionStandsApart(text: String) {
    #expect(judge(text)?.number == "+4930123456")
    #expect(judge(text)?.extension == "23")
  }

  @Test(
    arguments: [
      ("0170 1234567", "DE", .landline, .mobile), ("0170 1234567", "DE", .fax, .mobile),
      ("030 123456", "DE", .fax, .fax), ("030 123456", "DE", .mobile, .landline),
      ("0800 1234567", "DE", .landline, .service), ("0664 123456", "AT", .unknown, .mobile),
      ("0720 123456", "AT", .unknown, .landline), ("058 123 45 67", "CH", .landline, .service),
      ("+1 212 202 4738", "DE", .mobile, .mobile), ("+1 212 202 4738", "DE", .unknown, .unknown),
      ("030 1", "DE", .fax, .fax),
    ] as [(String, String, PhoneNumber.Kind, PhoneNumber.Kind)])
  func kind(text: String, region: String, expected: PhoneNumber.Kind, kind: PhoneNumber.Kind) {
    #expect(judge(text, region: region, expecting: expected)?.kind == kind)
  }

  @Test func whatCannotBeJudgedKeepsItsDigits() {
    let long = "0123 456 789 012 345 678 901 234"
    #expect(
      judge(long, expecting: .mobile)
        == PhoneNumber(number: "0123456789012345678901234", kind: .mobile, isValid: false))
    #expect(judge("7")?.number == "7")
    #expect(judge("+7")?.number == "+7")
    #expect(judge("030 123456", region: "")?.isValid == false)
    #expect(judge("030 123456", region: "")?.number == "030123456")
  }

  @Test(arguments: ["", " ", "-", "n/a", "unbekannt", "+", "()", "\u{0}"])
  func noDigitIsNoNumber(text: String) {
    #expect(judge(text) == nil)
  }

  @Test(arguments: [
    "030 123456 Zentrale", "030 123456 (Büro)", "Tel. 030 123456 / Fax 030 1235",
    "030 123456 nur vormittags", "Zentrale: 030 123456 pr",
  ])
  func remarkIsNotPartOfTheNumber(text: String) {
    #expect(judge(text) == PhoneNumber(number: "+4930123456", kind: .landline, isValid: true))
  }

  @Test func servicesAreSpelledInLetters() {
    #expect(
      judge("0800 FLOWERS")
        == PhoneNumber(number: "+498003569377", kind: .service, isValid: true))
    #expect(judge("1-800-FLOWERS", region: "US")?.number == "+18003569377")
    #expect(judge("+1 212 FLOWERS")?.number == "+12123569377")
    #expect(judge("030 1 Chef", expecting: .landline)?.isValid == false)
  }

  @Test func rememberedAnswersAreTheSame() {
    let judge = LibPhoneJudge()
    for text in ["030 123456 DW 23", "n/a", "+1 212 202 4738", "030 123456 ext 1"] {
      let first = judge.judge(text, region: "DE", expecting: .unknown)
      let asked = judge.judgedByLibrary
      #expect(judge.judge(text, region: "DE", expecting: .unknown) == first)
      #expect(judge.judgedByLibrary == asked)
    }
    // Another region, another answer.
    #expect(judge.judge("0664 123456", region: "AT", expecting: .unknown)?.number == "+43664123456")
    #expect(judge.judge("0664 123456", region: "DE", expecting: .unknown)?.number == "+49664123456")
  }
}
