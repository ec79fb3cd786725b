internal import Records
internal import Reports

/// Counts what the report shows of all contacts, while they pass by.
struct ReportTally: Sendable {
  private var recordsWith: [Attribute: Int] = [:]
  private var contactsWith: [Attribute: Int] = [:]
  private var reasons: [Consent.Channel: [Phrase: (isAllowed: Bool, count: Int)]] = [:]
  private(set) var totals = Totals()

  mutating func add(_ contact: Contact, records: [Record]) {
    totals.records += records.count
    totals.contacts += 1
    if records.count > 1 {
      totals.mergedClusters += 1
      totals.mergedRecords += records.count
    } else {
      totals.singles += 1
    }
    for record in records {
      for attribute in Set(record.values.map(\.attribute)) {
        recordsWith[attribute, default: 0] += 1
      }
    }
    for attribute in Set(contact.values.map(\.value.attribute)) {
      contactsWith[attribute, default: 0] += 1
    }
    // Addresses and numbers are counted, and for post contacts.
    for permission in contact.permissions
    where permission.channel == .post || !permission.address.isEmpty { add(permission) }
  }

  /// Adds what was counted of other contacts.
  mutating func add(_ other: ReportTally) {
    totals.records += other.totals.records
    totals.contacts += other.totals.contacts
    totals.mergedClusters += other.totals.mergedClusters
    totals.mergedRecords += other.totals.mergedRecords
    totals.singles += other.totals.singles
    recordsWith.merge(other.recordsWith) { $0 + $1 }
    contactsWith.merge(other.contactsWith) { $0 + $1 }
    for (channel, found) in other.reasons {
      reasons[channel, default: [:]].merge(found) { ($0.isAllowed, $0.count + $1.count) }
    }
  }

  /// In the attributes' order; attributes nobody has are left out.
  var fillRates: [FillRate] {
    Attribute.allCases.compactMap { attribute in
      guard let records = recordsWith[attribute] else { return nil }
      return FillRate(
        attribute: attribute, records: records, contacts: contactsWith[attribute] ?? 0)
    }
  }

  var permissions: [PermissionCount] {
    Consent.Channel.allCases.map { channel in
      let counts = (reasons[channel] ?? [:]).map { reason, found in
        PermissionCount.Reason(reason: reason, isAllowed: found.isAllowed, count: found.count)
      }
      return PermissionCount(
        channel: channel,
        reasons: counts.sorted {
          ($1.count, $0.reason.english) < ($0.count, $1.reason.english)
        })
    }
  }

  private mutating func add(_ permission: Permission) {
    reasons[permission.channel, default: [:]][
      permission.reason, default: (permission.isAllowed, 0)
    ].count += 1
  }
}
