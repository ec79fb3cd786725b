package import Records

/// What is different between two states of a contact, value by value.
package struct ContactDifference: Hashable, Sendable {
  /// One value that came, went, or took the place of another.
  package struct Change: Hashable, Sendable {
    /// Nil when the value came.
    package var from: FieldValue?
    /// Nil when it went.
    package var to: FieldValue?
  }
  /// Whether an address or number may be used, before and after; nil when it wasn't or isn't there.
  package struct Allowance: Hashable, Sendable {
    package var channel: Consent.Channel
    package var address: String
    package var from: Bool?
    package var to: Bool?
  }

  package var kind: Record.Kind?
  package var values: [Change] = []
  package var joined: [RecordID] = []
  package var left: [RecordID] = []
  package var permissions: [Allowance] = []

  package var isEmpty: Bool {
    kind == nil && values.isEmpty && joined.isEmpty && left.isEmpty && permissions.isEmpty
  }

  /// - Parameters: before, after: nil when the contact was not, or is no more.
  package init(from before: Contact?, to after: Contact?) {
    if let before, let after, before.kind != after.kind { kind = after.kind }
    values = Self.changes(before?.values ?? [], after?.values ?? [])
    let (old, new) = (Set(before?.records ?? []), Set(after?.records ?? []))
    joined = new.subtracting(old).sorted()
    left = old.subtracting(new).sorted()
    permissions = Self.allowances(before?.permissions ?? [], after?.permissions ?? [])
  }

  /// Attribute by attribute, in their order: what both have is left out, the rest is paired.
  private static func changes(_ before: [ContactValue], _ after: [ContactValue]) -> [Change] {
    var changes: [Change] = []
    for attribute in Attribute.allCases {
      var old = before.map(\.value).filter { $0.attribute == attribute }
      var new = after.map(\.value).filter { $0.attribute == attribute }
      for value in old {
        guard let same = new.firstIndex(where: { $0.saysTheSame(as: value) }) else { continue }
        new.remove(at: same)
        if let own = old.firstIndex(where: { $0.saysTheSame(as: value) }) { old.remove(at: own) }
      }
      while let value = old.first {
        old.removeFirst()
        let place = new.firstIndex { $0.label == value.label && $0.name == value.name }
        changes.append(Change(from: value, to: place.map { new.remove(at: $0) }))
      }
      changes += new.map { Change(from: nil, to: $0) }
    }
    return changes
  }

  private static func allowances(_ before: [Permission], _ after: [Permission]) -> [Allowance] {
    var all = before.map { old in
      let new = after.first { $0.channel == old.channel && $0.address == old.address }
      return Allowance(
        channel: old.channel, address: old.address, from: old.isAllowed, to: new?.isAllowed)
    }
    for new in after
    where !before.contains(where: { $0.channel == new.channel && $0.address == new.address }) {
      all.append(
        Allowance(channel: new.channel, address: new.address, from: nil, to: new.isAllowed))
    }
    // An address that comes or goes is a value's change already; that it may be used is news.
    return all.filter { $0.from != $0.to && ($0.from == true || $0.to == true) }
  }
}

extension FieldValue {
  /// Whether a person reads the same: raw spellings don't count.
  fileprivate func saysTheSame(as other: FieldValue) -> Bool {
    label == other.label && name == other.name && mark == other.mark && value == other.value
  }
}
