internal import Formats
internal import Normalization
internal import Phones
internal import Records
internal import Store

/// Reads the sources' changed files into the store: one thread reads and normalizes, this one stores.
struct ReadStage {
  let plan: SourcePlan
  let country: String
  let session: RunSession
  let erased: ErasedPeople
  let progress: Progress

  /// What comes from the reading thread.
  private enum Step: Sendable {
    case begin(source: Int, file: Int)
    case batch(ReadBatch)
    case end
  }

  /// - Returns: what was read, and whether the outputs are to be made anew for it.
  /// - Throws: `ReadError` or `PipelineError` when a file can't be read or mapped.
  func perform() throws -> ReadExtent {
    progress.begin(.read)
    let sources = try registeredSources()
    let hasDropped = try DroppedSources(plan: plan, session: session).withdraw()
    let hasMissing = try withdrawMissingFiles(sources) || hasDropped
    let (plan, country) = (self.plan, self.country)
    let changed = try changedFiles(sources)
    try checkMappings(changed)
    for (place, source) in sources.enumerated() {
      let files = changed.filter { $0.source == place }.map { plan.sources[place].files[$0.file] }
      session.expect(files.map(\.located.name), of: source)
    }
    let hasOtherSettings = try hasOtherSettings(changed, sources)
    let total = changed.reduce(0) { $0 + plan.sources[$1.source].files[$1.file].stamp.size }
    var storing = Storing(session: session, erased: erased)
    try Conveyor<Step>.run { emit in
      try Self.read(changed, of: plan, country: country, emit: emit)
    } consume: { step in
      switch step {
      case .begin(let source, let file):
        try storing.begin(plan.sources[source].files[file], of: sources[source])
      case .batch(let batch):
        try storing.store(batch)
        progress.advance(
          fraction: total == 0 ? nil : Double(storing.bytesRead) / Double(total),
          count: storing.recordCount, unit: Unit.records)
      case .end: try storing.end()
      }
    }
    progress.end(count: storing.recordCount, unit: Unit.records)
    if changed.isEmpty && !hasMissing { return .nothing }
    return hasMissing || hasOtherSettings ? .changed : .same
  }

  /// Every column that is named and not there, before the first file is read.
  private func checkMappings(_ changed: [(source: Int, file: Int)]) throws {
    var check = MappingCheck(path: plan.path)
    for place in changed {
      let source = plan.sources[place.source]
      try check.compare(source.definition, source.files[place.file].located)
    }
    for table in plan.history {
      for file in table.files { try check.compare(table.definition, file.located) }
    }
    try check.finish()
  }

  private func registeredSources() throws -> [SourceID] {
    try plan.sources.map { source in
      try session.register(
        StoredSource(
          name: source.definition.name, priority: source.definition.priority,
          numbering: source.definition.numbering, mode: source.definition.mode))
    }
  }

  /// Files that were read once and are named no more: their records are withdrawn.
  private func withdrawMissingFiles(_ sources: [SourceID]) throws -> Bool {
    var hasMissing = false
    for (index, source) in sources.enumerated()
    where try session.withdrawMissing(
      plan.sources[index].files, of: source, includesUndone: plan.readsUndone)
    {
      hasMissing = true
    }
    return hasMissing
  }

  private func changedFiles(_ sources: [SourceID]) throws -> [(source: Int, file: Int)] {
    var changed: [(source: Int, file: Int)] = []
    for (index, source) in plan.sources.enumerated() {
      for (position, file) in source.files.enumerated() {
        let stored = try session.reader.file(file.located.name, of: sources[index])
        if plan.isToBeRead(file, after: stored) {
          changed.append((index, position))
        }
      }
    }
    return changed
  }

