import Foundation
import Support
import Testing

/// A run that dies at any moment leaves the store as it was before or as it is after, and the next
/// run makes up for it.
///
/// `make test-system` has it die 200 times, as the release build; `make test` 20 times.
@Suite struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let kills = environment["KONTOR_KILLS"].flatMap { Int($0) } ?? 20
  private static let program = environment["KONTOR_PROGRAM"] ?? Program.path

  private static let pipeline = """
    name: kill
    output: out
    match: { at: balanced }
    write: [contacts.csv]
    sources:
      - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      - { name: b, file: b.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      - { name: c, file: c.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
    """

  @Test func aRunThatDiesLeavesAllOrNothing() throws {
    let work = try Workdir()
    try work.write("pipeline.yaml", Self.pipeline)
    var contacts = InventedContacts(seed: 20)
    var rows = (0..<20_000).map { _ in contacts.newRow() }
    for (place, name) in ["a", "b"].enumerated() {
      let own = rows.indices.filter { $0 % 2 == place }.map { rows[$0] }
      try work.write("\(name).csv", InventedContacts.table(own))
    }
    try work.write("c.csv", InventedContacts.table([]))
    try Self.run(in: work)
    let before = try Self.digest(in: work)
    try Self.copy("out", to: "base", in: work)

    // What the runs that die have to do: one file is new, another has changed.
    for place in stride(from: 0, to: rows.count, by: 400) {
      rows[place] = contacts.changed(rows[place])
    }
    let changed = rows.indices.filter { $0 % 2 == 0 && $0 % 500 != 0 }.map { rows[$0] }
    try work.write("a.csv", InventedContacts.table(changed))
    try work.write("c.csv", InventedContacts.table((0..<200).map { _ in contacts.newRow() }))
    let start = Date()
    try Self.run(in: work)
    let duration = Date().timeIntervalSince(start)
    let after = try Self.digest(in: work)
    #expect(before != after)

    var seen: Set<String> = []
    for _ in 0..<Self.kills {
      try Self.copy("base", to: "out", in: work)
      // Some come after its end.
      let moment = duration * Double(contacts.number(below: 1050)) / 1000
      try Self.kill(after: moment, in: work)
      let digest = try Self.digest(in: work)
      #expect([before, after].contains(digest), "killed after \(moment) of \(duration) s")
      seen.insert(digest)
      try Self.run(in: work)
      #expect(try Self.digest(in: work) == after, "killed after \(moment) of \(duration) s")
      #expect(!FileManager.default.fileExists(atPath: work.path("out/.kontor-new")))
    }
    #expect(Self.kills < 20 || seen.contains(before))
  }

  private static func run(in work: Workdir) throws {
    let result = try Program.run(
      ["run", "pipeline.yaml", "--quiet"], in: work.path, executable: program)
    #expect(result.code == 0, "\(result.errors)")
  }

  private static func kill(after seconds: Double, in work: Workdir) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["run", "pipeline.yaml", "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: work.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  /// What `kontor verify` says of the store, which must be whole; outputs may be left unfinished.
  private static func digest(in work: Workdir) throws -> String {
    let result = try Program.run(
      ["verify", "--store", "out/kontor.sqlite", "--json"], in: work.path, executable: program)
    let found = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(found?["damage"] as? [String] == [])
    #expect((found?["contradictions"] as? [String: Any])?.isEmpty == true)
    return found?["digest"] as? String ?? ""
  }

  /// A folder in place of another.
  private static func copy(_ source: String, to target: String, in work: Workdir) throws {
    try? FileManager.default.removeItem(atPath: work.path(target))
    try FileManager.default.copyItem(atPath: work.path(source), toPath: work.path(target))
  }
}
