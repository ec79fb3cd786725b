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
    var world = InventedSources(seed: seed, InventedSources.names, rows: 200)
    let bitByBit = try InventedSources.scenario(outputs: hasOutputs)
    let whole = try InventedSources.scenario(outputs: hasOutputs)
    for step in 0..<4 {
      if step > 0 { world.change() }
      var copy = world
      try InventedSources.write(&world, into: bitByBit)
      try InventedSources.write(&copy, into: whole)
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
    let atOnce = try InventedSources.scenario(outputs: false)
    for key in world.homes.keys.sorted() { world.homes[key] = world.contacts.number(below: 2) }
    try InventedSources.write(&world, into: atOnce)
    try atOnce.run()
    let digest = try bitByBit.digest()
    #expect(try atOnce.digest() == digest)
    #expect(try whole.digest() == digest)
  }
}
