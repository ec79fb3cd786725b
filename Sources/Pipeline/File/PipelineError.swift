package import Records

/// Something wrong in a pipeline file, with its place.
package struct Diagnostic: Hashable, Sendable {
  package var file: String
  package var position: FilePosition
  package var message: Phrase

  /// "pipelines/weekly.yaml:14:5: no field "famly": did you mean "family"?"
  package func text(_ language: Language) -> String {
    "\(file):\(position.line):\(position.column): \(message(language))"
  }
}

/// What stops a command before anything is written.
package enum PipelineError: Error {
  /// The pipeline file is wrong in these places.
  case invalid([Diagnostic])
  case unreadable(path: String, reason: Phrase)
  case noSuchFile(path: String, source: String)
  /// Anything else, as "where: what: what can be done".
  case stopped(Phrase)

  package func text(_ language: Language) -> String {
    switch self {
    case .invalid(let diagnostics):
      return diagnostics.map { $0.text(language) }.joined(separator: "\n")
    case .unreadable(let path, let reason):
      return "\(path): " + Phrase(de: "nicht lesbar: ", en: "can't be read: ")(language)
        + reason(language)
    case .noSuchFile(let path, let source):
      let what = Phrase(
        de: "es gibt keine solche Datei für die Quelle \"\(source)\": berichtigen Sie `file:` oder "
          + "`input:`, oder nennen Sie den Ordner mit --input",
        en: "no such file for source \"\(source)\": correct `file:` or `input:`, "
          + "or name the folder with --input")
      return "\(path): \(what(language))"
    case .stopped(let reason):
      return reason(language)
    }
  }
}

extension PipelineError: CustomStringConvertible {
  package var description: String { text(.english) }
}
