internal import Records

/// The letter to one household or one organization: who is named, who is left out, and where it
/// goes.
struct HouseholdLetter {
  private let contacts: [Contact]
  private let language: Language
  private(set) var leftOut: [LeftOutReason: Int] = [:]

  /// More names than these do not share one envelope; they get a line each.
  private static let mostUnits = 3

  init(_ contacts: [Contact], _ language: Language) {
    self.contacts = contacts
    self.language = language
  }

  /// The postal lines: one, or one for each family where many live at one address.
  mutating func lines() -> [HouseholdLine] {
    var allowed: [Contact] = []
    for contact in contacts {
      if let bar = contact.letterBar {
        leftOut[bar, default: 0] += 1
      } else {
        allowed.append(contact)
      }
    }
    guard let place = commonAddress(of: allowed) else {
      leave(allowed, for: .noAddress)
      return []
    }
    let units = units(of: allowed)
    let parts = units.count > Self.mostUnits ? units.map { [$0] } : units.isEmpty ? [] : [units]
    return parts.map { line(for: $0, at: place, among: allowed) }
  }

  private mutating func leave(_ contacts: [Contact], for reason: LeftOutReason) {
    if !contacts.isEmpty { leftOut[reason, default: 0] += contacts.count }
  }

  // MARK: Whom

  private mutating func units(of allowed: [Contact]) -> [AddresseeUnit] {
    if allowed.count == 1, let only = allowed.first, let firm = firm(of: only) {
      return [AddresseeUnit(text: firm, contacts: [only.id])]
    }
    let barred = contacts.filter { $0.letterBar != nil }
    var addressees = Addressees(allowed: allowed, barred: barred, language: language)
    let units = addressees.units()
    let named = Set(units.flatMap(\.contacts))
    for contact in allowed where !named.contains(contact.id) {
      leave([contact], for: addressees.silenced[contact.id] ?? .noName)
    }
    return units
  }

  /// The organization where the letter is for it alone: it has no person's name, or is not a
  /// person.
  private func firm(of contact: Contact) -> String? {
    let hasName = !(contact.first(.name)?.value.text.isEmpty ?? true)
    guard contact.kind == .organization || !hasName else { return nil }
    return contact.first(.organization)?.value.text
  }

  // MARK: Where

  private struct Place {
    let address: Address
    let label: ValueLabel?
  }

  /// The postable address that most of the household have; of several the first one's preferred.
  private func commonAddress(of contacts: [Contact]) -> Place? {
    let all = contacts.map(postalAddresses)
    var best: (place: Place, count: Int)?
    for place in all.joined() {
      let shape = AddressShape(place.address)
      let count = all.count { $0.contains { isSame(AddressShape($0.address), shape) } }
      if count > best?.count ?? 0 { best = (place, count) }
      if count == contacts.count { break }
    }
    return best?.place
  }

  private func postalAddresses(of contact: Contact) -> [Place] {
    contact.values.compactMap { value in
      guard case .address(let address) = value.value.value, value.value.mark != .invalid,
        address.isPostable
      else { return nil }
      return Place(address: address, label: value.value.label)
    }
  }

  private func isSame(_ left: AddressShape, _ right: AddressShape) -> Bool {
    left.covers(right) || right.covers(left) || left.isVariant(of: right)
  }

  private func line(
    for units: [AddresseeUnit], at place: Place, among allowed: [Contact]
  ) -> HouseholdLine {
    let address = place.address
    return HouseholdLine(
      addressee: list(units.map(\.text), language),
      organization: organization(of: allowed, at: place), addition: address.addition,
      street: streetLine(of: address), postalCode: address.postalCode, place: address.place,
      country: address.country, contacts: Set(units.flatMap(\.contacts)).sorted())
  }

  /// A person's letter names the firm when it goes to their place of work.
  private func organization(of allowed: [Contact], at place: Place) -> String {
    guard allowed.count == 1, let only = allowed.first, only.kind != .organization else {
      return ""
    }
    let isWork =
      place.label == .work || only.kind == .contactPerson && place.label != .home
    let organization = isWork ? only.first(.organization)?.value.text ?? "" : ""
    return only.first(.name) == nil ? "" : organization
  }

  private func streetLine(of address: Address) -> String {
    guard address.street.isEmpty else {
      return [address.street, address.houseNumber].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return "Postfach \(inPairs(address.poBox))"
  }

  /// "1234" as "12 34", the way DIN 5008 writes a PO box.
  private func inPairs(_ number: String) -> String {
    guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return number }
    var text = ""
    for (index, digit) in number.enumerated() {
      if index > 0, (number.utf8.count - index) % 2 == 0 { text += " " }
      text.append(digit)
    }
    return text
  }
}

/// "A", "A und B", "A, B und C".
func list(_ texts: [String], _ language: Language) -> String {
  let and = Phrase(de: " und ", en: " and ")(language)
  guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
  return texts.dropLast().joined(separator: ", ") + and + last
}
