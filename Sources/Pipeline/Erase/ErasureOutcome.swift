package import Records
internal import Reports
internal import Store

/// What erasing somebody came to, and what is left to be done by hand; counts and places alone.
package struct ErasureOutcome: Sendable {
  /// A row of a source.
  package struct Place: Hashable, Sendable {
    package var file: String
    package var line: Int
  }
  /// A file that a run had written.
  package struct Output: Hashable, Sendable {
    package var path: String
    /// False when it could not be.
    package var isDeleted: Bool
  }

  package var contact: ContactID
  /// Nil for a dry run.
  package var run: Int64?
  var counts: [(what: ErasedPart, count: Int)] = []
  /// Rows of sources that still hold the person.
  package var places: [Place]
  /// Records of others in which the person is mentioned.
  package var mentions: [RecordPlace]
  /// Rows of history of others that do.
  package var mentioningRows: [Place]
  package var outputs: [Output] = []
  /// Copies of the store that still hold the person.
  package var copies: [StoreCopy] = []
  /// Whether the file was written anew without what was deleted.
  package var isCompact = true

  package init(
    contact: ContactID, run: Int64?, places: [Place], mentions: [RecordPlace],
    mentioningRows: [Place]
  ) {
    self.contact = contact
    self.run = run
    self.places = places
    self.mentions = mentions
    self.mentioningRows = mentioningRows
  }

  /// Whether nothing of the person is left in the store's file, its log and its outputs.
  package var isComplete: Bool { isCompact && outputs.allSatisfy(\.isDeleted) }

  /// So many places are listed for a person.
  private static let shownCount = 30

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    func section(_ title: String, _ lines: [String]) -> String {
      guard !lines.isEmpty else { return "" }
      let more = lines.count - Self.shownCount
      let rest = more > 0 ? [say("und \(more) weitere: --json", "and \(more) more: --json")] : []
      return ([title] + (lines.prefix(Self.shownCount) + rest).map { "  " + $0 })
        .joined(separator: "\n")
    }
    let numbers = NumberText(language)
    let head =
      run.map {
        say("Kontakt \(contact) gelöscht (Lauf \($0)):", "contact \(contact) erased (run \($0)):")
      }
      ?? say(
        "Probelauf: nichts wurde geändert. Mit Kontakt \(contact) ginge:",
        "dry run: nothing was changed. With contact \(contact) would go:")
    let table = textColumns(
      counts.map { [$0.what.phrase(language), numbers.count($0.count)] }, indent: 2)
    var parts = [head + "\n" + table]
    let deleted = outputs.filter(\.isDeleted).map { shownOnALine($0.path) }
    parts.append(
      section(
        run == nil
          ? say("Ausgaben, die gelöscht würden:", "Outputs that would be deleted:")
          : say(
            "Gelöschte Ausgaben; der nächste Lauf der Pipeline schreibt sie neu:",
            "Outputs deleted; the pipeline's next run writes them anew:"), deleted))
    parts.append(
      section(
        say(
          "Nicht zu löschen; löschen Sie von Hand:", "Could not be deleted; delete by hand:"),
        outputs.filter { !$0.isDeleted }.map { shownOnALine($0.path) }))
    parts.append(
      section(
        say(
          "Noch in den Quellen, die Kontor nicht ändert; entfernen Sie dort:",
          "Still in the sources, which Kontor never changes; remove there:"),
        places.map(\.text)))
    parts.append(
      section(
        say(
          "Noch in diesen Sicherungen; löschen Sie sie, oder lassen Sie sie ablaufen:",
          "Still in these backups; delete them, or let them expire:"), copies.map(\.text)))
    parts.append(
      section(
        say(
          "Bei anderen erwähnt (voller Name oder E-Mail-Adresse); bitte prüfen:",
          "Mentioned in others' rows (full name or e-mail address); to be checked:"),
        mentions.map { $0.text(language) } + mentioningRows.map(\.text)))
    if !isCompact {
      parts.append(
        say(
          "Ein anderes Programm liest den Bestand: Reste können noch in unbenutzten Teilen der "
            + "Datei stehen, bis kontor vacuum läuft.",
          "Another program reads the store: remnants may be left in unused parts of the file "
            + "until kontor vacuum runs."))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  package var json: String {
    func places(_ places: [Place]) -> JSON {
      .array(
        places.map { .object([("file", .string($0.file)), ("line", .integer($0.line))]) })
    }
    return JSON.object([
      ("contact", .integer(Int(contact))), ("run", .integer(run.map(Int.init))),
      ("counts", .object(counts.map { ($0.what.rawValue, .integer($0.count)) })),
      (
        "outputs",
        .array(
          outputs.map {
            .object([("path", .string($0.path)), ("deleted", .boolean($0.isDeleted))])
          })
      ),
      ("backups", .array(copies.map(\.json))), ("sources", places(self.places)),
      ("mentions", .array(mentions.map(\.json))),
      ("mentioning_rows", places(mentioningRows)), ("compact", .boolean(isCompact)),
    ]).text
  }
}

extension ErasureOutcome.Place {
  fileprivate var text: String { "\(shownOnALine(file)):\(line)" }
}

extension ErasedPart {
  fileprivate var phrase: Phrase {
    switch self {
    case .contacts: Phrase(de: "Kontakte", en: "contacts")
    case .records: Phrase(de: "Datensätze", en: "records")
    case .rawRows: Phrase(de: "Zeilen im Wortlaut", en: "rows as they were read")
    case .formerRecords: Phrase(de: "frühere Stände von Datensätzen", en: "former records")
    case .formerContacts: Phrase(de: "frühere Stände von Kontakten", en: "former contacts")
    case .consents: Phrase(de: "Einwilligungen", en: "consents")
    case .relations: Phrase(de: "Beziehungen", en: "relations")
    case .activities: Phrase(de: "Aktivitäten", en: "activities")
    case .opportunities: Phrase(de: "Verkaufschancen", en: "opportunities")
    case .decisions: Phrase(de: "Entscheidungen", en: "decisions")
    case .questions: Phrase(de: "Fragen", en: "questions")
    case .pairs: Phrase(de: "verglichene Paare", en: "compared pairs")
    case .problems: Phrase(de: "Hinweise zu Zeilen", en: "problems of rows")
    case .rejectedRows: Phrase(de: "ausgesonderte Zeilen", en: "rows set aside")
    }
  }
}
