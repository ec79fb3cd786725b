import Testing

@testable import Phones

@Suite struct RemarkedNumberTests {
  @Test(arguments: [
    ("030 123456 Zentrale", "030 123456 "), ("030 123456 (nur vormittags)", "030 123456 ("),
    ("Tel. 030 1234 / Fax 030 1235", "Tel. 030 1234 / "), ("030 123456 Büro", "030 123456 "),
    ("0800FLOWERS", "0800"), ("+49 30 1234 ÄÖÜ", "+49 30 1234 "),
  ])
  func numberBeforeTheRemark(text: String, number: String) {
    #expect(RemarkedNumber(text)?.number == number)
  }

  @Test(arguments: [
    "", "Zentrale", "030 123456", "Zentrale 030 123456", "030 123456 pr", "12 abc", "abc 1",
    "030 123456-23", "030 123456 ⟨€⟩",
  ])
  func noRemark(text: String) {
    #expect(RemarkedNumber(text) == nil)
  }
}
