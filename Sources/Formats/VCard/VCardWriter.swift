package import Records

/// Writes contacts as vCards.
///
/// Source: RFC 6350 (4.0), RFC 2426 (3.0). What has no property there (VAT id, IBAN, roles, extra
/// fields) has one of Kontor's, which programs keep or pass over and Kontor reads back. So has what
/// is invalid: nobody wants an address in their mail program that can't be written to.
package struct VCardWriter {
  package enum Version: String, CaseIterable, Sendable {
    case v3 = "3.0"
    case v4 = "4.0"
  }

  private let output: ByteOutput
  private let version: Version

  package init(_ output: ByteOutput, version: Version = .v4) {
    self.output = output
    self.version = version
  }

  /// Appends a contact.
  package mutating func write(_ contact: Contact) throws {
    let bytes = Self.bytes(of: contact, version: version)
    try output.write { $0 += bytes }
  }

  /// Ends the file.
  package func close() throws { try output.close() }

  /// The card of one contact.
  package static func bytes(of contact: Contact, version: Version) -> [UInt8] {
    var card = VCardCard(contact: contact, isVersion4: version == .v4)
    card.lines.append("BEGIN", value: "VCARD")
    card.lines.append("VERSION", value: version.rawValue)
    card.appendAll()
    card.lines.append("END", value: "VCARD")
    return card.lines.bytes
  }
}

/// The lines of one contact.
private struct VCardCard {
  let contact: Contact
  let isVersion4: Bool
  var lines = VCardLineWriter()

  mutating func appendAll() {
    lines.append("UID", value: "urn:kontor:contact:\(contact.id)")
    appendKind()
    appendName()
    appendWork()
    for (value, parameters) in ranked(.phone) { appendNumber(value, parameters) }
    for (value, parameters) in ranked(.email) {
      lines.append("EMAIL", parameters: parameters, text: value.value.text)
    }
    for (value, parameters) in ranked(.address) { appendAddress(value, parameters) }
    for value in values(.website) { lines.append("URL", value: oneLine(value.value.text)) }
    if case .date(let date) = contact.first(.birthDate)?.value { appendBirthDate(date) }
    appendLanguage()
    for value in values(.note) { lines.append("NOTE", text: value.value.text) }
    let categories = values(.category).map { VCardLineWriter.escaped($0.value.text) }
    if !categories.isEmpty {
      lines.append("CATEGORIES", value: categories.joined(separator: ","))
    }
    appendChangeDate()
    appendOwn()
  }

  private mutating func appendKind() {
    if isVersion4 {
      lines.append("KIND", value: contact.kind == .organization ? "org" : "individual")
    } else if contact.kind == .organization {
      // What address books that read 3.0 know an organization by.
      lines.append("X-ABShowAs", value: "COMPANY")
    }
  }

  private mutating func appendName() {
    lines.append("FN", value: VCardLineWriter.escaped(contact.displayName))
    var parts = Array(repeating: "", count: 5)
    if contact.kind != .organization, case .name(let name) = contact.first(.name)?.value {
      let family = [name.particle, name.family].filter { !$0.isEmpty }.joined(separator: " ")
      let title = contact.first(.title)?.value.text ?? ""
      parts = [family, name.given, name.middle, title, name.suffix]
    }
    // 3.0 asks for N even when it is empty.
    if parts.contains(where: { !$0.isEmpty }) {
      lines.append("N", components: parts)
    } else if !isVersion4 {
      lines.append("N", value: ";;;;")
    }
    for value in values(.nickname) { lines.append("NICKNAME", text: value.value.text) }
    for value in values(.birthName) { lines.append("X-MAIDENNAME", text: value.value.text) }
    if isVersion4, let gender = contact.first(.gender)?.value.text.lowercased().first {
      let letters: [Character: String] = ["m": "M", "f": "F", "w": "F", "d": "O", "o": "O"]
      if let letter = letters[gender] { lines.append("GENDER", value: letter) }
    }
  }

  private mutating func appendWork() {
    let department = contact.first(.department)?.value.text ?? ""
    let organizations = values(.organization).map(\.value.text)
    let components = [organizations.first ?? "", department]
    lines.append("ORG", components: department.isEmpty ? Array(components.prefix(1)) : components)
    for organization in organizations.dropFirst() { lines.append("ORG", text: organization) }
    for value in values(.position) { lines.append("TITLE", text: value.value.text) }
  }