  /// Whether a file is new, or read with another mapping or into other outputs than before.
  private func hasOtherSettings(
    _ files: [(source: Int, file: Int)], _ sources: [SourceID]
  ) throws -> Bool {
    try files.contains { place in
      let file = plan.sources[place.source].files[place.file]
      let stored = try session.reader.file(file.located.name, of: sources[place.source])
      return stored?.stamp.mappingHash != file.stamp.mappingHash
    }
  }

  private static func read(
    _ files: [(source: Int, file: Int)], of plan: SourcePlan, country: String,
    emit: (Step) throws -> Void
  ) throws {
    for index in plan.sources.indices {
      let source = plan.sources[index]
      let own = files.filter { $0.source == index }
      guard let last = own.last else { continue }
      var reading = try SourceReading(
        source.definition, files: source.files.map(\.located), country: country)
      for place in own {
        let file = source.files[place.file].located
        try emit(.begin(source: index, file: place.file))
        try reading.read(file) { try emit(.batch($0)) }
        try source.files[place.file].checkIsAsPlanned()
        if place == last {
          let mistakes = reading.mistakes(in: plan.path)
          guard mistakes.isEmpty else { throw PipelineError.invalid(mistakes) }
          try emit(.batch(reading.closing(file)))
        }
        try emit(.end)
      }
    }
  }
}

/// How much of the sources a run had to read.
enum ReadExtent {
  /// All files are as they were.
  case nothing
  /// Files were touched; what they hold may be the same.
  case same
  /// Files are new or gone, or are read differently.
  case changed
}

/// Puts batches into the store, file after file.
private struct Storing {
  let session: RunSession
  let erased: ErasedPeople
  private(set) var recordCount = 0
  /// Of all files so far.
  var bytesRead: Int { bytesOfFormerFiles + bytesOfFile }
  private var bytesOfFormerFiles = 0
  private var bytesOfFile = 0
  private var file: FileID = 0
  private var recordsOfFile = 0

  init(session: RunSession, erased: ErasedPeople) {
    self.session = session
    self.erased = erased
  }

  mutating func begin(_ file: SourcePlan.File, of source: SourceID) throws {
    self.file = try session.beginFile(file.located.name, of: source, stamp: file.stamp)
    recordsOfFile = 0
  }

  mutating func store(_ batch: ReadBatch) throws {
    let batch = try erased.sift(batch, in: session, file: file)
    for row in batch.rows {
      let result = try session.put(row.record, raw: row.raw, file: file)
      if result.key != row.record.key,
        let problem = Mapping.problem(ofTaken: row.record.key, at: row.record.location)
      {
        try session.add(problem, file: file)
      }
    }
    for row in batch.rejected {
      try session.putAside(row.raw, because: row.problem, file: file)
      try session.add(row.problem, file: file)
    }
    for problem in batch.problems { try session.add(problem, file: file) }
    recordsOfFile += batch.rows.count
    recordCount += batch.rows.count
    bytesOfFile = batch.bytesRead
  }

  mutating func end() throws {
    _ = try session.endFile(file, recordCount: recordsOfFile)
    try session.forgetHeldRows(of: file)
    bytesOfFormerFiles += bytesOfFile
    bytesOfFile = 0
  }
}

extension RunSession {
  /// Notes which files of a source are gone; what a snapshot's held is withdrawn.
  ///
  /// - Parameter includesUndone: whether those too of which that was undone.
  /// - Returns: whether a file is newly gone, or something was withdrawn.
  func withdrawMissing(
    _ present: [SourcePlan.File], of source: SourceID, includesUndone: Bool
  ) throws -> Bool {
    let names = Set(present.map(\.located.name))
    var hasChanged = false
    // A file that was gone already counts too: its source may have been a feed until now.
    for file in try reader.files(of: source) where !names.contains(file.path) {
      // That it is gone was undone: what it held stays.
      if file.isMissing, file.undoneRun != nil, !includesUndone { continue }
      let withdrawn = try markMissing(file.id)
      if !file.isMissing || withdrawn > 0 { hasChanged = true }
    }
    return hasChanged
  }
}
