internal import Records

/// The text in which two values of one attribute are equal exactly when they say the same.
///
/// Phones by number and extension, e-mails in small letters, names and addresses by their folded
/// parts, other text folded; a value that folds to nothing stays as it is.
func key(of field: FieldValue) -> String {
  switch field.value {
  case .text(let text): textKey(text, field)
  case .name(let name): partsKey(nameParts(name), else: name.text)
  case .organization(let name): partsKey([organizationKey(name)], else: name.text)
  case .address(let address): partsKey(addressParts(address), else: address.text)
  case .phone(let phone): phone.text
  case .date(let date): date.text
  case .consent(let consent): consentKey(consent)
  }
}

private func textKey(_ text: String, _ field: FieldValue) -> String {
  switch field.attribute {
  case .email: lowercasedASCII(text)
  case .website: websiteKey(text)
  // A number in another numbering (`name`) is another number.
  case .customerNumber: field.name + "|" + lowercasedASCII(text)
  case .iban, .vatID: folded(text).filter { $0 != " " }
  case .extra: field.name + "|" + partsKey([folded(text)], else: text)
  default: partsKey([folded(text)], else: text)
  }
}

/// "https://www.mueller.de/" is "mueller.de".
private func websiteKey(_ text: String) -> String {
  var rest = lowercasedASCII(text)[...]
  for start in ["https://", "http://", "www."] where rest.hasPrefix(start) {
    rest = rest.dropFirst(start.count)
  }
  while rest.hasSuffix("/") { rest = rest.dropLast() }
  return rest.isEmpty ? text : String(rest)
}

private func nameParts(_ name: PersonName) -> [String] {
  let shape = NameShape(name)
  return [shape.given.joined(separator: " "), shape.particle, shape.family, shape.suffix]
}

private func organizationKey(_ name: OrganizationName) -> String {
  let form = folded(name.legalForm)
  return form.isEmpty ? folded(name.core) : folded(name.core) + "|" + form
}

private func addressParts(_ address: Address) -> [String] {
  let shape = AddressShape(address)
  return [
    shape.street, shape.houseNumber, shape.addition, shape.poBox, shape.postalCode, shape.place,
    shape.country,
  ]
}

private func consentKey(_ consent: Consent) -> String {
  [
    consent.channel.rawValue, lowercasedASCII(consent.address), consent.state.rawValue,
    consent.date, consent.source, consent.evidence,
  ].joined(separator: "|")
}

private func partsKey(_ parts: [String], else text: String) -> String {
  parts.allSatisfy(\.isEmpty) ? text : parts.joined(separator: "|")
}
