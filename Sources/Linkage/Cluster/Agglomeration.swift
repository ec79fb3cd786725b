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
  /// All that one contact is told by is equal.
  case sure
  /// Names or numbers that one contact doesn't have side by side.
  case conflicts
  /// A conflict of valid numbers, which outweighs a few equal names.
  case conflictsHard
  /// Two of one name, a generation apart.
  case generationApart
  /// What no number of equal names outweighs: one is the other's father.
  case excludes
}

extension Verdict {
  /// How much it counts against one contact, beside the agreements of other pairs.
  fileprivate var conflict: Int64 {
    switch self {
    case .open: 0
    case .agrees, .sure: -1
    case .conflicts: 1
    case .conflictsHard, .generationApart: 4
    case .excludes: Agglomeration.never
    }
  }

  /// Whether it speaks against one contact.
  var isConflict: Bool { conflict > 0 }

  /// Whether two records are two of one name, so that a third can only be one of them.
  fileprivate var isOfTwo: Bool { self == .generationApart || self == .excludes }
}

/// Joins the members of one component, the closest clusters first, by the average weight of all
/// pairs between two clusters.
///
/// Clusters stay apart when most of the pairs that can tell are in conflict: one misspelled name
/// parts nothing, but records without a given name are no bridge between two people. A cluster that
/// fits father and son joins neither.
///
/// - Complexity: O(n³) in the number of members.
struct Agglomeration {
  private let members: [UInt32]
  private let count: Int
  /// The sums of the weights between clusters, in weight units.
  private var sums: [Int64]
  /// Conflicts minus agreements between clusters.
  private var conflicts: [Int64]
  /// Whether some pair between clusters is two of one name.
  private var areTwo: [Bool]
  /// Whether some pair between clusters is surely one contact.
  private var areOne: [Bool]
  private var sizes: [Int64]
  /// The clusters that are not part of another yet.
  private var alive: [Int]
  /// The cluster that each member was joined to first; its own number for the others.
  private var homes: [Int]

  /// - Parameter members: in an order that doesn't depend on indices, so that ties break alike.
  init(members: [UInt32]) {
    self.members = members
    count = members.count
    sums = [Int64](repeating: 0, count: count * count)
    conflicts = [Int64](repeating: 0, count: count * count)
    areTwo = [Bool](repeating: false, count: count * count)
    areOne = [Bool](repeating: false, count: count * count)
    sizes = [Int64](repeating: 1, count: count)
    alive = Array(0..<count)
    homes = alive
  }

  mutating func set(_ left: Int, _ right: Int, weight: Weight, verdict: Verdict) {
    for place in [left * count + right, right * count + left] {
      sums[place] = Int64(weight.units)
      conflicts[place] = verdict.conflict
      areTwo[place] = verdict.isOfTwo
      areOne[place] = verdict == .sure
    }
  }

  /// Joins two members before all others, whatever their pair says.
  mutating func joinFirst(_ left: Int, _ right: Int) {
    let (l, r) = (home(of: left), home(of: right))
    guard l != r else { return }
    join(min(l, r), max(l, r), alive)
    alive.removeAll { $0 == max(l, r) }
    homes[max(l, r)] = min(l, r)
  }

  private func home(of member: Int) -> Int {
    var member = member
    while homes[member] != member { member = homes[member] }
    return member
  }

  /// All merges with an average of at least `least`, in order.
  mutating func merges(atLeast least: Weight) -> [Merge] {
    var merges: [Merge] = []
    while let (l, r) = closest(alive, atLeast: least) {
      if let (undecided, rival) = undecided(l, r, alive, atLeast: least) {
        keepApart(undecided, l == undecided ? r : l)
        keepApart(undecided, rival)
        continue
      }
      let pairs = sizes[l] * sizes[r]
      let isSure = areOne[l * count + r] && !areTwo[l * count + r]
      let sum = isSure ? Int64(Self.sure.units) * pairs : sums[l * count + r]
      let average = Weight(units: Int32(sum / pairs))
      merges.append(
        Merge(left: members[l], right: members[r], average: average, pairs: Int(pairs)))
      join(l, r, alive)
      alive.removeAll { $0 == r }
    }
    return merges
  }

  /// What a sure pair weighs, whatever else its clusters hold.
  static let sure = Weight(bits: 14)
  /// More than all agreements of a component.
  static let never: Int64 = 1 << 20
  /// What is surer than this goes to the closer one: it is no question of father or son.
  static let beyondDoubt: Int64 = 8 * Int64(Weight.unitsOfBit)
  /// A cluster goes to one of two of one name only when it is this much closer to it.
  static let margin: Int64 = 2 * Int64(Weight.unitsOfBit)

  /// The one of two clusters that fits a third as well, and that third, which is surely not the
  /// other: a record without "jun." belongs to the father or to the son, and nobody knows to whom.
  private func undecided(
    _ l: Int, _ r: Int, _ alive: [Int], atLeast least: Weight
  ) -> (undecided: Int, rival: Int)? {
    let average = sums[l * count + r] / (sizes[l] * sizes[r])
    guard average < Self.beyondDoubt else { return nil }
    let close = max(average - Self.margin, Int64(least.units))
    for (one, other) in [(l, r), (r, l)] {
      for rival in alive where rival != one && areTwo[other * count + rival] {
        let place = one * count + rival
        guard conflicts[place] <= 0, !areTwo[place] else { continue }
        if sums[place] / (sizes[one] * sizes[rival]) >= close { return (one, rival) }
      }
    }
    return nil
  }

  /// Keeps two clusters apart, and all that they become part of.
  mutating func keepApart(_ l: Int, _ r: Int) {
    conflicts[l * count + r] += Self.never
    conflicts[r * count + l] = conflicts[l * count + r]
  }

  /// The two clusters with the highest average, the first of equals; sure ones before all others.
  private func closest(_ alive: [Int], atLeast least: Weight) -> (Int, Int)? {
    var best: (Int, Int)?
    var bestSum = Int64(least.units)
    var bestPairs: Int64 = 1
    for (index, l) in alive.enumerated() {
      for r in alive[(index + 1)...] where conflicts[l * count + r] <= 0 {
        if areOne[l * count + r] && !areTwo[l * count + r] { return (l, r) }
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
      areTwo[l * count + other] = areTwo[l * count + other] || areTwo[r * count + other]
      areTwo[other * count + l] = areTwo[l * count + other]
      areOne[l * count + other] = areOne[l * count + other] || areOne[r * count + other]
      areOne[other * count + l] = areOne[l * count + other]
    }
  }
}
