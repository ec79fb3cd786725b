import Records
import Testing

@testable import Pipeline

@Suite struct CrontabTests {
  private static let others = "# mine\nMAILTO=me\n0 1 * * * backup 50\\% \n\n@daily x\n"

  @Test(arguments: ["", others, "0 1 * * * backup", "\n\n", "# only a comment\n"])
  func whatIsNotOursStaysAsItIs(text: String) throws {
    var crontab = try Crontab(text)
    try crontab.set("/a.yaml", line: "30 2 * * * kontor")
    #expect(crontab.jobs == [Crontab.Job(pipeline: "/a.yaml", lines: ["30 2 * * * kontor"])])
    #expect(crontab.text.hasPrefix(text))
    #expect(crontab.text.hasSuffix("\n"))
    #expect(try crontab.remove("/a.yaml"))
    let isWhole = text.isEmpty || text.hasSuffix("\n")
    #expect(crontab.text == (isWhole ? text : text + "\n"))
    #expect(try !crontab.remove("/a.yaml"))
  }

  @Test func aPipelineHasOneJobInItsPlace() throws {
    var crontab = try Crontab(Self.others)
    try crontab.set("/a.yaml", line: "1")
    try crontab.set("/b.yaml", line: "2")
    try crontab.set("/a.yaml", line: "3")
    #expect(crontab.jobs.map(\.pipeline) == ["/a.yaml", "/b.yaml"])
    #expect(crontab.jobs.map(\.lines) == [["3"], ["2"]])
  }

  @Test(arguments: [
    "# kontor begin /a\n1\n", "1\n# kontor end /a\n", "# kontor begin /a\n# kontor begin /b\n",
    "# kontor begin /a\n1\n# kontor end /b\n",
  ])
  func brokenMarksStopWithTheirLine(text: String) {
    #expect(throws: PipelineError.self) { try Crontab(text) }
  }
}
