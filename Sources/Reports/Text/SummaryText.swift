package import Records

/// What a person reads on the terminal after a run: short, aligned, in their language.
package struct SummaryText: Sendable {
  package let report: Report
  package let language: Language

  package init(_ report: Report, language: Language) {
    self.report = report
    self.language = language
  }

  /// The whole summary, ending with a line break. It holds no contact's values.
  package var text: String {
    let parts = [heading, read, withdrawn, held, erased, result, reach, written].filter {
      !$0.isEmpty
    }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var numbers: NumberText { NumberText(language) }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  // MARK: Parts

  private var heading: [String] {
    var lines = ["Kontor · \(report.run.pipeline)"]
    if report.run.isDryRun {
      lines.append(
        say(
          "Probelauf: nichts geschrieben außer dem Bericht",
          "dry run: nothing written but the report"))
    }
    if report.run.isUnchanged {
      lines.append(
        say(
          "Quellen wie beim letzten Lauf: nichts hat sich geändert",
          "sources as in the last run: nothing has changed"))
    }
    return lines
  }

  private var read: [String] {
    let totals = report.totals
    var rows = report.sources.map { source in
      row(source.name, source.records, source.setAsideCount)
    }
    if report.sources.count != 1 {
      rows.append(row(say("zusammen", "together"), totals.records, totals.setAside))
    }
    let table = Self.aligned(rows)
    var lines = [say("Gelesen", "Read")] + table
    if totals.setAside > 0 {
      lines.append(
        "  "
          + say(
            "Ausgesonderte Zeilen und Gründe: rejected.csv", "Rows set aside, and why: rejected.csv"
          ))
    }
    return lines
  }

  private func row(_ name: String, _ records: Int, _ setAside: Int) -> [String] {
    let noun = records == 1 ? Noun.record(language) : Noun.records(language)
    let aside = setAside == 0 ? "" : numbers.count(setAside)
    return [
      name, numbers.count(records), noun, aside,
      setAside == 0 ? "" : say("ausgesondert", "set aside"),
    ]
  }

  private var withdrawn: [String] {
    let rows = report.withdrawals.map { withdrawal -> [String] in
      let noun = withdrawal.rows == 1 ? Noun.row : Noun.rows
      return [
        withdrawal.source, numbers.count(withdrawal.rows),
        "\(noun(language)), \(withdrawal.reason(language))",
      ]
    }
    return rows.isEmpty ? [] : [say("Zurückgezogen", "Withdrawn")] + Self.aligned(rows)
  }

  private var held: [String] {
    let rows = report.heldFiles.map { [$0.source, $0.file, $0.reason(language)] }
    return rows.isEmpty
      ? []
      : [say("Zurückgenommen", "Undone")] + Self.aligned(rows)
        + ["  " + HeldFile.remedy(language)]
  }

  /// So many rows are named.
  private static let shownRows = 10

  private var erased: [String] {
    var rows = report.heldRows.prefix(Self.shownRows).map { ["\($0.file):\($0.line)"] }
    if report.heldRows.count > rows.count { rows.append(["…"]) }
    let keptOut = report.sources.flatMap(\.problems).filter { $0.code == "erased-person" }
      .reduce(0) { $0 + $1.count }
    var lines: [String] = []
    if keptOut > 0 {
      let count = numbers.count(keptOut)
      lines.append(
        say(
          "Zeilen gelöschter Personen, nicht übernommen: \(count)",
          "Rows of erased people, kept out: \(count)"))
    }
    guard !rows.isEmpty else { return lines }
    let count = numbers.count(report.heldRows.count)
    lines.append(
      say(
        "Zeilen mit E-Mail oder Telefon einer gelöschten Person, die warten: \(count) "
          + "(kontor erase --list)",
        "Rows with an e-mail address or number of somebody erased, which wait: \(count) "
          + "(kontor erase --list)"))
    return lines + Self.aligned(rows)
  }

  private var result: [String] {
    let totals = report.totals
    if report.run.isUnchanged {
      let count = [[say("Kontakte", "Contacts"), numbers.count(totals.contacts)]]
      return [say("Bestand", "Store")] + Self.aligned(count)
    }
    let records = numbers.count(totals.mergedRecords)
    let pairs = numbers.count(totals.reviewPairs)
    var rows = [
      [say("Kontakte", "Contacts"), numbers.count(totals.contacts)],
      [
        say("zusammengeführt", "merged"), numbers.count(totals.mergedClusters),
        say("aus \(records) Datensätzen", "from \(records) records"),
      ],
      [say("aus einem Datensatz", "from one record"), numbers.count(totals.singles)],
      [
        say("zu prüfen", "to review"), numbers.count(totals.reviewClusters),
        totals.reviewClusters == 0
          ? "" : say("Gruppen, \(pairs) Paare", "clusters, \(pairs) pairs"),
      ],
    ]
    if totals.households > 0 {
      rows.append([say("Haushalte", "households"), numbers.count(totals.households)])
    }
    if let letters = report.letters {
      let without = numbers.count(letters.leftOutCount)
      rows.append([
        say("Postanschriften", "postal lines"), numbers.count(letters.lines),
        letters.leftOut.isEmpty
          ? "" : say("Kontakte ohne: \(without)", "contacts without one: \(without)"),
      ])
    }
    for table in report.linkedTables {
      let missing = numbers.count(table.unlinkedCount)
      rows.append([
        table.kind.phrase(language), numbers.count(table.linkedCount + table.unlinkedCount),
        table.unlinkedCount == 0
          ? say("alle verbunden", "all linked")
          : say("\(missing) davon ohne Kontakt", "\(missing) of them without a contact"),
      ])
    }
    return [say("Ergebnis", "Result")] + Self.aligned(rows)
  }

  private var reach: [String] {
    let rows = report.permissions.map { permission in
      let all = numbers.count(permission.allowed + permission.denied)
      return [
        permission.channel.phrase(language), numbers.count(permission.allowed),
        say("von \(all)", "of \(all)"),
      ]
    }
    return rows.isEmpty ? [] : [say("Ansprechen erlaubt", "May be addressed")] + Self.aligned(rows)
  }

  private var written: [String] {
    let rows = report.outputs.map { file in
      [file.name, file.lengthInBytes.map { numbers.bytes($0) } ?? "", file.purpose(language)]
    }
    guard !rows.isEmpty else { return [] }
    let folder = report.run.outputFolder
    let title =
      folder.isEmpty
      ? say("Geschrieben", "Written") : say("Geschrieben nach \(folder)", "Written to \(folder)")
    return [title] + Self.aligned(rows)
  }

  // MARK: Layout

  /// Rows as lines: the first column and words to the left, numbers (every second column) to the
  /// right.
  static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = "  "
      for (column, cell) in row.enumerated() {
        let blank = String(repeating: " ", count: widths[column] - cell.count)
        line += column % 2 == 1 ? blank + cell + " " : cell + blank + "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
