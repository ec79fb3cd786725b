internal import Formats
internal import Records

/// ": did you mean "family"?", or the list of what there is when nothing is near.
///
/// Near is at most a third of the word's letters away (insert, delete, change, swap).
func suggestion(for word: String, among known: [String]) -> Phrase {
  if let nearest = nearestName(to: word, among: known) {
    return Phrase(de: ": ist \"\(nearest)\" gemeint?", en: ": did you mean \"\(nearest)\"?")
  }
  let all = known.joined(separator: ", ")
  return known.isEmpty
    ? Phrase(de: "", en: "") : Phrase(de: ": es gibt \(all)", en: ": there is \(all)")
}

extension Phrase {
  /// Two phrases one behind the other.
  static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(de: left.german + right.german, en: left.english + right.english)
  }
}
