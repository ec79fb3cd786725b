import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct CrontabEntryTests {
  private func entry(_ pipeline: String, program: String = "/usr/bin/kontor") throws
    -> CrontabEntry
  {
    CrontabEntry(
      pipeline: pipeline, time: try CronTime("30 2 * * 1-5"), program: program,
      log: pipeline + ".log", arguments: ["--timeout", "2h"])
  }

  @Test func aLineSetsFolderPathMaskAndLog() throws {
    #expect(
      try entry("/srv/crm/nacht.yaml").line()
        == "30 2 * * 1-5 umask 077; PATH=\(CrontabEntry.path); export PATH; cd /srv/crm && "
        + "/usr/bin/kontor run /srv/crm/nacht.yaml --scheduled --quiet --timeout 2h "
        + ">> /srv/crm/nacht.yaml.log 2>&1")
  }

  /// What the shell makes of a line, after cron has taken the backslashes before "%".
  private func words(of line: String) throws -> [String] {
    let command = line.split(separator: " ", maxSplits: 5)[5].replacing("\\%", with: "%")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", String(command)]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    process.waitUntilExit()
    return [String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)]
  }

  /// The program writes down its arguments; names hold all that a shell and cron take to mean
  /// something.
  @Test(arguments: [
    "a b", "100%", "o'clock", "$(touch x)", "`touch x`", "a;b&c|d", "\"q\"", "*", "-rf", "ä€ 日本",
    "back\\slash", "#no comment", "a'%'b", "~",
  ])
  func hostilePathsStayOneWord(name: String) throws {
    let folder = try Workdir()
    try folder.write("\(name)/nacht.yaml", "name: x\n")
    let program = try folder.write(
      "program", "#!/bin/sh\nprintf '%s\\n' \"$@\" > args\npwd >> args\n")
    #expect(chmod(program, 0o755) == 0)
    let pipeline = folder.path("\(name)/nacht.yaml")
    let said = try words(of: try entry(pipeline, program: program).line())
    #expect(said == [""])
    let lines = try folder.text("\(name)/args").split(separator: "\n").map(String.init)
    #expect(lines.dropLast() == ["run", pipeline, "--scheduled", "--quiet", "--timeout", "2h"])
    #expect(lines.last?.hasSuffix("/\(name)") == true)
    #expect(FileManager.default.fileExists(atPath: pipeline + ".log"))
  }

  @Test(arguments: [
    "/a\nb/c.yaml", "/a\rb.yaml", "/a\u{7}.yaml", "/" + String(repeating: "x", count: 900),
  ])
  func whatALineCannotHoldIsRefused(path: String) throws {
    let entry = try entry(path)
    #expect(throws: PipelineError.self) { try entry.line() }
    #expect(throws: PipelineError.self) { try entry.systemd() }
  }

  @Test func systemdGetsAServiceAndATimer() throws {
    let text = try entry("/srv/a b/100%.yaml").systemd()
    #expect(text.contains("OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 02:30:00"))
    #expect(text.contains("WorkingDirectory=/srv/a b"))
    #expect(text.contains("\"/srv/a b/100%%.yaml\""))
    #expect(text.contains("UMask=0077"))
  }
}
