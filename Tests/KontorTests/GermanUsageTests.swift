import Support
import Testing

/// The parser's words are English and may change with its version: here the real ones are met.
@Suite struct GermanUsageTests {
  private static let german = ["LANG": "de_DE.UTF-8"]

  @Test(
    arguments: [
      (["frobnicate"], "Fehler: 'frobnicate' ist zu viel\n"),
      (["run"], "Fehler: es fehlt '<pipeline.yaml>'\n"),
      (["run", "p.yaml", "--frobnicate"], "Fehler: unbekannte Option '--frobnicate'\n"),
      (
        ["run", "p.yaml", "--quite"],
        "Fehler: unbekannte Option '--quite': ist '--quiet' gemeint?\n"
      ),
      (["run", "p.yaml", "--input"], "Fehler: der Wert von '--input <dir>' fehlt\n"),
      (["explain", "1"], "Fehler: es fehlt '<b>'\n"),
      (["explain", "1", "2", "3"], "Fehler: '3' ist zu viel\n"),
      (["explain", "1", "2", "3", "4"], "Fehler: 2 Angaben sind zu viel: '3', '4'\n"),
      (
        ["run", "p.yaml", "--quiet=yes"],
        "Fehler: die Option '--quiet' nimmt keinen Wert, hier steht 'yes'\n"
      ),
      (
        ["dedupe", "a.csv", "--out", "o", "--at", "sometimes"],
        "Fehler: 'sometimes' gibt es nicht für '--at <at>': es gibt 'safe' und 'balanced'\n"
      ),
      (
        ["run", "p.yaml", "--language", "fr"],
        "Fehler: 'fr' gibt es nicht für '--language <language>': es gibt 'de' und 'en'\n"
      ),
      (
        ["run", "p.yaml", "--problem-limit", "viel"],
        "Fehler: --problem-limit ist ein Anteil wie 1% oder 0.01\n"
      ),
      (["evaluate"], "Fehler: nennen Sie --clusters und --truth, oder --sample\n"),
      (["dedupe", "a.csv"], "Fehler: es fehlt '--out <dir>'\n"),
    ] as [([String], String)])
  func wrongUsageIsToldInGerman(arguments: [String], error: String) throws {
    let work = try Workdir()
    let result = try Program.run(arguments, in: work.path, environment: Self.german)
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix(error), "\(result.errors)")
    #expect(result.errors.contains("Aufruf: kontor"))
    #expect(result.errors.contains("  Mehr dazu: kontor"))
    for word in ["Error", "Usage", "See '", "Help", "Please"] {
      #expect(!result.errors.contains(word), "\(result.errors)")
    }
  }

  @Test(arguments: [
    [], ["run"], ["check"], ["dedupe"], ["explain"], ["evaluate"], ["model"], ["train"],
  ])
  func helpIsGermanThroughout(command: [String]) throws {
    let result = try Program.run(command + ["--help"], in: "/", environment: Self.german)
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("ÜBERBLICK: "))
    #expect(result.output.contains("Zeigt diese Hilfe."))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show ", "default:", "values:"] {
      #expect(!result.output.contains(word), "\(result.output)")
    }
  }

  @Test func englishStaysEnglish() throws {
    let result = try Program.run(["run"], in: "/")
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("Error: Missing expected argument '<pipeline.yaml>'\n"))
  }

  @Test func stoppedCommandEndsWithOneInGerman() throws {
    let work = try Workdir()
    try work.write("x.sqlite", "not a store")
    let result = try Program.run(
      ["explain", "1", "2", "--store", "x.sqlite"], in: work.path, environment: Self.german)
    #expect(result.code == 1)
    #expect(
      result.errors
        == "kontor: x.sqlite: kein Kontaktbestand: unberührt gelassen, nennen Sie eine andere Datei\n"
    )
  }
}
