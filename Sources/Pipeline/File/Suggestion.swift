internal import Records

/// ": did you mean "family"?", or the list of what there is when nothing is near.
///
/// Near is at most a third of the word's letters away (insert, delete, change, swap).
func suggestion(for word: String, among known: [String]) -> Phrase {
  let lowered = Array(word.lowercased())
  let nearest =
    known
    .map { (distance: distance(lowered, Array($0.lowercased())), word: $0) }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
  if let nearest, nearest.distance <= max(1, lowered.count / 3) {
    return Phrase(
      de: ": ist \"\(nearest.word)\" gemeint?", en: ": did you mean \"\(nearest.word)\"?")
  }
  let all = known.joined(separator: ", ")
  return known.isEmpty
    ? Phrase(de: "", en: "") : Phrase(de: ": es gibt \(all)", en: ": there is \(all)")
}

/// The optimal string alignment distance of two words.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let cost = left[row - 1] == right[column - 1] ? 0 : 1
      var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

extension Phrase {
  /// Two phrases one behind the other.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(de: left.german + right.german, en: left.english + right.english)
  }
}
