import Testing

@testable import Formats

@Suite struct NumberFormatTests {
  @Test(arguments: [
    "dd.mm.yyyy", "yyyy-mm-dd", "[$-407]d. mmmm yyyy", "h:mm", "mmm yy", "dd/mm/yy;@",
    "[Red]dd.mm.yy", "\"am \"dd.mm.", "YYYY", "mm:ss.0",
  ])
  func codeOfADate(code: String) { #expect(NumberFormat(code: code) == .date(.dateOrTime)) }

  @Test(arguments: ["[h]:mm", "[hh]:mm:ss", "[m]", "[SS]"])
  func codeOfADuration(code: String) { #expect(NumberFormat(code: code) == .date(.duration)) }

  @Test(arguments: [
    "General", "0", "0.00", "#,##0 \"Stück\"", "@", "[Red]0", "0.00E+00", "#,##0\\ \\d", "0%",
    "\"Tag\" 0", "", "_-* #,##0.00_-", "[$€-407] 0.00", "0;\"dmy\"",
  ])
  func codeOfAPlainNumber(code: String) { #expect(NumberFormat(code: code) == .plain) }

  @Test func zerosAlonePad() {
    #expect(NumberFormat(code: "00000") == .padded(5))
    #expect(NumberFormat(code: "\"D-\"00000") == .padded(5))
    #expect(NumberFormat(code: "00000").text("1067", is1904: false) == "01067")
    #expect(NumberFormat.plain.text("1067", is1904: false) == "1067")
  }

  @Test func builtInFormats() {
    #expect(NumberFormat(builtIn: 14) == .date(.dateOrTime))
    #expect(NumberFormat(builtIn: 46) == .date(.duration))
    #expect(NumberFormat(builtIn: 2) == .plain)
    #expect(NumberFormat(builtIn: 49) == .plain)
  }

  @Test func dateThatIsNoneStaysANumber() {
    #expect(NumberFormat(builtIn: 14).text("-1", is1904: false) == "-1")
    #expect(NumberFormat(builtIn: 14).text("x", is1904: false) == nil)
  }
}
