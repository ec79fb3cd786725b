/// A piece of HTML that can be built only safely: literal parts are markup, everything put in is
/// escaped.
///
///     let row: HTML = "<td>\(name)</td>"
///
/// A text becomes escaped text, a piece of HTML stays what it is, a number its digits.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package private(set) var markup: String

  package init() { markup = "" }

  package init(stringLiteral markup: String) { self.markup = markup }

  package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  package var isEmpty: Bool { markup.isEmpty }

  /// The length in bytes as written.
  package var lengthInBytes: Int { markup.utf8.count }

  package static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// The pieces one after the other.
  package static func joined(_ pieces: [HTML], by separator: HTML = "") -> HTML {
    var all = HTML()
    for (place, piece) in pieces.enumerated() {
      if place > 0 { all += separator }
      all += piece
    }
    return all
  }

  /// What stands between literal parts, escaped by its type.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    package mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Text: fit for content and for quoted attributes.
    package mutating func appendInterpolation(_ text: String) { markup += escaped(text) }

    package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }

    package mutating func appendInterpolation(_ number: Int) { markup += String(number) }
  }
}

/// A text with every sign escaped that means something in HTML content or in a quoted attribute.
///
/// Signs that steer the direction or the shape of text unseen, and control characters, are shown by
/// their number: a value can neither turn its neighbors round nor hide what it holds.
package func escaped(_ text: String) -> String {
  if text.utf8.allSatisfy({ isPlain($0) }) { return text }
  var out = ""
  out.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": out += "&amp;"
    case "<": out += "&lt;"
    case ">": out += "&gt;"
    case "\"": out += "&quot;"
    case "'": out += "&#39;"
    case "`": out += "&#96;"
    case "\n": out += "\n"
    case "\t": out += " "
    default:
      if isUnseen(scalar) {
        out += "[U+" + padded(String(scalar.value, radix: 16, uppercase: true)) + "]"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
  return out
}

/// Whether a byte is ASCII, printable and without a meaning in HTML.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20...0x7E: byte != 0x26 && byte != 0x3C && byte != 0x3E && !isQuote(byte)
  default: false
  }
}

private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }

/// Whether a scalar is a control character, steers direction, or has neither shape nor width.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E: true
  case 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
  default: false
  }
}

private func padded(_ digits: String) -> String {
  String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
