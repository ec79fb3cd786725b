package import Records
internal import Reports
internal import Store

/// All that a store holds about somebody, with where it came from.
package struct TracedContact: Sendable {
  /// A record, as its source spells it and as it was understood.
  package struct Held: Sendable {
    package var place: RecordPlace
    package var kind: Record.Kind
    package var values: [FieldValue]
    package var raw: RawRecord?
    package var past: [Former]
  }
  /// A record as it was until a run changed it.
  package struct Former: Sendable {
    package var run: ListedRun
    package var change: String
    package var values: [FieldValue]
    package var raw: RawRecord
  }
  /// A question to a person: are these two records one contact?
  package struct Asked: Hashable, Sendable {
    package var left: String
    package var right: String
    package var isAnswered: Bool
  }

  /// The contact as it was merged, with what hangs on it; names of other people are left out.
  package var contact: ShownContact
  /// Its past, and that of those merged into it.
  package var histories: [ContactHistory] = []
  package var records: [Held] = []
  package var questions: [Asked] = []
  /// Rows that were set aside and mention the person.
  package var aside: [RawRecord] = []
  /// Records of others that do.
  package var mentions: [RecordPlace]
  /// Rows of history of others that do.
  package var mentioningRows: [Location] = []
  /// Files that runs have written and that hold everybody.
  package var outputs: [String] = []
  /// Copies of the store that hold the person.
  package var copies: [StoreCopy] = []

  init(contact: ShownContact, mentions: [RecordPlace]) {
    self.contact = contact
    self.mentions = mentions
  }

  /// The same for machines, in an order that never changes.
  ///
  /// - Parameter day: on which it is said.
  package func json(_ language: Language, on day: String) -> String {
    JSON.object([
      ("as_of", .string(day)), ("contact", contact.document(language)),
      ("records", .array(records.map(\.json))),
      ("history", .array(histories.map(\.document))),
      (
        "questions",
        .array(
          questions.map {
            .object([
              ("left", .string($0.left)), ("right", .string($0.right)),
              ("answered", .boolean($0.isAnswered)),
            ])
          })
      ),
      ("rows_set_aside", .array(aside.map(\.json))),
      ("mentions", .array(mentions.map(\.json))),
      ("mentioning_rows", .array(mentioningRows.map(\.json))),
      ("outputs", .array(outputs.map { .string($0) })),
      ("backups", .array(copies.map(\.json))),
    ]).text
  }
}

extension TracedContact.Held {
  fileprivate var json: JSON {
    .object([
      ("place", place.json), ("kind", .string(kind.rawValue)), ("raw", raw?.json ?? .null),
      ("values", .array(values.map(\.held))), ("past", .array(past.map(\.json))),
    ])
  }
}

extension TracedContact.Former {
  fileprivate var json: JSON {
    .object([
      ("run", run.json), ("change", .string(change)), ("raw", raw.json),
      ("values", .array(values.map(\.held))),
    ])
  }
}

extension FieldValue {
  /// The value, what the source said, and of a consent all its parts.
  fileprivate var held: JSON {
    var all = parts + [("raw", .string(raw))]
    if case .consent(let consent) = value {
      all += [
        ("channel", .string(consent.channel.rawValue)), ("address", .string(consent.address)),
        ("state", .string(consent.state.rawValue)), ("date", .string(consent.date)),
        ("given_in", .string(consent.source)), ("evidence", .string(consent.evidence)),
      ]
    }
    return .object(all)
  }
}

extension RawRecord {
  fileprivate var json: JSON {
    .object([
      ("file", .string(location.file)), ("line", .integer(location.line)),
      (
        "cells",
        .array(
          cells.map { .object([("column", .string($0.column)), ("text", .string($0.text))]) })
      ),
    ])
  }

  /// Each cell with its column's name.
  var cells: [(column: String, text: String)] {
    values.map {
      (columns.indices.contains($0.column) ? columns[$0.column] : "\($0.column + 1)", $0.text)
    }
  }
}

extension Location {
  fileprivate var json: JSON {
    .object([("file", .string(file)), ("line", .integer(line))])
  }
}
