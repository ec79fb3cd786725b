import Foundation
import Support
import Testing

/// A run that dies at any moment leaves the store as it was before or as it is after, and the next
/// run makes up for it.
///
/// `make test-system` kills 200 runs of the release build, and after each one lets the next run
/// finish, unless three have left the very same. `make test` kills 20 runs, one after the other on what the last one left, and lets only
/// some finish: the program it is built with takes long.
@Suite struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let program = environment["KONTOR_PROGRAM"] ?? Program.path
  /// Whether each run that dies is followed by one that finishes.
  private static let isThorough = environment["KONTOR_KILLS"] != nil
  private static let lanes = isThorough ? 2 : 1
  private static let killsOfLane = (environment["KONTOR_KILLS"].flatMap { Int($0) } ?? 20) / lanes

  private static let pipeline = """
    name: kill
    output: out
    match: { at: balanced }
    write: []
    sources:
      - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      - { name: b, file: b.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
      - { name: c, file: c.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
    """

  @Test(arguments: 0..<lanes)
  func aRunThatDiesLeavesAllOrNothing(lane: Int) throws {
    let work = try Workdir()
    try work.write("pipeline.yaml", Self.pipeline)
    var contacts = InventedContacts(seed: 20 + lane)
    try Self.fill(work, &contacts)
    let before = try Self.digest(in: work)
    try Self.copy("out", to: "base", in: work)
    try Self.change(work, &contacts)
    let start = Date()
    try Self.run(in: work)
    let duration = Date().timeIntervalSince(start)
    let after = try Self.digest(in: work)
    #expect(before != after)

    try Self.copy("base", to: "out", in: work)
    var diedBefore = 0
    var seen: [[String]: Int] = [:]
    for _ in 0..<Self.killsOfLane {
      // Some come after its end.
      let moment = duration * Double(contacts.number(below: 1100)) / 1000
      let isFinished = try Self.kill(after: moment, in: work)
      if Self.isThorough, !isFinished, let remains = Self.remains(in: work) {
        seen[remains, default: 0] += 1
        if seen[remains, default: 0] > Self.sightsOfEach {
          diedBefore += 1
          try Self.copy("base", to: "out", in: work)
          continue
        }
      }
      let digest = try Self.digest(in: work)
      #expect([before, after].contains(digest), "killed after \(moment) of \(duration) s")
      #expect(!isFinished || digest == after)
      diedBefore += digest == before ? 1 : 0
      if Self.isThorough {
        try Self.run(in: work)
        #expect(try Self.digest(in: work) == after, "killed after \(moment) of \(duration) s")
      }
      if Self.isThorough || digest == after { try Self.copy("base", to: "out", in: work) }
    }
    #expect(diedBefore > 0)
    try Self.run(in: work)
    #expect(try Self.digest(in: work) == after)
    #expect(!FileManager.default.fileExists(atPath: work.path("out/.kontor-new")))
  }

  /// A store of 20,000 records.
  private static func fill(_ work: Workdir, _ contacts: inout InventedContacts) throws {
    for (name, count) in [("a", 2_000), ("b", 18_000), ("c", 0)] {
      let rows = (0..<count).map { _ in contacts.newRow() }
      try work.write("\(name).csv", InventedContacts.table(rows))
    }
    try run(in: work)
  }

  /// What the runs that die have to do: one file has changed, another was empty.
  private static func change(_ work: Workdir, _ contacts: inout InventedContacts) throws {
    var rows = try work.text("a.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    for place in stride(from: 0, to: rows.count, by: 20) {
      rows[place] = contacts.changed(rows[place])
    }
    let kept = rows.indices.filter { $0 % 50 != 7 }.map { rows[$0] }
    try work.write("a.csv", InventedContacts.table(kept))
    try work.write("c.csv", InventedContacts.table((0..<500).map { _ in contacts.newRow() }))
  }

  private static func run(in work: Workdir) throws {
    let result = try Program.run(
      ["run", "pipeline.yaml", "--quiet"], in: work.path, executable: program)
    #expect(result.code == 0, "\(result.errors)")
  }

  /// - Returns: whether the run had finished.
  private static func kill(after seconds: Double, in work: Workdir) throws -> Bool {
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
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  /// What one kill left, another leaves too: then the next run is the same as well, and is made this
  /// often alone.
  private static let sightsOfEach = 3

  /// What there is beside the folder as it was, by name, when nothing of it is another; of drafts, the
  /// store's index and the lock nobody reads what is in them.
  ///
  /// - Returns: nil when a file is another, or is new and holds something.
  private static func remains(in work: Workdir) -> [String]? {
    let files = FileManager.default
    let (base, out) = (files.subpaths(atPath: work.path("base")) ?? [], work.path("out"))
    for name in base {
      guard files.contentsEqual(atPath: work.path("base/" + name), andPath: out + "/" + name) else {
        return nil
      }
    }
    let new = Set(files.subpaths(atPath: out) ?? []).subtracting(base)
    let unread = [".new", "-shm", ".lock"]
    for name in new where !unread.contains(where: name.hasSuffix) && !name.hasPrefix(".kontor-new")
    {
      let size = (try? files.attributesOfItem(atPath: out + "/" + name))?[.size] as? Int
      guard size == 0 else { return nil }
    }
    return new.sorted()
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
