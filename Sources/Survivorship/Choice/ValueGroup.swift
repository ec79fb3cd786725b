internal import Records

/// Values of one attribute that are the same to the letter.
struct Spelling {
  /// Indices into the candidates, ascending.
  var candidates: [Int]
}

/// The values of one attribute that say the same, in whatever spelling.
struct ValueGroup {
  var spellings: [Spelling]
  let key: String
  let shape: Shape
  /// Values of other groups that say the same or less, and so speak for this one too.
  var covered: [Int] = []
  /// Whether another group says all that this one says.
  var isCovered = false
  var isInvalid: Bool

  /// Indices into the candidates.
  var own: [Int] {
    spellings.count == 1 ? spellings[0].candidates : spellings.flatMap(\.candidates)
  }
  var all: [Int] { covered.isEmpty ? own : own + covered }
}

/// The candidates by spelling, in the order of their first; nil when all are spelled alike.
///
/// - Complexity: O(n·s) for s spellings, of which there are few.
func spellings(of candidates: Candidates) -> [Spelling]? {
  guard let different = candidates.indices.first(where: { !candidates.isEqual(0, $0) }) else {
    return nil
  }
  var spellings = [Spelling(candidates: Array(0..<different))]
  for index in candidates.indices.dropFirst(different) {
    let known = spellings.firstIndex { candidates.isEqual($0.candidates[0], index) }
    if let known {
      spellings[known].candidates.append(index)
    } else {
      spellings.append(Spelling(candidates: [index]))
    }
  }
  return spellings
}

/// Spellings in groups of equal values, in the order of their first; each with what it covers.
///
/// - Complexity: O(s + g²) for g distinct values; g is small, the number of different names of one
///   contact.
func groups(of spellings: [Spelling], in candidates: Candidates) -> [ValueGroup] {
  var groups: [ValueGroup] = []
  var index = KeyIndex()
  for spelling in spellings {
    let field = candidates.field(spelling.candidates[0])
    let shape = Shape(field)
    let key = key(of: field, shape)
    if let known = index.position(of: key, in: groups) {
      groups[known].spellings.append(spelling)
      groups[known].isInvalid = groups[known].isInvalid && field.isInvalid
    } else {
      groups.append(
        ValueGroup(spellings: [spelling], key: key, shape: shape, isInvalid: field.isInvalid))
    }
  }
  if groups.count > 1 { cover(&groups) }
  return groups
}

/// Notes which groups say no more than another; of two that cover each other both stay.
private func cover(_ groups: inout [ValueGroup]) {
  if case .plain = groups[0].shape { return }
  for full in groups.indices where !groups[full].isInvalid {
    for part in groups.indices where part != full {
      guard groups[full].shape.covers(groups[part].shape),
        !groups[part].shape.covers(groups[full].shape)
      else { continue }
      groups[full].covered += groups[part].own
      groups[part].isCovered = true
    }
  }
}

extension [ValueGroup] {
  /// Lets a group stand for itself, whatever covers it.
  mutating func letStand(_ group: Int) {
    guard self[group].isCovered else { return }
    self[group].isCovered = false
    let own = Set(self[group].own)
    for other in indices where other != group { self[other].covered.removeAll(where: own.contains) }
  }
}

/// Finds a group by its key: among few by looking through them, among many by a table.
private struct KeyIndex {
  private var table: [String: Int] = [:]
  private var known = 0

  mutating func position(of key: String, in groups: [ValueGroup]) -> Int? {
    if groups.count < 8 { return groups.firstIndex { $0.key == key } }
    for position in known..<groups.count { table[groups[position].key] = position }
    known = groups.count
    return table[key]
  }
}
