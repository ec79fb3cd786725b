internal import Foundation
package import Records
internal import Reports
package import Store

/// Who was erased from a store, and which rows wait because they resemble somebody who was.
package struct ErasureList: Sendable {
  package var erased: [ErasedContact] = []
  package var held: [HeldRow]

  /// - Parameter store: the store's file.
  package init(store path: String) throws {
    let store = try openedStore(path)
    (erased, held) = try store.read { reader in
      (
        try reader.erasedContacts().compactMap { try ErasedContact($0.contact, reader) },
        try reader.heldRows()
      )
    }
    try store.close()
  }

  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    if erased.isEmpty, held.isEmpty {
      return say("niemand ist gelöscht, nichts wartet", "nobody is erased, nothing waits")
    }
    var parts = [erased.map { $0.text(language) }.joined(separator: "\n")]
    if !held.isEmpty {
      parts.append(
        say(
          "Zeilen mit E-Mail oder Telefon einer gelöschten Person; kontor erase --allow NUMMER "
            + "lässt eine ein:",
          "Rows with an e-mail address or number of somebody erased; kontor erase --allow NUMBER "
            + "lets one in:") + "\n"
          + textColumns(
            held.map { row in
              [
                "\(row.number)", shownOnALine(row.source),
                "\(shownOnALine(row.location.file)):\(row.location.line)",
              ]
            }, indent: 2))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  package var json: String {
    JSON.object([
      (
        "erased",
        .array(
          erased.map {
            .object([
              ("contact", .integer(Int($0.contact))), ("erased_at", .string($0.erasedAt)),
              ("author", .string($0.author)), ("reason", .string($0.reason)),
            ])
          })
      ),
      ("held", .array(held.map(\.json))),
    ]).text
  }
}

extension HeldRow {
  var json: JSON {
    .object([
      ("number", .integer(Int(number))), ("source", .string(source)),
      ("file", .string(location.file)), ("line", .integer(location.line)),
    ])
  }
}
