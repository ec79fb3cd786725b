internal import Linkage
internal import Records
internal import Reports

/// One pair of an explanation, in words and as JSON.
struct ExplanationText {
  let pair: Explanation.Pair
  let language: Language

  private var waterfall: Waterfall { pair.waterfall }
  private var numbers: NumberText { NumberText(language) }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  // MARK: Words

  var text: String {
    let lines = [
      "A  " + pair.left.text(language), "B  " + pair.right.text(language), "", aligned(rows), "",
      verdict, (waterfall.veto ?? waterfall.surety)?(language) ?? "", encounter, way,
    ]
    // Two empty lines part the head, the table and the rest.
    let body = lines.enumerated().filter { !$0.element.isEmpty || [2, 4].contains($0.offset) }
    return body.map(\.element).joined(separator: "\n")
  }

  private var rows: [[String]] {
    var rows = [[say("Ausgangswert", "prior"), "", numbers.bits(waterfall.priorInBits), ""]]
    for row in waterfall.rows {
      rows.append([
        row.comparison(language), row.level(language), numbers.bits(row.bits + row.frequencyBits),
        frequency(row.frequencyBits),
      ])
    }
    rows.append([say("Summe", "total"), "", numbers.bits(waterfall.totalInBits), ""])
    return rows
  }

  /// What rarity has to do with a row's weight.
  private func frequency(_ bits: Double) -> String {
    guard bits.magnitude >= 0.05 else { return "" }
    let why =
      bits > 0 ? say("seltener Wert", "rare value") : say("häufiger Wert", "common value")
    return "\(say("davon", "of which")) \(why) \(numbers.bits(bits))"
  }

  private var verdict: String {
    let contact =
      pair.isOneContact
      ? say("im Bestand ein Kontakt", "one contact in the store")
      : say("im Bestand zwei Kontakte", "two contacts in the store")
    return "\(contact); \(say("das Paar für sich", "the pair by itself")): "
      + waterfall.outcome.phrase(language)
  }

  private var encounter: String {
    switch pair.encounter {
    case .compared(let key):
      say("verglichen, denn beide teilen", "compared, for both share") + ": "
        + key.phrase(language)
    case .skipped(let key):
      say(
        "nie verglichen: beide teilen nur, was zu viele teilen",
        "never compared: both share only what too many share") + ": " + key.phrase(language)
    case .never:
      say(
        "nie verglichen: beide teilen keinen Schlüssel, unter dem verglichen wird",
        "never compared: they share no key under which records are compared")
    }
  }

  /// Over which records both came together, where it was not by themselves.
  private var way: String {
    guard pair.isOneContact else { return "" }
    if pair.way.count > 1 {
      let steps = pair.way.dropLast().map { step in
        "\(step.side.name) (\(numbers.bits(step.weightInBits)))"
      }
      let last = numbers.bits(pair.way.last?.weightInBits ?? 0)
      return say("zusammengeführt über", "merged through") + " " + steps.joined(separator: " → ")
        + " → B (\(last))"
    }
    if pair.way.isEmpty, waterfall.outcome != .same {
      return say(
        "zusammengeführt im Mittel aller Paare des Kontakts",
        "merged on the average of all pairs of the contact")
    }
    return ""
  }

  /// Two columns of words, then the bits to the right, then words.
  private func aligned(_ rows: [[String]]) -> String {
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      func blank(_ column: Int) -> String {
        String(repeating: " ", count: widths[column] - row[column].count)
      }
      let line = row[0] + blank(0) + "  " + row[1] + blank(1) + "  " + blank(2) + row[2]
      return row[3].isEmpty ? line : line + "  " + row[3]
    }.joined(separator: "\n")
  }

  // MARK: JSON

  var json: JSON {
    let rows = waterfall.rows.map { row in
      JSON.object([
        ("comparison", .string(row.comparison(language))), ("level", .string(row.level(language))),
        ("bits", .number(row.bits)), ("frequency_bits", .number(row.frequencyBits)),
      ])
    }
    let way = pair.way.map { step in
      JSON.object([
        ("record", .string(step.side.name)), ("bits", .number(step.weightInBits)),
      ])
    }
    return .object([
      ("left", pair.left.json), ("right", pair.right.json),
      ("one_contact", .boolean(pair.isOneContact)),
      ("prior_bits", .number(waterfall.priorInBits)), ("comparisons", .array(rows)),
      ("total_bits", .number(waterfall.totalInBits)),
      ("probability", .number(waterfall.probability)),
      ("outcome", .string(waterfall.outcome.rawValue)),
      ("veto", waterfall.veto.map { .string($0(language)) } ?? .null),
      ("compared_under", key(compared: true)), ("skipped_under", key(compared: false)),
      ("merged_through", .array(way)),
    ])
  }

  private func key(compared: Bool) -> JSON {
    switch pair.encounter {
    case .compared(let key) where compared: .string(key.phrase(language))
    case .skipped(let key) where !compared: .string(key.phrase(language))
    default: .null
    }
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
