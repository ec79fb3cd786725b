import Foundation
import Reports
import Testing

@Suite struct PageStyleTests {
  @Test func nothingIsLoadedFromElsewhere() {
    for word in ["url(", "@import", "http", "expression", "</"] {
      #expect(!PageStyle.css.contains(word))
    }
  }

  @Test func bracesAreBalanced() {
    var depth = 0
    for byte in PageStyle.css.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      #expect(depth >= 0)
    }
    #expect(depth == 0)
  }

  @Test func lightDarkNarrowAndPrintAreThere() {
    for rule in ["prefers-color-scheme:dark", "max-width:720px", "@media print", "@page"] {
      #expect(PageStyle.css.contains(rule))
    }
  }

  /// WCAG 2.2, success criterion 1.4.3: 4.5 : 1 for text.
  @Test(arguments: [
    (0, "paper"), (0, "sheet"), (0, "chosen"), (0, "warn-tint"), (1, "paper"), (1, "sheet"),
    (1, "chosen"), (1, "warn-tint"),
  ])
  func textStandsOutFromItsGround(scheme: Int, ground: String) throws {
    let text = ["ink", "soft", "accent", "warn", "against", "for"]
    for name in text where ground == "paper" || ground == "sheet" || name == "ink" || name == "soft"
    {
      let ratio = try contrast(color(name, scheme), color(ground, scheme))
      #expect(ratio >= 4.5, "\(name) on \(ground): \(ratio)")
    }
  }

  /// The value of a color variable in the light (0) or dark (1) scheme.
  private func color(_ name: String, _ scheme: Int) throws -> [Double] {
    let parts = PageStyle.css.components(separatedBy: "--\(name):#")
    let digits = try #require(parts.count > scheme + 1 ? parts[scheme + 1] : nil)
      .prefix { $0.isHexDigit }.map { Int(String($0), radix: 16) ?? 0 }
    return digits.count == 3
      ? digits.map { Double($0 * 17) / 255 }
      : stride(from: 0, to: 6, by: 2).map { Double(digits[$0] * 16 + digits[$0 + 1]) / 255 }
  }

  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
  }

  private func luminance(_ color: [Double]) -> Double {
    let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
