internal import Formats
package import Records
internal import Reports

extension FileInspection {
  /// The file and its columns as a table for a terminal.
  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    var lines = ["\(shownOnALine(name(language))): \(ColumnFactWords.role(role)(language))"]
    lines.append("  " + facts(language).joined(separator: ", "))
    if !problems.isEmpty {
      let counts = problems.map { "\($0.code) \(numbers.count($0.count))" }
      lines.append(
        "  " + Phrase(de: "Probleme: ", en: "problems: ")(language) + counts.joined(separator: ", ")
      )
    }
    guard !columns.isEmpty else { return lines.joined(separator: "\n") }
    lines.append(textColumns([Self.head(language)] + columns.map { row($0, language) }, indent: 2))
    return lines.joined(separator: "\n")
  }

  /// Format, dialect, encoding with its evidence, header, rows, export.
  func facts(_ language: Language) -> [String] {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var facts = [formatName]
    if let encoding { facts.append("\(encoding.label) (\(evidence(language)))") }
    if let dialect {
      facts.append(say("Trennzeichen ", "delimiter ") + Self.name(of: dialect.delimiter))
    }
    if isTable {
      facts.append(
        header.map { say("Kopfzeile ", "header row ") + numbers.count($0) }
          ?? say("keine Kopfzeile", "no header row"))
    }
    if let record { facts.append(say("Datensatz <", "record <") + record + ">") }
    facts.append(
      numbers.count(rows)
        + (rows == 1 ? say(" Datensatz", " record") : say(" Datensätze", " records")))
    if rejected > 0 { facts.append(numbers.count(rejected) + say(" ausgesondert", " set aside")) }
    facts += exports.map { $0.title(language) }
    return facts
  }

  var formatName: String { format.label }

  private static func name(of delimiter: UInt8) -> String {
    delimiter == UInt8(ascii: "\t") ? "TAB" : "\"\(Character(Unicode.Scalar(delimiter)))\""
  }

  private static func head(_ language: Language) -> [String] {
    [
      Phrase(de: "Spalte", en: "column"), Phrase(de: "Art", en: "kind"),
      Phrase(de: "sicher", en: "sure"), Phrase(de: "gefüllt", en: "filled"),
      Phrase(de: "verschieden", en: "distinct"), Phrase(de: "Muster", en: "pattern"),
      Phrase(de: "auffällig", en: "odd"),
    ].map { $0(language) }
  }

  private func row(_ column: Column, _ language: Language) -> [String] {
    let numbers = NumberText(language)
    let oddities = column.oddities.map {
      "\(ColumnFactWords.oddity($0.oddity)(language)) \(numbers.count($0.count))"
    }
    let name = (column.nested.map { Self.last($0) + " › " } ?? "") + column.name
    let isKnown = column.verdict.target != nil
    return [
      shortened(shownOnALine(name)), ColumnKindWords.name(of: column.verdict.target, language),
      isKnown ? "\(Int((column.verdict.confidence * 100).rounded())) %" : "",
      "\(fillPercent(column)) %",
      (column.isDistinctAtLeast ? "≥ " : "") + numbers.count(column.distinct),
      shownOnALine(column.patterns.first?.pattern ?? ""), oddities.joined(separator: ", "),
    ]
  }

  func fillPercent(_ column: Column) -> Int {
    rows == 0 ? 0 : min(100, Int((Double(column.filled) * 100 / Double(rows)).rounded()))
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }
}
