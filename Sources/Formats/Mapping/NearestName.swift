/// The name that was probably meant: the one with the fewest letters to change, when that is few.
///
/// Case, umlauts and punctuation don't count.
///
/// - Returns: nil when none is near; of two as near, the first.
package func nearestName(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(FieldVocabulary.folded(name).utf8)
  // One slip in a short name, up to a third of a long one.
  var best = (name: String?.none, distance: max(1, wanted.count / 3) + 1)
  for candidate in names {
    let distance = editDistance(wanted, Array(FieldVocabulary.folded(candidate).utf8))
    if distance < best.distance { best = (candidate, distance) }
  }
  return best.name
}

/// Whether one name is almost surely a misspelling of the other: one letter is another, too many,
/// missing or swapped. "Telefon2" is none of "Telefon3", and short words differ by chance.
package func isSlip(_ name: String, of other: String) -> Bool {
  let (left, right) = (FieldVocabulary.folded(name), FieldVocabulary.folded(other))
  let distance = editDistance(Array(left.utf8), Array(right.utf8))
  if distance == 0 { return name != other }
  let areWords = left.filter { !$0.isNumber } != right.filter { !$0.isNumber }
  return distance == 1 && areWords && min(left.count, right.count) >= 4
}

/// The number of letters to insert, delete, replace or swap with the next one.
///
/// Optimal string alignment. Names are short, so the whole table is filled.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var next = [row + 1]
    for column in 0..<right.count {
      let isSame = left[row] == right[column]
      var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (isSame ? 0 : 1))
      let isSwapped =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isSwapped { cost = min(cost, before[column - 1] + 1) }
      next.append(cost)
    }
    before = last
    last = next
  }
  return last[right.count]
}
