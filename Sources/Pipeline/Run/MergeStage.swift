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
  /// Nil where there is no history.
  var names: ContactNames?
}

/// Merges clusters into contacts, stores them, and hands on what else is made of them.
///
/// All cores decode records, merge them and write out rows and files; this thread only reads and
/// stores.
struct MergeStage {
  let session: RunSession
  let merger: Merger
  let progress: Progress
  /// Source → numbering, where history may call contacts by their numbers and names; else nil.
  var numberings: [String: String]?

  /// - Parameters:
  ///   - plan: which clusters are merged, and which contacts they are.
  ///   - isWanted: whether a cluster is merged in any case, for what is made of it beside the store.
  ///   - makeProduct: called once on each worker; what it returns makes of some contacts, in the
  ///     order of their clusters, what the caller wants beside the store.
  ///   - consume: takes that, in the order of the clusters.
  /// - Returns: the contact of each cluster, and its traits.
  func perform<Product: Sendable>(
    _ matching: Matching, _ plan: MergePlan, isWanted: (Int) -> Bool = { _ in false },
    makeProduct: @escaping @Sendable () -> ([MergedContact]) throws -> Product,
    consume: (Product) throws -> Void
  ) throws -> MergedContacts {
    progress.begin(.merge)
    let clusters = matching.linkage.clusters
    let merged = clusters.indices.filter { plan.isMerged[$0] || isWanted($0) }
    let contacts = try plan.kept.map { try $0 ?? session.newContactID() }
    var traits = matching.remainingTraits(but: merged)
    let worker = MergeWorker(
      merger: merger, reasons: try session.numbers(of: merger.permissionReasons),
      numberings: numberings)
    try WorkerLine<[ClusterInput], Result<MergedBatch<Product>, any Error>>.run {
      let product = makeProduct()
      return { inputs in Result { try worker.merged(inputs, product) } }
    } produce: { emit in
      for start in stride(from: 0, to: merged.count, by: Self.batchSize) {
        let numbers = merged[start..<min(merged.count, start + Self.batchSize)]
        try emit(try numbers.map { try input($0, of: matching, contact: contacts[$0]) })
      }
    } consume: { result in
      let batch = try result.get()
      for image in batch.images {
        _ = try session.save(
          image.contact, status: image.status,
          splitFrom: plan.kept[image.cluster] == nil ? plan.parted[image.cluster] : nil)
        traits.set(image.traits, of: clusters[image.cluster].members)
      }
      try consume(batch.product)
      let count = (batch.images.last?.cluster ?? -1) + 1
      progress.advance(
        fraction: Double(count) / Double(clusters.count), count: count, unit: Unit.contacts)
    }
    for other in plan.otherStatuses { try session.set(other.status, of: other.contact) }
    for retired in plan.retired {
      try session.retire(retired.contact, mergedInto: retired.cluster.map { contacts[$0] })
    }
    progress.end(count: contacts.count, unit: Unit.contacts)
    return MergedContacts(ids: contacts, traits: traits)
  }

  /// So many clusters a worker takes at a time.
  private static let batchSize = 1024

  private func input(
    _ number: Int, of matching: Matching, contact: ContactID
  ) throws -> ClusterInput {
    let cluster = matching.linkage.clusters[number]
    return ClusterInput(
      cluster: number, id: contact, status: ClusterStatus(cluster.status),
      records: try session.reader.storedRecords(cluster.members.map { matching.records[$0] }))
  }
}

/// The contact of each cluster.
struct MergedContacts {
  var ids: [ContactID]
  /// By the engine's index.
  var traits: TraitTable
}

extension Matching {
  /// What is known of the contacts that are not merged anew.
  fileprivate func remainingTraits(but merged: [Int]) -> TraitTable {
    guard var traits = former?.traits else { return TraitTable(records: records.count) }
    var isMerged = [Bool](repeating: false, count: records.count)
    for number in merged {
      for member in linkage.clusters[number].members { isMerged[member] = true }
    }
    traits.forget(isMerged)
    return traits
  }
}

/// A cluster on its way to a worker.
private struct ClusterInput: Sendable {
  var cluster: Int
  var id: ContactID
  var status: ClusterStatus
  var records: [StoredRecord]
}

/// What a worker made of some clusters.
private struct MergedBatch<Product: Sendable>: Sendable {
  var images: [MergedImage] = []
  var product: Product
}

/// A contact ready to be stored.
private struct MergedImage: Sendable {
  var contact: ContactImage
  var status: ClusterStatus
  var cluster: Int
  var traits: ContactTraits
}

private struct MergeWorker: Sendable {
  let merger: Merger
  let reasons: PhraseNumbers
  let numberings: [String: String]?

  func merged<Product>(
    _ inputs: [ClusterInput], _ product: ([MergedContact]) throws -> Product
  ) throws -> MergedBatch<Product> {
    let contacts = try inputs.map { input in
      let records = try input.records.map { try $0.record() }
      let contact = merger.contact(id: input.id, from: records)
      return MergedContact(
        contact: contact, records: records, status: input.status, cluster: input.cluster,
        names: numberings.map { ContactNames(contact, records: records, numberings: $0) })
    }
    return MergedBatch(
      images: try contacts.map { merged in
        MergedImage(
          contact: try ContactImage(merged.contact, reasons: reasons), status: merged.status,
          cluster: merged.cluster,
          traits: ContactTraits(
            merged.contact, records: merged.records, names: merged.names))
      }, product: try product(contacts))
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
