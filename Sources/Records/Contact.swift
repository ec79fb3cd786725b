/// How survivorship chose a value.
public enum SurvivorshipRule: String, CaseIterable, Hashable, Sendable {
  /// There was only one value.
  case onlyValue = "only-value"
  case sourcePriority = "source-priority"
  case mostRecent = "most-recent"
  case mostFrequent = "most-frequent"
  case mostComplete = "most-complete"
  case union
  case mostRestrictive = "most-restrictive"
  /// A person chose it.
  case decision

  /// Those that a pipeline file may ask for.
  public static let named: [SurvivorshipRule] = allCases.filter {
    $0 != .onlyValue && $0 != .decision
  }
}

/// A value that was not chosen, and the record that holds it.
public struct LostValue: Hashable, Sendable {
  public var value: FieldValue
  public var record: RecordID

  public init(value: FieldValue, record: RecordID) {
    self.value = value
    self.record = record
  }
}

/// A value of a contact: what was chosen, from which record, by which rule, and what lost.
public struct ContactValue: Hashable, Sendable {
  public var value: FieldValue
  /// The record the value came from.
  public var record: RecordID
  /// Further records that say the same.
  public var agreeing: [RecordID]
  public var rule: SurvivorshipRule
  public var lost: [LostValue]

  public init(
    value: FieldValue, record: RecordID, agreeing: [RecordID] = [], rule: SurvivorshipRule,
    lost: [LostValue] = []
  ) {
    self.value = value
    self.record = record
    self.agreeing = agreeing
    self.rule = rule
    self.lost = lost
  }
}

/// Whether the contact may be reached by a channel, and why.
public struct Permission: Hashable, Sendable {
  public var channel: Consent.Channel
  /// The e-mail address or number; empty for post, and where there is none.
  public var address: String
  public var isAllowed: Bool
  public var reason: Phrase

  public init(channel: Consent.Channel, address: String, isAllowed: Bool, reason: Phrase) {
    self.channel = channel
    self.address = address
    self.isAllowed = isAllowed
    self.reason = reason
  }
}

/// The golden record merged from a cluster.
public struct Contact: Sendable {
  public var id: ContactID
  public var kind: Record.Kind
  /// In the order of the attributes' declaration; the first of an attribute is its preferred one.
  public var values: [ContactValue]
  /// The members of the cluster, ascending.
  public var records: [RecordID]
  /// One for every e-mail address and number, and one for post; a channel without any address has
  /// one that says no.
  public var permissions: [Permission]

  public init(
    id: ContactID, kind: Record.Kind, values: [ContactValue], records: [RecordID],
    permissions: [Permission] = []
  ) {
    self.id = id
    self.kind = kind
    self.values = values
    self.records = records
    self.permissions = permissions
  }

  public func values(of attribute: Attribute) -> [ContactValue] {
    values.filter { $0.value.attribute == attribute }
  }

  public func first(_ attribute: Attribute) -> FieldValue? {
    values.first { $0.value.attribute == attribute }?.value
  }

  /// "Dr. Hans von der Heide", "Müller GmbH": what a person calls this contact.
  public var displayName: String {
    let title = first(.title)?.value.text ?? ""
    let name = first(.name)?.value.text ?? ""
    let person = [title, name].filter { !$0.isEmpty }.joined(separator: " ")
    let organization = first(.organization)?.value.text ?? ""
    let isPerson = kind != .organization && !name.isEmpty
    let best = isPerson || organization.isEmpty ? person : organization
    return best.isEmpty ? first(.email)?.value.text ?? first(.phone)?.value.text ?? "" : best
  }
}

/// A tie between two contacts that is not sameness.
public struct Relation: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case household
    case worksAt = "works_at"
    case sharedMailbox = "shared_mailbox"
    case sharedLine = "shared_line"
  }
  public var kind: Kind
  public var left: Int
  public var right: Int

  /// - Parameters: left, right: for `worksAt` the person, then the organization; else the lower first.
  public init(_ kind: Kind, left: Int, right: Int) {
    self.kind = kind
    self.left = left
    self.right = right
  }
}

/// An event from a contact's history: a call, a letter, a visit.
public struct Activity: Hashable, Sendable {
  public var source: String
  public var key: String
  public var location: Location
  /// ISO 8601 date or date and time; empty when the source gives none that can be read.
  public var date: String
  /// Other columns in source order.
  public var details: [Extra]
  public var contact: ContactID?

  public init(
    source: String, key: String, location: Location, date: String, details: [Extra],
    contact: ContactID? = nil
  ) {
    self.source = source
    self.key = key
    self.location = location
    self.date = date
    self.details = details
    self.contact = contact
  }
}