  private mutating func appendNumber(_ value: FieldValue, _ parameters: [String]) {
    guard case .phone(let phone) = value.value else { return }
    let isGlobal = phone.number.hasPrefix("+") && phone.number.utf8.dropFirst().allSatisfy(isDigit)
    let hasPlainExtension = phone.extension.utf8.allSatisfy(isDigit)
    if isVersion4 && isGlobal && hasPlainExtension {
      let ext = phone.extension.isEmpty ? "" : ";ext=\(phone.extension)"
      lines.append(
        "TEL", parameters: ["VALUE=uri"] + parameters, value: "tel:\(phone.number)\(ext)")
    } else {
      let ext = phone.extension.isEmpty ? "" : " ext. \(phone.extension)"
      lines.append("TEL", parameters: parameters, text: phone.number + ext)
    }
  }

  private mutating func appendAddress(_ value: FieldValue, _ parameters: [String]) {
    guard case .address(let address) = value.value else { return }
    let street = [address.street, address.houseNumber].filter { !$0.isEmpty }
    lines.append(
      "ADR", parameters: parameters,
      components: [
        address.poBox, address.addition, street.joined(separator: " "), address.place,
        address.region, address.postalCode, address.country,
      ])
  }

  private mutating func appendBirthDate(_ date: PartialDate) {
    let hasDay = date.month > 0 && date.day > 0
    if isVersion4 {
      // RFC 6350, section 4.3.1: 19800403, --0403, 1980-04, 1980.
      let text = hasDay ? date.text.filter { $0 != "-" } : date.text
      lines.append("BDAY", value: hasDay && date.year == 0 ? "--" + text : text)
    } else if hasDay && date.year == 0 {
      // 3.0 has no date without a year; Apple's way is understood elsewhere too.
      lines.append(
        "BDAY", parameters: ["X-APPLE-OMIT-YEAR=1604"], value: "1604" + date.text.dropFirst())
    } else if hasDay {
      lines.append("BDAY", value: date.text)
    }
  }

  private mutating func appendChangeDate() {
    guard case .date(let date) = contact.first(.changedAt)?.value, date.year > 0, date.day > 0
    else { return }
    let digits = date.text.filter { $0 != "-" }
    lines.append("REV", value: isVersion4 ? digits + "T000000Z" : date.text)
  }

  private mutating func appendLanguage() {
    for value in values(.language) {
      // RFC 6350 asks for a tag of RFC 5646: "de", "de-AT".
      let text = value.value.text
      let isTag = (2...3).contains(text.prefix { $0.isASCII && $0.isLetter }.utf8.count)
      let hasTagSigns = text.utf8.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D }
      let name = isVersion4 && isTag && hasTagSigns ? "LANG" : VCardProperty.Own.language
      lines.append(name, text: text)
    }
  }

  /// What vCard has no property for.
  private mutating func appendOwn() {
    for (attribute, name) in VCardProperty.Own.attributes {
      for value in values(attribute) { lines.append(name, text: value.value.text) }
    }
    for value in values(.customerNumber) {
      let numbering = value.name.filter { $0 != "\"" && !$0.isNewline }
      lines.append(
        VCardProperty.Own.customerNumber,
        parameters: numbering.isEmpty ? [] : ["NUMBERING=\"\(numbering)\""],
        text: value.value.text)
    }
    for value in values(.extra) {
      lines.append(VCardProperty.Own.extra, components: [value.name, value.value.text])
    }
    for value in contact.values where value.value.isUnusable {
      if let name = VCardProperty.Own.invalid[value.value.attribute] {
        lines.append(name, text: value.value.value.text)
      }
    }
  }

  private func values(_ attribute: Attribute) -> [FieldValue] {
    contact.values(of: attribute).map(\.value).filter { !$0.isUnusable }
  }

  /// The values of an attribute with what their parameters say; the first of several is preferred.
  private func ranked(_ attribute: Attribute) -> [(FieldValue, [String])] {
    let values = values(attribute)
    return values.enumerated().map { index, value in
      var types: [String] = []
      if value.label == .home { types.append("home") }
      if value.label == .work { types.append("work") }
      if case .phone(let phone) = value.value {
        if phone.kind == .mobile { types.append("cell") }
        if phone.kind == .fax { types.append("fax") }
      }
      let isPreferred = index == 0 && values.count > 1
      if isPreferred && !isVersion4 { types.append("pref") }
      let type = types.isEmpty ? [] : ["TYPE=" + types.joined(separator: ",")]
      return (value, type + (isPreferred && isVersion4 ? ["PREF=1"] : []))
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func oneLine(_ text: String) -> String {
    text.filter { !$0.isNewline }
  }
}

extension FieldValue {
  /// Whether it is invalid and its property would make a program use it.
  fileprivate var isUnusable: Bool {
    mark == .invalid && VCardProperty.Own.invalid[attribute] != nil
  }
}
