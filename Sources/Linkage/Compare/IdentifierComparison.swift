internal import Records

/// The levels of what names one contact alone: customer number, VAT id, IBAN.
enum IdentifierLevel: UInt8, AgreementLevel {
  case missing, equal, close, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Nummer fehlt", en: "number missing")
    case .equal: Phrase(de: "Nummer gleich", en: "number equal")
    case .close: Phrase(de: "Nummer fast gleich", en: "number nearly equal")
    case .different: Phrase(de: "andere Nummer", en: "different number")
    }
  }
}

extension PairComparer {
  func identifier(_ kind: ListKind, _ left: Row, _ right: Row) -> Agreement {
    var best = UInt8.max
    for l in left.range(of: kind) {
      for r in right.range(of: kind) {
        // Numbers of two numberings say nothing about each other.
        guard areComparable(columns.lists[l], columns.lists[r]) else { continue }
        let level = identifierLevel(kind, columns.lists[l], columns.lists[r])
        best = min(best, level.rawValue)
      }
    }
    return best == .max ? .missing : Agreement(level: best)
  }

  private func areComparable(_ left: UInt32, _ right: UInt32) -> Bool {
    columns.identifierNumberings[Int(left)] == columns.identifierNumberings[Int(right)]
  }

  /// How far two numbers of one numbering agree.
  func identifierLevel(_ kind: ListKind, _ left: UInt32, _ right: UInt32) -> IdentifierLevel {
    if left == right { return .equal }
    if kind == .numbers { return .different }
    let a = columns.identifierWords[Int(left)]
    let b = columns.identifierWords[Int(right)]
    return a.length == b.length && a.edits(to: b, most: 1) == 1 ? .close : .different
  }
}
