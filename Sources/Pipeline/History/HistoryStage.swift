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
  let erased: ErasedPeople
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
      let changed = try table.files.filter { file in
        plan.isToBeRead(file, after: try session.reader.file(file.located.name, of: source))
      }
      session.expect(changed.map(\.located.name), of: source)
      for file in changed { try read(file, table, source: source) }
      if !changed.isEmpty { hasRead = true }
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
      try file.checkIsAsPlanned()
    } consume: { rows in
      for row in rows {
        switch row {
        case .activity(let activity, let problem):
          count += 1
          let isErased = try erased.isErased(activity, linkedBy: definition.emailColumn) {
            try session.reader.holds(activity, in: table.table)
          }
          if isErased {
            try session.add(.erasedPerson(at: activity.location), file: id)
            continue
          }
          _ = try session.put(activity, as: table.table, file: id)
          if let problem { try session.add(problem, file: id) }
        case .rejected(let raw, _) where erased.isErased(raw, of: definition.name):
          try session.add(.erasedPerson(at: raw.location), file: id)
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

  /// How rows are read and linked: with other settings nothing that is remembered counts.
  var settings: String {
    ([kontorVersion, country] + plan.history.map { fingerprint(of: $0.definition) })
      .joined(separator: "\n")
  }

  /// Links every row of the store to the contact it is about, as far as one can be told.
  func link(_ index: ContactIndex) throws -> (tables: [LinkedTable], memory: HistoryMemory) {
    var memory = HistoryMemory()
    guard !plan.history.isEmpty else { return ([], memory) }
    memory.settings = settings
    memory.run = session.id
    progress.begin(.link)
    let linker = ActivityLinker(index: index)
    for (place, kind) in FollowUp.allCases.enumerated() {
      let definitions = definitions(of: kind)
      guard !definitions.isEmpty else { continue }
      var links: [(row: Int64, contact: ContactID?)] = []
      try forEachAnswer(kind, nil, definitions, linker) { answered in
        answered.add(to: &memory.tables[place])
        if answered.isNew { links.append((answered.row, answered.answer.contact)) }
      }
      try session.link(links, in: kind)
    }
    progress.end(count: memory.tables.reduce(0) { $0 + $1.rows.count }, unit: Unit.rows)
    return (try tables(memory), memory)
  }

  /// Links the rows anew of which the answer may be another, with the same result.
  ///
  /// - Parameters:
  ///   - former: what the last linking left, with equal settings.
  ///   - changed: what contacts are called, now and before, that have changed.
  ///   - index: all contacts that some names may mean.
  func relink(
    _ former: HistoryMemory, changed: Set<NameKey>,
    _ index: (Set<NameKey>) throws -> ContactIndex
  ) throws -> (tables: [LinkedTable], memory: HistoryMemory) {
    progress.begin(.link)
    var asked: [FollowUp: [Int64]] = [:]
    var names: Set<NameKey> = []
    for (place, kind) in FollowUp.allCases.enumerated() where !definitions(of: kind).isEmpty {
      asked[kind] = try rowsToAsk(kind, former, place, changed)
      try forEachAsked(kind, asked[kind] ?? []) { names.formUnion($0) }
    }
    let linker = ActivityLinker(index: try index(names))
    var memory = HistoryMemory()
    memory.settings = former.settings
    memory.run = session.id
    for (place, kind) in FollowUp.allCases.enumerated() where !definitions(of: kind).isEmpty {
      memory.tables[place] = try relinked(kind, former, place, asked[kind] ?? [], linker)
    }
    progress.end(count: asked.values.reduce(0) { $0 + $1.count }, unit: Unit.rows)
    return (try tables(memory), memory)
  }

  private func definitions(of kind: FollowUp) -> [ActivityDefinition] {
    plan.history.filter { $0.table == kind }.map(\.definition)
  }

  /// The rows that came or changed since, and those that look at a name that has changed.
  private func rowsToAsk(
    _ kind: FollowUp, _ memory: HistoryMemory, _ place: Int, _ changed: Set<NameKey>
  ) throws -> [Int64] {
    let names = NameFilter(changed)
    let former = memory.tables[place]
    var rows = former.rows.indices.filter { index in
      former.names(index).contains { names.contains($0) }
    }.map { former.rows[$0] }
    rows += try session.reader.followUpsChanged(kind, since: memory.run + 1)
    return Set(rows).sorted()
  }

  /// Calls `body` with the names in each of some rows.
  private func forEachAsked(
    _ kind: FollowUp, _ rows: [Int64], _ body: ([NameKey]) throws -> Void
  ) throws {
    let definitions = definitions(of: kind)
    try forEachBatch(kind, rows) { normalizer in
      { row in
        guard let place = definitions.firstIndex(where: { $0.name == row.source }),
          let about = definitions[place].subject(of: try row.activity(), normalizer)
        else { return nil }
        return AskedNames(about, numbering: definitions[place].numbering).all
      }
    } consume: {
      try body($0)
    }
  }

  /// The table's answers: those of some rows anew, of others as they were.
  private func relinked(
    _ kind: FollowUp, _ memory: HistoryMemory, _ place: Int, _ asked: [Int64],
    _ linker: ActivityLinker
  ) throws -> TableMemory {
    let former = memory.tables[place]
    var links: [(row: Int64, contact: ContactID?)] = []
    var answers: [Answered] = []
    try forEachAnswer(kind, asked, definitions(of: kind), linker) { answered in
      if answered.isNew { links.append((answered.row, answered.answer.contact)) }
      answers.append(answered)
    }
    try session.link(links, in: kind)
    let gone = Set(try session.reader.followUpsWithdrawn(kind, since: memory.run + 1))
      .union(asked)
    var table = TableMemory()
    var next = 0
    for index in former.rows.indices where !gone.contains(former.rows[index]) {
      while next < answers.count, answers[next].row < former.rows[index] {
        answers[next].add(to: &table)
        next += 1
      }
      table.append(index, of: former)
    }
    for answered in answers[next...] { answered.add(to: &table) }
    return table
  }

  /// What was found out about a row.
  private struct Answered: Sendable {
    var row: Int64
    var definition: Int
    var answer: ActivityLinker.Answer
    /// The names on which the answer depends.
    var names: [NameKey]
    /// Whether the store links it otherwise.
    var isNew: Bool

    func add(to table: inout TableMemory) {
      table.append(row, definition: definition, TableMemory.Found(answer), names)
    }
  }

  /// Asks on all cores whom rows of a table are about; takes the answers in the rows' order.
  ///
  /// - Parameter rows: ascending; nil: all.
  private func forEachAnswer(
    _ kind: FollowUp, _ rows: [Int64]?, _ definitions: [ActivityDefinition],
    _ linker: ActivityLinker, _ body: (Answered) throws -> Void
  ) throws {
    try forEachBatch(kind, rows) { normalizer in
      { try Self.answered($0, definitions, linker, normalizer) }
    } consume: {
      try body($0)
    }
  }

  /// Makes something of rows on all cores; takes it in the rows' order.
  private func forEachBatch<Made: Sendable>(
    _ kind: FollowUp, _ rows: [Int64]?,
    _ make: @escaping @Sendable (Normalizer) -> (StoredActivity) throws -> Made?,
    consume: (Made) throws -> Void
  ) throws {
    let country = country
    var batch: [StoredActivity] = []
    try WorkerLine<[StoredActivity], Result<[Made], any Error>>.run {
      let made = make(Normalizer(phones: LibPhoneJudge(), country: country))
      return { rows in Result { try rows.compactMap { try made($0) } } }
    } produce: { emit in
      try session.reader.forEachStoredActivity(kind, of: rows) { row in
        batch.append(row)
        guard batch.count == Self.batchSize else { return }
        try emit(batch)
        batch.removeAll(keepingCapacity: true)
      }
      try emit(batch)
    } consume: { made in
      for one in try made.get() { try consume(one) }
    }
  }

  private static func answered(
    _ row: StoredActivity, _ definitions: [ActivityDefinition], _ linker: ActivityLinker,
    _ normalizer: Normalizer
  ) throws -> Answered? {
    guard let place = definitions.firstIndex(where: { $0.name == row.source }) else { return nil }
    let about = definitions[place].subject(of: try row.activity(), normalizer)
    let numbering = definitions[place].numbering
    var clues: Clues = []
    let answer =
      about.map { linker.answer(for: $0, numbering: numbering, by: &clues) }
      ?? .none(.namesNobody)
    return Answered(
      row: row.id, definition: place, answer: answer,
      names: about.map { AskedNames($0, numbering: numbering).keys(of: clues) } ?? [],
      isNew: answer.contact != row.contact)
  }

  /// What the report tells of the rows.
  private func tables(_ memory: HistoryMemory) throws -> [LinkedTable] {
    var tables: [LinkedTable] = []
    for (place, kind) in FollowUp.allCases.enumerated() {
      var tallies = definitions(of: kind).map { LinkTally(definition: $0, kind: kind) }
      let rows = memory.tables[place]
      for index in rows.rows.indices where tallies.indices.contains(Int(rows.definitions[index])) {
        tallies[Int(rows.definitions[index])].add(rows.found(index), row: rows.rows[index])
      }
      tables += try tallies.map { try $0.table(session.reader) }
    }
    return tables
  }
}

/// Counts how the rows of one table found their contacts.
private struct LinkTally {
  let definition: ActivityDefinition
  let kind: FollowUp
  private var ways: [ActivityLinker.Way: Int] = [:]
  /// The first rows without a contact.
  private var unlinked: [Int64] = []
  private var gaps: [ActivityLinker.Gap: Int] = [:]

  /// So many unlinked rows are listed in the report.
  private static let listLimit = 100

  init(definition: ActivityDefinition, kind: FollowUp) {
    self.definition = definition
    self.kind = kind
  }

  mutating func add(_ found: TableMemory.Found, row: Int64) {
    switch found {
    case .way(let way): ways[way, default: 0] += 1
    case .gap(let gap):
      gaps[gap, default: 0] += 1
      if unlinked.count < Self.listLimit { unlinked.append(row) }
    }
  }

  func table(_ reader: StoreReader) throws -> LinkedTable {
    var places: [Location] = []
    try reader.forEachStoredActivity(kind, of: unlinked) { places.append($0.location) }
    return LinkedTable(
      kind: kind == .activities ? .activities : .opportunities, name: definition.name,
      linked: ActivityLinker.Way.allCases.compactMap { way in
        ways[way].map { LinkedTable.Way(meaning: way.meaning, count: $0) }
      },
      gaps: ActivityLinker.Gap.allCases.compactMap { gap in
        gaps[gap].map { LinkedTable.Way(meaning: gap.meaning, count: $0) }
      }, unlinked: places)
  }
}

extension ActivityLinker.Answer {
  var contact: ContactID? { if case .found(let contact, _) = self { contact } else { nil } }
}
