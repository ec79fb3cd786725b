internal import Formats
internal import Linkage
internal import Records
internal import Store

/// The records of the store in the engine's form, and what linking found among them.
struct Matching: Sendable {
  /// By the engine's index.
  let records: [RecordID]
  let columns: Columns
  /// Columns mapped to no field, by source, in the order met.
  let extraNames: [String: [String]]
  /// Where each record came from, by the engine's index.
  let origins: [RecordOrigin]
  let places: [SourcePlace]
  let linkage: Linkage

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

/// Where a record stands in its source, and what it was called before it came there.
struct SourcePlace: Sendable {
  var location: Location
  var recID: String
}

/// Compares all records of the store, and groups those that are one contact.
struct MatchStage {
  let numberings: [String: String]
  let options: LinkOptions
  let model: LinkageModel
  let progress: Progress
  /// Whether training learns from half of the decisions.
  var learnsFromDecisions = false

  func perform(on reader: StoreReader) throws -> Matching {
    progress.begin(.compare)
    let loaded = try load(from: reader)
    let columns = loaded.columns
    var options = options
    let decisions = try DecisionSet(reader)
    options.clamps = decisions.clamps(of: loaded.records)
    if learnsFromDecisions {
      options.labels = decisions.labels(of: loaded.records, heldBack: false)
    }
    let linker = Linker(model: model, options: options)
    let progress = progress
    let count = loaded.records.count
    let linkage = linker.link(columns, on: CoreExecutor()) { stage, share in
      if stage == .clustering, share == 0 {
        progress.end(count: count, unit: Unit.records)
        progress.begin(.cluster)
      }
      progress.advance(fraction: share, count: Int(share * Double(count)), unit: Unit.records)
    }
    progress.end(count: linkage.clusters.count, unit: Unit.clusters)
    return Matching(
      records: loaded.records, columns: columns, extraNames: loaded.extras.bySource,
      origins: loaded.origins, places: loaded.places, linkage: linkage)
  }

  /// All records in the order of their ids, each contact person after its organization.
  func load(from reader: StoreReader) throws -> LoadedRecords {
    var loaded = LoadedRecords()
    let numberings = numberings
    var batch: [NestedRecord] = []
    try WorkerLine<[NestedRecord], Result<LoadedRecords, any Error>>.run {
      { records in Result { try LoadedRecords(records, numberings: numberings) } }
    } produce: { emit in
      var outers = OuterRecords(reader)
      try reader.forEachStoredRecord { record in
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

/// What one pass over the store's records gives.
struct LoadedRecords: Sendable {
  private(set) var records: [RecordID] = []
  private(set) var origins: [RecordOrigin] = []
  private(set) var places: [SourcePlace] = []
  private(set) var columns = Columns()
  private(set) var extras = ExtraNames()

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
      origins.append(RecordOrigin(source: record.source, key: record.key))
      places.append(SourcePlace(location: record.location, recID: record.recID))
      extras.add(record)
    }
  }

  /// Adds those that follow.
  fileprivate mutating func append(_ other: LoadedRecords) {
    records += other.records
    origins += other.origins
    places += other.places
    columns.append(contentsOf: other.columns)
    extras.add(other.extras)
  }
}

/// Collects the names of extra columns.
struct ExtraNames: Sendable {
  private(set) var bySource: [String: [String]] = [:]
  private var seen: [String: Set<String>] = [:]

  mutating func add(_ record: Record) {
    for value in record.values where value.attribute == .extra {
      add(value.name, of: record.source)
    }
  }

  /// Adds those of records that follow.
  mutating func add(_ other: ExtraNames) {
    for (source, names) in other.bySource {
      for name in names { add(name, of: source) }
    }
  }

  private mutating func add(_ name: String, of source: String) {
    guard seen[source, default: []].insert(name).inserted else { return }
    bySource[source, default: []].append(name)
  }
}
