import Foundation
import Records
import Support
import Testing

@testable import Pipeline

/// Against a `crontab` of the test's own: the user's is never touched.
@Suite struct ScheduleTests {
  /// A program that keeps a crontab in a file, as cron's does.
  private func work() throws -> (folder: Workdir, schedule: Schedule) {
    let folder = try Workdir()
    let program = try folder.write(
      "bin/crontab",
      """
      #!/bin/sh
      cd "$(dirname "$0")/.." || exit 1
      case $1 in
        -l) [ -f tab ] || { echo "no crontab for me" >&2; exit 1; }; cat tab ;;
        -) cat > new; grep -q refused new && { echo "bad minute" >&2; exit 1; }; mv new tab ;;
      esac
      """)
    #expect(chmod(program, 0o755) == 0)
    return (folder, try Schedule(search: "/nowhere:" + folder.path("bin")))
  }

  private func entry(_ pipeline: String) throws -> CrontabEntry {
    CrontabEntry(
      pipeline: pipeline, time: try CronTime("30 2 * * *"), program: "/bin/kontor", log: "/x.log")
  }

  @Test func jobsAreAddedListedAndRemoved() throws {
    let (folder, schedule) = try work()
    #expect(try schedule.list().isEmpty)
    try folder.write("tab", "0 1 * * * mine\n")
    try schedule.add(try entry("/a.yaml"))
    try schedule.add(try entry(folder.path("tab")))
    let jobs = try schedule.list()
    #expect(jobs.map(\.pipeline) == ["/a.yaml", folder.path("tab")])
    #expect(jobs.map(\.isThere) == [false, true])
    #expect(jobs.map { $0.time?.text } == ["30 2 * * *", "30 2 * * *"])
    let now = try #require(ISO8601DateFormatter().date(from: "2026-11-23T12:00:00Z"))
    let line = jobs.text(.english, now: now).split(separator: "\n")[1]
    #expect(line.hasPrefix("/a.yaml (missing)"))
    #expect(line.contains("30 2 * * *  2026-11-24 02:30"))
    #expect(try schedule.remove("/a.yaml"))
    #expect(try !schedule.remove("/a.yaml"))
    #expect(try schedule.remove(folder.path("tab")))
    #expect(try folder.text("tab") == "0 1 * * * mine\n")
  }

  @Test func whatCrontabRefusesIsSaid() throws {
    let (folder, schedule) = try work()
    #expect(throws: PipelineError.self) { try schedule.add(entry("/refused.yaml")) }
    #expect(!FileManager.default.fileExists(atPath: folder.path("tab")))
    #expect(throws: PipelineError.self) { try Schedule(search: "/nowhere") }
  }

  @Test func aPipelineThatIsNotValidIsNoJob() throws {
    let folder = try Workdir()
    let path = try folder.write("nacht.yaml", "name: x\nsources: []\n")
    #expect(throws: PipelineError.self) { try Schedule.pipeline(path) }
  }

  @Test func runNowDoesWhatTheLineDoes() throws {
    let folder = try Workdir()
    let program = try folder.write(
      "program", "#!/bin/sh\necho \"$@\"; pwd; umask; echo $PATH; echo fault >&2; exit 3\n")
    #expect(chmod(program, 0o755) == 0)
    let entry = CrontabEntry(
      pipeline: try folder.write("in/a.yaml", ""), time: try CronTime("0 0 * * *"),
      program: program, log: folder.path("a.log"))
    #expect(try entry.runNow() == 3)
    let lines = try folder.text("a.log").split(separator: "\n").map(String.init)
    #expect(lines[0] == "run \(folder.path("in/a.yaml")) --scheduled --quiet")
    #expect(lines[1].hasSuffix("/in"))
    #expect(lines.dropFirst(2) == ["0077", CrontabEntry.path, "fault"])
  }
}
