package import Records
internal import Reports

/// What came of a table.
package struct DedupeOutcome: Sendable {
  package var rows: Int
  /// As many as `contacts.csv` has.
  package var contacts: Int
  /// Rows that give no contact; each is a cluster of its own.
  package var setAside: Int
  /// What is wrong with rows and values of the file.
  package var problems: [Problem]
  package var reviewPairs: Int
  package var expectedPrecision: Double
  package var expectedRecall: Double
  package var folder: String
  package var unmappedColumns: [String]

  /// So many places are named for each kind of problem.
  private static let exampleLimit = 5

  /// Whether more rows were set aside than this share.
  package func isOver(limit: Double) -> Bool {
    rows > 0 && Double(setAside) / Double(rows) > limit
  }

  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var lines = [
      [say("Zeilen", "rows"), numbers.count(rows)],
      [say("Kontakte", "contacts"), numbers.count(contacts)],
      [say("Dubletten", "duplicates"), numbers.count(rows - setAside - contacts)],
    ]
    if setAside > 0 {
      lines.append([say("ausgesondert", "set aside"), numbers.count(setAside)])
    }
    var text = [table(lines)] + problemLines(language)
    if !unmappedColumns.isEmpty {
      text.append(
        say("keinem Feld zugeordnet: ", "mapped to no field: ")
          + unmappedColumns.joined(separator: ", "))
    }
    text.append(say("geschrieben nach ", "written to ") + folder)
    return text.joined(separator: "\n")
  }

  /// The first problems of each kind, with their lines, and how many more there are.
  private func problemLines(_ language: Language) -> [String] {
    var kinds: [String] = []
    var ofKind: [String: [Problem]] = [:]
    for problem in problems {
      if ofKind[problem.code] == nil { kinds.append(problem.code) }
      ofKind[problem.code, default: []].append(problem)
    }
    return kinds.flatMap { kind -> [String] in
      let all = ofKind[kind] ?? []
      let more = all.count - Self.exampleLimit
      let count = NumberText(language).count(more)
      return all.prefix(Self.exampleLimit).map { $0.text(language) }
        + (more > 0
          ? [
            Phrase(de: "… und \(count) weitere davon", en: "… and \(count) more of these")(language)
          ]
          : [])
    }
  }
}
