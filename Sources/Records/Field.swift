/// A flat field: what a source column can be mapped to, and what the exports call it.
///
/// The raw value is the name used in pipeline files (`postal_code`).
public enum Field: String, CaseIterable, Hashable, Sendable {
  // What names the record
  case key
  case recordID = "rec_id"
  /// Person or organization, as the source says it (`Firma`, `privat`, `P`, …).
  case kind
  case parentKey = "parent_key"
  case customerNumber = "customer_number"

  // A person's name
  case salutation, title, given, middle, particle, family
  case birthName = "birth_name"
  case suffix, nickname
  /// A whole name in one column: "Dr. Hans von der Heide", "Heide, Hans", "Müller GmbH".
  case fullName = "full_name"
  case gender

  // An organization and the place in it
  case organization
  /// A second line of the organization's name; joined to the first.
  case organization2
  case department, position

  // An address
  case street
  case houseNumber = "house_number"
  /// c/o, floor, back building, district.
  case addressAddition = "address_addition"
  case poBox = "po_box"
  case postalCode = "postal_code"
  case place, region, country
  /// A whole address in one column, in one or several lines.
  case fullAddress = "full_address"

  // Ways to reach
  case phone, mobile, fax, email, website

  // Identity
  case birthDate = "birth_date"
  /// A birth date in three columns.
  case birthYear = "year_of_birth"
  case birthMonth = "month_of_birth"
  case birthDay = "day_of_birth"
  case vatID = "vat_id"
  case iban

  // Business
  case role, status, category, language, note
  case createdAt = "created_at"
  case changedAt = "changed_at"

  // Consent: the channel and state of one column group
  case consentChannel = "consent_channel"
  case consentAddress = "consent_address"
  /// granted, denied or unknown, as the source says it (`ja`, `1`, `N`, …).
  case consentState = "consent_state"
  case consentDate = "consent_date"
  case consentSource = "consent_source"
  case consentEvidence = "consent_evidence"
  /// A date on which consent was withdrawn; its presence alone denies.
  case consentWithdrawnAt = "consent_withdrawn_at"
}

/// Which of several addresses or numbers a value is.
public enum ValueLabel: String, CaseIterable, Hashable, Sendable {
  case work, home, billing, delivery, other
}

/// A field with its label and group, as a mapping names it: `home.street`, `email`, `work.street.2`.
///
/// Values of one record with equal label and group belong together (the parts of one address, of one consent).
public struct FieldTarget: Hashable, Sendable {
  public var field: Field
  public var label: ValueLabel?
  /// From 1; 1 when the mapping names none.
  public var group: Int

  public init(_ field: Field, label: ValueLabel? = nil, group: Int = 1) {
    self.field = field
    self.label = label
    self.group = group
  }

  /// Reads `[label.]field[.group]`; nil when it names no field.
  public init?(text: String) {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var label: ValueLabel?
    var group = 1
    if parts.count > 1, let first = parts.first, let known = ValueLabel(rawValue: first) {
      label = known
      parts.removeFirst()
    }
    if parts.count == 2, let number = Int(parts[1]), (1...99).contains(number) {
      group = number
      parts.removeLast()
    }
    guard parts.count == 1, let field = Field(rawValue: parts[0]) else { return nil }
    self.init(field, label: label, group: group)
  }

  /// The form that `init(text:)` reads.
  public var text: String {
    let labelled = label.map { "\($0.rawValue).\(field.rawValue)" } ?? field.rawValue
    return group == 1 ? labelled : "\(labelled).\(group)"
  }
}
