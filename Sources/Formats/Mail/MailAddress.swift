/// An address in a mail's header, with the name that stands beside it.
struct MailAddress: Hashable {
  /// In small letters.
  var address: String
  /// Empty when there is none, or when it only says the address again.
  var name: String

  /// The addresses of a header such as To.
  ///
  /// Groups give their members. `Meyer, Hans <hans@meyer.example>` is one, though the comma should
  /// be quoted.
  ///
  /// Source: RFC 5322, 3.4, and what programs write.
  static func list(_ header: String) -> [MailAddress] {
    var found: [MailAddress] = []
    /// What stands before a comma without an address: the start of a name.
    var before = ""
    for part in parts(of: header) {
      if let address = part.address {
        let name = before.isEmpty ? part.phrase : before + ", " + part.phrase
        if let known = MailAddress(address, name: name) { found.append(known) }
        before = ""
      } else {
        // At most a title and a name: more is no name.
        before = before.isEmpty ? part.phrase : ""
      }
    }
    return found
  }

  /// nil when it is no address that mail can be sent to.
  private init?(_ address: String, name: String) {
    var small = address.lowercased()
    if small.hasPrefix("mailto:") { small = String(small.dropFirst(7)) }
    let halves = small.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[1].contains(where: \.isLetter),
      small.utf8.count <= 320, !small.contains(where: \.isWhitespace)
    else { return nil }
    self.address = small
    let plain = Self.plainName(MailText.decoded(name))
    self.name = plain.contains("@") || plain == halves[0] ? "" : plain
  }

  private static func plainName(_ name: String) -> String {
    var words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for quote in ["'", "\""]
    where words.count > 1 && words.hasPrefix(quote) && words.hasSuffix(quote) {
      words = String(words.dropFirst().dropLast())
    }
    return words.utf8.count <= 200 ? words : ""
  }

  /// What commas separate: a phrase, and the address beside it.
  private struct Part {
    var phrase = ""
    var comment = ""
    var address: String?

    var isEmpty: Bool { phrase.isEmpty && comment.isEmpty && address == nil }

    /// Without an angle the address is in the phrase, and a comment the name.
    mutating func close() {
      phrase = trimmed(phrase)
      if address == nil, let word = phrase.split(separator: " ").first(where: { $0.contains("@") })
      {
        address = String(word)
        phrase = phrase.split(separator: " ").filter { $0 != word }.joined(separator: " ")
      }
      if phrase.isEmpty { phrase = trimmed(comment) }
    }
  }

  private static func parts(of header: String) -> [Part] {
    var parts: [Part] = []
    var part = Part()
    var scanner = Scanner(header)
    func end() {
      part.close()
      if !part.isEmpty { parts.append(part) }
      part = Part()
    }
    while let token = scanner.next() {
      switch token {
      case .text(let letter): part.phrase.append(letter)
      case .quoted(let text): part.phrase += text
      case .comment(let text): part.comment = text
      case .angle(let text): part.address = trimmed(text)
      // A group's name is nobody's; its members follow.
      case .groupStart: part = Part()
      case .separator: end()
      }
    }
    end()
    return parts
  }
}

/// Takes an address header apart.
private struct Scanner {
  enum Token {
    case text(Character)
    case quoted(String)
    case comment(String)
    case angle(String)
    case groupStart
    case separator
  }

  private var rest: Substring
  /// Headers are short; what is longer is no list of addresses.
  private static let limit = 1 << 20

  init(_ text: String) { rest = text.prefix(Self.limit) }

  mutating func next() -> Token? {
    guard let letter = rest.popFirst() else { return nil }
    switch letter {
    case "\"": return .quoted(text(until: "\""))
    case "(": return .comment(comment())
    case "<": return .angle(text(until: ">"))
    case ",", ";": return .separator
    case ":": return .groupStart
    case "\r", "\n", "\t", "\r\n": return .text(" ")
    default: return .text(letter)
    }
  }

  private mutating func text(until end: Character) -> String {
    var text = ""
    while let letter = rest.popFirst(), letter != end {
      if letter == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
      } else {
        text.append(letter)
      }
    }
    return text
  }

  private mutating func comment() -> String {
    var text = ""
    var depth = 1
    while let letter = rest.popFirst() {
      if letter == "\\", let escaped = rest.popFirst() {
        text.append(escaped)
        continue
      }
      if letter == "(" { depth += 1 }
      if letter == ")" { depth -= 1 }
      if depth == 0 { break }
      text.append(letter)
    }
    return text
  }
}
