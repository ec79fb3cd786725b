/// The words of a person's name, with the signs inside them put apart.
enum NameTokens {
  /// Tokens: "Dr.med. Hans+Eva Müller - Lüdenscheidt" gives Dr., med., Hans, +, Eva,
  /// Müller-Lüdenscheidt.
  static func tokens(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    if !bytes.contains(where: isSpecial) { return words(of: text) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        append(typographic: bytes[index + 2], to: &output)
        index += 3
        continue
      }
      append(byte, next: index + 1 < bytes.count ? bytes[index + 1] : nil, to: &output)
      index += 1
    }
    return joinedHyphens(words(of: String(decoding: output, as: UTF8.self)))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "+"), 0xE2,
      UInt8(ascii: ","):
      true
    default: false
    }
  }

  private static func append(typographic last: UInt8, to output: inout [UInt8]) {
    switch last {
    case 0x90...0x95: output.append(UInt8(ascii: "-"))
    case 0x98, 0x99: output.append(UInt8(ascii: "'"))
    case 0x9C...0x9F: output.append(UInt8(ascii: "\""))
    default: output += [0xE2, 0x80, last]
    }
  }

  private static func append(_ byte: UInt8, next: UInt8?, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "+"): output += [0x20, byte, 0x20]
    case UInt8(ascii: ","): output += [byte, 0x20]
    case UInt8(ascii: "."):
      output.append(byte)
      if let next, next.isASCIILetter || next >= 0xC3 || next == UInt8(ascii: "(") {
        output.append(0x20)
      }
    default: output.append(byte)
    }
  }

  /// "Müller", "-", "Schmidt" as "Müller-Schmidt".
  private static func joinedHyphens(_ tokens: [String]) -> [String] {
    guard tokens.count > 1, tokens.contains(where: { $0.hasPrefix("-") || $0.hasSuffix("-") })
    else { return tokens }
    var result: [String] = []
    for token in tokens {
      if let last = result.last, last != "-", token.hasPrefix("-") || last.hasSuffix("-") {
        result[result.count - 1] = last + token
      } else if token != "-" || !result.isEmpty {
        result.append(token)
      }
    }
    if let last = result.last, last.hasSuffix("-") {
      result[result.count - 1] = trimmed(last) { $0 == UInt8(ascii: "-") }
    }
    return result.filter { !$0.isEmpty }
  }

  /// The token as a key for the word lists: lower case without a dot or comma at its end.
  static func key(_ token: String) -> String {
    trimmed(token.lowercased()) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  /// "H.", "H" or "E.-M.": letters that stand for names.
  static func isInitial(_ token: String) -> Bool {
    var letters = 0
    var run = 0
    for scalar in token.unicodeScalars {
      if scalar == "." || scalar == "-" {
        run = 0
        continue
      }
      guard run == 0, scalar.properties.isAlphabetic else { return false }
      run += 1
      letters += 1
    }
    return letters == 1 || letters > 1 && token.has(".")
  }
}
