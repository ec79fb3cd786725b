/// Something wrong in a pipeline file, with its place.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var position: FilePosition
  package var message: String

  /// "pipelines/weekly.yaml:14:5: no field "famly": did you mean "family"?"
  package var description: String {
    "\(file):\(position.line):\(position.column): \(message)"
  }
}

/// What stops a run before anything is written.
package enum PipelineError: Error, CustomStringConvertible {
  /// The pipeline file is wrong in these places.
  case invalid([Diagnostic])
  case unreadable(path: String, reason: String)
  case noSuchFile(path: String, source: String)
  /// Anything else, as "what: what can be done".
  case stopped(String)

  package var description: String {
    switch self {
    case .invalid(let diagnostics): diagnostics.map(\.description).joined(separator: "\n")
    case .unreadable(let path, let reason): "\(path): can't be read: \(reason)"
    case .noSuchFile(let path, let source):
      "\(path): no such file for source \"\(source)\": correct `file:` or `input:`, "
        + "or name the folder with --input"
    case .stopped(let reason): reason
    }
  }
}
