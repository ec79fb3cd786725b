package import Records
internal import Reports
package import Store

/// The decisions of a store.
package struct Decisions {
  package enum Filter: Sendable {
    /// All that are not withdrawn.
    case standing
    /// Those whose records have changed or gone since.
    case stale
    /// Those that can't all hold.
    case conflicting
    /// Those too that were taken back.
    case all
  }
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  package func list(_ filter: Filter = .standing) throws -> DecisionList {
    try openedStore(store).read { reader in
      let set = try DecisionSet(reader)
      let conflicts = try set.conflicts()
      let decisions: [StoredDecision]
      switch filter {
      case .standing:
        decisions = set.decisions + (try reader.waitingDecisions()).filter { $0.madeRun == nil }
      case .stale: decisions = set.stale
      case .conflicting:
        let numbers = Set(conflicts.flatMap { [$0.refused] + $0.holding })
        decisions = set.decisions.filter { numbers.contains($0.id) }
      case .all: decisions = try reader.decisions(includingWithdrawn: true)
      }
      return DecisionList(decisions: decisions, conflicts: conflicts)
    }
  }
}

/// Some decisions, oldest first, and what contradicts itself among all.
package struct DecisionList: Sendable {
  package var decisions: [StoredDecision]
  var conflicts: [DecisionSet.Conflict]

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    guard !decisions.isEmpty else { return say("keine Entscheidungen", "no decisions") }
    let rows = decisions.map { Self.row($0, language) }
    return
      ([textColumns(rows)] + conflicts.map { Self.text($0, language) }).joined(separator: "\n")
  }

  package var json: String {
    JSON.object([
      ("decisions", .array(decisions.map(Self.json))),
      ("conflicts", .array(conflicts.map(Self.json))),
    ]).text
  }

  // MARK: One decision

  /// Number, kind, records, who, when, why, and what became of it; no value of a contact.
  static func row(_ decision: StoredDecision, _ language: Language) -> [String] {
    [
      "\(decision.id)", decision.kind.phrase(language), shownOnALine(decision.left.name),
      decision.right.map { shownOnALine($0.name) } ?? decision.value?.slot ?? "",
      decision.occasion.author, decision.madeAt, shownOnALine(decision.occasion.reason),
      state(decision, language),
    ]
  }

  private static func state(_ decision: StoredDecision, _ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    if decision.isWaiting {
      return decision.withdrawal == nil
        ? say("wird noch eingearbeitet", "still to be worked in")
        : say("wird noch zurückgezogen", "still to be taken back")
    }
    if let withdrawal = decision.withdrawal {
      return say("zurückgezogen von \(withdrawal.author)", "withdrawn by \(withdrawal.author)")
    }
    if !decision.isInForce {
      return say("ruht: Datensatz nicht mehr da", "dormant: a record is gone")
    }
    return decision.isStale
      ? say("veraltet: Datensatz seither geändert", "stale: a record has changed since") : ""
  }

  static func text(_ conflict: DecisionSet.Conflict, _ language: Language) -> String {
    let holding = conflict.holding.map { "\($0)" }.joined(separator: ", ")
    return Phrase(
      de: "Widerspruch: Entscheidung \(conflict.refused) gilt nicht, denn es gilt \(holding)",
      en: "conflict: decision \(conflict.refused) has no effect, for \(holding) holds")(language)
  }

  static func json(_ decision: StoredDecision) -> JSON {
    .object([
      ("decision", .integer(Int(decision.id))), ("kind", .string(decision.kind.rawValue)),
      ("left", json(decision.left)), ("right", decision.right.map(json) ?? .null),
      ("value", decision.value.map { .object($0.parts) } ?? .null),
      ("author", .string(decision.occasion.author)), ("reason", .string(decision.occasion.reason)),
      ("made_at", .string(decision.madeAt)), ("made_run", .integer(decision.madeRun.map(Int.init))),
      ("waiting", .boolean(decision.isWaiting)),
      ("stale", .boolean(decision.isStale)), ("in_force", .boolean(decision.isInForce)),
      ("withdrawn_by", decision.withdrawal.map { .string($0.author) } ?? .null),
      ("withdrawn_at", decision.withdrawal.map { .string($0.time) } ?? .null),
    ])
  }

  private static func json(_ anchor: StoredDecision.Anchor) -> JSON {
    .object([("record", .string(anchor.name)), ("state", .string(anchor.state.rawValue))])
  }

  static func json(_ conflict: DecisionSet.Conflict) -> JSON {
    .object([
      ("refused", .integer(Int(conflict.refused))),
      ("holding", .array(conflict.holding.map { .integer(Int($0)) })),
    ])
  }
}
