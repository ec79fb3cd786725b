import Testing

@testable import Phones

@Suite struct DigitsTests {
  @Test(arguments: ["", "0", "9", "0123456789", "01234567890123456789012345678901"])
  func textComesBack(text: String) {
    #expect(Digits(text)?.text == text)
    #expect(Digits(text)?.count == text.utf8.count)
  }

  @Test(arguments: ["a", "1a", "-1", "\u{664}", "012345678901234567890123456789012"])
  func otherSignsAndTooManyGiveNothing(text: String) {
    #expect(Digits(text) == nil)
  }

  @Test func cutAtTheFront() throws {
    let digits = try #require(Digits("0123456789"))
    for number in 0...10 {
      #expect(digits.dropFirst(number).text == String("0123456789".dropFirst(number)))
    }
    #expect(digits.dropFirst(11) == Digits(""))
    #expect(digits.dropFirst(40) == Digits(""))
    var rest = digits
    let taken = (0..<11).map { _ in rest.removeFirst() }
    #expect(taken == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
    #expect(rest == Digits(""))
  }

  @Test(arguments: ["", "0", "01", "012", "0123", "01234"])
  func beginsWithItsPrefixes(prefix: String) throws {
    let digits = try #require(Digits("0123"))
    let wanted = try #require(Digits(prefix))
    #expect(digits.starts(with: wanted) == "0123".hasPrefix(prefix))
  }

  @Test func zerosCount() throws {
    let digits = try #require(Digits("00"))
    #expect(!digits.starts(with: try #require(Digits("000"))))
    #expect(digits != Digits("000"))
  }
}
