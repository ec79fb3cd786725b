internal import Records

/// How each attribute's value becomes match features.
extension Columns {
  mutating func append(
    _ value: FieldValue, to row: inout Row, _ found: inout FoundLists, numbering: String?
  ) {
    switch (value.attribute, value.value) {
    case (.name, .name(let name)): append(name, to: &row)
    case (.birthName, _):
      var text = value.value.text
      if case .name(let name) = value.value { text = name.family }
      row.birthName = familyName(text).whole
    case (.salutation, .text(let text)), (.gender, .text(let text)):
      if row.gender == .unknown { row.gender = Gender(text: text) }
    case (.birthDate, .date(let date)):
      row.birthDate =
        UInt32(clamping: date.year) << 9 | UInt32(clamping: date.month) << 5
        | UInt32(clamping: date.day)
    case (.email, .text(let text)): append(email: text, &found)
    case (.website, .text(let text)): found.add(emails.domain(domain(of: text)[...]), to: .domains)
    case (.customerNumber, .text(let text)):
      guard let numbering else { return }
      found.add(identifier(text, prefix: "\(numbering)\u{0}"), to: .numbers)
    case (.vatID, .text(let text)): found.add(identifier(text, prefix: "V"), to: .vatIDs)
    case (.iban, .text(let text)): found.add(identifier(text, prefix: "I"), to: .ibans)
    case (.extra, .text(let text)):
      fold(text, into: &scratch)
      found.add(extras.intern(column: value.name, scratch), to: .extras)
    case (.phone, .phone(let phone)) where phone.isValid:
      scratch.removeAll(keepingCapacity: true)
      for byte in phone.number.utf8 where (48...57).contains(byte) { scratch.append(byte) }
      for byte in phone.extension.utf8 where (48...57).contains(byte) { scratch.append(byte) }
      found.add(phones.intern(scratch, isMobile: phone.kind == .mobile), to: .phones)
    default: inherit(value, &found)
    }
  }

  /// Adds what a contact person shares with the organization it is nested in.
  mutating func inherit(_ value: FieldValue, _ found: inout FoundLists) {
    switch (value.attribute, value.value) {
    case (.organization, .organization(let name)):
      fold(name.core.isEmpty ? name.text : name.core, into: &scratch)
      guard !scratch.isEmpty else { return }
      found.add(organizations.intern(core: scratch, legalForm: name.legalForm), to: .organizations)
    case (.address, .address(let address)): found.add(number(of: address), to: .addresses)
    default: break
    }
  }

  private mutating func append(email text: String, _ found: inout FoundLists) {
    let address = Array(text.lowercased().utf8)
    found.add(emails.intern(address), to: .emails)
    if let at = address.lastIndex(of: UInt8(ascii: "@")) {
      found.mailedNames.append(address[..<at])
    }
  }

  private mutating func identifier(_ text: String, prefix: String) -> UInt32 {
    fold(text, into: &scratch)
    let value = scratch.filter { $0 != UInt8(ascii: " ") }
    let id = value.isEmpty ? 0 : identifiers.intern(Array(prefix.utf8) + value)
    if Int(id) == identifierWords.count {
      identifierWords.append(Word(value[...]))
      identifierNumberings.append(Array(prefix.utf8).withUnsafeBufferPointer(hashOf))
    }
    return id
  }

  private mutating func number(of address: Address) -> UInt32 {
    var entry = AddressEntry(street: 0, house: 0, houseRest: 0, postalCode: 0, place: 0)
    if !address.street.isEmpty {
      fold(address.street, into: &scratch)
      entry.street = addresses.street(scratch)
      (entry.house, entry.houseRest) = houseNumber(address.houseNumber)
    } else if !address.poBox.isEmpty {
      entry.street = addresses.street(Array("postfach".utf8))
      (entry.house, entry.houseRest) = houseNumber(address.poBox)
    }
    fold(address.postalCode, into: &scratch)
    entry.postalCode = addresses.postalCode(scratch)
    fold(address.place, into: &scratch)
    entry.place = addresses.place(scratch)
    return addresses.intern(entry)
  }

  /// The leading number, and a hash of what follows it ("a", "14" of "12-14").
  private mutating func houseNumber(_ text: String) -> (UInt32, UInt32) {
    fold(text, into: &scratch)
    let digits = scratch.prefix { (48...57).contains($0) }
    let number = digits.prefix(9).reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
    let rest = scratch.dropFirst(digits.count).filter { $0 != UInt8(ascii: " ") }
    let hash = rest.withUnsafeBufferPointer { hashOf($0) }
    return (number, rest.isEmpty ? 0 : UInt32(truncatingIfNeeded: hash) | 1)
  }
}

/// The domain of a web address: "muster.de" of "https://www.muster.de/kontakt".
func domain(of url: String) -> [UInt8] {
  var bytes = Array(url.lowercased().utf8)
  for prefix in ["https://", "http://", "//", "www."] where bytes.hasPrefix(prefix) {
    bytes.removeFirst(prefix.utf8.count)
  }
  let ends = Set("/?#: ".utf8)
  return Array(bytes.prefix { !ends.contains($0) })
}

extension Gender {
  /// Reads a salutation or gender column: "Herr", "Frau", "Mrs", "m", "w", "weiblich".
  init(text: String) {
    let first = folded(text).split(separator: UInt8(ascii: " ")).first.map(Array.init) ?? []
    switch String(decoding: first, as: UTF8.self) {
    case "herr", "herrn", "hr", "mr", "m", "male", "mann", "mannlich", "monsieur": self = .male
    case "frau", "fr", "mrs", "ms", "miss", "w", "f", "female", "weiblich", "madame": self = .female
    default: self = .unknown
    }
  }
}
