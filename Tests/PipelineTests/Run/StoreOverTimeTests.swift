import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

/// Increment equals batch in a store that lives: people decide and think again, and runs, decisions
/// and single events are undone between imports.
@Suite struct StoreOverTimeTests {
  @Test(arguments: 1...6)
  func storeThatLivesEqualsOneOfTheSameRowsAndDecisions(seed: Int) throws {
    try withoutShortcutsForSmallStores {
      var life = try Life(seed: seed)
      for step in 1...9 {
        let what = try life.step()
        #expect(try life.asksWhatPairsAsk(), "step \(step): \(what)")
        try life.scenario.run()
        #expect(try life.asksWhatPairsAsk(), "step \(step): \(what), run")
        let said = try life.said()
        let batch = try life.batch()
        #expect(said.digest == batch.digest, "step \(step): \(what)")
        #expect(said.links == batch.links, "step \(step): \(what)")
        #expect(said.comparedPairs < batch.comparedPairs, "step \(step): \(what)")
        let found = try Verify(store: life.store).perform()
        #expect(found.damage == [] && found.contradictions == [:], "step \(step): \(what)")
      }
    }
  }

  private func withoutShortcutsForSmallStores(_ body: () throws -> Void) rethrows {
    try StoreLinking.$fewestRemembered.withValue(0) {
      try QuestionQueue.$largestShare.withValue(.infinity, operation: body)
    }
  }
}

/// A store to which things happen at random, the same for the same seed.
private struct Life {
  let scenario: Scenario
  private var sources: InventedSources

  init(seed: Int) throws {
    sources = InventedSources(seed: seed + 40, InventedSources.names, rows: 120)
    scenario = try InventedSources.scenario(outputs: false)
    try InventedSources.write(&sources, into: scenario)
    try scenario.run()
  }

  var store: String { scenario.work.path("out/kontor.sqlite") }

  /// Whether the questions that were made anew with each change are those of all pairs.
  func asksWhatPairsAsk() throws -> Bool {
    try scenario.store { reader in
      let stored = try reader.questions().map { question in
        var question = question
        question.decision = nil
        return question
      }
      return try stored
        == QuestionQueue.questions(of: reader).sorted {
          ($0.left, $0.right) < ($1.left, $1.right)
        }
    }
  }

  /// - Returns: what it was, for a test's message.
  mutating func step() throws -> String {
    do {
      switch sources.contacts.number(below: 9) {
      case 0, 1, 2: return try importing()
      case 3: return try deciding()
      case 4: return try choosing()
      case 5: return try splitting()
      case 6: return try withdrawing()
      case 7: return try undoing("\(2 + sources.contacts.number(below: lastRun - 1))")
      default:
        let last = try scenario.store { try $0.counts()["events"] ?? 0 }
        return try undoing("e\(1 + sources.contacts.number(below: last))")
      }
    } catch let error as PipelineError {
      // Nothing to undo, or undone already: nothing has changed.
      return "refused: \(error.text(.english))"
    }
  }

  private var lastRun: Int {
    get throws { try scenario.store { Int(try $0.runs(limit: 1)[0].id) } }
  }

  private mutating func importing() throws -> String {
    sources.change()
    try InventedSources.write(&sources, into: scenario)
    return "import"
  }

  private var decide: Decide {
    Decide(
      store: store, author: "Erika", progress: Progress(mode: .silent, language: .english))
  }

  private mutating func deciding() throws -> String {
    var pairs: [(left: RecordID, right: RecordID)] = []
    var names: [RecordID: String] = [:]
    try scenario.store { reader in
      for status in PairScore.Status.allCases {
        try reader.forEachPair(status) { pairs.append(($0.left, $0.right)) }
      }
      try reader.forEachRecordHead { names[$0.id] = "\($0.source):\($0.key)" }
    }
    let all = names.values.sorted()
    guard all.count > 1, !pairs.isEmpty else { return "nothing" }
    var pair = [sources.contacts.pick(all), sources.contacts.pick(all)]
    if sources.contacts.chance(70) {
      let chosen = sources.contacts.pick(pairs)
      pair = [names[chosen.left] ?? pair[0], names[chosen.right] ?? pair[1]]
    }
    let kind = sources.contacts.pick(DecisionKind.allCases.filter { $0 != .value })
    _ = try decide.decide(pair[0], pair[1], kind)
    return "decide \(pair) \(kind)"
  }

  private mutating func choosing() throws -> String {
    var contacts: [Contact] = []
    try scenario.store { try $0.forEachContact { contacts.append($0.contact) } }
    let lost = contacts.flatMap { contact in
      contact.values.flatMap(\.lost).filter { $0.value.attribute == .birthDate }
        .map { (contact.id, $0.value) }
    }
    guard !lost.isEmpty else { return "nothing" }
    let (contact, value) = sources.contacts.pick(lost)
    _ = try decide.choose("\(contact)", field: "birth-date", value: value.value.text)
    return "choose for \(contact)"
  }

