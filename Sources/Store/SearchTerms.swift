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

  /// What lists are sorted by: "heide, hans" for a person, the name for the rest; lower case, accents dropped.
  func writeSortKey(displayName: String, to bytes: inout [UInt8]) {
    guard kind != .organization, case .name(let name)? = first(.name)?.value, !name.family.isEmpty
    else { return appendFolded(displayName, to: &bytes) }
    appendFolded(name.family, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(UInt8(ascii: " "))
    appendFolded(name.given, to: &bytes)
  }

  /// What finds the contact beyond its flat values: further values, and umlauts spelled out.
  func writeSearchTerms(displayName: String, to bytes: inout [UInt8]) {
    var met: Set<Attribute> = []
    appendSpelledOut(displayName, to: &bytes)
    for value in values {
      let text = value.value.value.text
      switch value.value.attribute {
      case .email, .phone:
        if !met.insert(value.value.attribute).inserted { append(term: text, to: &bytes) }
      case .organization:
        if !met.insert(.organization).inserted { append(term: text, to: &bytes) }
        appendSpelledOut(text, to: &bytes)
      case .name:
        if !met.insert(.name).inserted { append(term: text, to: &bytes) }
      case .birthName, .nickname, .customerNumber, .vatID:
        append(term: text, to: &bytes)
        appendSpelledOut(text, to: &bytes)
      case .address:
        append(term: text, to: &bytes)
      default: break
      }
      for lost in value.lost where value.value.attribute == .name || lost.value.attribute == .email
      {
        append(term: lost.value.value.text, to: &bytes)
      }
    }
  }

  private func append(term: String, to bytes: inout [UInt8]) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: term.utf8)
  }
}

/// Appends "mueller" for "Müller"; nothing when the text has no umlaut.
func appendSpelledOut(_ text: String, to bytes: inout [UInt8]) {
  guard let spelled = spelledOut(text) else { return }
  if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
  bytes.append(contentsOf: spelled)
}

/// The text with ä, ö, ü, ß as ae, oe, ue, ss; nil when it has none.
func spelledOut(_ text: String) -> [UInt8]? {
  var result: [UInt8] = []
  var isSpelled = false
  var lead: UInt8 = 0
  for byte in text.utf8 {
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

/// Appends the text in lower case without the accents of Western European letters (DIN 5007-1); others stay.
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
