package import Records
internal import Reports
package import Store

/// Every event of a contact's past, oldest first.
package struct ContactHistory: Sendable {
  package struct Entry: Sendable {
    package enum What: Sendable {
      /// - Parameter other: whom it was merged into, or split from.
      case event(id: Int64, kind: ContactEvent.Kind, other: ContactID?, ContactDifference)
      case relation(kind: Relation.Kind, other: ContactID, isAdded: Bool)
    }
    package var run: ListedRun
    package var what: What
  }

  package var id: ContactID
  package var name: String
  /// The contact it lives on in, when it was merged.
  package var livesOn: ContactID?
  package var entries: [Entry]
  /// What the records that joined or left are called.
  package var recordNames: [RecordID: String]

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var parts = [say("Kontakt \(id)", "contact \(id)") + "  " + shownOnALine(name)]
    if let livesOn {
      parts.append(
        say(
          "aufgegangen in Kontakt \(livesOn): kontor history \(livesOn)",
          "lives on in contact \(livesOn): kontor history \(livesOn)"))
    }
    for entry in entries {
      let run = entry.run.columns(language).filter { !$0.isEmpty }.dropFirst()
      let head = say("Lauf", "run") + " \(entry.run.id)  " + run.joined(separator: "  ")
      parts.append(head + "\n" + text(entry.what, entry.run.isFaded, language))
    }
    return parts.joined(separator: "\n\n")
  }

  private func text(_ what: Entry.What, _ isFaded: Bool, _ language: Language) -> String {
    switch what {
    case .event(let id, let kind, let other, let difference):
      let rows = kind == .created ? [] : difference.rows(language) { recordNames[$0] ?? "" }
      let title = "  e\(id)  " + kind.text(language, other: other)
      if isFaded, kind != .created {
        let gone = Phrase(
          de: "die Werte sind nicht länger aufgehoben", en: "the values are kept no longer")
        return title + " (" + gone(language) + ")"
      }
      return rows.isEmpty ? title : title + "\n" + textColumns(rows, indent: 6)
    case .relation(let kind, let other, let isAdded):
      return "  \(isAdded ? "+" : "−") \(kind.phrase(language)): "
        + Phrase(de: "Kontakt \(other)", en: "contact \(other)")(language)
    }
  }

  package func json(_ language: Language) -> String { document.text }

  var document: JSON {
    .object([
      ("contact", .integer(Int(id))), ("name", .string(name)),
      ("lives_on_in", .integer(livesOn.map(Int.init))),
      ("entries", .array(entries.map { json($0) })),
    ])
  }

  private func json(_ entry: Entry) -> JSON {
    switch entry.what {
    case .event(let id, let kind, let other, let difference):
      .object([
        ("run", entry.run.json), ("event", .string("e\(id)")), ("kind", .string(kind.rawValue)),
        ("other_contact", .integer(other.map(Int.init))),
        (
          "changes",
          entry.run.isFaded ? .null : difference.json { recordNames[$0] ?? "" }
        ),
      ])
    case .relation(let kind, let other, let isAdded):
      .object([
        ("run", entry.run.json), ("relation", .string(kind.rawValue)),
        ("other_contact", .integer(Int(other))), ("added", .boolean(isAdded)),
      ])
    }
  }
}

extension ContactEvent.Kind {
  /// What happened, with the other contact it happened with.
  package func text(_ language: Language, other: ContactID?) -> String {
    let other = other.map { " \($0)" } ?? ""
    let phrase =
      switch self {
      case .created: Phrase(de: "angelegt", en: "created")
      case .changed: Phrase(de: "geändert", en: "changed")
      case .merged: Phrase(de: "aufgegangen in Kontakt\(other)", en: "merged into contact\(other)")
      case .split: Phrase(de: "abgetrennt von Kontakt\(other)", en: "split from contact\(other)")
      case .withdrawn: Phrase(de: "zurückgezogen", en: "withdrawn")
      case .returned: Phrase(de: "zurückgekehrt", en: "returned")
      }
    return phrase(language)
  }
}
