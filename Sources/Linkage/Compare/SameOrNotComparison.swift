internal import Records

/// The levels of what is only the same or not: gender, senior and junior.
enum SameOrNotLevel: UInt8, AgreementLevel {
  case missing, equal, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "fehlt", en: "missing")
    case .equal: Phrase(de: "gleich", en: "equal")
    case .different: Phrase(de: "verschieden", en: "different")
    }
  }
}

extension PairComparer {
  func sameOrNot(_ left: UInt8, _ right: UInt8) -> Agreement {
    guard left != 0 && right != 0 else { return .missing }
    return Agreement(left == right ? SameOrNotLevel.equal : .different)
  }
}
