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

/// Joins the members of one component, the closest clusters first, by the average weight of all
/// pairs between two clusters; pairs that can't be one contact keep their clusters apart.
///
/// - Complexity: O(n³) in the number of members.
struct Agglomeration {
  private let members: [UInt32]
  private let count: Int
  /// The sums of the weights between clusters, in weight units.
  private var sums: [Int64]
  private var apart: [Bool]
  private var sizes: [Int64]

  /// - Parameter members: in an order that doesn't depend on indices, so that ties break alike.
  init(members: [UInt32]) {
    self.members = members
    count = members.count
    sums = [Int64](repeating: 0, count: count * count)
    apart = [Bool](repeating: false, count: count * count)
    sizes = [Int64](repeating: 1, count: count)
  }

  mutating func set(_ left: Int, _ right: Int, weight: Weight, cannotLink: Bool) {
    sums[left * count + right] = Int64(weight.units)
    sums[right * count + left] = Int64(weight.units)
    apart[left * count + right] = cannotLink
    apart[right * count + left] = cannotLink
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
      for r in alive[(index + 1)...] where !apart[l * count + r] {
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
      if apart[r * count + other] {
        apart[l * count + other] = true
        apart[other * count + l] = true
      }
    }
  }
}
