internal import Records

/// Which contact a cluster is: ids stay with their contacts while clusters change.
///
/// On a split the largest part keeps the id (among equals the one with the lowest record); on a
/// merge the oldest id stays. What is left over is new or retired.
struct ContactIdentity {
  /// For each cluster the id it keeps, or nil when its contact is new.
  let kept: [ContactID?]
  /// For each cluster without an id of its own: the contact that held its lowest record before.
  let parted: [ContactID?]
  /// Contacts that are no more, with the cluster their largest part went into; nil: all withdrawn.
  let retired: [(contact: ContactID, cluster: Int?)]

  /// - Parameters:
  ///   - clusters: the record ids of each cluster, ascending.
  ///   - contactOfRecord: what the store held before.
  init(clusters: [[RecordID]], contactOfRecord: [RecordID: ContactID], all: [ContactID]) {
    let claims = Self.claims(clusters: clusters, contactOfRecord: contactOfRecord)
    var kept = [ContactID?](repeating: nil, count: clusters.count)
    for (contact, cluster) in claims {
      kept[cluster] = min(kept[cluster] ?? contact, contact)
    }
    self.kept = kept
    parted = clusters.indices.map { cluster in
      kept[cluster] == nil ? clusters[cluster].lazy.compactMap { contactOfRecord[$0] }.first : nil
    }
    retired = all.sorted().compactMap { contact in
      guard let cluster = claims[contact] else { return (contact, nil) }
      return kept[cluster] == contact ? nil : (contact, cluster)
    }
  }

  /// The cluster that holds the largest part of each contact.
  private static func claims(clusters: [[RecordID]], contactOfRecord: [RecordID: ContactID])
    -> [ContactID: Int]
  {
    var best: [ContactID: (size: Int, lowest: RecordID, cluster: Int)] = [:]
    for (cluster, records) in clusters.enumerated() {
      var parts: [ContactID: (size: Int, lowest: RecordID)] = [:]
      for record in records {
        guard let contact = contactOfRecord[record] else { continue }
        let part = parts[contact] ?? (0, record)
        parts[contact] = (part.size + 1, min(part.lowest, record))
      }
      for (contact, part) in parts {
        let isLarger =
          best[contact].map { (-part.size, part.lowest) < (-$0.size, $0.lowest) } ?? true
        if isLarger { best[contact] = (part.size, part.lowest, cluster) }
      }
    }
    return best.mapValues(\.cluster)
  }
}
