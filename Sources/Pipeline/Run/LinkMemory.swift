internal import Foundation
internal import Linkage
internal import Records
internal import Store
internal import Survivorship

/// What the last linking of a store knew of its records: what the next one need not find out again.
///
/// It says nothing that the store doesn't say. What it knows of a record counts only as long as the
/// store's record has the same hash, of a contact only where no later run has changed it.
struct LinkMemory: Sendable {
  /// The run that left it.
  var stamp: LinkStamp
  var settings: LinkSettings
  /// Ascending.
  var records: [RecordID] = []
  /// What each record said.
  var hashes: [UInt64] = []
  var columns = Columns()
  var state = LinkState()
  /// The number of each record's cluster.
  var clusters: [UInt32] = []
  var traits = TraitTable(records: 0)
  /// What has been said at each place of objections.
  var places: [ObjectionPlace] = []
  var digests: [UInt64] = []
  /// The records of which people have chosen a value.
  var chosen: [RecordID] = []
  var history = HistoryMemory()

  init(_ settings: LinkSettings, of stamp: LinkStamp = LinkStamp(run: 0, startedAt: "")) {
    self.settings = settings
    self.stamp = stamp
  }

  mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&stamp)
    try archive.carry(json: &settings)
    try archive.carry(&records)
    try archive.carry(&hashes)
    try archive.carry(&columns)
    try archive.carry(&state)
    try archive.carry(&clusters)
    try traits.carry(&archive)
    try archive.carry(&places)
    try archive.carry(&digests)
    try archive.carry(&chosen)
    try history.carry(&archive)
    let count = records.count
    guard hashes.count == count, columns.count == count, state.count == count,
      clusters.count == count, traits.recordAttributes.count == count,
      places.count == digests.count
    else { throw LinkArchive.Damaged() }
  }
}

/// All beside the records on which links and contacts depend.
struct LinkSettings: Codable, Hashable, Sendable {
  struct Source: Codable, Hashable, Sendable {
    var priority: Int
    var numbering: String?
  }

  /// The hash of the frozen model.
  var model: String
  var matching: MatchSettings
  var sources: [String: Source]
  var extras = ExtraNames()

  /// Whether what was linked and merged with other settings is as it would be with these; sources
  /// that are only in one of both have no records in common.
  func agree(with other: LinkSettings) -> Bool {
    model == other.model && matching.at == other.matching.at
      && matching.merge == other.matching.merge
      && sources.allSatisfy { name, source in other.sources[name].map { $0 == source } ?? true }
  }
}

/// The run that left a memory.
struct LinkStamp: Hashable, BitwiseCopyable, Sendable {
  var run: RunID
  /// A hash of when it began.
  private var start: UInt64

  init(run: RunID, startedAt: String) {
    self.run = run
    start = startedAt.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Whether the store knows the run.
  func isKnown(to reader: StoreReader) throws -> Bool {
    try reader.run(run).map { LinkStamp(run: $0.id, startedAt: $0.startedAt) } == self
  }

  /// This run.
  init(_ session: RunSession) { self.init(run: session.id, startedAt: session.startedAt) }
}

extension LinkArchive {
  /// Carries a value as JSON.
  mutating func carry<Value: Codable>(json value: inout Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var bytes = [UInt8](try encoder.encode(value))
    try carry(&bytes)
    value = try JSONDecoder().decode(Value.self, from: Data(bytes))
  }
}
