/// How a file's bytes spell characters.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case iso8859_1 = "iso-8859-1"
  case iso8859_15 = "iso-8859-15"
  case windows1250 = "windows-1250"
  case cp850
  case macRoman = "macintosh"

  /// The encoding that a pipeline file, an XML declaration or a vCard's CHARSET names.
  ///
  /// Case, "-", "_" and blanks don't matter. US-ASCII is read as UTF-8. Nil when it isn't known.
  package init?(name: String) {
    let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    switch plain {
    case "utf8", "ascii", "usascii", "unicode11utf8": self = .utf8
    case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "1252", "win1252", "ansi": self = .windows1252
    case "iso88591", "latin1", "88591", "isolatin1", "l1": self = .iso8859_1
    case "iso885915", "latin9", "885915", "latin0", "l9": self = .iso8859_15
    case "windows1250", "cp1250", "1250", "win1250": self = .windows1250
    case "cp850", "ibm850", "850", "dos", "oem850", "pc850multilingual": self = .cp850
    case "macintosh", "macroman", "mac", "xmacroman": self = .macRoman
    default: return nil
    }
  }

  /// What a byte from 0x80 on stands for in a single-byte encoding; nil in a Unicode encoding.
  var upperHalf: [UInt16]? {
    switch self {
    case .windows1252: windows1252UpperHalf
    case .iso8859_1: Array(0x80...0xFF)
    case .iso8859_15: iso8859_15UpperHalf
    case .windows1250: windows1250UpperHalf
    case .cp850: cp850UpperHalf
    case .macRoman: macRomanUpperHalf
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    }
  }
}

/// Windows-1252 from 0x80 on.
///
/// The five bytes it leaves undefined pass through as C1 controls, so that nothing is lost.
/// Source: unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT; for the undefined bytes
/// the WHATWG Encoding Standard.
let windows1252UpperHalf: [UInt16] =
  [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ] + Array(0xA0...0xFF)

extension TextEncoding {
  /// The name people know: "UTF-8".
  package var label: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    case .iso8859_1: "ISO-8859-1"
    case .iso8859_15: "ISO-8859-15"
    case .windows1250: "Windows-1250"
    case .cp850: "CP850"
    case .macRoman: "Mac Roman"
    }
  }
}
