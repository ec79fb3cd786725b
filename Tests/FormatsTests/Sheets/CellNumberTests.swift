import Testing

@testable import Formats

@Suite struct CellNumberTests {
  @Test(arguments: [
    ("4.917112345E9", "4917112345"), ("4917112345", "4917112345"), ("1067", "1067"),
    ("1067.0", "1067"), ("0.1", "0.1"), ("0.30000000000000004", "0.30000000000000004"),
    ("-5", "-5"), ("-2.5E-3", "-0.0025"), ("1E+20", "100000000000000000000"),
    ("1.5e-7", "0.00000015"), ("12345678901234567", "12345678901234567"), ("0", "0"),
    ("1.234E2", "123.4"), ("-0", "-0"), ("0.0", "0"), ("1E15", "1000000000000000"),
  ])
  func numberIsAsPeopleTypeIt(spelled: String, text: String) {
    #expect(CellNumber.text(spelled) == text)
  }

  @Test(arguments: ["", "nan", "inf", "1e999", "abc", "1,5", "--1"])
  func whatIsNoNumberHasNoText(spelled: String) {
    #expect(CellNumber.text(spelled) == nil)
  }

  @Test func leadingZerosAreRestoredUpToTheWidth() {
    #expect(CellNumber.padded("1067", to: 5) == "01067")
    #expect(CellNumber.padded("123456", to: 5) == "123456")
    #expect(CellNumber.padded("-7", to: 5) == "-7")
    #expect(CellNumber.padded("1.5", to: 5) == "1.5")
  }
}
