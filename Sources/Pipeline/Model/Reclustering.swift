internal import Linkage
internal import Records
internal import Store

/// What another clustering of the same records changes among the contacts: by their numbers alone.
struct Reclustering: Hashable, Sendable {
  /// Contacts that become one, most first.
  var merged: [[ContactID]] = []
  /// Contacts whose records part, with the number of parts, most first.
  var split: [Part] = []
  /// Two contacts about which a person is asked.
  var waitingBefore = 0
  var waitingAfter = 0
  /// Those about which nobody was asked before.
  var newlyWaiting: [[ContactID]] = []

  struct Part: Hashable, Sendable {
    var contact: ContactID
    var parts: Int
  }

  var isNothing: Bool {
    merged.isEmpty && split.isEmpty && newlyWaiting.isEmpty && waitingBefore == waitingAfter
  }

  /// - Parameters:
  ///   - before: each record's contact.
  ///   - clusters: the records of each new cluster.
  ///   - waitingBefore, waitingAfter: pairs of records to ask about.
  init(
    before: [RecordID: ContactID], clusters: [[RecordID]],
    waitingBefore: [(RecordID, RecordID)], waitingAfter: [(RecordID, RecordID)]
  ) {
    var parts: [ContactID: Int] = [:]
    for cluster in clusters {
      let contacts = Set(cluster.compactMap { before[$0] }).sorted()
      for contact in contacts { parts[contact, default: 0] += 1 }
      if contacts.count > 1 { merged.append(contacts) }
    }
    merged.sort { ($1.count, $0[0]) < ($0.count, $1[0]) }
    split = parts.filter { $0.value > 1 }.map { Part(contact: $0.key, parts: $0.value) }
      .sorted { ($1.parts, $0.contact) < ($0.parts, $1.contact) }
    let old = Self.questions(waitingBefore, before)
    let new = Self.questions(waitingAfter, before)
    self.waitingBefore = old.count
    self.waitingAfter = new.count
    newlyWaiting = new.subtracting(old).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// - Parameter reader: the store as it is before the change.
  init(_ matching: Matching, _ reader: StoreReader) throws {
    var before: [RecordID: ContactID] = [:]
    for pair in try reader.contactsOfRecords() { before[pair.record] = pair.contact }
    var waiting: [(RecordID, RecordID)] = []
    try reader.forEachPair(.review) { waiting.append(($0.left, $0.right)) }
    self.init(
      before: before, clusters: matching.clusters, waitingBefore: waiting,
      waitingAfter: matching.linkage.reviewPairs.map {
        (matching.records[$0.left], matching.records[$0.right])
      })
  }

  /// The contacts asked about, two by two; pairs inside one contact ask whether it is one.
  private static func questions(
    _ pairs: [(RecordID, RecordID)], _ contacts: [RecordID: ContactID]
  ) -> Set<[ContactID]> {
    Set(pairs.map { pair in [pair.0, pair.1].compactMap { contacts[$0] }.sorted() })
  }

  /// What the list of runs keeps.
  var counts: [String: Int] {
    ["merged": merged.count, "split": split.count, "review": waitingAfter]
  }
}
