import Foundation
import Records
import Store
import Support
import Testing

@testable import Pipeline

/// Increment equals batch, for the whole store: whatever comes, changes, goes and comes again, in
/// whatever order and files, a store that was filled bit by bit says what one says that is filled at
/// once.
@Suite struct StoreLinkingTests {
  private static func pipeline(
    _ names: [String], model: Bool, outputs: Bool = true
  ) -> String {
    let sources = names.map { name in
      """
        - { name: \(name), file: "\(name)/*.csv", priority: \(name.utf8.count), numbering: n, map: \(InventedContacts.map), constants: { consent_channel: email } }
      """
    }
    let match = "match: { at: balanced\(model ? ", model: model.json" : "") }"
    let write = outputs ? "" : "write: []"
    let history = """
      activities:
        - { name: calls, file: calls.csv, key: id, date: datum, numbering: n, link: { customer_number: kunde, email: mail, name: name, organization: firma } }
      """
    return (["name: increment", match, write, history, "sources:"] + sources).joined(
      separator: "\n") + "\n"
  }

  /// What sources hold, and what becomes of it.
  private struct World {
    var contacts: InventedContacts
    /// Of each source: key → row.
    var sources: [String: [String: InventedContacts.Row]] = [:]
    /// In which file a row stands.
    var homes: [String: Int] = [:]
    var calls: [InventedContacts.Row] = []

    init(seed: Int, _ names: [String], rows: Int) {
      contacts = InventedContacts(seed: seed)
      for name in names { sources[name] = [:] }
      for _ in 0..<rows { add() }
    }

    var names: [String] { sources.keys.sorted() }

    mutating func add() {
      let row = contacts.newRow()
      sources[contacts.pick(names), default: [:]][row[0]] = row
      homes[row[0]] = contacts.number(below: 3)
      calls.append(contacts.call(row, id: calls.count))
    }

    mutating func change() {
      for _ in 0..<contacts.number(below: 12) { add() }
      if contacts.chance(50), !calls.isEmpty {
        calls.remove(at: contacts.number(below: calls.count))
      }
      for name in names {
        let keys = (sources[name] ?? [:]).keys.sorted()
        for key in keys {
          switch contacts.number(below: 60) {
          case 0: sources[name]?[key] = nil
          case 1:
            guard let row = sources[name]?[key] else { break }
            sources[name]?[key] = contacts.changed(row)
          default: break
          }
        }
      }
    }

    /// The rows of a source's files, in any order.
    mutating func files(of name: String) -> [Int: [InventedContacts.Row]] {
      var files: [Int: [InventedContacts.Row]] = [:]
      let rows = (sources[name] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
      for row in rows {
        let place = homes[row[0]] ?? 0
        let at = contacts.number(below: (files[place]?.count ?? 0) + 1)
        files[place, default: []].insert(row, at: at)
      }
      return files
    }
  }

  /// Writes what sources hold into a scenario's folder; files that hold nothing go.
  private static func write(_ world: inout World, into scenario: Scenario, _ chance: Int = 100)
    throws
  {
    // History comes later than contacts, and some of it goes again.
    let calls = InventedContacts.history(Array(world.calls.dropLast()))
    try scenario.work.write("calls.csv", calls)
    for name in world.names {
      let files = world.files(of: name)
      for place in 0..<3 {
        let path = scenario.work.path("\(name)/\(place).csv")
        if let rows = files[place] {
          try scenario.work.write("\(name)/\(place).csv", InventedContacts.table(rows))
        } else if place > 0 {
          try? FileManager.default.removeItem(atPath: path)
        } else {
          try scenario.work.write("\(name)/0.csv", InventedContacts.table([]))
        }
      }
    }
  }

  /// The model that a store of other contacts of this kind was linked by.
  private static func model(_ names: [String]) throws -> String {
    var world = World(seed: 999, names, rows: 400)
    let scenario = try Scenario(pipeline(names, model: false), [:])
    try write(&world, into: scenario)
    try scenario.run()
    return try scenario.store { try $0.currentModel()?.document ?? "" }
  }

  private static let names = ["erp", "outlook", "shop"]
  private static let sharedModel = Result { try model(names) }

  private static func scenario(outputs: Bool) throws -> Scenario {
    try Scenario(
      pipeline(names, model: true, outputs: outputs), ["model.json": try sharedModel.get()])
  }

  /// All written files but the store, and of the report what doesn't tell how much was compared and
  /// where it lies.
  private static func outputs(_ scenario: Scenario) throws -> [String: [UInt8]] {
    var files = try scenario.snapshot()
    for name in files.keys where name.hasPrefix("kontor.sqlite") { files[name] = nil }
    files["report.html"] = nil
    // Its folder's name is its own, also where paths are shown relative to the working folder.
    let folder = URL(fileURLWithPath: scenario.work.path).lastPathComponent
    let report = try scenario.work.text("out/report.json")
      .replacingOccurrences(of: folder, with: "")
    let kept = report.split(separator: "\n").filter { !$0.contains("\"compared_pairs\"") }
    files["report.json"] = Array(kept.joined(separator: "\n").utf8)
    return files
  }

  /// What a run says it compared.
  private static func comparedPairs(_ scenario: Scenario) throws -> Int {
    let line = try scenario.work.text("out/report.json").split(separator: "\n")
      .first { $0.contains("\"compared_pairs\"") }
    return (line?.filter(\.isNumber)).flatMap { Int($0) } ?? -1
  }

  /// Rows of the store as text, but for times.
  private static func rows(_ scenario: Scenario) throws -> [String] {
    try scenario.store { reader in
      var rows = try reader.relations().map { "\($0)" }
      for status in PairScore.Status.allCases {
        try reader.forEachPair(status) { rows.append("\($0)") }
      }
      try reader.forEachContact { rows.append("\($0.status) \($0.contact)") }
      try reader.forEachFollowUp(.activities) { rows.append("\($0) \($1.contact ?? 0)") }
      return rows
    }
  }

  @Test(arguments: [(1, true), (2, false), (3, false)])
  func incrementEqualsBatch(seed: Int, hasOutputs: Bool) throws {
    var world = World(seed: seed, Self.names, rows: 200)
    let bitByBit = try Self.scenario(outputs: hasOutputs)
    let whole = try Self.scenario(outputs: hasOutputs)
    for step in 0..<4 {
      if step > 0 { world.change() }
      var copy = world
      try Self.write(&world, into: bitByBit)
      try Self.write(&copy, into: whole)
      _ = try StoreLinking.$fewestRemembered.withValue(0) { try bitByBit.run() }
      _ = try StoreLinking.$fewestRemembered.withValue(.max) { try whole.run() }
      let (one, other) = (try Self.outputs(bitByBit), try Self.outputs(whole))
      for name in Set(one.keys).union(other.keys) {
        let isEqual = one[name] == other[name]
        #expect(isEqual, "step \(step): \(name)")
      }
      #expect(try Self.rows(bitByBit) == Self.rows(whole), "step \(step)")
      let compared = try (Self.comparedPairs(bitByBit), Self.comparedPairs(whole))
      #expect(step == 0 || compared.0 < compared.1 && compared.0 >= 0, "\(compared)")
    }
    // At once, in other files and another order.
    let atOnce = try Self.scenario(outputs: false)
    for key in world.homes.keys.sorted() { world.homes[key] = world.contacts.number(below: 2) }
    try Self.write(&world, into: atOnce)
    try atOnce.run()
    let digest = try bitByBit.digest()
    #expect(try atOnce.digest() == digest)
    #expect(try whole.digest() == digest)
  }
}
