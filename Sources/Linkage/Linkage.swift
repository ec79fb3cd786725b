package import Records

/// Records held to be one contact.
package struct Cluster: Hashable, Sendable {
  package enum Status: String, CaseIterable, Hashable, Sendable {
    /// Two records or more, merged.
    case merged
    /// One record or more, with an open question to another cluster.
    case review
    /// One record that resembles no other.
    case single
  }
  /// Indices of records, ascending.
  package var members: [Int]
  package var status: Status
  /// The lowest average weight at which two parts of the cluster were joined; nil when it has one record.
  package var weakestLinkInBits: Double?

  /// The index of the smallest member.
  package var id: Int { members.first ?? 0 }

  package init(members: [Int], status: Status, weakestLinkInBits: Double? = nil) {
    self.members = members
    self.status = status
    self.weakestLinkInBits = weakestLinkInBits
  }
}

/// Two records and how far they are held to be one contact.
package struct ScoredPair: Hashable, Sendable {
  /// The lower index.
  package var left: Int
  package var right: Int
  /// The prior plus all match weights: the logarithm to the base 2 of the odds.
  package var totalInBits: Double

  package init(left: Int, right: Int, totalInBits: Double) {
    self.left = min(left, right)
    self.right = max(left, right)
    self.totalInBits = totalInBits
  }

  /// The chance that both are one contact, from 0 to 1.
  package var probability: Double { probabilityOf(bits: totalInBits) }
}

/// A block that was too large to compare, even with a longer key.
package struct SkippedBlock: Hashable, Sendable {
  package var key: BlockingKey
  package var size: Int

  package init(key: BlockingKey, size: Int) {
    self.key = key
    self.size = size
  }
}

/// The pairs whose merging was decided at weights between two bounds, and how many of them the model
/// expects to be one contact.
package struct ScoreBand: Hashable, Sendable {
  /// In bits; nil for the lowest band.
  package var lower: Double?
  /// In bits, not part of the band; nil for the highest.
  package var upper: Double?
  package var pairs = 0
  package var expectedMatches = 0.0

  package init(lower: Double?, upper: Double?, pairs: Int = 0, expectedMatches: Double = 0) {
    self.lower = lower
    self.upper = upper
    self.pairs = pairs
    self.expectedMatches = expectedMatches
  }
}

/// What a linker counted on its way.
package struct LinkStatistics: Hashable, Sendable {
  package var records = 0
  /// The pairs compared, by the key under which they came out.
  package var candidatePairs: [BlockingKey: Int] = [:]
  /// Blocks above the limit, largest first.
  package var skippedBlocks: [SkippedBlock] = []
  /// What training did, or why it kept the shipped weights.
  package var trainingNotes: [Phrase] = []
  /// The pairs merged at the chosen point, and how many of them the model expects to be right.
  package var mergedPairs = 0
  package var expectedPrecision = 1.0
  package var expectedRecall = 1.0
  /// Merges and what was left apart, by weight; the chosen cut is a bound.
  package var bands: [ScoreBand] = []

  package init() {}
}

/// What linking found.
package struct Linkage: Sendable {
  /// Every record is in exactly one; ordered by their smallest member.
  package var clusters: [Cluster]
  /// The scored pairs inside clusters, ordered; bounded by `LinkOptions.keptPairLimit`.
  package var pairs: [ScoredPair]
  /// The pairs to ask a person about, cheapest questions first.
  package var reviewPairs: [ScoredPair]
  /// Ties that are not sameness, between records.
  package var relations: [Relation]
  package var statistics: LinkStatistics
  /// The model as it was used: trained when the data carried it.
  package var model: LinkageModel
  /// What the next linking needs to compare only what has changed; nil unless it was asked for.
  package var state: LinkState?
  /// Whether a record's pairs were compared anew; nil: all were.
  package var isTouched: [Bool]?

  package init(
    clusters: [Cluster] = [], pairs: [ScoredPair] = [], reviewPairs: [ScoredPair] = [],
    relations: [Relation] = [], statistics: LinkStatistics = LinkStatistics(),
    model: LinkageModel = .shipped
  ) {
    self.clusters = clusters
    self.pairs = pairs
    self.reviewPairs = reviewPairs
    self.relations = relations
    self.statistics = statistics
    self.model = model
  }
}

extension Linkage {
  /// The number of each record's cluster in `clusters`.
  package var clusterNumbers: [Int] {
    var numbers = [Int](repeating: 0, count: recordCount)
    for (number, cluster) in clusters.enumerated() {
      for member in cluster.members { numbers[member] = number }
    }
    return numbers
  }

  /// The number of records in all clusters.
  private var recordCount: Int { clusters.reduce(0) { $0 + $1.members.count } }
}
