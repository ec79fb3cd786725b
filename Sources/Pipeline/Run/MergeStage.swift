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

/// Merges each cluster into one contact, stores it, and hands on what else is made of it.
///
/// All cores decode records, merge them and write out rows and files; this thread only reads and
/// stores.
struct MergeStage {
  let session: RunSession
  let merger: Merger
  let progress: Progress

  /// - Parameters:
  ///   - makeProduct: called once on each worker; what it returns makes of some contacts, in the
  ///     order of their clusters, what the caller wants beside the store.
  ///   - consume: takes that, in the order of the clusters.
  /// - Returns: the contact of each cluster.
  func perform<Product: Sendable>(
    _ matching: Matching,
    makeProduct: @escaping @Sendable () -> ([MergedContact]) throws -> Product,
    consume: (Product) throws -> Void
  ) throws -> [ContactID] {
    progress.begin(.merge)
    let clusters = matching.clusters
    let identity = try identity(of: clusters)
    let worker = MergeWorker(
      merger: merger, reasons: try session.numbers(of: merger.permissionReasons))
    var contacts: [ContactID] = []
    contacts.reserveCapacity(clusters.count)
    try WorkerLine<[ClusterInput], Result<MergedBatch<Product>, any Error>>.run {
      let product = makeProduct()
      return { inputs in Result { try worker.merged(inputs, product) } }
    } produce: { emit in
      for start in stride(from: 0, to: clusters.count, by: Self.batchSize) {
        let range = start..<min(clusters.count, start + Self.batchSize)
        let ids = try range.map { try identity.kept[$0] ?? session.newContactID() }
        contacts += ids
        try emit(try inputs(range, of: matching, clusters: clusters, ids: ids))
      }
    } consume: { result in
      let batch = try result.get()
      for image in batch.images {
        _ = try session.save(
          image.contact, status: image.status,
          splitFrom: identity.kept[image.cluster] == nil ? identity.parted[image.cluster] : nil)
      }
      try consume(batch.product)
      let count = (batch.images.last?.cluster ?? -1) + 1
      progress.advance(
        fraction: Double(count) / Double(clusters.count), count: count, unit: Unit.contacts)
    }
    for retired in identity.retired {
      try session.retire(retired.contact, mergedInto: retired.cluster.map { contacts[$0] })
    }
    progress.end(count: contacts.count, unit: Unit.contacts)
    return contacts
  }

  /// So many clusters a worker takes at a time.
  private static let batchSize = 1024

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

  private func inputs(
    _ range: Range<Int>, of matching: Matching, clusters: [[RecordID]], ids: [ContactID]
  ) throws -> [ClusterInput] {
    try zip(range, ids).map { cluster, id in
      ClusterInput(
        cluster: cluster, id: id,
        status: ClusterStatus(matching.linkage.clusters[cluster].status),
        records: try session.reader.storedRecords(clusters[cluster]))
    }
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
  var images: [(contact: ContactImage, status: ClusterStatus, cluster: Int)] = []
  var product: Product
}

private struct MergeWorker: Sendable {
  let merger: Merger
  let reasons: PhraseNumbers

  func merged<Product>(
    _ inputs: [ClusterInput], _ product: ([MergedContact]) throws -> Product
  ) throws -> MergedBatch<Product> {
    let contacts = try inputs.map { input in
      let records = try input.records.map { try $0.record() }
      return MergedContact(
        contact: merger.contact(id: input.id, from: records), records: records,
        status: input.status, cluster: input.cluster)
    }
    return MergedBatch(
      images: try contacts.map { merged in
        (try ContactImage(merged.contact, reasons: reasons), merged.status, merged.cluster)
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
