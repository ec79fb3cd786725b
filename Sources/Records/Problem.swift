/// Bad data: counted, put in the report, and the run goes on. Never thrown, never holds a contact's value.
public struct Problem: Hashable, Sendable {
  public enum Action: String, Sendable {
    /// The whole row goes to `rejected.csv`.
    case setAside = "set aside"
    /// The value is kept, but marked and not matched on.
    case keptMarked = "kept, marked invalid"
    /// The value is kept as it is, and works as if nothing were known.
    case kept
    /// The value was repaired with certainty.
    case repaired
    /// A part that holds no contact data was passed over.
    case skipped
  }

  /// A short stable name for counting, in kebab-case: `too-few-fields`, `email-without-at`.
  public var code: String
  public var location: Location
  /// The column's name, or its number where the header is not certain; empty when it concerns the row.
  public var field: String
  public var action: Action
  /// What is wrong, in words without any value of a contact: "7 fields, the header has 9".
  public var message: Phrase

  public init(
    code: String, location: Location, field: String = "", action: Action, message: Phrase
  ) {
    self.code = code
    self.location = location
    self.field = field
    self.action = action
    self.message = message
  }

  /// "erp.csv:1042: 7 fields, the header has 9: set aside".
  public func text(_ language: Language) -> String {
    let place = field.isEmpty ? "" : "\(field): "
    return
      "\(location.file):\(location.line): \(place)\(message(language)): \(action.text(language))"
  }
}

extension Problem.Action {
  public func text(_ language: Language) -> String {
    switch self {
    case .setAside: Phrase(de: "Zeile ausgesondert", en: "row set aside")(language)
    case .keptMarked:
      Phrase(de: "behalten, als ungültig markiert", en: "kept, marked invalid")(language)
    case .kept: Phrase(de: "behalten", en: "kept")(language)
    case .repaired: Phrase(de: "berichtigt", en: "repaired")(language)
    case .skipped: Phrase(de: "übergangen", en: "skipped")(language)
    }
  }
}
