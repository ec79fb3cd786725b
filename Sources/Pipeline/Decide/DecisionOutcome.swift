package import Records
internal import Reports
package import Store

/// What deciding came to.
package struct DecisionOutcome: Sendable {
  /// The decisions that were made.
  package var made: [StoredDecision]
  /// What now contradicts itself.
  var conflicts: [DecisionSet.Conflict]
  /// Of the run that made it hold.
  package var changes: RunChanges

  /// So many decisions are listed for a person.
  private static let shownCount = 20

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var parts: [String] = []
    if !made.isEmpty {
      var rows = made.prefix(Self.shownCount).map { DecisionList.row($0, language) }
      if made.count > rows.count { rows.append(["…", "\(made.count)"]) }
      parts.append(textColumns(rows))
    }
    parts += conflicts.map { DecisionList.text($0, language) }
    parts.append(changes.text(language))
    let run = changes.runs.first.map { "\($0.id)" } ?? ""
    parts.append(
      say(
        "Der nächste Lauf der Pipeline schreibt Bericht und Ausgaben neu. Zurück: kontor undo \(run)",
        "The pipeline's next run writes report and outputs anew. To take it back: kontor undo \(run)"
      ))
    return parts.joined(separator: "\n\n")
  }

  package var json: String {
    JSON.object([
      ("run", changes.runs.first?.json ?? .null),
      ("decisions", .array(made.map(DecisionList.json))),
      ("conflicts", .array(conflicts.map(DecisionList.json))),
      (
        "counts",
        .object(RunChanges.Kind.allCases.map { ($0.rawValue, .integer(changes.count($0))) })
      ),
    ]).text
  }
}
