import Foundation
import Records
import Support
import Testing

@testable import Pipeline

/// Whole runs: each folder of fixtures/cases has a pipeline, its input and what has to come out.
@Suite struct CaseTests {
  private static let folder = Repository.path("fixtures/cases")
  private static let cases = Repository.names(in: folder)

  @Test func thereAreCases() {
    #expect(Self.cases.count >= 10)
  }

  @Test(arguments: cases)
  func everyFileIsAsExpected(name: String) throws {
    let folder = Self.folder + "/" + name
    let work = try Workdir()
    let file = try PipelineFile.read(
      folder + "/pipeline.yaml", input: folder + "/input", output: work.path("out"))
    _ = try Run(file: file, options: RunOptions(language: .english))
      .perform(progress: Progress(mode: .silent, language: .english))
    let expected = Repository.names(in: folder + "/expected")
    try #require(!expected.isEmpty, "nothing is expected: make accept CASE=\(name)")
    for output in expected {
      let wanted = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/expected/\(output)"))
      let difference = firstDifference(
        String(decoding: (try? work.bytes("out/\(output)")) ?? [], as: UTF8.self),
        String(decoding: wanted, as: UTF8.self))
      #expect(difference == nil, "\(name)/expected/\(output): \(difference ?? "")")
    }
    // Rows set aside where none were expected are a change as well.
    #expect(
      Repository.names(in: work.path("out")).contains("rejected.csv")
        == expected.contains("rejected.csv"))
  }

  @Test(arguments: cases)
  func theFirstLineSaysWhatItShows(name: String) throws {
    let path = Self.folder + "/" + name + "/pipeline.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# "))
  }
}

/// Where two texts part, with both lines; nil when they are equal.
func firstDifference(_ found: String, _ wanted: String) -> String? {
  if Array(found.utf8) == Array(wanted.utf8) { return nil }
  let foundLines = found.split(separator: "\n", omittingEmptySubsequences: false)
  let wantedLines = wanted.split(separator: "\n", omittingEmptySubsequences: false)
  for line in 0..<max(foundLines.count, wantedLines.count) {
    let one = line < foundLines.count ? String(foundLines[line]) : "(ends)"
    let other = line < wantedLines.count ? String(wantedLines[line]) : "(ends)"
    if Array(one.utf8) != Array(other.utf8) {
      return "line \(line + 1):\n  found    \(one)\n  expected \(other)"
    }
  }
  return "line ends differ"
}
