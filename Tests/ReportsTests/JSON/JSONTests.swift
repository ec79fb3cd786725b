import Reports
import Testing

@Suite struct JSONTests {
  @Test func keysKeepTheirOrder() {
    let json = JSON.object([("b", .integer(1)), ("a", .array([.null, .boolean(true)]))])
    #expect(json.text == "{\n  \"b\": 1,\n  \"a\": [\n    null,\n    true\n  ]\n}\n")
  }

  @Test func nothingStaysOnOneLine() {
    #expect(JSON.array([]).text == "[]\n")
    #expect(JSON.object([]).text == "{}\n")
  }

  // RFC 8259, section 7.
  @Test(arguments: [
    ("\"", #""\"""#), ("\\", #""\\""#), ("\u{8}\n\t\r", #""\u0008\n\t\r""#), ("é😀", "\"é😀\""),
    ("\u{2028}", #""\u2028""#), ("\u{7F}", #""\u007f""#), ("</script>", "\"</script>\""),
  ])
  func stringsAreEscaped(text: String, json: String) {
    #expect(JSON.string(text).text == json + "\n")
  }

  @Test(arguments: [
    (2.0, "2"), (9.5, "9.5"), (-1.23456, "-1.235"), (.nan, "null"), (.infinity, "null"),
    (0.1, "0.1"), (-0.0, "0"),
  ])
  func numbersHaveThreeDecimals(number: Double, json: String) {
    #expect(JSON.number(number).text == json + "\n")
  }

  @Test(arguments: [0.1, 1.0 / 3, 1e-6, 12_345.678_901, -0.0])
  func exactNumberReadsBackAsTheSame(number: Double) {
    #expect(Double(JSON.exact(number).text.dropLast()) == number)
    #expect(Float(JSON.exact(Float(number)).text.dropLast()) == Float(number))
  }

  @Test func exactNumberThatIsNoneIsNull() {
    #expect(JSON.exact(Double.nan).text == "null\n")
  }
}
