internal import Records

/// The levels of a column that no field knows.
enum ExtraLevel: UInt8, AgreementLevel {
  case missing, number, equal, close, different

  var phrase: Phrase {
    switch self {
    case .missing: Phrase(de: "Angabe fehlt", en: "value missing")
    case .number: Phrase(de: "eigene Nummer gleich", en: "number of its own equal")
    case .equal: Phrase(de: "Angabe gleich", en: "value equal")
    case .close: Phrase(de: "Angabe fast gleich", en: "value nearly equal")
    case .different: Phrase(de: "andere Angabe", en: "different value")
    }
  }
}

extension PairComparer {
  /// - Parameter place: which of the compared columns, as `Frequencies.comparedExtras` lists them.
  func extra(_ place: Int, _ left: Row, _ right: Row) -> Agreement {
    guard place < frequencies.comparedExtras.count else { return .missing }
    let column = frequencies.comparedExtras[place]
    let l = value(of: column, in: left)
    let r = value(of: column, in: right)
    guard l != 0 && r != 0 else { return .missing }
    if l == r {
      let isNumber = frequencies.isNumberColumn(column) && columns.extras[l].isNumber
      return Agreement(
        isNumber ? ExtraLevel.number : .equal, log2Frequency: frequencies.extra(l))
    }
    let a = columns.extras[l].word
    let b = columns.extras[r].word
    let isClose =
      a.length >= 4 && a.edits(to: b, most: 1) != nil
      && areEndsClose(columns.extras.strings, l, r, most: 1)
    return Agreement(isClose ? ExtraLevel.close : .different)
  }

  private func value(of column: UInt16, in row: Row) -> UInt32 {
    for index in row.range(of: .extras) {
      let id = columns.lists[index]
      if columns.extras[id].column == column { return id }
    }
    return 0
  }
}
