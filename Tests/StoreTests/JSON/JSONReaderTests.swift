import Testing

@testable import Store

@Suite("JSONReader")
struct JSONReaderTests {
  @Test(arguments: [0, 1, -1, 9, 10, 1_234_567_890_123, Int64.max, Int64.min])
  func numbersRoundTrip(number: Int64) throws {
    var bytes: [UInt8] = []
    appendDecimal(number, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
    var reader = JSONReader(bytes)
    #expect(try reader.integer() == number)
  }

  @Test(arguments: ["", "-", "x", "9223372036854775808", "-9223372036854775809", " 1"])
  func whatIsNoNumberIsRefused(text: String) {
    #expect(throws: MalformedJSON.self) {
      var reader = JSONReader(Array(text.utf8))
      _ = try reader.integer()
    }
  }

  @Test(arguments: [
    (0.0, "0.000"), (3.1, "3.100"), (-0.25, "-0.250"), (12.3456, "12.346"), (-20.0005, "-20.001"),
  ])
  func weightsKeepThreeDecimals(weight: Double, text: String) throws {
    var bytes: [UInt8] = []
    appendThousandths(weight, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    var reader = JSONReader(bytes)
    #expect(abs(try reader.thousandths() - weight) <= 0.000_51)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func weightsOutOfRangeDoNotTrap(weight: Double) throws {
    var bytes: [UInt8] = []
    appendThousandths(weight, to: &bytes)
    var reader = JSONReader(bytes)
    _ = try reader.thousandths()
    #expect(reader.isAtEnd)
  }

  @Test(arguments: [#""\x""#, #""\u0041""#, #""\u00""#, #""\u001g""#, "\"a", "\"\n\"", "\"\\"])
  func escapesThatWeNeverWriteAreRefused(text: String) {
    #expect(throws: MalformedJSON.self) {
      var reader = JSONReader(Array(text.utf8))
      _ = try reader.string()
    }
  }

  @Test(arguments: [
    ("[]", true), ("[1]", true), ("[1,2]", true), ("[1,]", false), ("[,1]", false), ("[1", false),
  ])
  func listsAreStrict(text: String, isValid: Bool) {
    var reader = JSONReader(Array(text.utf8))
    #expect(((try? reader.integers()) != nil) == isValid)
  }
}
