package import Records

/// What people said of pairs of records: it holds whatever their values say.
package struct Clamps: Hashable, Sendable {
  package struct Pair: Hashable, Sendable {
    package var left: Int
    package var right: Int
    /// Not `.value`, which is about no pair.
    package var kind: DecisionKind

    package init(left: Int, right: Int, kind: DecisionKind) {
      self.left = left
      self.right = right
      self.kind = kind
    }
  }

  /// Most binding first: of pairs said to be the same, one that would join what is said to be
  /// different is passed over when those before it leave no room.
  package var pairs: [Pair]

  package init(_ pairs: [Pair] = []) { self.pairs = pairs }

  package var isEmpty: Bool { pairs.isEmpty }

  /// Makes what was said of a record part of what its pairs depend on.
  ///
  /// - Parameter identity: what names a record in any order of them.
  func mark(_ marks: inout [UInt64], identity: (Int) -> UInt64) {
    for pair in pairs {
      let kind = UInt64(DecisionKind.allCases.firstIndex(of: pair.kind) ?? 0)
      for (one, other) in [(pair.left, pair.right), (pair.right, pair.left)] {
        let word = identity(other) &+ kind &* 0x9E37_79B9_7F4A_7C15
        // 0 stands for a record that is compared anew.
        marks[one] = max(1, (marks[one] ^ word) &* 0xD6E8_FEB8_6659_FD93)
      }
    }
  }

  /// The positions of pairs said to be the same that can't be, each with those of the pairs that say
  /// different between what it would join.
  package func conflicts(records: Int) -> [(same: Int, different: [Int])] {
    ClampSets(self, records: records).refused
  }
}

/// Clamps as clustering uses them: who is joined before all others, who is never joined.
struct ClampSets: Sendable {
  /// Pairs to join first; none of them joins what is apart.
  private(set) var joined: [(left: UInt32, right: UInt32)] = []
  private(set) var apart: [(left: UInt32, right: UInt32)] = []
  private(set) var decided: [(left: UInt32, right: UInt32)] = []
  private(set) var relations: [Relation] = []
  private(set) var refused: [(same: Int, different: [Int])] = []
  /// Whether a record is in a pair that is joined or apart; empty when none is.
  private var isClamped: [Bool] = []

  static let none = ClampSets(Clamps(), records: 0)

  /// "Different" always holds; "same" as far as it leaves room.
  init(_ clamps: Clamps, records: Int) {
    guard !clamps.isEmpty else { return }
    isClamped = [Bool](repeating: false, count: records)
    var enemies: [UInt32: [(record: UInt32, clamp: Int)]] = [:]
    for (place, pair) in clamps.pairs.enumerated() where pair.left != pair.right {
      let ends = (left: UInt32(pair.left), right: UInt32(pair.right))
      decided.append(ends)
      guard pair.kind.isApart else { continue }
      apart.append(ends)
      mark(ends)
      enemies[ends.left, default: []].append((ends.right, place))
      enemies[ends.right, default: []].append((ends.left, place))
      if let kind = pair.kind.relation { relations.append(Self.relation(kind, pair)) }
    }
    var sets = UnionFind(count: records)
    for (place, pair) in clamps.pairs.enumerated()
    where pair.kind == .same && pair.left != pair.right {
      let ends = (left: UInt32(pair.left), right: UInt32(pair.right))
      let roots = (sets.root(of: ends.left), sets.root(of: ends.right))
      guard roots.0 != roots.1 else { continue }
      let between = (enemies[roots.0] ?? []).filter { sets.root(of: $0.record) == roots.1 }
      guard between.isEmpty else {
        refused.append((place, between.map(\.clamp).sorted()))
        continue
      }
      sets.join(ends.left, ends.right)
      let all = (enemies[roots.0] ?? []) + (enemies[roots.1] ?? [])
      enemies[min(roots.0, roots.1)] = all
      joined.append(ends)
      mark(ends)
    }
  }

  var isEmpty: Bool { isClamped.isEmpty }

  func touches(_ records: [UInt32]) -> Bool {
    !isClamped.isEmpty && records.contains { isClamped[Int($0)] }
  }

  func touches(_ record: UInt32) -> Bool { !isClamped.isEmpty && isClamped[Int(record)] }

  /// Pairs that hang together whatever their weights are: one that is joined or apart, and one that
  /// can't be joined.
  var ties: [(left: UInt32, right: UInt32)] { decided }

  /// Pairs of weights so high that components hold what is joined together.
  var edges: [Edge] {
    joined.map {
      Edge(left: min($0.left, $0.right), right: max($0.left, $0.right), weight: Weight(bits: 1000))
    }
  }

  private mutating func mark(_ ends: (left: UInt32, right: UInt32)) {
    isClamped[Int(ends.left)] = true
    isClamped[Int(ends.right)] = true
  }

  private static func relation(_ kind: Relation.Kind, _ pair: Clamps.Pair) -> Relation {
    kind == .worksAt
      ? Relation(kind, left: pair.left, right: pair.right)
      : Relation(kind, left: min(pair.left, pair.right), right: max(pair.left, pair.right))
  }
}
