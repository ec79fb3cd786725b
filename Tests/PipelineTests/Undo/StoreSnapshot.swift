import Records
import Store

@testable import Pipeline

/// What a store says, without the numbers of runs and events, times and places in files.
struct StoreSnapshot: Equatable {
  var digest = ""
  var model: String?
  /// By source key: content, fields, raw cells.
  var records: [String: [String]] = [:]
  var contacts: [String: ContactID] = [:]
  var statuses: [ContactID: ClusterStatus] = [:]
  var permissions: [ContactID: [Permission]] = [:]
  var relations: Set<Relation> = []
  var pairs: [[String]] = []
  var followUps: [String: String] = [:]
  var search: [ContactID] = []
  /// Problems, rows set aside, objections.
  var told: [String] = []
  /// The numbers of the decisions that stand.
  var decisions: [Int64] = []

  init(_ reader: StoreReader) throws {
    digest = try reader.digest()
    model = try reader.currentModel()?.hash
    try reader.forEachRecord { records["\($0.source):\($0.key)"] = ["\($0.contentHash)"] }
    for name in records.keys {
      guard let id = try StoreName.record(name, reader) else { continue }
      let record = try reader.record(id)
      records[name]?.append("\(record?.values.map { "\($0)" } ?? []) \(record?.recID ?? "")")
      records[name]?.append("\(try reader.rawRecord(id)?.values.map(\.text) ?? [])")
      contacts[name] = try reader.contact(ofRecord: id)
    }
    try reader.forEachContact { stored in
      statuses[stored.contact.id] = stored.status
      permissions[stored.contact.id] = stored.contact.permissions
    }
    relations = Set(try reader.relations())
    for status in PairScore.Status.allCases {
      try reader.forEachPair(status) { pair in
        pairs.append([
          "\(pair.left)", "\(pair.right)", "\(pair.weightInBits)", pair.status.rawValue,
          "\(pair.steps)",
        ])
      }
    }
    pairs.sort { $0.lexicographicallyPrecedes($1) }
    for table in FollowUp.allCases {
      try reader.forEachFollowUp(table) { _, activity in
        followUps["\(table) \(activity.source):\(activity.key)"] =
          "\(activity.date) \(activity.details) \(activity.contact ?? 0)"
      }
    }
    try reader.forEachProblem { told.append("\($0)") }
    try reader.forEachRejectedRow { told.append("\($0.code) \($0.raw)") }
    try reader.forEachObjection { record, isGone in
      if !isGone { told.append("\(record.source):\(record.key) objects") }
    }
    decisions = try reader.decisions().map(\.id)
    search = try reader.search("post", limit: 1000).map(\.id).sorted()
  }

  /// What differs, for a test's message.
  func difference(from other: StoreSnapshot) -> [String] {
    var parts: [String] = []
    if digest != other.digest { parts.append("digest") }
    if model != other.model { parts.append("model") }
    if records != other.records {
      let names = Set(records.keys).union(other.records.keys).filter {
        records[$0] != other.records[$0]
      }
      parts.append("records \(names.sorted())")
    }
    if contacts != other.contacts { parts.append("contacts \(contacts) \(other.contacts)") }
    if statuses != other.statuses { parts.append("statuses \(statuses) \(other.statuses)") }
    if permissions != other.permissions { parts.append("permissions") }
    if relations != other.relations {
      parts.append("relations \(relations.symmetricDifference(other.relations))")
    }
    if pairs != other.pairs { parts.append("pairs \(pairs) \(other.pairs)") }
    if followUps != other.followUps { parts.append("followUps \(followUps) \(other.followUps)") }
    if told != other.told { parts.append("told \(told) \(other.told)") }
    if search != other.search { parts.append("search") }
    if decisions != other.decisions { parts.append("decisions \(decisions) \(other.decisions)") }
    return parts
  }
}

extension Office {
  func snapshot() throws -> StoreSnapshot { try scenario.store { try StoreSnapshot($0) } }

  @discardableResult
  func undo(_ name: String, withDependents: Bool = false) throws -> UndoOutcome {
    try Undo(store: store, author: "Erika", reason: "test")
      .perform(name, withDependents: withDependents)
  }

  var lastRun: RunID { get throws { try scenario.store { try $0.runs(limit: 1)[0].id } } }
}
