/// What a person can say of two records, or of a value.
public enum DecisionKind: String, CaseIterable, Hashable, Sendable {
  /// Both are one contact.
  case same
  case different
  /// It can't be told: nobody is asked again.
  case unsure
  /// Different, and one household.
  case household
  /// Different, and the left one works at the right one.
  case worksAt = "works_at"
  /// Different, and they share a mailbox.
  case sharedMailbox = "shared_mailbox"
  /// The value that is right.
  case value

  /// Whether it says that two records are two contacts.
  public var isApart: Bool {
    switch self {
    case .different, .household, .worksAt, .sharedMailbox: true
    case .same, .unsure, .value: false
    }
  }

  /// The tie between two contacts that it names.
  public var relation: Relation.Kind? {
    switch self {
    case .household: .household
    case .worksAt: .worksAt
    case .sharedMailbox: .sharedMailbox
    case .same, .different, .unsure, .value: nil
    }
  }
}
