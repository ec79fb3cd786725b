package import Records

/// What is to go with a person, by number.
package struct ErasedParts: Sendable {
  /// The contact itself first, then those that were merged into it.
  package var contacts: [ContactID]
  package var records: [RecordID]
  package var followUps: [FollowUp: [Int64]]
  /// Rows set aside.
  package var rejectedRows: [Int64]

  package init(
    contacts: [ContactID], records: [RecordID] = [], followUps: [FollowUp: [Int64]] = [:],
    rejectedRows: [Int64] = []
  ) {
    self.contacts = contacts
    self.records = records
    self.followUps = followUps
    self.rejectedRows = rejectedRows
  }
}

extension Contact {
  /// The contact as if some records had never been: what they alone gave goes.
  package func without(_ gone: Set<RecordID>) -> Contact {
    var rest = self
    rest.records = records.filter { !gone.contains($0) }
    rest.values = values.compactMap { value in
      var value = value
      value.agreeing.removeAll(where: gone.contains)
      value.lost.removeAll { gone.contains($0.record) }
      guard gone.contains(value.record) else { return value }
      // Another record says the same, in its own spelling, which is not kept here.
      guard let heir = value.agreeing.first else { return nil }
      value.record = heir
      value.agreeing.removeFirst()
      value.value.raw = value.value.value.text
      return value
    }
    let addresses = Set(
      rest.values.filter { [.email, .phone].contains($0.value.attribute) }.map(\.value.value.text))
    rest.permissions = permissions.filter {
      $0.address.isEmpty || addresses.contains($0.address)
        || addresses.contains { [address = $0.address] in $0.hasPrefix(address + ";") }
    }
    return rest
  }
}
