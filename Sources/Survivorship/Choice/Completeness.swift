internal import Records

extension FieldValue {
  /// How much the value says, to be compared within one attribute.
  var completeness: Int {
    switch value {
    case .name(let name): name.completeness
    case .address(let address): address.completeness
    case .organization(let name): (name.legalForm.isEmpty ? 0 : 4) + wordCount(name.core, limit: 8)
    case .date(let date): [date.year, date.month, date.day].count { $0 != 0 }
    case .phone(let phone): phone.extension.isEmpty ? 1 : 2
    case .text(let text): wordCount(text, limit: 64)
    case .consent: 1
    }
  }
}

extension PersonName {
  /// "Hans" counts three, "H." one; so does each word of the family name; a particle two.
  fileprivate var completeness: Int {
    let givenWords = words(given) + words(middle)
    let ofGiven = givenWords.reduce(0) { $0 + ($1.utf8.count > 1 ? 3 : 1) }
    let ofFamily = 3 * wordCount(family, limit: 4)
    return ofGiven + ofFamily + (particle.isEmpty ? 0 : 2) + (suffix.isEmpty ? 0 : 1)
  }
}

extension Address {
  /// Street, number, postal code and place count one each; a PO box stands for street and number.
  fileprivate var completeness: Int {
    let door = (street.isEmpty ? 0 : 1) + (houseNumber.isEmpty ? 0 : 1)
    return max(door, poBox.isEmpty ? 0 : 2) + (postalCode.isEmpty ? 0 : 1)
      + (place.isEmpty ? 0 : 1)
  }
}

private func wordCount(_ text: String, limit: Int) -> Int { min(words(text).count, limit) }

/// How well a text is set: mixed case is better than one case alone.
func hasMixedCase(_ text: String) -> Bool {
  var hasUpper = false
  var hasLower = false
  for byte in text.utf8 {
    if (65...90).contains(byte) { hasUpper = true }
    if (97...122).contains(byte) { hasLower = true }
  }
  return hasUpper && hasLower
}

/// The number of letters beyond ASCII: of "Müller" and "Mueller" the first is the fuller spelling.
func countOfSpecialLetters(_ text: String) -> Int {
  text.utf8.count { $0 >= 0xC0 }
}
