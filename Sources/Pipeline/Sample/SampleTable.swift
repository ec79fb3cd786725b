internal import Records
internal import Reports

/// The columns of a sample: the judgement first, then each attribute of both records side by side.
enum SampleTable {
  static let answer = "same"
  static let ticket = "pair"
  static let left = "record_a"
  static let right = "record_b"

  /// What tells contacts apart; the rest stands in the sources.
  private static let attributes: [Attribute] = [
    .name, .birthName, .gender, .birthDate, .organization, .position, .address, .email, .phone,
    .customerNumber, .vatID, .iban, .extra,
  ]

  static let header: [String] = [answer] + sideBySideHeader + [left, right, ticket]

  /// The columns of two records beside each other.
  static let sideBySideHeader: [String] =
    ["kind_a", "kind_b"] + attributes.flatMap { ["\($0.rawValue)_a", "\($0.rawValue)_b"] }

  static func row(
    _ ticket: SampleTicket, _ left: Record, _ right: Record, _ language: Language
  ) -> [String] {
    let names = (name(of: left), name(of: right))
    return [""] + sideBySide(left, right, language)
      + [names.0, names.1, ticket.text(left: names.0, right: names.1)]
  }

  /// Two records, attribute by attribute beside each other.
  static func sideBySide(
    _ left: Record, _ right: Record, _ language: Language
  ) -> [String] {
    [left.kind.rawValue, right.kind.rawValue]
      + attributes.flatMap { attribute in
        [left, right].map { record in
          record.values(of: attribute).map { value in
            (value.name.isEmpty ? "" : value.name + ": ") + value.text(in: language)
          }.joined(separator: " · ")
        }
      }
  }

  static func name(of record: Record) -> String { "\(record.source):\(record.key)" }

  /// A judgement as people write it; nil for an empty cell.
  enum Answer: Equatable {
    case same, different, unsure

    /// - Throws: `UnknownAnswer`.
    static func read(_ text: String) throws(UnknownAnswer) -> Answer? {
      switch text.lowercased().filter({ !$0.isWhitespace }) {
      case "": nil
      case "yes", "y", "ja", "j", "1", "x", "same", "gleich", "true", "wahr": .same
      case "no", "n", "nein", "0", "different", "verschieden", "false", "falsch": .different
      case "?", "unsure", "unsicher", "maybe", "vielleicht": .unsure
      default: throw UnknownAnswer()
      }
    }
  }

  struct UnknownAnswer: Error {}
}
