/// What a value is about; survivorship chooses attribute by attribute.
///
/// An attribute is chosen whole: a name or an address is never put together from two records.
public enum Attribute: String, CaseIterable, Hashable, Sendable {
  case salutation, title, name
  case birthName = "birth_name"
  case nickname, gender
  case organization, department, position
  case address, phone, email, website
  case birthDate = "birth_date"
  case customerNumber = "customer_number"
  case vatID = "vat_id"
  case iban
  case role, status, category, language, note
  case createdAt = "created_at"
  case changedAt = "changed_at"
  case consent
  /// A column mapped to no field; `FieldValue.name` says which.
  case extra
}

/// A normalized value, typed by its attribute.
public enum Value: Hashable, Sendable {
  case text(String)
  case name(PersonName)
  case organization(OrganizationName)
  case address(Address)
  case phone(PhoneNumber)
  case date(PartialDate)
  case consent(Consent)

  /// The value in one line, for people and for flat exports.
  public var text: String {
    switch self {
    case .text(let text): text
    case .name(let name): name.text
    case .organization(let organization): organization.text
    case .address(let address): address.text
    case .phone(let phone): phone.text
    case .date(let date): date.text
    case .consent(let consent):
      [consent.channel.rawValue, consent.address, consent.state.rawValue, consent.date]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}

/// What normalizing found wrong with a value, or did to it beyond spelling.
public enum ValueMark: UInt8, CaseIterable, Hashable, Sendable {
  /// As good as the source's.
  case good
  /// Kept and exported, never matched on: an e-mail without "@", wrong check digits.
  case invalid
  /// Repaired with certainty: a lost leading zero, mojibake, upper case.
  case repaired
}

/// One value of a record, with what the source really said.
public struct FieldValue: Hashable, Sendable {
  public var attribute: Attribute
  public var label: ValueLabel?
  /// The column's name when the attribute is `extra`; what a `customerNumber` counts in; else empty.
  public var name: String
  public var value: Value
  /// The source's spelling; parts of a composite joined by " | " in source order.
  public var raw: String
  public var mark: ValueMark

  public init(
    _ attribute: Attribute, _ value: Value, label: ValueLabel? = nil, name: String = "",
    raw: String, mark: ValueMark = .good
  ) {
    self.attribute = attribute
    self.value = value
    self.label = label
    self.name = name
    self.raw = raw
    self.mark = mark
  }
}

/// The number under which the store knows a record; from 1, never used again.
public typealias RecordID = Int64
/// The number under which the store knows a contact; from 1, never used again.
public typealias ContactID = Int64

/// One contact as one source gives it, with typed values.
public struct Record: Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A natural person, private or without an organization.
    case person
    /// A legal entity, public body, club, shop.
    case organization
    /// A natural person as seen at an organization: matched as a person, linked to the organization.
    case contactPerson = "contact_person"
    /// A couple or family under one name ("Hans und Erika Müller", "Fam. Müller").
    case household
  }

  /// 0 until the store has given one.
  public var id: RecordID
  public var source: String
  public var key: String
  public var location: Location
  public var kind: Kind
  /// The source key of the organization a contact person is nested in, in the same source.
  public var parentKey: String?
  /// The value of the mapped `rec_id` column; empty when there is none.
  public var recID: String
  /// In the order of the attributes' declaration, then of the source.
  public var values: [FieldValue]
  public var contentHash: UInt64

  public init(
    id: RecordID = 0, source: String, key: String, location: Location, kind: Kind,
    parentKey: String? = nil, recID: String = "", values: [FieldValue] = [],
    contentHash: UInt64 = 0
  ) {
    self.id = id
    self.source = source
    self.key = key
    self.location = location
    self.kind = kind
    self.parentKey = parentKey
    self.recID = recID
    self.values = values
    self.contentHash = contentHash
  }

  public func values(of attribute: Attribute) -> [FieldValue] {
    values.filter { $0.attribute == attribute }
  }

  public func first(_ attribute: Attribute) -> FieldValue? {
    values.first { $0.attribute == attribute }
  }
}
