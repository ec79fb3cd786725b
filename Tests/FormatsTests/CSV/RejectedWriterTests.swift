import Formats
import Foundation
import Records
import Support
import Testing

@Suite struct RejectedWriterTests {
  private func raw(_ line: Int, _ columns: [String], _ texts: [String]) -> RawRecord {
    RawRecord(
      location: Location(file: "a.csv", line: line, ordinal: line), columns: columns,
      values: texts.enumerated().map { RawValue(column: $0.offset, text: $0.element) })
  }

  private func reason(_ line: Int) -> Problem {
    Problem(
      code: "too-few-fields", location: Location(file: "a.csv", line: line, ordinal: line),
      action: .setAside, message: Phrase(de: "zu wenig", en: "too few"))
  }

  @Test func headerIsTheUnionOfColumns() throws {
    let workdir = try Workdir()
    let writer = RejectedWriter(path: workdir.path("rejected.csv"), language: .german)
    try writer.write(raw(3, ["Name", "Ort"], ["A, B", "=Ulm"]), source: "erp", reason: reason(3))
    try writer.write(raw(9, ["Ort", "PLZ"], ["Bonn", "53111"]), source: "shop", reason: reason(9))
    try writer.finish()
    #expect(writer.count == 2)
    let lines = try workdir.text("rejected.csv").split(separator: "\n")
    #expect(
      lines.first
        == "kontor_source,kontor_file,kontor_line,kontor_reason,kontor_cells,Name,Ort,PLZ")
    #expect(lines[1].hasPrefix("erp,a.csv,3,zu wenig,"))
    #expect(lines[1].hasSuffix(",\"A, B\",'=Ulm,"))
    #expect(lines[2].hasPrefix("shop,a.csv,9,zu wenig,"))
    #expect(lines[2].hasSuffix(",,Bonn,53111"))
  }

  @Test func columnsAreInTheSourcesOwnOrder() throws {
    let workdir = try Workdir()
    let writer = RejectedWriter(path: workdir.path("rejected.csv"), language: .english)
    var first = raw(3, ["Nr", "Name", "PLZ", "Ort"], [])
    first.values = [RawValue(column: 3, text: "Ulm"), RawValue(column: 0, text: "1")]
    try writer.write(first, source: "erp", reason: reason(3))
    try writer.write(
      raw(4, ["Nr", "Name", "PLZ", "Ort", "column 5"], ["2", "A", "B", "C", "D"]), source: "erp",
      reason: reason(4))
    try writer.finish()
    let lines = try workdir.text("rejected.csv").split(separator: "\n")
    #expect(lines.first?.hasSuffix(",kontor_cells,Nr,Name,PLZ,Ort,column 5") == true)
    #expect(lines[1].hasSuffix(",1,,,Ulm,"))
    #expect(lines[2].hasSuffix(",2,A,B,C,D"))
  }

  @Test func nothingRejectedIsNoFile() throws {
    let workdir = try Workdir()
    let writer = RejectedWriter(path: workdir.path("rejected.csv"), language: .english)
    try writer.finish()
    #expect(throws: (any Error).self) { try workdir.text("rejected.csv") }
  }

  @Test(arguments: [",", ";"])
  func rowIsReadAgainOnceItIsCorrected(delimiter: String) throws {
    let workdir = try Workdir()
    let path = workdir.path("rejected.csv")
    let writer = RejectedWriter(path: path, language: .english)
    for line in 3...5 {
      try writer.write(
        raw(line, ["Nr", "Name", "Ort"], ["0\(line)", "Ulm"]), source: "s", reason: reason(line))
    }
    try writer.finish()
    var lines = try workdir.text("rejected.csv").split(separator: "\n").map(String.init)
    // The first stays, though a spreadsheet has cut its zero; one is corrected, one confirmed.
    lines[1] = lines[1].replacingOccurrences(of: ",03,", with: ",3,")
    lines[2] = lines[2].replacingOccurrences(of: ",04,Ulm,", with: ",04,Anna,Ulm")
    lines[3] = lines[3].replacingOccurrences(of: "too few", with: "")
    let text = lines.joined(separator: "\n").replacingOccurrences(of: ",", with: delimiter)
    try workdir.write("rejected.csv", text)
    var found: [[String: String]] = []
    var problems: [String] = []
    var reader = try CSVReader(.file(path), options: CSVOptions(header: true, sourceName: "s"))
    try reader.read { event in
      switch event {
      case .record(let raw): found.append(texts(of: raw))
      case .problem(let problem): problems.append("\(problem.location.line) \(problem.code)")
      case .rejected(_, let problem): problems.append(problem.code)
      }
    }
    #expect(found == [["Nr": "04", "Name": "Anna", "Ort": "Ulm"], ["Nr": "05", "Name": "Ulm"]])
    #expect(problems == ["2 not-corrected"])
  }

  @Test func correctedFileIsReadAgainBySource() throws {
    let workdir = try Workdir()
    let path = workdir.path("rejected.csv")
    let writer = RejectedWriter(path: path, language: .english)
    try writer.write(raw(3, ["Name", "Ort"], ["A", "Ulm"]), source: "erp", reason: reason(3))
    try writer.write(raw(4, ["Name", "Ort"], ["B", "Bonn"]), source: "shop", reason: reason(4))
    try writer.finish()
    let untouched = try workdir.text("rejected.csv")
    try workdir.write("rejected.csv", untouched.replacingOccurrences(of: "Bonn", with: "Köln"))
    var reader = try CSVReader(.file(path), options: CSVOptions(sourceName: "shop"))
    var found: [[String: String]] = []
    try reader.read { if case .record(let raw) = $0 { found.append(texts(of: raw)) } }
    #expect(found == [["Name": "B", "Ort": "Köln"]])
  }
}
