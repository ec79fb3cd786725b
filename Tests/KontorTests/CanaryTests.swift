import Foundation
import Support
import Testing

/// No contact's value may stand in a log, an error or a problem's text, whatever the input is like.
///
/// Every fixture is spoiled in several ways and read; then all that was said is searched for every
/// value of the fixture. Reports and outputs hold values, that is what they are for.
@Suite struct CanaryTests {
  /// A pipeline of the fixtures with its inputs.
  struct Fixture: CustomTestStringConvertible, Sendable {
    var name: String
    var pipeline: String
    var input: String
    var testDescription: String { name }
  }

  /// A way to spoil a file.
  enum Damage: CaseIterable, Sendable {
    case none, withoutHeader, openQuote, wrongBytes, otherDelimiter, cutOff, openTag, docType
    case withoutColon

    func spoil(_ bytes: [UInt8]) -> [UInt8] {
      let middle = bytes.count / 2
      func inserted(_ text: String) -> [UInt8] {
        Array(bytes[..<middle]) + Array(text.utf8) + Array(bytes[middle...])
      }
      switch self {
      case .none: return bytes
      case .withoutHeader:
        return bytes.firstIndex(of: 10).map { Array(bytes[($0 + 1)...]) } ?? bytes
      case .openQuote: return inserted("\"")
      case .wrongBytes:
        return Array(bytes[..<middle]) + [0xFF, 0xC3, 0x00, 0x1B] + Array(bytes[middle...])
      case .otherDelimiter: return bytes.map { $0 == 0x3B ? 0x7C : $0 == 0x2C ? 0x3B : $0 }
      case .cutOff: return Array(bytes[..<middle])
      case .openTag: return inserted("<")
      case .docType:
        let text = String(decoding: bytes, as: UTF8.self)
        return Array("<!DOCTYPE x [<!ENTITY y \"z\">]>\(text)".utf8)
      case .withoutColon: return bytes.map { $0 == 0x3A ? 0x20 : $0 }
      }
    }
  }

