internal import Linkage
internal import Records
internal import Reports

/// A model as a text that a person can read: JSON, the same bytes for the same model.
struct ModelDocument {
  let named: NamedModel

  init(_ named: NamedModel) { self.named = named }

  /// Grows when a reader of earlier documents could not read this one.
  static let version = 1

  /// The whole document.
  var text: String {
    let provenance = named.provenance
    let notes = provenance.notes.map { note in
      JSON.object([("de", .string(note.german)), ("en", .string(note.english))])
    }
    let head: [(key: String, value: JSON)] = [
      ("kontor_model", .integer(Self.version)), ("id", .string(named.id)),
      ("name", .string(named.name)), ("version", .integer(named.version)),
      (
        "provenance",
        .object([
          ("records", .integer(provenance.records)), ("author", .string(provenance.author)),
          ("notes", .array(notes)),
        ])
      ),
    ]
    guard case .object(let body) = weights else { return "" }
    return JSON.object(head + body).text
  }

  /// What decides how records are linked, and nothing else.
  var weights: JSON {
    let model = named.model
    return .object([
      ("weights_version", .string(model.version)),
      (
        "cuts",
        .object([
          ("safe_bits", .exact(model.cuts?.safeInBits ?? .nan)),
          ("balanced_bits", .exact(model.cuts?.balancedInBits ?? .nan)),
        ])
      ),
      ("persons", kind(model.persons)), ("organizations", kind(model.organizations)),
      ("frequencies", model.frequencies.map(frequencies) ?? .null),
    ])
  }

  private func kind(_ model: KindModel) -> JSON {
    .object([
      ("records", .integer(model.records)),
      ("knows_households", .boolean(model.knowsHouseholds)),
      (
        "partners",
        .object([
          ("matches", .exact(model.partners.matches)),
          ("housemates", .exact(model.partners.housemates)),
          ("colleagues", .exact(model.partners.colleagues)),
        ])
      ),
      ("comparisons", .array(model.tables.map(table))),
    ])
  }

  private func table(_ table: ComparisonTable) -> JSON {
    let names = table.comparison.levelNames.dropFirst()
    let levels = zip(names, table.levels).map { name, level in
      JSON.object([
        ("level", .string(name)), ("m", .exact(level.m)), ("u", .exact(level.u)),
        ("housemates", .exact(level.housemates)), ("colleagues", .exact(level.colleagues)),
        // For the reader; it follows from m and u.
        ("bits", .number(level.bits)),
      ])
    }
    return .object([
      ("comparison", .string(table.comparison.name)), ("levels", .array(levels)),
    ])
  }

  private func frequencies(_ tables: FrequencyTables) -> JSON {
    let kinds = ValueKind.allCases.map { kind in
      (key: kind.documentName, value: JSON.object(shares(tables[kind])))
    }
    let extras = tables.extras.map { extra in
      JSON.object([("column", .string(extra.column))] + shares(extra.shares))
    }
    return .object(
      [("common_given", .exact(tables.commonGiven))] + kinds + [("extras", .array(extras))])
  }

  /// Values of one share stand together: their hashes, 16 digits each.
  private func shares(_ shares: ValueShares) -> [(key: String, value: JSON)] {
    let listed = Dictionary(grouping: shares.listed.keys) { shares.listed[$0] ?? shares.unseen }
    let groups = listed.sorted { $0.key > $1.key }.map { share, hashes in
      JSON.object([
        ("log2", .exact(share)),
        ("values", .string(hashes.sorted().map(hexadecimal).joined(separator: " "))),
      ])
    }
    return [("unseen_log2", .exact(shares.unseen)), ("shares", .array(groups))]
  }
}

extension ValueKind {
  /// What the document calls it.
  var documentName: String {
    switch self {
    case .postalCode: "postal_code"
    case .organizationWord: "organization_word"
    default: rawValue
    }
  }
}

/// 16 digits.
func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
