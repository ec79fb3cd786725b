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
      found.add(identifier(text, prefix: numbering, ends: true), to: .numbers)
    case (.vatID, .text(let text)): found.add(identifier(text, prefix: "V"), to: .vatIDs)
    case (.iban, .text(let text)): found.add(identifier(text, prefix: "I"), to: .ibans)
    case (.extra, .text(let text)):
      fold(text, into: &scratch)
      found.add(extras.intern(column: value.name, &scratch), to: .extras)
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
    let isLower = text.utf8.allSatisfy { $0 < 0x80 && !(65...90).contains($0) }
    setScratch(to: isLower ? text : text.lowercased())
    found.add(emails.intern(scratch), to: .emails)
  }

  private mutating func setScratch(to text: String) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(utf8Of: text)
  }

  /// - Parameter ends: Whether a zero ends the prefix, so that it is no other's beginning.
  private mutating func identifier(
    _ text: String, prefix: String, ends: Bool = false
  ) -> UInt32 {
    fold(text, into: &scratch)
    removeSpaces(from: &scratch)
    guard !scratch.isEmpty else { return 0 }
    key.removeAll(keepingCapacity: true)
    key.append(utf8Of: prefix)
    if ends { key.append(0) }
    let prefixLength = key.count
    key += scratch
    let id = identifiers.intern(key)
    if Int(id) == identifierWords.count {
      identifierWords.append(Word(scratch[...]))
      identifierNumberings.append(key[..<prefixLength].withUnsafeBufferPointer(hashOf))
    }
    return id
  }

  private mutating func number(of address: Address) -> UInt32 {
    var entry = AddressEntry(street: 0, house: 0, houseRest: 0, postalCode: 0, place: 0)
    if !address.street.isEmpty {
      fold(address.street, into: &scratch)
      entry.street = addresses.street(&scratch)
      (entry.house, entry.houseRest) = houseNumber(address.houseNumber)
    } else if !address.poBox.isEmpty {
      setScratch(to: "postfach")
      entry.street = addresses.street(&scratch)
      (entry.house, entry.houseRest) = houseNumber(address.poBox)
    }
    fold(address.postalCode, into: &scratch)
    entry.postalCode = addresses.postalCode(&scratch)
    fold(address.place, into: &scratch)
    entry.place = addresses.place(scratch)
    return addresses.intern(entry)
  }

  /// The leading number, and a hash of what follows it ("a", "14" of "12-14").
  private mutating func houseNumber(_ text: String) -> (UInt32, UInt32) {
    guard !text.isEmpty else { return (0, 0) }
    fold(text, into: &scratch)
    var number: UInt32 = 0
    var digits = 0
    while digits < scratch.count, (48...57).contains(scratch[digits]) {
      if digits < 9 { number = number * 10 + UInt32(scratch[digits] - 48) }
      digits += 1
    }
    guard digits < scratch.count else { return (number, 0) }
    let rest = scratch[digits...].filter { $0 != UInt8(ascii: " ") }
    let hash = rest.withUnsafeBufferPointer { hashOf($0) }
    return (number, rest.isEmpty ? 0 : UInt32(truncatingIfNeeded: hash) | 1)
  }
}

extension [UInt8] {
  /// Appends a text's bytes.
  mutating func append(utf8Of text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}

/// The domain of a web address: "muster.de" of "https://www.muster.de/kontakt".
func domain(of url: String) -> [UInt8] {
  var bytes = Array(url.lowercased().utf8)
  let openings: [StaticString] = ["https://", "http://", "//", "www."]
  for prefix in openings where bytes.hasPrefix(prefix) {
    bytes.removeFirst(prefix.utf8CodeUnitCount)
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
