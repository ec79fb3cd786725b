package import Records

extension DecisionKind {
  /// What a decision says, as people read it.
  package var phrase: Phrase {
    switch self {
    case .same: Phrase(de: "gleich", en: "same")
    case .different: Phrase(de: "verschieden", en: "different")
    case .unsure: Phrase(de: "unsicher", en: "unsure")
    case .household: Phrase(de: "Haushalt", en: "household")
    case .worksAt: Phrase(de: "arbeitet bei", en: "works at")
    case .sharedMailbox: Phrase(de: "gemeinsames Postfach", en: "shared mailbox")
    case .value: Phrase(de: "Wert gewählt", en: "value chosen")
    }
  }

  /// The words of the command line and of tables, as a list of them names them.
  package static let words = [
    "same", "different", "unsure", "household", "works-at", "shared-mailbox",
  ]

  /// Reads a word on a pair, in either language; nil for one that is not known.
  package init?(word: String) {
    let plain = word.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "?" }
    switch plain {
    case "household", "haushalt": self = .household
    case "worksat", "arbeitetbei": self = .worksAt
    case "sharedmailbox", "gemeinsamespostfach", "postfach": self = .sharedMailbox
    default:
      switch try? SampleTable.Answer.read(word) {
      case .same: self = .same
      case .different: self = .different
      case .unsure: self = .unsure
      case nil: return nil
      }
    }
  }
}
