/// Divides an address that stands in one column: "Am Wald 32, 70567 Stuttgart", "A-4655 Vorchdorf",
/// "Gerberring 1/3 57548 Kirchen", several lines.
enum FullAddressNormalizer {
  /// - Parameters:
  ///   - text: Cleaned, lines kept.
  ///   - input: What other columns of the address say; it stays.
  static func divided(_ text: String, beside input: AddressInput) -> AddressInput {
    var result = input
    result.full = ""
    var segments = segments(of: text)
    takeCountry(from: &segments, into: &result)
    if !takeCodeAndPlace(from: &segments, into: &result) {
      takeBarePlace(from: &segments, into: &result)
    }
    takeStreet(from: segments, into: &result)
    return result
  }

  private static func segments(of text: String) -> [String] {
    let parts = split(text) {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
    }
    return parts.flatMap { part -> [String] in
      guard let dash = part.range(ofString: " - ") else { return [part] }
      // A dash parts street and code; "Nord - Süd" stays whole.
      let tail = trimmed(part[dash.upperBound...])
      let head = trimmed(part[..<dash.lowerBound])
      if head.utf8.count < 3, CountryNormalizer.code(ofPrefix: head) != nil {
        return [head + "-" + tail]
      }
      return codeIndex(in: words(of: tail)) == 0 && !head.isEmpty ? [head, tail] : [part]
    }
  }

  /// A last segment that is a country's name or sign.
  private static func takeCountry(from segments: inout [String], into result: inout AddressInput) {
    guard result.country.isEmpty, segments.count > 1, let last = segments.last,
      !last.utf8.contains(where: \.isASCIIDigit), let code = CountryNormalizer.code(of: last)
    else { return }
    result.country = code
    segments.removeLast()
  }

  /// The index of a token that is a postal code with a place behind it.
  private static func codeIndex(in tokens: [String]) -> Int? {
    tokens.indices.last { index in
      guard isCode(tokens[index]) else { return false }
      // "A-1220" is a code without a place behind it, "12345" only when it stands alone.
      guard index + 1 < tokens.count else {
        return !tokens[index].isAllDigits || tokens.count == 1 && tokens[index].utf8.count == 5
      }
      let next = tokens[index + 1]
      return next.hasLetter && next.utf8.count > 1 && !next.utf8.contains(where: \.isASCIIDigit)
    }
  }

  /// Four or five digits, with or without a country's sign.
  private static func isCode(_ token: String) -> Bool {
    guard token.digitCount == 4 || token.digitCount == 5 else { return false }
    let code = PostalCodeNormalizer.normalized(token)
    return code.code.isAllDigits && (token.isAllDigits || !code.country.isEmpty)
  }

  private static func takeCodeAndPlace(
    from segments: inout [String], into result: inout AddressInput
  ) -> Bool {
    for index in segments.indices.reversed() {
      var tokens = words(of: segments[index])
      joinPrefix(&tokens)
      guard let code = codeIndex(in: tokens) else { continue }
      result.postalCode = tokens[code]
      result.place = joined(Array(tokens[(code + 1)...]))
      let before = joined(Array(tokens[..<code]))
      if before.isEmpty {
        segments.remove(at: index)
      } else {
        segments[index] = trimmed(before) { $0 == UInt8(ascii: "-") || $0 == 0x20 }
      }
      return true
    }
    return false
  }

  /// "D 70567" and "CH - 8000" as one token.
  private static func joinPrefix(_ tokens: inout [String]) {
    for index in tokens.indices.dropLast().reversed() {
      let token = trimmed(tokens[index]) { $0 == UInt8(ascii: "-") }
      let isSign = ["D", "DE", "A", "AT", "CH", "FL", "LI"].contains(token)
      guard isSign, tokens[index + 1].isAllDigits, (4...5).contains(tokens[index + 1].utf8.count)
      else { continue }
      tokens[index] = token + "-" + tokens[index + 1]
      tokens.remove(at: index + 1)
    }
  }

  /// "Würzburg" alone, or "Hauptstr. 3, Würzburg".
  private static func takeBarePlace(from segments: inout [String], into result: inout AddressInput)
  {
    guard let last = segments.last, !last.utf8.contains(where: \.isASCIIDigit) else { return }
    let isStreet = streetEndings.contains { squashed(last).hasSuffix($0) }
    guard !isStreet, segments.count > 1 || words(of: last).count <= 4 else { return }
    result.place = last
    segments.removeLast()
  }

  private static func takeStreet(from segments: [String], into result: inout AddressInput) {
    var additions: [String] = []
    for (index, segment) in segments.enumerated() {
      if StreetNormalizer.poBox(segment) != nil, result.poBox.isEmpty {
        result.poBox = segment
      } else if result.street.isEmpty, isStreet(segment, isOnly: index == segments.count - 1) {
        result.street = segment
        if index + 1 < segments.count, isNumber(segments[index + 1]) {
          result.street += ", " + segments[index + 1]
        }
      } else if index == 0 || !isNumber(segment) || !segments[index - 1].hasLetter {
        additions.append(segment)
      }
    }
    if result.addition.isEmpty { result.addition = additions.joined(separator: ", ") }
  }

  private static func isNumber(_ segment: String) -> Bool {
    segment.utf8.first?.isASCIIDigit == true && segment.utf8.count <= 8
  }

  private static func isStreet(_ segment: String, isOnly: Bool) -> Bool {
    if squashed(segment).hasPrefix("co"), segment.hasPrefix("c/o") || segment.hasPrefix("C/O") {
      return false
    }
    if isOnly || segment.utf8.contains(where: \.isASCIIDigit) { return true }
    let key = squashed(segment)
    return streetEndings.contains { key.hasSuffix($0) }
  }

  private static let streetEndings = [
    "strasse", "str", "weg", "platz", "allee", "gasse", "ring", "ufer", "damm", "steig", "pfad",
    "markt",
  ]
}
