import Foundation
import Support
import Testing

/// The built program as a user calls it.
@Suite struct CommandLineTests {
  private static let pipeline = """
    sources:
      - name: list
        file: list.csv
        map: { nr: key, vorname: given, nachname: family, telefon: phone, ort: place, email: email }
    """
  private static let rows = """
    nr;vorname;nachname;telefon;ort;email
    1;Alwine;Trautmann;030 23125 601;Dresden;alwine@trautmann.example
    2;Alwine;Trautmann;+49 (30) 23125-601;Dresden;alwine@trautmann.example
    3;Bruno;Eickhoff;;Berlin;

    """
  private static let commands = [
    "run", "check", "explain", "dedupe", "evaluate", "model", "train", "sample", "show",
    "history", "diff", "runs", "verify", "undo", "decide", "choose",
    "split", "decisions", "backup", "restore", "vacuum",
  ]

  private func folder() throws -> Workdir {
    let work = try Workdir()
    try work.write("p.yaml", Self.pipeline)
    try work.write("list.csv", Self.rows)
    return work
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  // MARK: Exit codes and streams

  @Test func runSpeaksOnStandardOutputAndShowsProgressOnStandardError() throws {
    let work = try folder()
    let result = try Program.run(["run", "p.yaml"], in: work.path)
    #expect(result.code == 0)
    #expect(result.output.contains("Contacts"))
    #expect(result.errors.contains("Read: 3 records"))
    // Nobody watches: lines, no bar.
    #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("\r"))
    #expect(names(work.path("out")).contains("report.html"))
  }

  @Test func quietRunShowsNoProgress() throws {
    let work = try folder()
    #expect(try Program.run(["run", "p.yaml", "--quiet"], in: work.path).errors == "")
  }

  @Test(arguments: [
    ["run", "none.yaml"], ["check", "none.yaml"], ["dedupe", "none.csv", "--out", "o"],
    ["explain", "1", "2", "--store", "none.sqlite"], ["explain", "1", "2"],
    ["show", "1", "--store", "none.sqlite"], ["history", "1", "--store", "none.sqlite"],
    ["diff", "1", "--store", "none.sqlite"], ["runs", "--store", "none.sqlite"],
    ["verify", "--store", "none.sqlite"], ["undo", "1", "--store", "none.sqlite"],
    ["decisions", "--store", "none.sqlite"], ["backup", "--store", "none.sqlite"],
    ["restore", "none.sqlite", "--store", "x/s.sqlite"], ["vacuum", "--store", "none.sqlite"],
    ["restore", "list.csv", "--store", "s.sqlite"],
    ["decide", "1", "2", "same", "--store", "none.sqlite"],
    ["choose", "1", "name", "x", "--store", "none.sqlite"],
    ["split", "1", "a:b", "--store", "none.sqlite"], ["model", "--store", "none.sqlite"],
    ["train", "--store", "none.sqlite"],
    ["sample", "--store", "none.sqlite", "--out", "s.csv"], ["evaluate", "--sample", "none.csv"],
    ["evaluate", "--clusters", "none.csv", "--truth", "list.csv"],
    ["run", "p.yaml", "--input", "nowhere"], ["dedupe", "list.csv", "--out", "o", "--id", "x"],
    ["dedupe", "list.csv", "--out", "o", "--map", "famly=nachname"],
  ])
  func whatCannotBeDoneEndsWithOneAndSaysWhy(arguments: [String]) throws {
    let work = try folder()
    let before = names(work.path)
    let result = try Program.run(arguments, in: work.path)
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("kontor: "))
    #expect(result.errors.hasSuffix("\n"))
    // Nothing was written.
    #expect(names(work.path) == before)
  }

  @Test func tooManyRowsSetAsideEndWithTwo() throws {
    let work = try folder()
    try work.write("list.csv", Self.rows + "4;zu wenig\n")
    #expect(try Program.run(["run", "p.yaml", "--quiet"], in: work.path).code == 2)
    #expect(names(work.path("out")).contains("rejected.csv"))
    let other = ["run", "p.yaml", "--quiet", "--output", "other", "--problem-limit", "50%"]
    #expect(try Program.run(other, in: work.path).code == 0)
  }

