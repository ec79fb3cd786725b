internal import Formats
internal import Normalization
internal import Phones
internal import Records
internal import Reports
internal import Store

/// Reads activities and opportunities, and links them to contacts; they create none.
struct HistoryStage {
  let plan: SourcePlan
  let country: String
  let session: RunSession
  let progress: Progress

  /// Puts the rows of changed files into the store.
  ///
  /// - Returns: whether a file was read, or is gone.
  func read() throws -> Bool {
    var hasRead = false
    for table in plan.history {
      let source = try session.register(
        StoredSource(name: table.definition.name, mode: table.definition.mode))
      let hasMissing = try session.withdrawMissing(
        table.files, of: source, includesUndone: plan.readsUndone)
      if hasMissing { hasRead = true }
      for file in table.files {
        let stored = try session.reader.file(file.located.name, of: source)
        guard file.isToBeRead(after: stored, readsUndone: plan.readsUndone) else { continue }
        try read(file, table, source: source)
        hasRead = true
      }
    }
    return hasRead
  }

  /// What comes from the reading thread.
  private enum Row: Sendable {
    case activity(Activity, Problem?)
    case rejected(RawRecord, Problem)
    case problem(Problem)
  }

  private func read(_ file: SourcePlan.File, _ table: SourcePlan.History, source: SourceID) throws {
    let id = try session.beginFile(file.located.name, of: source, stamp: file.stamp)
    let (located, definition) = (file.located, table.definition)
    var count = 0
    try Conveyor<[Row]>.run { emit in
      try Self.read(located, definition, emit)
    } consume: { rows in
      for row in rows {
        switch row {
        case .activity(let activity, let problem):
          count += 1
          _ = try session.put(activity, as: table.table, file: id)
          if let problem { try session.add(problem, file: id) }
        case .rejected(let raw, let problem):
          try session.putAside(raw, because: problem, file: id)
          try session.add(problem, file: id)
        case .problem(let problem): try session.add(problem, file: id)
        }
      }
    }
    _ = try session.endFile(id, recordCount: count)
  }

  private static func read(
    _ file: LocatedFile, _ definition: ActivityDefinition, _ emit: ([Row]) throws -> Void
  ) throws {
    var reader = try definition.open(file).reader
    var rows: [Row] = []
    try reader.read { event in
      switch event {
      case .record(let raw):
        let activity = definition.activity(from: raw)
        rows.append(.activity(activity, definition.dateProblem(of: activity)))
      case .rejected(let raw, let problem): rows.append(.rejected(raw, problem))
      case .problem(let problem): rows.append(.problem(problem))
      }
      guard rows.count == batchSize else { return }
      try emit(rows)
      rows = []
    }
    try emit(rows)
  }

  /// So many rows go from one thread to another at a time.
  private static let batchSize = 1024

  /// Links every row of the store to the contact it is about, as far as one can be told.
  func link(_ index: ContactIndex) throws -> [LinkedTable] {
    guard !plan.history.isEmpty else { return [] }
    progress.begin(.link)
    let linker = ActivityLinker(index: index)
    var tables: [LinkedTable] = []
    var total = 0
    for kind in FollowUp.allCases {
      let definitions = plan.history.filter { $0.table == kind }.map(\.definition)
      guard !definitions.isEmpty else { continue }
      var tallies = definitions.map { LinkTally(definition: $0, kind: kind) }
      var links: [(row: Int64, contact: ContactID?)] = []
      try forEachAnswer(kind, definitions, linker) { answered in
        tallies[answered.definition].add(answered.answer, at: answered.location)
        if answered.isNew { links.append((answered.row, answered.answer.contact)) }
        total += 1
      }
      try session.link(links, in: kind)
      tables += tallies.map(\.table)
    }
    progress.end(count: total, unit: Unit.rows)
    return tables
  }

  /// What was found out about a row.
  private struct Answered: Sendable {
    var row: Int64
    var definition: Int
    var answer: ActivityLinker.Answer
    var location: Location
    /// Whether the store links it otherwise.
    var isNew: Bool
  }

  /// Asks on all cores whom the rows of a table are about; takes the answers in the rows' order.
  private func forEachAnswer(
    _ kind: FollowUp, _ definitions: [ActivityDefinition], _ linker: ActivityLinker,
    _ body: (Answered) throws -> Void
  ) throws {
    let country = country
    var rows: [StoredActivity] = []
    try WorkerLine<[StoredActivity], Result<[Answered], any Error>>.run {
      let normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
      return { rows in
        Result { try rows.compactMap { try Self.answered($0, definitions, linker, normalizer) } }
      }
    } produce: { emit in
      try session.reader.forEachStoredActivity(kind) { row in
        rows.append(row)
        guard rows.count == Self.batchSize else { return }
        try emit(rows)
        rows.removeAll(keepingCapacity: true)
      }
      try emit(rows)
    } consume: { answers in
      for answered in try answers.get() { try body(answered) }
    }
  }

  private static func answered(
    _ row: StoredActivity, _ definitions: [ActivityDefinition], _ linker: ActivityLinker,
    _ normalizer: Normalizer
  ) throws -> Answered? {
    guard let place = definitions.firstIndex(where: { $0.name == row.source }) else { return nil }
    let about = definitions[place].subject(of: try row.activity(), normalizer)
    let answer =
      about.map { linker.answer(for: $0, numbering: definitions[place].numbering) }
      ?? .none(.namesNobody)
    return Answered(
      row: row.id, definition: place, answer: answer, location: row.location,
      isNew: answer.contact != row.contact)
  }
}

/// Counts how the rows of one table found their contacts.
private struct LinkTally {
  let definition: ActivityDefinition
  let kind: FollowUp
  private var ways: [ActivityLinker.Way: Int] = [:]
  private var unlinked: [Location] = []
  private var gaps: [ActivityLinker.Gap: Int] = [:]

  /// So many unlinked rows are listed in the report.
  private static let listLimit = 100

  init(definition: ActivityDefinition, kind: FollowUp) {
    self.definition = definition
    self.kind = kind
  }

  mutating func add(_ answer: ActivityLinker.Answer, at location: Location) {
    switch answer {
    case .found(_, let way): ways[way, default: 0] += 1
    case .none(let gap):
      gaps[gap, default: 0] += 1
      if unlinked.count < Self.listLimit { unlinked.append(location) }
    }
  }

  var table: LinkedTable {
    LinkedTable(
      kind: kind == .activities ? .activities : .opportunities, name: definition.name,
      linked: ActivityLinker.Way.allCases.compactMap { way in
        ways[way].map { LinkedTable.Way(meaning: way.meaning, count: $0) }
      },
      gaps: ActivityLinker.Gap.allCases.compactMap { gap in
        gaps[gap].map { LinkedTable.Way(meaning: gap.meaning, count: $0) }
      }, unlinked: unlinked)
  }
}

extension ActivityLinker.Answer {
  var contact: ContactID? { if case .found(let contact, _) = self { contact } else { nil } }
}
