/// An e-mail address for comparing and writing, all lower case.
struct Email: Hashable {
  enum Finding: Hashable { case noAt, badForm, exchange, placeholder }
  var text: String
  var finding: Finding?
  /// Whether a certain slip was undone: "a(at)b.de", "a @b.de".
  var isRepaired = false

  var isValid: Bool { finding == nil }
}

/// E-mail addresses: "mailto:", "Name <a@b.de>", several in a cell, slips that are certain.
enum EmailNormalizer {
  /// Every address a cell holds; what holds no "@" comes out once, marked.
  static func addresses(in text: String) -> [Email] {
    if isPlain(text) { return [Email(text: text)] }
    if mayBePlainInCapitals(text) {
      let lower = text.lowercased()
      if isPlain(lower) { return [Email(text: lower)] }
    }
    if text.hasPrefix("/O=") || text.hasPrefix("/o=") {
      return [Email(text: text, finding: .exchange)]
    }
    let (whole, isRepaired) = withoutDisguise(text)
    return candidates(in: whole).map { candidate in
      var email = normalized(candidate)
      email.isRepaired = email.isValid && (email.isRepaired || isRepaired)
      return email
    }
  }

  /// Lower-case ASCII of a common form: nothing to do.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isPlain($0) } && !isPlaceholder(text)
  }

  /// Whether a text is a plain address once it is in lower case: ASCII letters, digits and signs
  /// that stand between them.
  private static func mayBePlainInCapitals(_ text: String) -> Bool {
    guard text.utf8.count <= 64, text.has("@") else { return false }
    var previous: UInt8 = UInt8(ascii: ".")
    var sinceDot = 0
    var isDomain = false
    for byte in text.utf8 {
      if byte.isASCIILetter || byte.isASCIIDigit {
        sinceDot += 1
      } else {
        guard "@.-_".utf8.contains(byte), previous.isASCIILetter || previous.isASCIIDigit else {
          return false
        }
        if byte == UInt8(ascii: "_"), isDomain { return false }
        isDomain = isDomain || byte == UInt8(ascii: "@")
        sinceDot = 0
      }
      previous = byte
    }
    return sinceDot > 1
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var ats = 0
    var previous: UInt8 = UInt8(ascii: ".")
    var hasDotInDomain = false
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "-") where previous == UInt8(ascii: "@"): return false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        break
      case UInt8(ascii: "."), UInt8(ascii: "@"):
        if previous == UInt8(ascii: ".") || previous == UInt8(ascii: "@") { return false }
        if byte == UInt8(ascii: "@") { ats += 1 } else if ats == 1 { hasDotInDomain = true }
      default: return false
      }
      previous = byte
    }
    return ats == 1 && hasDotInDomain && previous.isASCIILower
  }

  private static func normalized(_ candidate: String) -> Email {
    var text = candidate
    if let colon = text.range(ofString: ":"),
      squashed(String(text[..<colon.lowerBound])) == "mailto"
    {
      text = String(text[colon.upperBound...])
    }
    let bare = trimmed(text) { ".,;:<>()[]\"' ".utf8.contains($0) }
    let isTrimmed =
      bare.utf8.count < text.utf8.count && (text.hasSuffix(".") || text.hasSuffix(","))
    let lower = bare.lowercased()
    guard lower.has("@") else { return Email(text: text, finding: .noAt) }
    guard isWellFormed(lower) else { return Email(text: lower, finding: .badForm) }
    if isPlaceholder(lower) { return Email(text: lower, finding: .placeholder) }
    return Email(text: lower, isRepaired: isTrimmed)
  }

  /// "a(at)b.de", "a [at] b.de", "a @ b.de", "a@b,de".
  private static func withoutDisguise(_ text: String) -> (String, Bool) {
    var result = text
    if !text.has("@") {
      for disguise in ["(at)", "[at]", "{at}", "(AT)", "[AT]", " at "] {
        guard let found = result.range(ofString: disguise) else { continue }
        result = String(result[..<found.lowerBound]) + "@" + String(result[found.upperBound...])
        for dot in ["(dot)", "[dot]", "(punkt)", "[punkt]"] {
          result = result.replacing(dot, with: ".")
        }
        if disguise == " at ", result.has(" ") { return (text, false) }
        break
      }
    }
    guard result.has("@") else { return (text, false) }
    for (slip, right) in [(" @", "@"), ("@ ", "@")] where result.range(ofString: slip) != nil {
      guard !result.has("<") else { break }
      result = result.replacing(slip, with: right)
    }
    return (result, result != text)
  }

  /// The parts of a cell that may be addresses.
  private static func candidates(in text: String) -> [String] {
    if text.has("<"), text.has(">") {
      return split(text) { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") }.flatMap(bracketed)
    }
    let ats = text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "@") ? 1 : 0) }
    if ats < 2 {
      let parts = words(of: joined(split(text, at: UInt8(ascii: "\n"))))
      // "a@b.de (privat)": words around one address are no addresses.
      if ats == 1, parts.count > 1, let address = parts.first(where: { $0.has("@") }),
        isWellFormed(trimmed(address) { ".,;:<>()[]\"' ".utf8.contains($0) }.lowercased())
      {
        return [address]
      }
      return [joined(parts)]
    }
    let parts = split(text) { ";,/ \n|".utf8.contains($0) }
    let addresses = parts.filter { $0.has("@") }
    return addresses.isEmpty ? [text] : addresses
  }

  /// "Hans Meier <a@b.de>".
  private static func bracketed(_ text: String) -> [String] {
    guard let open = text.range(ofString: "<"),
      let close = text[open.upperBound...].range(ofString: ">")
    else { return [text] }
    return [String(text[open.upperBound..<close.lowerBound])]
  }

  /// One "@", a name before it, a domain of two or more labels behind it.
  static func isWellFormed(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, let domain = parts.last, !name.isEmpty,
      name.count <= 64, domain.count <= 253
    else { return false }
    let isNameFine =
      name.allSatisfy { $0 > 0x20 && !"()<>[]:;,\\\"".utf8.contains($0) } && !text.hasPrefix(".")
      && name.last != UInt8(ascii: ".") && !hasDoubleDot(name)
    let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let areLabelsFine = labels.allSatisfy { label in
      !label.isEmpty && label.count <= 63 && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy {
          $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 >= 0x80
        }
    }
    guard let top = labels.last, labels.count > 1 else { return false }
    return isNameFine && areLabelsFine && top.count > 1 && !top.allSatisfy(\.isASCIIDigit)
  }

  private static func hasDoubleDot(_ name: Substring.UTF8View) -> Bool {
    zip(name, name.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
  }

  /// Addresses that are typed where none is known; also what RFC 2606 reserves.
  private static func isPlaceholder(_ text: String) -> Bool {
    guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")) else { return false }
    let domain = text[text.utf8.index(after: at)...]
    // Every domain of the list begins with one of these.
    if domain.utf8.count < 14, let first = domain.utf8.first, "bekntux".utf8.contains(first),
      placeholderDomains.contains(String(domain))
    {
      return true
    }
    // Every name of the list begins with k, n, u or x.
    guard let first = text.utf8.first, "knux".utf8.contains(first) else { return false }
    return placeholderNames.contains(String(text[..<at]))
  }

  private static let placeholderDomains: Set<String> = [
    "test.de", "test.com", "test.at", "test.ch", "xxx.de", "example.com", "example.org",
    "example.net", "beispiel.de",
    "keine.de", "unbekannt.de", "nomail.de", "noemail.de", "keinemail.de",
  ]
  private static let placeholderNames: Set<String> = [
    "keine", "keineemail", "keine-email", "keine.email", "keinemail", "keine-mail", "keine.mail",
    "noemail", "nomail", "no-mail", "no-email", "unbekannt", "xxx", "xx", "kein", "nix", "none",
  ]
}