  private static let fixtures: [Fixture] = {
    let cases = Program.repository + "/fixtures/cases"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: cases)) ?? []).sorted()
    let demo = Fixture(
      name: "demo", pipeline: Program.repository + "/pipelines/demo.yaml",
      input: Program.repository + "/fixtures/demo")
    return [demo]
      + names.map {
        Fixture(
          name: $0, pipeline: "\(cases)/\($0)/pipeline.yaml", input: "\(cases)/\($0)/input")
      }
  }()

  @Test(arguments: fixtures, Damage.allCases)
  func noValueIsTold(fixture: Fixture, damage: Damage) throws {
    let work = try Workdir()
    let files = inputs(of: fixture.input)
    for (name, bytes) in files { try work.write("in/" + name, damage.spoil(bytes)) }
    var told = ""
    for command in ["run", "check"] {
      let outputs = command == "run" ? ["--output", "out"] : []
      let result = try Program.run(
        [command, fixture.pipeline, "--input", "in", "--language", "en"] + outputs, in: work.path)
      #expect([0, 1, 2].contains(result.code), "\(command) ended with \(result.code)")
      told += result.output + result.errors
    }
    told += try problemTexts(work.path("out/report.json"))
    let values = try canaries(fixture, files)
    #expect(values.count > 5)
    guard damage == .withoutHeader else { return expectNone(of: values, in: told) }
    expectNone(of: values, in: told)
  }

  @Test(arguments: [
    "Alwine;Trautmann;Kiel\nBruno;Eickhoff;Ulm\n", "Alwine Trautmann\nBruno Eickhoff\n",
    "Alwine;Trautmann\n", "Trautmann,24103,Kiel\nEickhoff,89073,Ulm\n",
    // One word of headers among values.
    "Firma;Trautmann;Kiel\nFirma;Eickhoff;Ulm\nPrivat;Bruno;Bonn\n",
    "Firma;Trautmann;Kiel\nPrivat;Eickhoff;Ulm\n", "Ort;Trautmann\nPLZ;Eickhoff\n",
    "Firma;Telefon;Trautmann;Kiel\nPrivat;Fax;Eickhoff;Ulm\n",
  ])
  func columnsOfAnUncertainHeaderAreNamedByNumber(table: String) throws {
    let work = try Workdir()
    try work.write("table.csv", table)
    func source(_ rest: String) -> String { "sources: [{ name: t, file: table.csv, \(rest) }]" }
    let map = "map: { Name: family, \"column 2\": given }"
    try work.write("p.yaml", source(map))
    try work.write("q.yaml", source("csv: { header: true }, map: { Trautman: given }"))
    try work.write("r.yaml", source("csv: { header: true }"))
    var told = ""
    for arguments in [
      ["dedupe", "table.csv", "--out", "out", "--id", "Nr"],
      ["dedupe", "table.csv", "--out", "out"],
      ["dedupe", "table.csv", "--out", "out", "--map", "family=Name"], ["run", "p.yaml"],
      ["check", "p.yaml"], ["check", "q.yaml"], ["check", "r.yaml"], ["run", "q.yaml"],
      ["dedupe", "table.csv", "--out", "out", "--header", "--map", "family=Eickhof"],
      ["dedupe", "table.csv", "--out", "out", "--no-header", "--map", "family=column 1"],
      ["dedupe", "table.csv", "--out", "out", "--map", "family=column 2"],
    ] {
      let result = try Program.run(arguments, in: work.path)
      told += result.output + result.errors
    }
    expectNone(
      of: ["Alwine", "Trautmann", "Bruno", "Eickhoff", "Kiel", "24103", "89073"], in: told)
  }

  @Test(arguments: Damage.allCases)
  func dedupeTellsNoValue(damage: Damage) throws {
    let demo = Self.fixtures[0]
    for (name, bytes) in inputs(of: demo.input) where name.hasSuffix(".csv") {
      let work = try Workdir()
      try work.write("table.csv", damage.spoil(bytes))
      for options in [[], ["--id", "Nr"], ["--map", "family=nope"]] {
        let result = try Program.run(
          ["dedupe", "table.csv", "--out", "out", "--language", "en"] + options, in: work.path)
        #expect([0, 1, 2].contains(result.code), "\(name)")
        expectNone(
          of: try canaries(demo, [name: bytes]), in: result.output + result.errors)
      }
    }
  }

  private func expectNone(of values: [String], in told: String) {
    // Whole words: "Main" is no part of "remaining".
    for value in values {
      var rest = told[...]
      while let range = rest.range(of: value) {
        let before =
          range.lowerBound == told.startIndex
          ? nil : told[told.index(before: range.lowerBound)]
        let after = range.upperBound == told.endIndex ? nil : told[range.upperBound]
        if !isWordLetter(before), !isWordLetter(after) {
          let line = told[told.lineRange(for: range)]
          Issue.record("\"\(value)\" is told: \(line)")
          break
        }
        rest = told[range.upperBound...]
      }
    }
  }

  private func isWordLetter(_ letter: Character?) -> Bool {
    letter.map { $0.isLetter || $0.isNumber } ?? false
  }

  // MARK: Fixtures

  private func inputs(of folder: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.subpaths(atPath: folder) ?? [] {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name), !data.isEmpty
      else { continue }
      files[name] = Array(data)
    }
    return files
  }

  /// Every value of four letters or more; names of columns, elements and properties are none.
  private func canaries(_ fixture: Fixture, _ files: [String: [UInt8]]) throws -> [String] {
    let pipeline = try String(contentsOfFile: fixture.pipeline, encoding: .utf8)
    var names = pieces(of: pipeline, at: ":,;{}[]\"' \n")
    var values: Set<String> = []
    for (file, bytes) in files {
      let text = decoded(bytes)
      var lines = text.components(separatedBy: "\n")
      if file.hasSuffix(".xml") {
        values.formUnion(pieces(of: withoutMarkup(text), at: "\n|"))
      } else if file.hasSuffix(".vcf") {
        for line in lines {
          guard let colon = line.firstIndex(of: ":"), !line.hasSuffix(":VCARD") else { continue }
          names.formUnion(pieces(of: String(line[..<colon]), at: ";=,:"))
          values.formUnion(pieces(of: String(line[line.index(after: colon)...]), at: ";,"))
        }
      } else {
        if lines.first?.hasPrefix("sep=") == true { lines.removeFirst() }
        names.formUnion(pieces(of: lines.removeFirst(), at: ";,|\""))
        values.formUnion(pieces(of: lines.joined(separator: "\n"), at: ";,|\"\n"))
      }
    }
    return values.subtracting(names).sorted()
  }

  private func pieces(of text: String, at separators: String) -> Set<String> {
    Set(
      text.components(separatedBy: CharacterSet(charactersIn: separators))
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.count >= 4 })
  }

  /// The text between tags, one piece a line; comments and attributes are left out.
  private func withoutMarkup(_ text: String) -> String {
    var result = ""
    var isMarkup = false
    for letter in text {
      if letter == "<" { isMarkup = true }
      result.append(isMarkup ? "\n" : letter)
      if letter == ">" { isMarkup = false }
    }
    return result
  }

  /// The text with LF alone: CR LF is one character, and would part no lines.
  private func decoded(_ bytes: [UInt8]) -> String {
    let text = text(of: bytes)
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
  }

  private func text(of bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return String(data: Data(bytes), encoding: .utf16) ?? ""
    }
    return String(data: Data(bytes), encoding: .utf8)
      ?? String(data: Data(bytes), encoding: .windowsCP1252) ?? ""
  }

  /// What the report says of problems: codes, meanings, places.
  private func problemTexts(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else { return "" }
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let sources = report?["sources"] as? [[String: Any]] ?? []
    let problems = sources.flatMap { source in
      ["set_aside", "problems"].flatMap { source[$0] as? [[String: Any]] ?? [] }
    }
    return "\n" + problems.map { "\($0)" }.joined(separator: "\n")
  }
}
