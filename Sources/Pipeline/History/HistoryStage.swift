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

  private func read(_ file: SourcePlan.File, _ table: SourcePlan.History, source: SourceID) throws {
    let id = try session.beginFile(file.located.name, of: source, stamp: file.stamp)
    let definition = table.definition
    var reader = try CSVReader(
      .file(file.located.path, name: file.located.name), options: definition.csvOptions)
    var count = 0
    try reader.read { event in
      switch event {
      case .record(let raw):
        count += 1
        let activity = definition.activity(from: raw)
        _ = try session.put(activity, as: table.table, file: id)
        if let problem = definition.dateProblem(of: activity) {
          try session.add(problem, file: id)
        }
      case .rejected(let raw, let problem):
        try session.putAside(raw, because: problem, file: id)
        try session.add(problem, file: id)
      case .problem(let problem): try session.add(problem, file: id)
      }
    }
    _ = try session.endFile(id, recordCount: count)
  }

  /// Links every row of the store to the contact it is about, as far as one can be told.
  func link(_ index: ContactIndex) throws -> [LinkedTable] {
    guard !plan.history.isEmpty else { return [] }
    progress.begin(.link)
    let linker = ActivityLinker(index: index)
    let normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
    var tables: [LinkedTable] = []
    var total = 0
    for kind in FollowUp.allCases {
      let definitions = plan.history.filter { $0.table == kind }.map(\.definition)
      guard !definitions.isEmpty else { continue }
      var tallies = definitions.map { LinkTally(definition: $0, kind: kind) }
      var links: [(row: Int64, contact: ContactID?)] = []
      try session.reader.forEachFollowUp(kind) { row, activity in
        guard let place = definitions.firstIndex(where: { $0.name == activity.source }) else {
          return
        }
        let about = definitions[place].subject(of: activity, normalizer)
        let answer =
          about.map { linker.answer(for: $0, numbering: definitions[place].numbering) }
          ?? .none(.namesNobody)
        tallies[place].add(answer, at: activity.location)
        if answer.contact != activity.contact { links.append((row, answer.contact)) }
        total += 1
      }
      for link in links { try session.link(link.row, in: kind, to: link.contact) }
      tables += tallies.map(\.table)
    }
    progress.end(count: total, unit: Unit.rows)
    return tables
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
