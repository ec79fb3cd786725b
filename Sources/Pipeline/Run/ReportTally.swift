internal import Linkage
internal import Records
internal import Reports
internal import Survivorship

/// What the report counts of all contacts.
struct ReportTally: Sendable {
  private var recordsWith = [Int](repeating: 0, count: 64)
  private var contactsWith = [Int](repeating: 0, count: 64)
  private var kinds: [PermissionKind: Int] = [:]
  private(set) var totals = Totals()

  /// - Parameters:
  ///   - clusters: of which each contact was merged.
  ///   - traits: of each.
  init(_ clusters: [Cluster] = [], _ traits: TraitTable = TraitTable(records: 0)) {
    var patternCounts = [Int](repeating: 0, count: traits.patterns.count)
    for cluster in clusters {
      count(cluster.members.count)
      for member in cluster.members { Self.count(traits.recordAttributes[member], &recordsWith) }
      Self.count(traits.attributes[cluster.id], &contactsWith)
      patternCounts[Int(traits.patternNumbers[cluster.id])] += 1
    }
    for (pattern, count) in zip(traits.patterns, patternCounts) where count > 0 {
      for kind in pattern { kinds[kind, default: 0] += count }
    }
  }

  private mutating func count(_ records: Int) {
    totals.records += records
    totals.contacts += 1
    if records > 1 {
      totals.mergedClusters += 1
      totals.mergedRecords += records
    } else {
      totals.singles += 1
    }
  }

  private static func count(_ attributes: UInt64, _ counts: inout [Int]) {
    var rest = attributes
    while rest != 0 {
      counts[rest.trailingZeroBitCount] += 1
      rest &= rest - 1
    }
  }

  /// In the attributes' order; attributes nobody has are left out.
  var fillRates: [FillRate] {
    Attribute.allCases.compactMap { attribute in
      let records = recordsWith[attribute.ordinal]
      guard records > 0 else { return nil }
      return FillRate(
        attribute: attribute, records: records, contacts: contactsWith[attribute.ordinal])
    }
  }

  var permissions: [PermissionCount] {
    Consent.Channel.allCases.map { channel in
      let counts = kinds.filter { $0.key.channel == channel.rawValue }.map { kind, count in
        PermissionCount.Reason(
          reason: Phrase(de: kind.german, en: kind.english), isAllowed: kind.isAllowed,
          count: count)
      }
      return PermissionCount(
        channel: channel,
        reasons: counts.sorted {
          ($1.count, $0.reason.english) < ($0.count, $1.reason.english)
        })
    }
  }
}
