/// Two clusters joined at their average weight.
struct Merge: Sendable {
  /// One member of each.
  var left: UInt32
  var right: UInt32
  /// The average of all pairs between both.
  var average: Weight
  /// The number of pairs between both.
  var pairs: Int
}

/// What a pair says of being one contact beside its weight.
enum Verdict: Sendable {
  /// Nothing: what would tell is missing on one side.
  case open
  case agrees
  /// Names or numbers that one contact doesn't have side by side.
  case conflicts
  /// A conflict of valid numbers, which outweighs a few equal names.
  case conflictsHard
}

/// Joins the members of one component, the closest clusters first, by the average weight of all
/// pairs between two clusters.
///
/// Clusters stay apart when most of the pairs that can tell are in conflict: one misspelled name
/// parts nothing, but records without a given name are no bridge between two people.
///
/// - Complexity: O(n³) in the number of members.
struct Agglomeration {
  private let members: [UInt32]
  private let count: Int
  /// The sums of the weights between clusters, in weight units.
  private var sums: [Int64]
  /// Conflicts minus agreements between clusters.
  private var conflicts: [Int32]
  private var sizes: [Int64]

  /// - Parameter members: in an order that doesn't depend on indices, so that ties break alike.
  init(members: [UInt32]) {
    self.members = members
    count = members.count
    sums = [Int64](repeating: 0, count: count * count)
    conflicts = [Int32](repeating: 0, count: count * count)
    sizes = [Int64](repeating: 1, count: count)
  }

  mutating func set(_ left: Int, _ right: Int, weight: Weight, verdict: Verdict) {
    let conflict: Int32 =
      switch verdict {
      case .open: 0
      case .agrees: -1
      case .conflicts: 1
      case .conflictsHard: 4
      }
    for place in [left * count + right, right * count + left] {
      sums[place] = Int64(weight.units)
      conflicts[place] = conflict
    }
  }

  /// All merges with an average of at least `least`, in order.
  mutating func merges(atLeast least: Weight) -> [Merge] {
    var merges: [Merge] = []
    var alive = Array(0..<count)
    while let (l, r) = closest(alive, atLeast: least) {
      let pairs = sizes[l] * sizes[r]
      let average = Weight(units: Int32(sums[l * count + r] / pairs))
      merges.append(
        Merge(left: members[l], right: members[r], average: average, pairs: Int(pairs)))
      join(l, r, alive)
      alive.removeAll { $0 == r }
    }
    return merges
  }

  /// The two clusters with the highest average; the first of equals.
  private func closest(_ alive: [Int], atLeast least: Weight) -> (Int, Int)? {
    var best: (Int, Int)?
    var bestSum = Int64(least.units)
    var bestPairs: Int64 = 1
    for (index, l) in alive.enumerated() {
      for r in alive[(index + 1)...] where conflicts[l * count + r] <= 0 {
        let pairs = sizes[l] * sizes[r]
        let sum = sums[l * count + r]
        let isHigher = sum * bestPairs > bestSum * pairs
        if isHigher || best == nil && sum * bestPairs == bestSum * pairs {
          best = (l, r)
          bestSum = sum
          bestPairs = pairs
        }
      }
    }
    return best
  }

  private mutating func join(_ l: Int, _ r: Int, _ alive: [Int]) {
    sizes[l] += sizes[r]
    for other in alive where other != l && other != r {
      sums[l * count + other] += sums[r * count + other]
      sums[other * count + l] = sums[l * count + other]
      conflicts[l * count + other] += conflicts[r * count + other]
      conflicts[other * count + l] = conflicts[l * count + other]
    }
  }
}
