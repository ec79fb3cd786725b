internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// A contact with what it was merged from, on its way to the store and the files.
struct MergedContact: Sendable {
  var contact: Contact
  /// Ascending by id.
  var records: [Record]
  var status: ClusterStatus
  /// The position of its cluster in the linkage.
  var cluster: Int
}

/// Merges each cluster into one contact, stores it, and hands it on.
struct MergeStage {
  let session: RunSession
  let merger: Merger
  let progress: Progress

  /// - Parameter body: called with each contact in the order of the clusters.
  /// - Returns: the contact of each cluster.
  func perform(_ matching: Matching, _ body: (MergedContact) throws -> Void) throws -> [ContactID] {
    progress.begin(.merge)
    let clusters = matching.clusters
    let identity = try identity(of: clusters)
    var contacts: [ContactID] = []
    contacts.reserveCapacity(clusters.count)
    for start in stride(from: 0, to: clusters.count, by: Self.batchSize) {
      let range = start..<min(clusters.count, start + Self.batchSize)
      let ids = try range.map { try identity.kept[$0] ?? session.newContactID() }
      for merged in try merge(range, of: matching, clusters: clusters, ids: ids) {
        _ = try session.save(
          merged.contact, status: merged.status,
          splitFrom: identity.kept[merged.cluster] == nil
            ? identity.parted[merged.cluster] : nil)
        try body(merged)
      }
      contacts += ids
      progress.advance(
        fraction: Double(range.upperBound) / Double(clusters.count), count: range.upperBound,
        unit: Unit.contacts)
    }
    for retired in identity.retired {
      try session.retire(retired.contact, mergedInto: retired.cluster.map { contacts[$0] })
    }
    progress.end(count: contacts.count, unit: Unit.contacts)
    return contacts
  }

  /// So many clusters are in memory with all their records.
  private static let batchSize = 4096

  private func identity(of clusters: [[RecordID]]) throws -> ContactIdentity {
    var contactOfRecord: [RecordID: ContactID] = [:]
    for pair in try session.reader.contactsOfRecords()
      + session.reader.formerContactsOfRecords()
    {
      contactOfRecord[pair.record] = pair.contact
    }
    return ContactIdentity(
      clusters: clusters, contactOfRecord: contactOfRecord,
      all: Array(Set(contactOfRecord.values)))
  }

  private func merge(
    _ range: Range<Int>, of matching: Matching, clusters: [[RecordID]], ids: [ContactID]
  ) throws -> [MergedContact] {
    var inputs: [(cluster: Int, id: ContactID, status: ClusterStatus, records: [Record])] = []
    for (offset, cluster) in range.enumerated() {
      inputs.append(
        (
          cluster, ids[offset], ClusterStatus(matching.linkage.clusters[cluster].status),
          try session.reader.records(clusters[cluster])
        ))
    }
    let merger = merger
    return concurrentMap(inputs) { input in
      MergedContact(
        contact: merger.contact(id: input.id, from: input.records), records: input.records,
        status: input.status, cluster: input.cluster)
    }
  }
}

extension Objections {
  /// Those of every record the store knows, of rows that have left their files too.
  init(_ reader: StoreReader) throws {
    self.init()
    try reader.forEachObjection { record, isWithdrawn in add(record, isGone: isWithdrawn) }
  }
}

extension ClusterStatus {
  init(_ status: Cluster.Status) {
    switch status {
    case .merged: self = .merged
    case .review: self = .review
    case .single: self = .single
    }
  }
}
