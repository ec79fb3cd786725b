internal import Foundation

// embed-exports OUTPUT FILE…: the files as texts in a Swift source. Run by the build.

/// A Swift literal of any text: the marks around it are longer than any mark in it.
func literal(_ text: String) -> String {
  var marks = "#"
  while text.contains("\"" + marks) || text.contains("\\" + marks) { marks += "#" }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return marks + "\"\"\"\n" + lines.joined(separator: "\n") + "\n\"\"\"" + marks
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { exit(64) }
var source = """
  /// The files of Exports/Known, in the order of their names; written by the build.
  enum KnownExportFiles {
    static let all: [(name: String, text: String)] = [

  """
for path in arguments.dropFirst() {
  let url = URL(fileURLWithPath: path)
  let name = url.deletingPathExtension().lastPathComponent
  source += "(\"\(name)\", \(literal(try String(contentsOf: url, encoding: .utf8)))),\n"
}
source += "  ]\n}\n"
// What is there already is left alone: the package manager links this program anew at every build,
// and another date would have all that reads the file built again.
if (try? String(contentsOfFile: output, encoding: .utf8)) != source {
  try source.write(toFile: output, atomically: true, encoding: .utf8)
}
