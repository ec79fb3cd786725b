/// Undoes UTF-8 that was read as Windows-1252: "MÃ¼ller" is "Müller".
///
/// Run by run: letters beyond ASCII that stand together are turned back into bytes, and replaced
/// only when those are strictly valid UTF-8 for Latin letters or typographic signs.
enum Mojibake {
  /// The repaired text; nil when nothing had to be repaired.
  static func repaired(_ text: String) -> String? {
    guard isSuspicious(text) else { return nil }
    var current = text
    var isChanged = false
    // Files that went wrong three times exist; none was seen to go wrong more often.
    for _ in 0..<3 {
      guard let next = repairedOnce(current) else { break }
      current = next
      isChanged = true
    }
    return isChanged ? current : nil
  }

  private static func isSuspicious(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if previous == 0xC3 && byte >= 0x82 && byte <= 0x85 || previous == 0xC3 && byte == 0xA2 {
        return true
      }
      previous = byte
    }
    return false
  }

  private static func repairedOnce(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var run: [(scalar: Unicode.Scalar, byte: UInt8)] = []
    var isChanged = false
    func flush() {
      guard !run.isEmpty else { return }
      if let decoded = decoded(run.map(\.byte)) {
        result.append(contentsOf: decoded.unicodeScalars)
        isChanged = true
      } else {
        result.append(contentsOf: run.map(\.scalar))
      }
      run.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, let byte = windows1252Byte(of: scalar) {
        run.append((scalar, byte))
      } else {
        flush()
        result.append(scalar)
      }
    }
    flush()
    return isChanged ? String(result) : nil
  }

  /// Strict UTF-8 of plausible letters and signs only.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    var hasQuoteAfterUmlaut = false
    for (lead, trail) in zip(bytes, bytes.dropFirst()) where lead == 0xC4 || lead == 0xC5 {
      // „Ä“ in quotes is as likely as a spoiled "ē": leave it.
      if (0x91...0x94).contains(trail) { hasQuoteAfterUmlaut = true }
    }
    guard !hasQuoteAfterUmlaut, let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    let isPlausible = text.unicodeScalars.allSatisfy {
      (0xA0...0x24F).contains($0.value) || (0x2010...0x2122).contains($0.value)
    }
    return isPlausible ? text : nil
  }

  /// The byte that Windows-1252 writes for a scalar; unassigned bytes stand for themselves.
  static func windows1252Byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return highBytes[scalar.value]
  }

  private static let highBytes: [UInt32: UInt8] = {
    let scalars = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    return Dictionary(
      zip(scalars.map(\.value), UInt8(0x80)...0x9F), uniquingKeysWith: { first, _ in first })
  }()
}
