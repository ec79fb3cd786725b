internal import Formats
internal import Linkage
internal import Records
internal import Store

/// The records of the store in the engine's form, and what linking found among them.
struct Matching: Sendable {
  /// By the engine's index.
  let heads: RecordHeads
  let columns: Columns
  let extras: ExtraNames
  let linkage: Linkage
  /// What is known of the contacts from the last linking; nil: nothing.
  let former: FormerLinking?

  /// By the engine's index.
  var records: [RecordID] { heads.records }
  /// Where each record came from, by the engine's index.
  var origins: [RecordOrigin] { heads.origins }
  var places: [SourcePlace] { heads.places }
  /// Columns mapped to no field, by source, in the order met.
  var extraNames: [String: [String]] { extras.bySource }

  /// All of them, in the order of the sources' names.
  var allExtraNames: [String] {
    extraNames.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The source and key of a record of the store.
  func origin(_ record: RecordID) -> RecordOrigin {
    index(of: record).map { origins[$0] } ?? RecordOrigin(source: "", key: "")
  }

  /// The engine's index of a record; nil when it wasn't linked.
  func index(of record: RecordID) -> Int? {
    // Records are in the order of their ids.
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < records.count && records[low] == record ? low : nil
  }

  /// The records by the names of source and file, then as they stand in the file.
  var recordsByPlace: [Int] {
    struct File: Hashable {
      var source: String
      var path: String
    }
    var files: [File: [Int]] = [:]
    for index in records.indices {
      let file = File(source: origins[index].source, path: places[index].location.file)
      files[file, default: []].append(index)
    }
    let sorted = files.sorted { left, right in
      left.key.source == right.key.source
        ? left.key.path.utf8.lexicographicallyPrecedes(right.key.path.utf8)
        : left.key.source.utf8.lexicographicallyPrecedes(right.key.source.utf8)
    }
    return sorted.flatMap { file in
      file.value.sorted {
        (places[$0].location.ordinal, $0) < (places[$1].location.ordinal, $1)
      }
    }
  }

  /// The record ids of each cluster, ascending.
  var clusters: [[RecordID]] {
    linkage.clusters.map { $0.members.map { records[$0] } }
  }
}

/// Compares the records of the store, and groups those that are one contact.
///
/// With the memory of an earlier linking only what has changed since is read and compared; the
/// result is the same.
struct MatchStage {
  let numberings: [String: String]
  let options: LinkOptions
  let model: LinkageModel
  let progress: Progress
  /// Whether training learns from half of the decisions.
  var learnsFromDecisions = false

  func perform(on reader: StoreReader) throws -> Matching {
    try perform(on: reader, remembering: { nil }, meanwhile: {}).matching
  }

  /// - Parameters:
  ///   - remember: gives what an earlier linking knew, with settings that agree with these.
  ///   - meanwhile: what else the store is asked for while records are linked.
  func perform<Other>(
    on reader: StoreReader, remembering remember: @escaping @Sendable () -> LinkMemory?,
    meanwhile: () throws -> Other
  ) throws -> (matching: Matching, other: Other) {
    progress.begin(.compare)
    var (memory, heads) = try together(remember) { try RecordHeads(reader) }
    if try memory?.stamp.isKnown(to: reader) == false { memory = nil }
    let (loaded, former) = try loaded(heads, memory.take(), from: reader)
    var options = options
    let decisions = try DecisionSet(reader)
    options.clamps = decisions.clamps(of: heads.records)
    if learnsFromDecisions {
      options.labels = decisions.labels(of: heads.records, heldBack: false)
    }
    let linker = Linker(model: model, options: options)
    let (linkage, other) = try together(
      {
        link(loaded.columns, since: former?.state, by: linker)
      }, meanwhile)
    progress.end(count: linkage.clusters.count, unit: Unit.clusters)
    let matching = Matching(
      heads: heads, columns: loaded.columns, extras: loaded.extras, linkage: linkage,
      former: former?.linking)
    return (matching, other)
  }

  private func link(_ columns: Columns, since state: LinkState?, by linker: Linker) -> Linkage {
    let progress = progress
    let count = columns.count
    return linker.link(columns, since: state, on: CoreExecutor()) { stage, share in
      if stage == .clustering, share == 0 {
        progress.end(count: count, unit: Unit.records)
        progress.begin(.cluster)
      }
      progress.advance(fraction: share, count: Int(share * Double(count)), unit: Unit.records)
    }
  }

  /// The columns of all records: as far as they are as they were, from the memory.
  private func loaded(
    _ heads: RecordHeads, _ memory: consuming LinkMemory?, from reader: StoreReader
  ) throws -> (LoadedRecords, (state: LinkState, linking: FormerLinking)?) {
    guard var memory = memory.take(),
      let followed = try memory.follow(
        heads, load: { try load($0, from: reader) },
        search: { try reader.readRecords(from: $0, while: $1) })
    else { return (try load(from: reader), nil) }
    return (followed.loaded, (followed.state, followed.linking))
  }

  /// Records in the order of their ids, each contact person after its organization.
  ///
  /// - Parameter ids: ascending; nil: all.
  func load(_ ids: [RecordID]? = nil, from reader: StoreReader) throws -> LoadedRecords {
    var loaded = LoadedRecords()
    let numberings = numberings
    var batch: [NestedRecord] = []
    try WorkerLine<[NestedRecord], Result<LoadedRecords, any Error>>.run {
      { records in Result { try LoadedRecords(records, numberings: numberings) } }
    } produce: { emit in
      var outers = OuterRecords(reader)
      try reader.forEachStoredRecord(of: ids) { record in
        batch.append(NestedRecord(record: record, outer: try outers.around(record)))
        guard batch.count == Self.batchSize else { return }
        try emit(batch)
        batch.removeAll(keepingCapacity: true)
      }
      try emit(batch)
    } consume: { part in
      loaded.append(try part.get())
    }
    return loaded
  }

  /// So many records a worker takes at a time.
  private static let batchSize = 4096
}

/// A record and the organization it is nested in.
private struct NestedRecord: Sendable {
  var record: StoredRecord
  var outer: StoredRecord?
}

/// Finds the organizations that contact persons are nested in: mostly the one read last.
private struct OuterRecords {
  private let reader: StoreReader
  private var last: [String: StoredRecord] = [:]

  init(_ reader: StoreReader) { self.reader = reader }

  /// - Parameter record: the next in the order of their numbers.
  mutating func around(_ record: StoredRecord) throws -> StoredRecord? {
    if record.isOuterOrganization { last[record.source] = record }
    guard let key = record.parentKey else { return nil }
    if let outer = last[record.source], outer.key == key { return outer }
    return try reader.organization(source: record.source, key: key, before: record.id)
  }
}

/// What one pass over records of the store gives.
struct LoadedRecords: Sendable {
  private(set) var records: [RecordID] = []
  var columns = Columns()
  var extras = ExtraNames()

  init() {}

  fileprivate init(_ nested: [NestedRecord], numberings: [String: String]) throws {
    var outer: Record?
    for entry in nested {
      let record = try entry.record.record()
      if let around = entry.outer, around.id != outer?.id { outer = try around.record() }
      _ = columns.append(
        record, inheriting: entry.outer == nil ? nil : outer,
        numbering: numberings[record.source])
      records.append(record.id)
      extras.add(record)
    }
  }

  /// Adds those that follow.
  fileprivate mutating func append(_ other: LoadedRecords) {
    records += other.records
    columns.append(contentsOf: other.columns)
    extras.add(other.extras)
  }
}
