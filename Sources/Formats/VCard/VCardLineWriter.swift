/// Spells vCard property lines: escaped, and folded after 75 bytes.
struct VCardLineWriter {
  /// RFC 6350, section 3.2: without the line end.
  private static let lineLength = 75

  private(set) var bytes: [UInt8] = []
  private var line: [UInt8] = []

  /// Appends a line whose value is already spelled as it must be.
  mutating func append(_ name: String, parameters: [String] = [], value: String) {
    line.removeAll(keepingCapacity: true)
    line += name.utf8
    for parameter in parameters {
      line.append(0x3B)
      line += parameter.utf8
    }
    line.append(0x3A)
    line += value.utf8
    fold()
  }

  /// Appends a text; none when it is empty.
  mutating func append(_ name: String, parameters: [String] = [], text: String) {
    let value = Self.escaped(text)
    if !value.isEmpty { append(name, parameters: parameters, value: value) }
  }

  /// Appends texts that semicolons separate; none when all are empty.
  mutating func append(_ name: String, parameters: [String] = [], components: [String]) {
    guard components.contains(where: { !$0.isEmpty }) else { return }
    let value = components.map(Self.escaped).joined(separator: ";")
    append(name, parameters: parameters, value: value)
  }

  /// The text with `\n`, `\,`, `\;` and `\\`; other control characters can't stand in a vCard.
  static func escaped(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != 0x2C && $0 != 0x3B && $0 != 0x5C
    }
    if isPlain { return text }
    var output: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x0A: output += [0x5C, UInt8(ascii: "n")]
      case 0x2C, 0x3B, 0x5C: output += [0x5C, byte]
      case 0x09: output.append(byte)
      case 0..<0x20, 0x7F: continue
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func fold() {
    var start = 0
    var room = Self.lineLength
    while line.count - start > room {
      var end = start + room
      // A character is never cut apart.
      while line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
      room = Self.lineLength - 1
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }
}
