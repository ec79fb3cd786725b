import Foundation
import Support
import Testing

/// Runs that are asked to stop, and runs that meet.
@Suite struct StoppedRunTests {
  private static let pipeline = """
    name: nacht
    output: out
    match: { at: balanced }
    sources:
      - { name: a, file: a.csv, map: \(InventedContacts.map), constants: { consent_channel: email } }
    """

  private func work(_ count: Int) throws -> Workdir {
    let work = try Workdir()
    try work.write("pipeline.yaml", Self.pipeline)
    var contacts = InventedContacts(seed: 7)
    try work.write("a.csv", InventedContacts.table((0..<count).map { _ in contacts.newRow() }))
    return work
  }

  /// Begins a run, and waits until it is at work on the store.
  private func begin(_ work: Workdir) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["run", "pipeline.yaml", "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: work.path)
    process.environment = ["LANG": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try work.write("errors", "")
    process.standardError = FileHandle(forWritingAtPath: work.path("errors"))
    try process.run()
    while process.isRunning, !FileManager.default.fileExists(atPath: work.path("out/kontor.sqlite"))
    {
      usleep(2_000)
    }
    return process
  }

  @Test func aRunThatIsAskedToStopLeavesNothing() throws {
    let work = try work(4_000)
    let process = try begin(work)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(try work.text("errors").contains("stopped on request: nothing was changed"))
    #expect(!FileManager.default.fileExists(atPath: work.path("out")))
  }

  @Test func aRunWhoseTimeIsUpLeavesNothing() throws {
    let work = try work(4_000)
    let result = try Program.run(
      ["run", "pipeline.yaml", "--quiet", "--timeout", "0.05s"], in: work.path)
    #expect(result.code == 1)
    #expect(result.errors.contains("stopped on request"))
    #expect(!FileManager.default.fileExists(atPath: work.path("out")))
  }

  /// The shell's limit on the size of files, in units of 512 bytes.
  @Test func aStoreThatMayNotGrowLeavesNothing() throws {
    let work = try work(1_500)
    try work.write("pipeline.yaml", Self.pipeline + "\nwrite: []\n")
    let result = try Program.run(
      ["-c", "ulimit -f 4096; exec \"$0\" run pipeline.yaml --quiet", Program.path], in: work.path,
      executable: "/bin/sh")
    #expect(result.code == 1)
    #expect(result.errors.contains("limits of size (ulimit -f)"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: work.path("out")))
  }

  @Test func aStoreThatMayGrowNoFurtherIsAsBefore() throws {
    let work = try work(100)
    try work.write("pipeline.yaml", Self.pipeline + "\nwrite: []\n")
    let first = try Program.run(["run", "pipeline.yaml", "--quiet"], in: work.path)
    #expect(first.code == 0)
    var contacts = InventedContacts(seed: 8)
    try work.write("a.csv", InventedContacts.table((0..<1_500).map { _ in contacts.newRow() }))
    func digest() throws -> String {
      try Program.run(["verify", "--store", "out/kontor.sqlite", "--json"], in: work.path).output
    }
    let before = try digest()
    let result = try Program.run(
      ["-c", "ulimit -f 4096; exec \"$0\" run pipeline.yaml --quiet", Program.path], in: work.path,
      executable: "/bin/sh")
    #expect(result.code == 1)
    #expect(result.errors.contains("ulimit -f"), "\(result.errors)")
    #expect(try digest() == before)
    let next = try Program.run(["run", "pipeline.yaml", "--quiet"], in: work.path)
    #expect(next.code == 0)
  }

  @Test(arguments: ["soon", "-5", "0", "5d", "1e9"])
  func aTimeLimitIsADuration(text: String) throws {
    let result = try Program.run(["run", "x.yaml", "--timeout=\(text)"], in: "/")
    #expect(result.code == 64)
  }

  /// The first is halted, so that the second meets it for certain.
  @Test func twoRunsAtOnceAreOneAfterTheOther() throws {
    let work = try work(500)
    let first = try begin(work)
    kill(first.processIdentifier, SIGSTOP)
    let second = try Program.run(["run", "pipeline.yaml", "--quiet"], in: work.path)
    #expect(second.code == 1)
    #expect(second.errors.contains("another run is at work on it (nacht, process "))
    kill(first.processIdentifier, SIGCONT)
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    #expect(FileManager.default.fileExists(atPath: work.path("out/contacts.csv")))
    #expect(!FileManager.default.fileExists(atPath: work.path("out/kontor.sqlite.lock")))
    let third = try Program.run(["run", "pipeline.yaml", "--quiet"], in: work.path)
    #expect(third.code == 0)
  }
}
