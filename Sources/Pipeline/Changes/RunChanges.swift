package import Records
internal import Reports
internal import Store

/// What runs changed among the contacts and records of a store.
package struct RunChanges: Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case new, changed, merged, split, withdrawn
  }
  package struct ContactChange: Hashable, Sendable {
    package var kind: Kind
    package var contact: ContactID
    package var name: String
    /// Whom it was merged into, or split from.
    package var other: ContactID?
  }

  /// The runs of the span, oldest first.
  package var runs: [ListedRun]
  /// By the contacts' numbers.
  package var contacts: [ContactChange] = []
  /// How many records were new, changed, withdrawn or returned.
  package var records: [String: Int]

  init(runs: [ListedRun], records: [String: Int]) {
    self.runs = runs
    self.records = records
  }

  package func count(_ kind: Kind) -> Int { contacts.count { $0.kind == kind } }

  /// So many contacts of each kind are listed for a person.
  private static let shownCount = 20

  /// Counts, then the first contacts of each kind.
  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    var parts = [textColumns(runs.map { $0.columns(language) })]
    var rows = Kind.allCases.map { kind in
      [say("Kontakte", "contacts"), kind.phrase(language), numbers.count(count(kind))]
    }
    for kind in ["new", "changed", "withdrawn", "returned"] {
      guard let count = records[kind] else { continue }
      let word = Kind(rawValue: kind)?.phrase(language) ?? say("zurückgekehrt", "returned")
      rows.append([say("Datensätze", "records"), word, numbers.count(count)])
    }
    parts.append(textColumns(rows))
    for kind in Kind.allCases {
      let some = contacts.filter { $0.kind == kind }
      guard !some.isEmpty else { continue }
      var lines = some.prefix(Self.shownCount).map { change in
        ["\(change.contact)", shownOnALine(change.name), change.destination(language)]
      }
      if some.count > lines.count {
        let more = numbers.count(some.count - lines.count)
        lines.append(["…", say("und \(more) weitere: --json", "and \(more) more: --json")])
      }
      parts.append(kind.phrase(language) + "\n" + textColumns(lines, indent: 2))
    }
    return parts.joined(separator: "\n\n")
  }

  package var json: String {
    let contacts = contacts.map { change in
      JSON.object([
        ("contact", .integer(Int(change.contact))), ("change", .string(change.kind.rawValue)),
        ("name", .string(change.name)), ("other_contact", .integer(change.other.map(Int.init))),
      ])
    }
    return JSON.object([
      ("runs", .array(runs.map(\.json))),
      (
        "counts", .object(Kind.allCases.map { ($0.rawValue, .integer(count($0))) })
      ),
      (
        "records",
        .object(records.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("contacts", .array(contacts)),
    ]).text
  }
}

extension RunChanges.Kind {
  /// The kind as people call several of it.
  package var phrase: Phrase {
    switch self {
    case .new: Phrase(de: "neu", en: "new")
    case .changed: Phrase(de: "geändert", en: "changed")
    case .merged: Phrase(de: "aufgegangen", en: "merged")
    case .split: Phrase(de: "abgetrennt", en: "split")
    case .withdrawn: Phrase(de: "zurückgezogen", en: "withdrawn")
    }
  }
}

extension RunChanges.ContactChange {
  /// "→ 12" or "from 12".
  fileprivate func destination(_ language: Language) -> String {
    guard let other else { return "" }
    return kind == .split
      ? Phrase(de: "von \(other)", en: "from \(other)")(language) : "→ \(other)"
  }
}
