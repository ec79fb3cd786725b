package import Records

/// Numbers as people of a language write them.
package struct NumberText: Sendable {
  package let language: Language

  package init(_ language: Language) {
    self.language = language
  }

  private var groupSign: String { language == .german ? "." : "," }
  private var decimalSign: String { language == .german ? "," : "." }

  /// "1.234.567" or "1,234,567".
  package func count(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "\u{2212}" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += groupSign }
      text.append(digit)
    }
    return text
  }

  /// "12,5" with as many decimals as asked for; rounds halves away from zero.
  package func decimal(_ number: Double, places: Int = 1) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return "–" }
    let scale = (0..<max(0, places)).reduce(1) { factor, _ in factor * 10 }
    let scaled = Int((number.magnitude * Double(scale)).rounded())
    let sign = number < 0 && scaled > 0 ? "\u{2212}" : ""
    guard places > 0 else { return sign + count(scaled) }
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return sign + count(scaled / scale) + decimalSign + zeros + fraction
  }

  /// "+3,1" or "−0,4": a weight in bits, always with its sign.
  package func bits(_ number: Double) -> String {
    let text = decimal(number)
    return number > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// "+3,1 Bit".
  package func bitsWithUnit(_ number: Double) -> String {
    bits(number) + "\u{202F}" + (language == .german ? "Bit" : "bits")
  }

  /// "87 %" of a whole; "–" of nothing. Never rounds up to all nor down to none.
  package func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let percent = Double(part) * 100 / Double(whole)
    let isExtreme = part > 0 && part < whole && (percent < 1 || percent > 99)
    let shown = isExtreme ? min(max(percent, 0.1), 99.9) : percent
    let text = decimal(shown, places: isExtreme ? 1 : 0)
    return text + (language == .german ? "\u{202F}%" : "%")
  }

  /// "1,2 MB": a length in bytes for people.
  package func bytes(_ length: Int) -> String {
    let units = ["kB", "MB", "GB", "TB"]
    guard length >= 1000 else { return count(length) + "\u{202F}B" }
    var size = Double(length) / 1000
    var unit = 0
    while size >= 999.5, unit < units.count - 1 {
      size /= 1000
      unit += 1
    }
    return decimal(size, places: size < 10 ? 1 : 0) + "\u{202F}" + units[unit]
  }

  /// "1 Datensatz", "2 Datensätze": a number with its noun.
  package func counted(_ number: Int, _ one: Phrase, _ many: Phrase) -> String {
    count(number) + "\u{00A0}" + (number == 1 ? one(language) : many(language))
  }
}