  private mutating func splitting() throws -> String {
    var groups: [[String]] = []
    try scenario.store { reader in
      var names: [RecordID: String] = [:]
      try reader.forEachRecordHead { names[$0.id] = "\($0.source):\($0.key)" }
      try reader.forEachContact { stored in
        let members = stored.contact.records.compactMap { names[$0] }
        if members.count > 1 { groups.append(members) }
      }
    }
    guard !groups.isEmpty else { return "nothing" }
    let group = sources.contacts.pick(groups)
    _ = try decide.split(group[0], records: [sources.contacts.pick(group)])
    return "split \(group)"
  }

  private mutating func withdrawing() throws -> String {
    let decisions = try scenario.store { try $0.decisions().map(\.id) }
    guard !decisions.isEmpty else { return "nothing" }
    let decision = sources.contacts.pick(decisions)
    _ = try decide.withdraw([decision])
    return "withdraw \(decision)"
  }

  private func undoing(_ name: String) throws -> String {
    _ = try Undo(store: store, author: "Erika").perform(name, withDependents: true)
    return "undo \(name)"
  }

  // MARK: What stores say

  /// What a store says, without its own numbers.
  struct Said {
    var digest = ""
    /// Of each row of history: the records of its contact.
    var links: [String: [String]] = [:]
    var comparedPairs = 0

    init(_ scenario: Scenario) throws {
      var said = (digest: "", links: [String: [String]]())
      try scenario.store { reader in
        said.digest = try reader.digest()
        var names: [RecordID: String] = [:]
        try reader.forEachRecordHead { names[$0.id] = "\($0.source):\($0.key)" }
        try reader.forEachFollowUp(.activities) { _, activity in
          let members = try activity.contact.map { try reader.members(of: $0) } ?? []
          said.links[activity.key] = members.compactMap { names[$0] }.sorted()
        }
      }
      (digest, links) = said
      let line = try scenario.work.text("out/report.json").split(separator: "\n")
        .first { $0.contains("\"compared_pairs\"") }
      comparedPairs = (line?.filter(\.isNumber)).flatMap { Int($0) } ?? -1
    }
  }

  func said() throws -> Said { try Said(scenario) }

  /// What a new store says that is filled at once with the rows and decisions that hold in this one.
  func batch() throws -> Said {
    let batch = try InventedSources.scenario(outputs: false)
    for (name, rows) in try rows() {
      try batch.work.write(name, InventedContacts.table(rows))
    }
    for name in InventedSources.names where try rows()["\(name)/0.csv"] == nil {
      try batch.work.write("\(name)/0.csv", InventedContacts.table([]))
    }
    try batch.work.write("calls.csv", InventedContacts.history(try calls()))
    try StoreLinking.$fewestRemembered.withValue(.max) {
      try batch.run()
      try decide(as: scenario.store { try $0.decisions() }.filter(\.isInForce), in: batch)
      try batch.run()
    }
    return try Said(batch)
  }

  /// The rows that hold, by file.
  private func rows() throws -> [String: [InventedContacts.Row]] {
    var files: [String: [InventedContacts.Row]] = [:]
    try scenario.store { reader in
      try reader.forEachRecordHead { head in
        guard let raw = try reader.rawRecord(head.id) else { return }
        var row = [String](repeating: "", count: InventedContacts.header.count)
        for value in raw.values { row[value.column] = value.text }
        let file = URL(fileURLWithPath: head.location.file).lastPathComponent
        files["\(head.source)/\(file)", default: []].append(row)
      }
    }
    return files
  }

  private func calls() throws -> [InventedContacts.Row] {
    var calls: [InventedContacts.Row] = []
    try scenario.store { reader in
      try reader.forEachFollowUp(.activities) { _, activity in
        calls.append(
          InventedContacts.historyHeader.map { name in
            activity.details.first { $0.name == name }?.text ?? ""
          })
      }
    }
    return calls
  }

  private func decide(as decisions: [StoredDecision], in batch: Scenario) throws {
    let path = batch.work.path("out/kontor.sqlite")
    let store = try ContactStore(path: path, create: false)
    try store.run(pipeline: "decide", startedAt: "2026-01-01") { session in
      for decision in decisions {
        let records = try decision.anchors.compactMap {
          try session.reader.recordID(source: $0.source, key: $0.key)
        }
        if let value = decision.value {
          _ = try session.choose(value, of: records[0])
        } else {
          _ = try session.decide(decision.kind, records[0], records[1])
        }
      }
      let progress = Progress(mode: .silent, language: .english)
      try Relinking.perform(in: session, LinkCache(store: path).forReading, progress)
    }
    try store.close()
  }
}
