/// The name that a misspelled one most likely means; nil when none is close.
///
/// Close: at most a third of the letters differ, `-` and `_` and case aside.
func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = plainLetters(name)
  let scored = names.map { (name: $0, distance: editDistance(wanted, plainLetters($0))) }
  guard let best = scored.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else {
    return nil
  }
  return best.distance * 3 <= max(wanted.count, 3) ? best.name : nil
}

private func plainLetters(_ name: String) -> [UInt8] {
  name.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
}

/// The least number of letters to insert, delete or replace to make one word of the other.
///
/// - Complexity: O(n·m).
func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var row = Array(0...right.count)
  for (i, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
