internal import Formats
internal import Linkage
internal import Records
internal import Store

/// The records of the store in the engine's form, and what linking found among them.
struct Matching {
  /// By the engine's index.
  let records: [RecordID]
  let columns: Columns
  /// Columns mapped to no field, by source, in the order met.
  let extraNames: [String: [String]]
  /// Where each record came from, by the engine's index.
  let origins: [RecordOrigin]
  let linkage: Linkage

  /// All of them, in the order of the sources' names.
  var allExtraNames: [String] {
    extraNames.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The source and key of a record of the store.
  func origin(_ record: RecordID) -> RecordOrigin {
    // Records are in the order of their ids.
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < origins.count ? origins[low] : RecordOrigin(source: "", key: "")
  }

  /// The record ids of each cluster, ascending.
  var clusters: [[RecordID]] {
    linkage.clusters.map { $0.members.map { records[$0] } }
  }
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
      origins: loaded.origins, linkage: linkage)
  }

  /// All records in the order of their ids, each contact person after its organization.
  func load(from reader: StoreReader) throws -> LoadedRecords {
    var loaded = LoadedRecords()
    var parents: [String: [String: Record]] = [:]
    try reader.forEachRecord { record in
      let parent = record.parentKey.flatMap { parents[record.source]?[$0] }
      _ = loaded.columns.append(record, inheriting: parent, numbering: numberings[record.source])
      loaded.records.append(record.id)
      loaded.origins.append(RecordOrigin(source: record.source, key: record.key))
      loaded.extras.add(record)
      if record.parentKey == nil, record.kind == .organization {
        parents[record.source, default: [:]][record.key] = record
      }
    }
    return loaded
  }
}

/// What one pass over the store's records gives.
struct LoadedRecords {
  var records: [RecordID] = []
  var origins: [RecordOrigin] = []
  var columns = Columns()
  var extras = ExtraNames()
}

/// Collects the names of extra columns.
struct ExtraNames {
  private(set) var bySource: [String: [String]] = [:]
  private var seen: [String: Set<String>] = [:]

  mutating func add(_ record: Record) {
    for value in record.values where value.attribute == .extra {
      guard seen[record.source, default: []].insert(value.name).inserted else { continue }
      bySource[record.source, default: []].append(value.name)
    }
  }
}
