import Testing

@testable import Phones

@Suite struct LinkedLibraryTests {
  /// The example of the library's README: a Swiss number in Switzerland's own spelling.
  @Test func publishedExample() throws {
    let verdict = try #require(LinkedLibrary.verdict(on: "044 668 18 00", region: "CH"))
    #expect(verdict == Verdict(number: "+41446681800", extension: "", type: .fixedLine))
    #expect(verdict.isValid)
  }

  @Test func extensionAndKind() throws {
    let verdict = try #require(LinkedLibrary.verdict(on: "+49 30 123456 ext. 23", region: "US"))
    #expect(verdict == Verdict(number: "+4930123456", extension: "23", type: .fixedLine))
    #expect(LinkedLibrary.verdict(on: "0170 1234567", region: "DE")?.type == .mobile)
    #expect(LinkedLibrary.verdict(on: "0800 1234567", region: "DE")?.type == .tollFree)
    #expect(LinkedLibrary.verdict(on: "030 1", region: "DE")?.isValid == false)
  }

  @Test(arguments: ["", "-", "Zentrale", "+", "\0", "1", "030 123\0456 ext", "++++"])
  func noNumberGivesNothing(text: String) {
    #expect(LinkedLibrary.verdict(on: text, region: "DE") == nil)
  }

  @Test func unknownRegionNeedsACallingCode() {
    #expect(LinkedLibrary.verdict(on: "030 123456", region: "") == nil)
    #expect(LinkedLibrary.verdict(on: "+49 30 123456", region: "")?.number == "+4930123456")
  }

  @Test func longestNumberAndExtensionFit() {
    let digits = String(repeating: "9", count: 17)
    #expect(LinkedLibrary.verdict(on: "+49" + digits, region: "DE")?.number == "+49" + digits)
    let marked = LinkedLibrary.verdict(on: "+4930123456;ext=12345678901234567890", region: "DE")
    #expect(marked?.extension == "12345678901234567890")
  }
}