  @Test(arguments: [
    ["frobnicate"], ["run"], ["run", "p.yaml", "--frobnicate"], ["explain", "1"],
    ["dedupe", "list.csv"], ["dedupe", "list.csv", "--out", "o", "--at", "sometimes"],
    ["run", "p.yaml", "--problem-limit", "much"], ["run", "p.yaml", "--language", "fr"],
    ["evaluate"], ["evaluate", "--clusters", "list.csv"], ["sample"],
    ["evaluate", "--sample", "a.csv", "--truth", "list.csv"],
    ["sample", "--out", "s.csv", "--size", "0"], ["decide"], ["decide", "1", "2"],
    ["decide", "1", "2", "perhaps"], ["decide", "1", "2", "same", "--withdraw", "1"],
    ["backup", "p.yaml", "--store", "s"], ["vacuum", "--pipeline", "p", "--store", "s"],
    ["restore"],
    ["split", "1"], ["choose", "1", "name"], ["undo"], ["decisions", "--stale", "--all"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let work = try folder()
    let result = try Program.run(arguments, in: work.path)
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(!result.errors.isEmpty)
    #expect(names(work.path) == ["list.csv", "p.yaml"])
  }

  @Test func mistakesOfThePipelineFileHavePlaces() throws {
    let work = try folder()
    try work.write("p.yaml", Self.pipeline.replacingOccurrences(of: "family", with: "famly"))
    for command in ["run", "check"] {
      let result = try Program.run([command, "p.yaml"], in: work.path)
      #expect(result.code == 1)
      #expect(result.errors.contains("p.yaml:4:"))
      #expect(result.errors.contains("did you mean \"family\"?"))
    }
  }

  // MARK: Help and language

  @Test(arguments: [nil] + commands.map { Optional($0) })
  func helpHasAnExample(command: String?) throws {
    let arguments = [command, "--help"].compactMap { $0 }
    let english = try Program.run(arguments, in: "/")
    #expect(english.code == 0)
    #expect(english.output.contains("Example: kontor \(command ?? "")"))
    let german = try Program.run(arguments, in: "/", environment: ["LANG": "de_DE.UTF-8"])
    #expect(german.code == 0)
    #expect(german.output.contains("Beispiel: kontor \(command ?? "")"))
  }

  @Test(
    arguments: [
      (["LANG": "de_AT.UTF-8"], [], true), (["LANG": "en_US.UTF-8"], [], false), ([:], [], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": "de_DE.UTF-8"], [], true),
      (["LANG": "de_DE.UTF-8"], ["--language", "en"], false),
      (["LANG": "en_US.UTF-8"], ["--language=de"], true),
    ] as [([String: String], [String], Bool)])
  func languageIsTheOptionsElseTheEnvironments(
    environment: [String: String], options: [String], isGerman: Bool
  ) throws {
    let work = try folder()
    let run = try Program.run(
      ["run", "p.yaml"] + options, in: work.path, environment: environment)
    #expect(run.output.contains(isGerman ? "Kontakte" : "Contacts"))
    #expect(run.errors.contains(isGerman ? "Lesen: " : "Read: "))
    let report = try work.text("out/report.html")
    #expect(report.contains(isGerman ? "lang=\"de\"" : "lang=\"en\""))
    let stop = try Program.run(
      ["check", "none.yaml"] + options, in: work.path, environment: environment)
    #expect(stop.errors.contains(isGerman ? "es gibt keine solche Datei" : "no such file"))
  }

  @Test func emptyVariableCountsAsNotSet() throws {
    let result = try Program.run(
      ["run", "--help"], in: "/", environment: ["LANG": "de_DE.UTF-8", "LC_ALL": ""])
    #expect(result.output.contains("Beispiel"))
  }

  @Test func pipelineFilesOwnLanguageIsBehindTheOption() throws {
    let work = try folder()
    try work.write("p.yaml", "language: de\n" + Self.pipeline)
    #expect(try Program.run(["run", "p.yaml"], in: work.path).output.contains("Kontakte"))
    let other = ["run", "p.yaml", "--output", "other", "--language", "en"]
    #expect(try Program.run(other, in: work.path).output.contains("Contacts"))
  }

  @Test func versionIsTold() throws {
    let result = try Program.run(["--version"], in: "/")
    #expect(result.code == 0)
    #expect(result.output.first?.isNumber == true)
  }

  // MARK: Whole ways

  @Test func programAloneInAFolderWorks() throws {
    let work = try folder()
    try FileManager.default.copyItem(atPath: Program.path, toPath: work.path("kontor"))
    func call(_ arguments: [String]) throws -> Program.Result {
      try Program.run(
        arguments, in: work.path, environment: [:], executable: work.path("kontor"))
    }
    #expect(try call(["run", "p.yaml"]).code == 0)
    let clusters = try work.text("out/clusters.csv")
    #expect(clusters.contains("1,1,merged,list,list.csv,2,2,"))
    // The phone library's own tables, the model and the page's style came along.
    #expect(try work.text("out/contacts.csv").contains("+493023125601"))
    #expect(try work.text("out/report.html").contains("<style"))
    #expect(try call(["dedupe", "list.csv", "--out", "d"]).code == 0)
    let store = ["--store", "out/kontor.sqlite"]
    #expect(try call(["explain", "list:1", "list:2"] + store).output.contains("one contact"))
  }

  @Test func everyProcessWritesTheSameBytes() throws {
    let folders = try [folder(), folder(), folder()]
    var outputs: [[String]] = []
    for work in folders {
      #expect(try Program.run(["run", "p.yaml"], in: work.path).code == 0)
      let files = names(work.path("out")).filter { $0 != "kontor.sqlite" }
      outputs.append(try files.map { try $0 + work.text("out/" + $0) })
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] == outputs[2])
  }

  @Test func everyProcessSeesThatNothingHasChanged() throws {
    let work = try folder()
    // Many rules: their order in memory is another in each process.
    let rules = ["name", "phone", "email", "address", "birth_date", "title", "note"]
    try work.write(
      "p.yaml",
      Self.pipeline + "\nmerge:\n"
        + rules.map { "  \($0): [most-frequent]\n" }.joined())
    _ = try Program.run(["run", "p.yaml", "--quiet"], in: work.path)
    for _ in 1...4 {
      let result = try Program.run(["run", "p.yaml", "--quiet"], in: work.path)
      #expect(result.output.contains("nothing has changed"))
    }
  }

  @Test func demoIsTheSameInEveryProcess() throws {
    let demo = Program.repository + "/pipelines/demo.yaml"
    let folders = try [Workdir(), Workdir()]
    for work in folders {
      // A relative folder: the report names it.
      let result = try Program.run(["run", demo, "--output", "out", "--quiet"], in: work.path)
      #expect(result.code == 0 || result.code == 2)
    }
    for name in names(folders[0].path("out")) where name != "kontor.sqlite" {
      #expect(
        try folders[0].bytes("out/" + name) == folders[1].bytes("out/" + name), "\(name)")
    }
  }

  @Test func storeIsThatOfThePipelineFileInTheFolder() throws {
    let work = try folder()
    try work.write("kontor.yaml", Self.pipeline)
    #expect(try Program.run(["run", "kontor.yaml", "--quiet"], in: work.path).code == 0)
    let result = try Program.run(["explain", "list:1", "list:3"], in: work.path)
    #expect(result.output.contains("two contacts in the store"))
    let json = try Program.run(["explain", "list:1", "list:3", "--json"], in: work.path)
    #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
  }

  @Test func whatTheStoreKnowsIsTold() throws {
    let work = try folder()
    #expect(try Program.run(["run", "p.yaml", "--quiet"], in: work.path).code == 0)
    let store = ["--store", "out/kontor.sqlite"]
    func output(_ arguments: [String]) throws -> String {
      let result = try Program.run(arguments + store, in: work.path)
      #expect(result.code == 0 && result.errors == "", "\(arguments)")
      return result.output
    }
    #expect(try output(["show", "list:2"]).contains("Alwine Trautmann"))
    #expect(try output(["history", "1"]).contains("created"))
    #expect(try output(["diff", "1"]).contains("new"))
    #expect(try output(["runs"]).contains("p"))
    #expect(try output(["verify"]).contains("all is well"))
    for command in [["show", "1"], ["history", "1"], ["diff", "1"], ["runs"], ["verify"]] {
      let json = try output(command + ["--json"])
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    }
    try FileManager.default.removeItem(atPath: work.path("out/contacts.csv"))
    let broken = try Program.run(["verify"] + store, in: work.path)
    #expect(broken.code == 1 && broken.output.contains("contacts.csv: missing"))
  }

  @Test func decisionsAreMadeListedAndUndone() throws {
    let work = try folder()
    #expect(try Program.run(["run", "p.yaml", "--quiet"], in: work.path).code == 0)
    let store = ["--store", "out/kontor.sqlite", "--language", "en"]
    func output(_ arguments: [String]) throws -> String {
      let result = try Program.run(arguments + store, in: work.path)
      #expect(result.code == 0, "\(arguments) \(result.errors)")
      return result.output
    }
    let occasion = ["--as", "Erika", "--reason", "same person"]
    let quiet = ["--quiet"] + occasion
    #expect(try output(["decide", "list:1", "list:3", "same"] + quiet).contains("list:3"))
    #expect(try output(["decisions"]).contains("Erika"))
    #expect(try output(["split", "1", "list:3"] + quiet).contains("different"))
    #expect(try output(["undo", "3"] + occasion).contains("kontor undo 4"))
    #expect(try output(["decisions", "--json"]).contains("\"kind\": \"same\""))
  }

  @Test func programThatIsKilledLeavesStoreAndOutputsAsTheyWere() throws {
    let work = try folder()
    #expect(try Program.run(["run", "p.yaml", "--quiet"], in: work.path).code == 0)
    let before = try names(work.path("out")).filter { $0.hasSuffix(".csv") }
      .map { try work.bytes("out/" + $0) }
    let many = (1...5000).map { "\($0);Vorname\($0);Nachname\($0);;Ort\($0);a\($0)@post.example" }
    try work.write(
      "many.csv", "nr;vorname;nachname;telefon;ort;email\n" + many.joined(separator: "\n"))
    let added = Self.pipeline.replacingOccurrences(of: "file: list.csv", with: "file: many.csv")
      .replacingOccurrences(of: "sources:", with: "").replacingOccurrences(of: "list", with: "many")
    try work.write("q.yaml", "name: p\n" + Self.pipeline + "\n" + added + "\noutput: out\n")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["run", "q.yaml", "--quiet"]
    process.currentDirectoryURL = URL(fileURLWithPath: work.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Its files are begun: the run is amid its transaction.
    while process.isRunning, !names(work.path("out/.kontor-new")).contains("contacts.csv") {
      usleep(2000)
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    let after = try names(work.path("out")).filter { $0.hasSuffix(".csv") }
      .map { try work.bytes("out/" + $0) }
    #expect(after == before)
    let again = try Program.run(["run", "p.yaml", "--quiet"], in: work.path)
    #expect(again.code == 0)
    // Outputs are made anew, for the killed run might have been amid naming its own.
    #expect(again.output.contains("list  3 records"))
    let third = try Program.run(["run", "p.yaml", "--quiet"], in: work.path)
    #expect(third.output.contains("nothing has changed"))
    #expect(third.output.contains("together  3 records"))
    #expect(!names(work.path("out")).contains(".kontor-new"))
  }

  @Test func clustersOfDedupeAreEvaluated() throws {
    let work = try folder()
    #expect(
      try Program.run(["dedupe", "list.csv", "--out", "d", "--id", "nr"], in: work.path).code == 0)
    try work.write("truth.csv", "rec_id,entity_id\n1,A\n2,A\n3,B\n")
    let arguments = ["evaluate", "--clusters", "d/clusters.csv", "--truth", "truth.csv"]
    let result = try Program.run(arguments + ["--json"], in: work.path)
    #expect(result.output.contains("\"pairwise\":{\"precision\":1.0,\"recall\":1.0,\"f1\":1.0}"))
    try work.write("truth.csv", "rec_id,entity_id\n1,A\n2,A\n")
    #expect(try Program.run(arguments, in: work.path).code == 1)
  }
}
