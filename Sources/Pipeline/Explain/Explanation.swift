internal import Linkage
package import Records
internal import Reports

/// Why pairs of records are, or are not, one contact; the strongest pair first.
package struct Explanation: Sendable {
  /// A record by its names and places alone: no value of it.
  struct Side: Sendable {
    var name: String
    var file: String
    var line: Int
    var contact: ContactID?
  }
  struct Pair: Sendable {
    var left: Side
    var right: Side
    var waterfall: Waterfall

    /// Whether both are in one contact of the store, whatever the pair's own weight.
    var isOneContact: Bool { left.contact != nil && left.contact == right.contact }
  }
  let pairs: [Pair]

  /// So many pairs are written out; there are many where two large contacts are compared.
  private static let shownPairs = 5

  package func text(_ language: Language) -> String {
    let more = pairs.count - Self.shownPairs
    let rest =
      more > 0
      ? "\n\n"
        + Phrase(de: "… und \(more) schwächere Paare", en: "… and \(more) weaker pairs")(language)
      : ""
    return pairs.prefix(Self.shownPairs).map { $0.text(language) }.joined(separator: "\n\n") + rest
  }

  package func json(_ language: Language) -> String {
    JSON.object([("pairs", .array(pairs.map { $0.json(language) }))]).text
  }
}

extension Explanation.Pair {
  fileprivate func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var rows = [[say("Ausgangswert", "prior"), "", numbers.bits(waterfall.priorInBits)]]
    for row in waterfall.rows {
      rows.append([
        row.comparison(language), row.level(language), numbers.bits(row.bits + row.frequencyBits),
      ])
    }
    rows.append([say("Summe", "total"), "", numbers.bits(waterfall.totalInBits)])
    let verdict =
      isOneContact
      ? say("im Bestand ein Kontakt", "one contact in the store")
      : say("im Bestand zwei Kontakte", "two contacts in the store")
    var lines = [
      "A  " + left.text(language), "B  " + right.text(language), "",
      aligned(rows), "",
      "\(verdict); \(say("das Paar für sich", "the pair by itself")): "
        + waterfall.outcome.phrase(language),
    ]
    if let veto = waterfall.veto { lines.append(veto(language)) }
    return lines.joined(separator: "\n")
  }

  /// Two columns of words, then the bits to the right.
  private func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      func blank(_ column: Int) -> String {
        String(repeating: " ", count: widths[column] - row[column].count)
      }
      return row[0] + blank(0) + "  " + row[1] + blank(1) + "  " + blank(2) + row[2]
    }.joined(separator: "\n")
  }

  fileprivate func json(_ language: Language) -> JSON {
    let rows = waterfall.rows.map { row in
      JSON.object([
        ("comparison", .string(row.comparison(language))), ("level", .string(row.level(language))),
        ("bits", .number(row.bits)), ("frequency_bits", .number(row.frequencyBits)),
      ])
    }
    return .object([
      ("left", left.json), ("right", right.json), ("one_contact", .boolean(isOneContact)),
      ("prior_bits", .number(waterfall.priorInBits)), ("comparisons", .array(rows)),
      ("total_bits", .number(waterfall.totalInBits)),
      ("probability", .number(waterfall.probability)),
      ("outcome", .string(waterfall.outcome.rawValue)),
      ("veto", waterfall.veto.map { .string($0(language)) } ?? .null),
    ])
  }
}

extension Explanation.Side {
  fileprivate func text(_ language: Language) -> String {
    let number = contact.map { Phrase(de: "Kontakt \($0)", en: "contact \($0)")(language) }
    return "\(name)  \(file):\(line)  " + (number ?? "")
  }

  fileprivate var json: JSON {
    .object([
      ("record", .string(name)), ("file", .string(file)), ("line", .integer(line)),
      ("contact", .integer(contact.map(Int.init))),
    ])
  }
}
