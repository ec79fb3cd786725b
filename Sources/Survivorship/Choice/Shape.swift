internal import Records

/// What is compared of a value: its folded parts.
///
/// Two values of one attribute are the same when their keys are; one agrees with a fuller one when
/// the fuller one `covers` it.
enum Shape {
  /// Equal or not, nothing between.
  case plain
  case name(NameShape)
  case address(AddressShape)
  /// The words of a title: "Dr." agrees with "Prof. Dr.".
  case words([String])
  case date(PartialDate)
  case organization(core: String, form: String)

  init(_ field: FieldValue) {
    switch field.value {
    case .name(let name): self = .name(NameShape(name))
    case .address(let address): self = .address(AddressShape(address))
    case .organization(let name):
      self = .organization(core: folded(name.core), form: folded(name.legalForm))
    case .date(let date): self = field.attribute == .birthDate ? .date(date) : .plain
    case .text(let text):
      self = field.attribute == .title ? .words(Survivorship.words(text)) : .plain
    case .phone, .consent: self = .plain
    }
  }

  /// Whether the other value says the same or less, and nothing against this one.
  func covers(_ other: Shape) -> Bool {
    switch (self, other) {
    case (.name(let full), .name(let part)): full.covers(part)
    case (.address(let full), .address(let part)): full.covers(part)
    case (.words(let full), .words(let part)): part.allSatisfy(full.contains)
    case (.date(let full), .date(let part)): full.covers(part)
    case (.organization(let core, _), .organization(let otherCore, let otherForm)):
      core == otherCore && otherForm.isEmpty
    default: false
    }
  }

  /// Whether the other is the same thing misspelled, so that one of them is enough.
  func isVariant(of other: Shape) -> Bool {
    guard case .address(let left) = self, case .address(let right) = other else { return false }
    return left.isVariant(of: right)
  }
}

extension PartialDate {
  fileprivate func covers(_ part: PartialDate) -> Bool {
    (part.year == 0 || part.year == year) && (part.month == 0 || part.month == month)
      && (part.day == 0 || part.day == day)
  }
}

/// The folded parts of a person's name.
struct NameShape {
  /// The words of given and middle names: it does not matter which column held which.
  let given: [String]
  let particle: String
  let family: String
  let suffix: String

  init(_ name: PersonName) {
    given = words(name.given) + words(name.middle)
    particle = folded(name.particle)
    family = folded(name.family)
    suffix = folded(name.suffix)
  }

  /// "Hans Peter von der Heide" covers "Hans Heide", "H. P. Heide" and "Heide".
  func covers(_ part: NameShape) -> Bool {
    (part.family.isEmpty || part.family == family)
      && (part.particle.isEmpty || part.particle == particle)
      && (part.suffix.isEmpty || part.suffix == suffix) && coversGiven(part.given)
  }

  /// Whether the words occur among the given names in their order, a single letter as an initial.
  private func coversGiven(_ part: [String]) -> Bool {
    var rest = given[...]
    for word in part {
      let found = rest.firstIndex { $0 == word || (word.utf8.count == 1 && $0.hasPrefix(word)) }
      guard let found else { return false }
      rest = rest[(found + 1)...]
    }
    return true
  }
}

/// The folded parts of a postal address; region and country decide only where both are known.
struct AddressShape {
  let street: String
  let houseNumber: String
  let addition: String
  let poBox: String
  let postalCode: String
  let place: String
  let country: String

  init(_ address: Address) {
    street = folded(address.street)
    houseNumber = folded(address.houseNumber).filter { $0 != " " }
    addition = folded(address.addition)
    poBox = address.poBox
    postalCode = folded(address.postalCode)
    place = folded(address.place)
    country = address.country
  }

  func covers(_ part: AddressShape) -> Bool {
    covers(part.street, street) && covers(part.houseNumber, houseNumber)
      && covers(part.addition, addition) && covers(part.poBox, poBox)
      && covers(part.postalCode, postalCode) && coversPlace(part)
      && (part.country.isEmpty || country.isEmpty || part.country == country)
  }

  private func covers(_ part: String, _ whole: String) -> Bool { part.isEmpty || part == whole }

  /// Under one postal code "Frankfurt" is "Frankfurt am Main".
  private func coversPlace(_ part: AddressShape) -> Bool {
    if covers(part.place, place) { return true }
    guard !postalCode.isEmpty, part.postalCode == postalCode else { return false }
    let whole = place.split(separator: " ")
    return part.place.split(separator: " ").allSatisfy(whole.contains)
  }

  /// Whether both name one door, all but a typing error in the street, the place or the postal
  /// code.
  ///
  /// The house number and two of the three must be equal; so two doors of one street stay two.
  func isVariant(of other: AddressShape) -> Bool {
    guard !street.isEmpty, !houseNumber.isEmpty, houseNumber == other.houseNumber,
      country.isEmpty || other.country.isEmpty || country == other.country
    else { return false }
    let sameCode = postalCode == other.postalCode && !postalCode.isEmpty
    let samePlace = place == other.place && !place.isEmpty
    guard street == other.street else {
      return (sameCode || samePlace) && isMisspelled(street, other.street)
        && (postalCode.isEmpty || other.postalCode.isEmpty || sameCode)
    }
    if sameCode { return true }
    return samePlace
      && (postalCode.isEmpty || other.postalCode.isEmpty
        || editDistance(Array(postalCode.utf8), Array(other.postalCode.utf8)) == 1)
  }

  /// One wrong letter in a word of six, two in one of twelve.
  private func isMisspelled(_ left: String, _ right: String) -> Bool {
    let length = min(left.utf8.count, right.utf8.count)
    return editDistance(Array(left.utf8), Array(right.utf8)) <= min(length / 6, 2)
  }
}
