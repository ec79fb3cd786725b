internal import Records

extension Contact {
  func firstText(_ attribute: Attribute) -> String {
    for value in values where value.value.attribute == attribute { return value.value.value.text }
    return ""
  }

  /// The place of the first address that has one.
  var firstPlace: String {
    for value in values {
      if case .address(let address) = value.value.value, !address.place.isEmpty {
        return address.place
      }
    }
    return ""
  }

  /// What lists are sorted by: "heide, hans" for a person, the name for the rest; lower case,
  /// accents dropped.
  func writeSortKey(displayName: String, to bytes: inout [UInt8]) {
    guard kind != .organization, case .name(let name)? = first(.name)?.value, !name.family.isEmpty
    else { return appendFolded(displayName, to: &bytes) }
    appendFolded(name.family, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(UInt8(ascii: " "))
    appendFolded(name.given, to: &bytes)
  }

  /// What finds the contact beyond its flat values: further values, and words with umlauts
  /// spelled out.
  func writeSearchTerms(displayName: String, to bytes: inout [UInt8]) {
    var terms = TermWriter()
    terms.addSpelledOut(displayName)
    var hasEmail = false
    var hasPhone = false
    var hasName = false
    var hasOrganization = false
    for value in values {
      let field = value.value
      switch field.attribute {
      case .email: terms.add(field, unlessFirst: &hasEmail)
      case .phone: terms.add(field, unlessFirst: &hasPhone)
      case .name: terms.add(field, unlessFirst: &hasName)
      case .organization:
        terms.add(field, unlessFirst: &hasOrganization)
        terms.addSpelledOut(field.value.text)
      case .birthName, .nickname:
        terms.add(field.value.text)
        terms.addSpelledOut(field.value.text)
      case .customerNumber, .vatID: terms.add(field.value.text)
      case .address:
        guard case .address(let address) = field.value else { break }
        terms.add(address.street)
        terms.add(address.postalCode)
        terms.add(address.place)
        terms.addSpelledOut(address.place)
      default: break
      }
      for lost in value.lost where lost.value.attribute == .name || lost.value.attribute == .email {
        terms.add(lost.value.value.text)
      }
    }
    bytes.append(contentsOf: terms.bytes)
  }
}

/// Gathers search terms, separated by spaces.
private struct TermWriter {
  var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: text.utf8)
  }

  /// The first of an attribute has its own column.
  mutating func add(_ field: FieldValue, unlessFirst hasFirst: inout Bool) {
    if hasFirst { add(field.value.text) }
    hasFirst = true
  }

  /// "mueller" for "Hans Müller"; nothing when no word has an umlaut.
  mutating func addSpelledOut(_ text: String) {
    guard text.utf8.contains(0xC3) else { return }
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
      guard let spelled = spelledOut(word) else { continue }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: spelled)
    }
  }
}

/// The text with ä, ö, ü, ß as ae, oe, ue, ss; nil when it has none.
func spelledOut(_ text: some Sequence<UInt8>) -> [UInt8]? {
  var result: [UInt8] = []
  var isSpelled = false
  var lead: UInt8 = 0
  for byte in text {
    if lead == 0xC3, let letters = umlaut(byte) {
      result.removeLast()
      result.append(contentsOf: letters.utf8)
      isSpelled = true
    } else {
      result.append(byte)
    }
    lead = byte
  }
  return isSpelled ? result : nil
}

/// The second byte of an umlaut in UTF-8, spelled out.
private func umlaut(_ byte: UInt8) -> String? {
  switch byte {
  case 0x84, 0xA4: "ae"
  case 0x96, 0xB6: "oe"
  case 0x9C, 0xBC: "ue"
  case 0x9F: "ss"
  default: nil
  }
}

/// Appends the text in lower case without the accents of Western European letters (DIN 5007-1);
/// others stay.
func appendFolded(_ text: String, to bytes: inout [UInt8]) {
  var lead: UInt8 = 0
  for byte in text.utf8 {
    switch (lead, byte) {
    case (0, 0xC3): lead = byte
    case (0xC3, _):
      appendLatin1(byte, to: &bytes)
      lead = 0
    case (_, UInt8(ascii: "A")...UInt8(ascii: "Z")): bytes.append(byte | 0x20)
    default: bytes.append(byte)
    }
  }
}

/// Folds the letter U+00C0…U+00FF whose second byte this is.
private func appendLatin1(_ byte: UInt8, to bytes: inout [UInt8]) {
  // À–Þ and à–þ differ in one bit; ß, ÿ, × and ÷ stand apart.
  switch byte {
  case 0x9F: bytes.append(contentsOf: "ss".utf8)
  case 0x97, 0xB7: bytes.append(contentsOf: [0xC3, byte])
  case 0x80...0xBF:
    let plain = Array("aaaaaaaceeeeiiiidnooooo ouuuuypy".utf8)
    bytes.append(plain[Int(byte & 0x1F)])
  default: bytes.append(contentsOf: [0xC3, byte])
  }
}
