internal import Linkage
package import Records
internal import Reports
internal import Store

/// Why pairs of records are, or are not, one contact; the strongest pair first.
package struct Explanation: Sendable {
  /// A record by its names and places alone: no value of it.
  struct Side: Sendable {
    var record: RecordID
    var name: String
    var file: String
    var line: Int
    var contact: ContactID?
  }
  /// A record on the way from one to another of its contact.
  struct Step: Sendable {
    var side: Side
    /// Of the pair with the record before.
    var weightInBits: Double
  }
  struct Pair: Sendable {
    var left: Side
    var right: Side
    var waterfall: Waterfall
    var encounter: Encounter
    /// Within one contact: from left, which is left out, to right; empty when pairs don't say.
    var way: [Step] = []

    /// Whether both are in one contact of the store, whatever the pair's own weight.
    var isOneContact: Bool { left.contact != nil && left.contact == right.contact }
  }
  /// What all pairs between two contacts say together.
  struct Contacts: Sendable {
    var pairs = 0
    var sumInBits = 0.0
    /// Pairs that can't be one contact, whatever their weight.
    var vetoes = 0

    var averageInBits: Double { pairs == 0 ? 0 : sumInBits / Double(pairs) }
  }
  let pairs: [Pair]
  /// Empty for a store that has none.
  let model: String
  /// From this average weight on two contacts are one.
  let cutInBits: Double
  /// Nil when all is one contact.
  let contacts: Contacts?
  /// What people said of these records, which holds whatever they weigh.
  var decisions: [StoredDecision] = []

  /// So many pairs are written out; there are many where two large contacts are compared.
  private static let shownPairs = 5

  package func text(_ language: Language) -> String {
    let shown = pairs.prefix(Self.shownPairs).map {
      ExplanationText(pair: $0, language: language).text
    }
    let decided = textColumns(decisions.map { DecisionList.row($0, language) })
    return (shown + [more(language), decided, together(language)]).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private func more(_ language: Language) -> String {
    let more = pairs.count - Self.shownPairs
    return more > 0
      ? Phrase(de: "… und \(more) schwächere Paare", en: "… and \(more) weaker pairs")(language)
      : ""
  }

  /// Why the contacts are two, and by which model all was weighed.
  private func together(_ language: Language) -> String {
    let numbers = NumberText(language)
    var lines: [String] = []
    if let contacts {
      let average = numbers.bitsWithUnit(contacts.averageInBits)
      let cut = numbers.bitsWithUnit(cutInBits)
      let pairs = numbers.count(contacts.pairs)
      lines.append(
        Phrase(
          de: "beide Kontakte: im Mittel ihrer Paare (\(pairs)) \(average); zusammengeführt wird "
            + "ab \(cut)",
          en: "both contacts: \(average) on the average of their pairs (\(pairs)); merged from "
            + "\(cut)")(language))
      if contacts.vetoes > 0 {
        let vetoes = numbers.count(contacts.vetoes)
        lines.append(
          Phrase(
            de: "Paare, die sich ausschließen: \(vetoes)",
            en: "pairs that exclude each other: \(vetoes)")(language))
      }
    }
    if !model.isEmpty {
      lines.append(
        Phrase(de: "gewogen mit dem Modell \(model)", en: "weighed by the model \(model)")(
          language))
    }
    return lines.joined(separator: "\n")
  }

  package func json(_ language: Language) -> String {
    let contacts = contacts.map { contacts in
      JSON.object([
        ("pairs", .integer(contacts.pairs)), ("average_bits", .number(contacts.averageInBits)),
        ("vetoes", .integer(contacts.vetoes)),
      ])
    }
    return JSON.object([
      ("model", .string(model)), ("merge_from_bits", .number(cutInBits)),
      ("contacts", contacts ?? .null), ("decisions", .array(decisions.map(DecisionList.json))),
      ("pairs", .array(pairs.map { ExplanationText(pair: $0, language: language).json })),
    ]).text
  }
}
