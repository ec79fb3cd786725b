internal import Records

/// The text in which two values of one attribute are equal exactly when they say the same.
///
/// Phones by number and extension, e-mails in small letters, names and addresses by their folded
/// parts, other text folded; a value that folds to nothing stays as it is.
func key(of field: FieldValue) -> String { key(of: field, Shape(field)) }

/// The key of a value whose shape is known.
func key(of field: FieldValue, _ shape: Shape) -> String {
  switch field.value {
  case .text(let text): textKey(text, field)
  case .name, .organization, .address: partsKey(parts(of: shape), else: field.value.text)
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
  default: plainKey(text)
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

private func parts(of shape: Shape) -> [String] {
  switch shape {
  case .name(let name):
    [name.given.joined(separator: " "), name.particle, name.family, name.suffix]
  case .address(let address):
    [
      address.street, address.houseNumber, address.addition, address.poBox, address.postalCode,
      address.place, address.country,
    ]
  case .organization(let core, let form): form.isEmpty ? [core] : [core, form]
  case .words, .date, .plain: []
  }
}

private func consentKey(_ consent: Consent) -> String {
  [
    consent.channel.rawValue, lowercasedASCII(consent.address), consent.state.rawValue,
    consent.date, consent.source, consent.evidence,
  ].joined(separator: "|")
}

private func plainKey(_ text: String) -> String {
  let key = folded(text)
  return key.isEmpty ? text : key
}

private func partsKey(_ parts: [String], else text: String) -> String {
  parts.allSatisfy(\.isEmpty) ? text : parts.joined(separator: "|")
}
