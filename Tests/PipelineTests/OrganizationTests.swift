import Foundation
import Testing

/// How the code is laid out.
@Suite struct OrganizationTests {
  private struct SourceFile: CustomTestStringConvertible {
    var path: String
    var text: String
    var testDescription: String { path }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// What stands in lines that are no comment.
    var code: [Substring] {
      lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }
    }
  }

  private static func files(below folder: String) -> [SourceFile] {
    let all = FileManager.default.subpaths(atPath: Repository.path(folder)) ?? []
    return all.sorted().filter { $0.hasSuffix(".swift") }.compactMap { name in
      let path = folder + "/" + name
      return (try? String(contentsOfFile: Repository.path(path), encoding: .utf8)).map {
        SourceFile(path: path, text: $0)
      }
    }
  }

  private static let sources = files(below: "Sources")
  private static let tests = files(below: "Tests")

  /// What a file's lines import: `internal import Foundation` → Foundation.
  private func imports(_ file: SourceFile) -> [String] {
    file.code.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else {
        return nil
      }
      return String(words[place + 1])
    }
  }

  @Test func sourcesAreFound() {
    #expect(Self.sources.count > 100)
    #expect(Self.tests.count > 50)
  }

  @Test func noFileIsTooLong() {
    for file in Self.sources {
      #expect(file.lines.count <= 401, "\(file.path): \(file.lines.count) lines")
    }
  }

  @Test func nothingIsForced() {
    // Put together, so that this file does not hold them.
    let forced = ["try" + "!", "as" + "!", "fatal" + "Error("]
    for file in Self.sources {
      for (number, line) in file.lines.enumerated() {
        for word in forced where line.contains(word) {
          Issue.record("\(file.path):\(number + 1): \(word)")
        }
      }
    }
  }

  @Test func recordsImportNothingAndLinkageThemAlone() {
    for file in Self.sources where file.path.hasPrefix("Sources/Records/") {
      #expect(imports(file) == [], "\(file.path)")
    }
    for file in Self.sources where file.path.hasPrefix("Sources/Linkage/") {
      #expect(Set(imports(file)).isSubset(of: ["Records"]), "\(file.path)")
    }
  }

  @Test(arguments: [
    ("Formats", ["Records"]), ("Normalization", ["Records"]), ("Survivorship", ["Records"]),
    ("Store", ["Records"]), ("Reports", ["Records"]), ("Phones", ["Records", "Normalization"]),
    ("Review", ["Records", "Reports", "Store", "Pipeline"]),
    ("kontor", ["Records", "Pipeline", "Review"]),
  ])
  func arrowsGoOneWay(target: String, known: [String]) {
    let targets = Set(Repository.names(in: Repository.path("Sources")))
    for file in Self.sources where file.path.hasPrefix("Sources/\(target)/") {
      let own = Set(imports(file)).intersection(targets).filter { !$0.hasPrefix("C") }
      #expect(own.isSubset(of: known), "\(file.path): \(own.sorted())")
    }
  }

  /// A file with a function has a test file of its name, or its folder has tests.
  @Test func everySourceHasItsTests() {
    let tests = Set(Self.tests.map(\.path))
    let folders = Set(tests.map { ($0 as NSString).deletingLastPathComponent })
    // What the build runs shows that it works by what it wrote: KnownExportsTests.
    let sources = Self.sources.filter { !$0.path.hasPrefix("Sources/Embedding/") }
    for file in sources where file.code.contains(where: { $0.contains("func ") }) {
      let parts = file.path.split(separator: "/").map(String.init)
      let target = parts[1] == "kontor" ? "KontorTests" : parts[1] + "Tests"
      let folder = (["Tests", target] + parts[2..<(parts.count - 1)]).joined(separator: "/")
      let name = (file.path as NSString).lastPathComponent.replacingOccurrences(
        of: ".swift", with: "Tests.swift")
      #expect(
        tests.contains(folder + "/" + name) || folders.contains(folder), "no tests: \(file.path)")
    }
  }

  /// Whoever clones the project has other folders.
  @Test func noMachinesPathIsNamed() throws {
    let machines = ["/" + "work/", "/" + "home/", "/" + "Users/"]
    for folder in ["Sources", "Tests", "pipelines", "fixtures", "docs", ".ci"] {
      for name in FileManager.default.subpaths(atPath: Repository.path(folder)) ?? [] {
        let path = folder + "/" + name
        guard let text = try? String(contentsOfFile: Repository.path(path), encoding: .utf8) else {
          continue
        }
        for machine in machines where text.contains(machine) {
          Issue.record("\(path) names \(machine)")
        }
      }
    }
  }
}
