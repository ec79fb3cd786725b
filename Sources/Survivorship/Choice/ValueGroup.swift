internal import Records

/// The values of one attribute that say the same, in whatever spelling.
struct ValueGroup {
  let key: String
  let shape: Shape
  /// Indices into the candidates, ascending.
  var own: [Int]
  /// Values of other groups that say the same or less, and so speak for this one too.
  var covered: [Int] = []
  /// Whether another group says all that this one says.
  var isCovered = false
  var isInvalid: Bool

  var all: [Int] { covered.isEmpty ? own : own + covered }
}

/// The candidates in groups of equal values, in the order of their first; each with what it covers.
///
/// - Complexity: O(n + g²) for g distinct values; g is small, the number of different names of one contact.
func groups(of candidates: [Candidate]) -> [ValueGroup] {
  var groups: [ValueGroup] = []
  var indexOfKey: [String: Int] = [:]
  for (index, candidate) in candidates.enumerated() {
    let key = key(of: candidate.field)
    if let known = indexOfKey[key] {
      groups[known].own.append(index)
      groups[known].isInvalid = groups[known].isInvalid && candidate.isInvalid
    } else {
      indexOfKey[key] = groups.count
      let shape = Shape(candidate.field)
      groups.append(
        ValueGroup(key: key, shape: shape, own: [index], isInvalid: candidate.isInvalid))
    }
  }
  if groups.count > 1 { cover(&groups) }
  return groups
}

/// Notes which groups say no more than another; of two that cover each other both stay.
private func cover(_ groups: inout [ValueGroup]) {
  for full in groups.indices {
    for part in groups.indices where part != full && !groups[full].isInvalid {
      guard groups[full].shape.covers(groups[part].shape),
        !groups[part].shape.covers(groups[full].shape)
      else { continue }
      groups[full].covered += groups[part].own
      groups[part].isCovered = true
    }
  }
}
