internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// What the store says of contacts before records are merged.
struct ContactsBefore: Sendable {
  let objections: Objections
  /// Which contact has which record, then which had those that are withdrawn.
  let members: [(record: RecordID, contact: ContactID)]
  let states: [ContactState]

  init(_ reader: StoreReader) throws {
    objections = try Objections(reader)
    members = try reader.contactsOfRecords() + reader.formerContactsOfRecords()
    states = try reader.contactStates()
  }
}

/// Which contact each cluster is, and which clusters are to be merged anew.
struct MergePlan {
  /// For each cluster the id it keeps, or nil when its contact is new.
  private(set) var kept: [ContactID?]
  /// For each cluster without an id of its own: the contact that held its lowest record before.
  private(set) var parted: [Int: ContactID] = [:]
  /// Contacts that are no more, with the cluster their largest part went into; nil: all withdrawn.
  private(set) var retired: [(contact: ContactID, cluster: Int?)] = []
  /// Whether a cluster's contact may be another than the store's.
  private(set) var isMerged: [Bool]
  /// Of the other contacts: those of which only the status is another.
  private(set) var otherStatuses: [(contact: ContactID, status: ClusterStatus)] = []

  init(_ matching: Matching, _ before: ContactsBefore, chosen: [RecordID]) {
    let clusters = matching.linkage.clusters
    let holders = Holders(matching.records, before.members)
    kept = clusters.map { holders.settled($0) }
    isMerged = [Bool](repeating: true, count: clusters.count)
    let open = clusters.indices.filter { kept[$0] == nil }
    identify(open, matching, holders)
    guard let former = matching.former else { return }
    let touched = Self.touched(matching, former, before.objections, chosen)
    for (number, cluster) in clusters.enumerated() {
      isMerged[number] = !former.isAsBefore(cluster) || cluster.members.contains { touched[$0] }
    }
    for number in open { isMerged[number] = true }
    findStates(clusters, since: former.run, before.states)
  }

  /// Gives ids to the clusters that are not just what a contact was.
  private mutating func identify(_ open: [Int], _ matching: Matching, _ holders: Holders) {
    let clusters = open.map { matching.linkage.clusters[$0] }
    var contactOfRecord: [RecordID: ContactID] = [:]
    for cluster in clusters {
      for member in cluster.members where holders.contacts[member] != 0 {
        contactOfRecord[matching.records[member]] = holders.contacts[member]
      }
    }
    let identity = ContactIdentity(
      clusters: clusters.map { $0.members.map { matching.records[$0] } },
      contactOfRecord: contactOfRecord, all: holders.open(but: kept))
    for (place, number) in open.enumerated() {
      kept[number] = identity.kept[place]
      parted[number] = identity.parted[place]
    }
    retired = identity.retired.map { ($0.contact, $0.cluster.map { open[$0] }) }
  }

  /// The records whose contacts others' objections or people's choices may change.
  private static func touched(
    _ matching: Matching, _ former: FormerLinking, _ objections: Objections, _ chosen: [RecordID]
  ) -> [Bool] {
    var touched = [Bool](repeating: false, count: matching.records.count)
    for record in former.chosen + chosen {
      if let index = matching.index(of: record) { touched[index] = true }
    }
    let now = objections.digests
    let places =
      now.filter { former.objections[$0.key] != $0.value }.map(\.key)
      + former.objections.keys.filter { now[$0] == nil }
    for owner in former.traits.owners(of: Set(places)) { touched[owner] = true }
    return touched
  }

  /// Has the contacts merged that a later run than the one that is remembered has changed.
  private mutating func findStates(
    _ clusters: [Cluster], since run: RunID, _ states: [ContactState]
  ) {
    var numbers: [ContactID: Int] = [:]
    for (number, contact) in kept.enumerated() where !isMerged[number] {
      if let contact { numbers[contact] = number }
    }
    for stored in states {
      guard let number = numbers[stored.contact] else { continue }
      let status = ClusterStatus(clusters[number].status)
      if stored.changedRun > run {
        isMerged[number] = true
      } else if status != stored.status {
        otherStatuses.append((stored.contact, status))
      }
    }
  }
}

/// The contact that held each record before.
private struct Holders {
  /// By the engine's index; 0 for none.
  private(set) var contacts: [ContactID]
  /// How many records of a contact are there still, by its number.
  private var counts: [UInt32]
  /// All contacts that held a record, gone ones too.
  private var all: [ContactID]

  init(_ records: [RecordID], _ pairs: [(record: RecordID, contact: ContactID)]) {
    contacts = [ContactID](repeating: 0, count: records.count)
    counts = [UInt32](repeating: 0, count: Int(pairs.map(\.contact).max() ?? 0) + 1)
    var isHolder = [Bool](repeating: false, count: counts.count)
    var index = 0
    var last: RecordID = 0
    for pair in pairs {
      // Both lists are ascending: the second begins below the end of the first.
      if pair.record < last { index = 0 }
      last = pair.record
      isHolder[Int(pair.contact)] = true
      while index < records.count, records[index] < pair.record { index += 1 }
      guard index < records.count, records[index] == pair.record else { continue }
      contacts[index] = pair.contact
      counts[Int(pair.contact)] += 1
    }
    all = isHolder.indices.filter { isHolder[$0] }.map { ContactID($0) }
  }

  /// The contact that a cluster's records, and no others, were in; nil when there is none.
  func settled(_ cluster: Cluster) -> ContactID? {
    let contact = contacts[cluster.id]
    guard contact != 0, counts[Int(contact)] == cluster.members.count,
      cluster.members.allSatisfy({ contacts[$0] == contact })
    else { return nil }
    return contact
  }

  /// The contacts that are not settled.
  func open(but settled: [ContactID?]) -> [ContactID] {
    var isSettled = [Bool](repeating: false, count: counts.count)
    for case let contact? in settled { isSettled[Int(contact)] = true }
    return all.filter { !isSettled[Int($0)] }
  }
}

extension FormerLinking {
  /// Whether the same records were a cluster, and none of them has changed.
  fileprivate func isAsBefore(_ cluster: Cluster) -> Bool {
    let number = clusters[cluster.id]
    guard number != Self.none, sizes[Int(number)] == cluster.members.count else { return false }
    return cluster.members.allSatisfy { clusters[$0] == number }
  }
}
