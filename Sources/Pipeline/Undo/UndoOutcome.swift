package import Records
internal import Reports

/// What taking something back came to.
package struct UndoOutcome: Sendable {
  /// Of the run that undid.
  package var changes: RunChanges
  /// How many files are not read again as they are.
  package var files: Int
  /// Later changes that went too.
  var dependents: [UndoPlan.Dependent]

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let run = changes.runs.first.map { "\($0.id)" } ?? ""
    var parts = [changes.text(language)]
    if !dependents.isEmpty {
      parts.append(
        say("Davon abhängig und mit zurückgenommen:", "Depended on it, and undone as well:") + "\n"
          + Self.list(dependents, language))
    }
    if files > 0 {
      parts.append(
        say(
          "Dateien, die nicht wieder gelesen werden, solange sie sind wie jetzt: \(files). "
            + "kontor run … --again liest sie.",
          "Files that are not read again while they are as now: \(files). kontor run … --again "
            + "reads them."))
    }
    parts.append(
      say(
        "Der nächste Lauf der Pipeline schreibt Bericht und Ausgaben neu. Zurück: kontor undo \(run)",
        "The pipeline's next run writes report and outputs anew. To redo: kontor undo \(run)"))
    return parts.joined(separator: "\n\n")
  }

  package var json: String {
    let dependents = dependents.map { dependent in
      JSON.object([
        ("run", dependent.run.json),
        ("contacts", .array(dependent.contacts.map { .integer(Int($0)) })),
        ("records", .integer(dependent.recordCount)),
      ])
    }
    return JSON.object([
      ("run", changes.runs.first?.json ?? .null), ("files_held", .integer(files)),
      ("dependents", .array(dependents)),
      (
        "counts",
        .object(RunChanges.Kind.allCases.map { ($0.rawValue, .integer(changes.count($0))) })
      ),
    ]).text
  }

  /// So many contacts of a run are named.
  private static let shownCount = 10

  /// Runs with the contacts they changed, by number: no value of them.
  static func list(_ dependents: [UndoPlan.Dependent], _ language: Language) -> String {
    dependents.map { dependent in
      let run = dependent.run.columns(language).filter { !$0.isEmpty }.dropFirst()
      var line =
        Phrase(de: "Lauf \(dependent.run.id)", en: "run \(dependent.run.id)")(language) + "  "
        + run.joined(separator: "  ")
      if !dependent.contacts.isEmpty {
        let shown = dependent.contacts.prefix(Self.shownCount).map { "\($0)" }
        let more = dependent.contacts.count > shown.count ? " …" : ""
        line +=
          "  " + Phrase(de: "Kontakte ", en: "contacts ")(language)
          + shown.joined(separator: ", ") + more
      }
      if dependent.recordCount > 0 {
        line +=
          "  " + Phrase(de: "Datensätze: ", en: "records: ")(language)
          + "\(dependent.recordCount)"
      }
      return "  " + line
    }.joined(separator: "\n")
  }
}
