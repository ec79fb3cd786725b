package import Records

/// A status that restricts what may be done with a contact.
package enum ContactStatus: String, CaseIterable, Hashable, Sendable {
  case inactive, blocked, insolvent, deceased

  /// Reads the normalized status; nil for "active" and whatever is unknown.
  package init?(_ text: String) {
    self.init(rawValue: folded(text))
  }

  /// How strict it is: of several, the highest wins.
  var restriction: Int {
    switch self {
    case .inactive: 1
    case .blocked: 2
    case .insolvent: 3
    case .deceased: 4
    }
  }
}

extension Contact {
  /// What the contact's records say of its status: each counts, not the strictest alone, as a
  /// blocked contact stays blocked when it is insolvent too.
  package var statuses: Set<ContactStatus> {
    var statuses: Set<ContactStatus> = []
    for index in values.indices where values[index].value.attribute == .status {
      for field in [values[index].value] + values[index].lost.map(\.value) {
        if let status = ContactStatus(field.value.text) { statuses.insert(status) }
      }
    }
    return statuses
  }
}
