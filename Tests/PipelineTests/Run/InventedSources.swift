import Foundation
import Store
import Support

@testable import Pipeline

/// What sources hold, and what becomes of it.
struct InventedSources {
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
    // Some rows go to another file.
    for key in homes.keys.sorted() where contacts.number(below: 40) == 0 {
      homes[key] = contacts.number(below: 3)
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

extension InventedSources {
  static func pipeline(
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

  /// Writes what sources hold into a scenario's folder; files that hold nothing go.
  static func write(_ world: inout InventedSources, into scenario: Scenario) throws {
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
  static func model(_ names: [String]) throws -> String {
    var world = InventedSources(seed: 999, names, rows: 400)
    let scenario = try Scenario(pipeline(names, model: false), [:])
    try write(&world, into: scenario)
    try scenario.run()
    return try scenario.store { try $0.currentModel()?.document ?? "" }
  }

  static let names = ["erp", "outlook", "shop"]
  static let sharedModel = Result { try model(names) }

  static func scenario(outputs: Bool) throws -> Scenario {
    try Scenario(
      pipeline(names, model: true, outputs: outputs), ["model.json": try sharedModel.get()])
  }
}
