internal import Linkage
internal import Records
internal import Reports

/// A model as a person reads it: what each comparison's levels weigh, and where the cuts lie.
struct ModelText {
  let named: NamedModel
  let language: Language

  init(_ named: NamedModel, language: Language) {
    self.named = named
    self.language = language
  }

  var text: String {
    let parts = [
      heading, cuts, kind(named.model.persons, isPersons: true),
      kind(named.model.organizations, isPersons: false), frequencies,
    ]
    return parts.joined(separator: "\n\n")
  }

  private var numbers: NumberText { NumberText(language) }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  // MARK: Parts

  private var heading: String {
    let records = numbers.count(named.provenance.records)
    let author = named.provenance.author
    let lines = [
      say("Modell \(named.title)", "Model \(named.title)") + "  \(named.id)",
      say(
        "trainiert mit \(records) Datensätzen von \(author)",
        "trained on \(records) records by \(author)"),
    ]
    return (lines + named.provenance.notes.map { $0(language) }).joined(separator: "\n")
  }

  private var cuts: String {
    let cuts = named.model.cuts
    let rows = [
      [
        say("safe: zusammengeführt ab", "safe: merged from"),
        numbers.bitsWithUnit(cuts?.safeInBits ?? .nan),
      ],
      [
        say("balanced: zusammengeführt ab", "balanced: merged from"),
        numbers.bitsWithUnit(cuts?.balancedInBits ?? .nan),
      ],
    ]
    return say("Schnitte", "Cuts") + "\n" + table(rows) + "\n"
      + say(
        "Dazwischen wird gefragt: die Paare, die safe trennt und balanced zusammenführte.",
        "Between them people are asked: what safe keeps apart and balanced would merge.")
  }

  private func kind(_ model: KindModel, isPersons: Bool) -> String {
    let title = isPersons ? say("Personen", "Persons") : say("Organisationen", "Organizations")
    let records = numbers.count(model.records ?? 0)
    let matches = numbers.decimal(model.partners.matches, places: 2)
    let prior = numbers.bitsWithUnit(model.priorInBits ?? .nan)
    let start = say(
      "Ausgangswert \(prior): \(matches) Gegenstücke je Datensatz unter \(records)",
      "Prior \(prior): \(matches) counterparts a record among \(records)")
    var rows = [["", say("Treffer (m)", "matches (m)"), say("Fremde (u)", "strangers (u)"), "Bit"]]
    rows[0][3] = say("Bit", "bits")
    for table in model.tables {
      rows.append([table.comparison.phrase(language), "", "", ""])
      for (phrase, level) in zip(table.comparison.levels.dropFirst(), table.levels) {
        rows.append([
          "  " + phrase(language), chance(level.m), chance(level.u), numbers.bits(level.bits),
        ])
      }
    }
    return "\(title)\n\(start)\n\n" + table(rows)
  }

  /// "76.0%", or "1 : 12,345" where a percentage would have too many zeros.
  private func chance(_ share: Double) -> String {
    guard share > 0 else { return "0" }
    if share < 0.01 { return "1 : " + numbers.count(Int((1 / share).rounded())) }
    return numbers.decimal(share * 100) + say("\u{202F}%", "%")
  }

  private var frequencies: String {
    guard let tables = named.model.frequencies else { return "" }
    var rows = ValueKind.allCases.map { kind in
      [kind.phrase(language), numbers.count(tables[kind].listed.count), rarest(tables[kind])]
    }
    for extra in tables.extras {
      rows.append([
        say("Spalte \"\(extra.column)\"", "column \"\(extra.column)\""),
        numbers.count(extra.shares.listed.count), rarest(extra.shares),
      ])
    }
    return say("Häufige Werte", "Frequent values") + "\n" + table(rows) + "\n"
      + say(
        "Ein gleicher Wert wiegt so viel, wie er selten ist; was nicht zählt, ist so selten wie "
          + "ein einmaliger.",
        "An equal value weighs as much as it is rare; one not counted is as rare as one seen once.")
  }

  /// How rare a value is that is not listed.
  private func rarest(_ shares: ValueShares) -> String {
    let bits = numbers.bitsWithUnit(-Double(shares.unseen))
    return say("sonst bis \(bits)", "others up to \(bits)")
  }
}

extension ValueKind {
  fileprivate var phrase: Phrase {
    switch self {
    case .given: Phrase(de: "Vornamen", en: "given names")
    case .family: Phrase(de: "Nachnamen", en: "surnames")
    case .street: Phrase(de: "Straßen", en: "streets")
    case .postalCode: Phrase(de: "Postleitzahlen", en: "postal codes")
    case .place: Phrase(de: "Orte", en: "places")
    case .address: Phrase(de: "Anschriften", en: "addresses")
    case .organization: Phrase(de: "Firmennamen", en: "organization names")
    case .organizationWord: Phrase(de: "Wörter in Firmennamen", en: "words of organization names")
    }
  }
}
