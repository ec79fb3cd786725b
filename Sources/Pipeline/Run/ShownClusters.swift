internal import Linkage
internal import Records
internal import Reports

/// Which clusters the report shows, and what is gathered of them while contacts pass by.
struct ShownClusters {
  private let matching: Matching
  /// The most valuable first.
  let questions: [ReviewQuestion]
  private let strata: [Stratum<Int>]
  /// The clusters of which something is shown.
  let wanted: Set<Int>
  private var gathered: [Int: MergedContact] = [:]

  /// So many questions and merges a band are gathered; the page shows what it has room for.
  private static let questionLimit = 500
  private static let mergesPerBand = 40

  init(_ matching: Matching) {
    self.matching = matching
    questions = matching.linkage.reviewQuestions
    let clusters = matching.linkage.clusters
    strata = sampleStrata(
      of: clusters.indices.lazy.filter { clusters[$0].members.count > 1 },
      size: Self.mergesPerBand, weight: { clusters[$0].weakestLinkInBits ?? 0 },
      identity: { UInt64(matching.records[clusters[$0].id]) })
    let shownQuestions = questions.prefix(Self.questionLimit)
    wanted = Set(shownQuestions.flatMap(\.clusters) + strata.flatMap(\.sample))
  }

  /// How many groups of records wait for a person.
  var questionCount: Int { questions.count }

  mutating func gather(_ merged: MergedContact) { gathered[merged.cluster] = merged }

  func review(_ explainer: Explainer) -> [ShownCluster] {
    questions.prefix(Self.questionLimit).map { question in
      shown(question.clusters, pairs: question.pairs, explainer)
    }
  }

  func samples(_ explainer: Explainer) -> [MergeBand] {
    let pairs = pairsOfSample()
    return strata.map { stratum in
      MergeBand(
        lower: stratum.lower, upper: stratum.upper, total: stratum.total,
        clusters: stratum.sample.map { shown([$0], pairs: pairs[$0] ?? [], explainer) })
    }
  }

  private func pairsOfSample() -> [Int: [ScoredPair]] {
    let clusterOfRecord = matching.linkage.clusterNumbers
    var pairs: [Int: [ScoredPair]] = [:]
    for pair in matching.linkage.pairs where wanted.contains(clusterOfRecord[pair.left]) {
      pairs[clusterOfRecord[pair.left], default: []].append(pair)
    }
    return pairs
  }

  private func shown(_ clusters: [Int], pairs: [ScoredPair], _ explainer: Explainer) -> ShownCluster
  {
    let merged = clusters.compactMap { gathered[$0] }
    let records = merged.flatMap(\.records).sorted { $0.id < $1.id }
    var place: [RecordID: Int] = [:]
    for (index, record) in records.enumerated() { place[record.id] = index }
    let shownPairs = pairs.sorted { $0.totalInBits > $1.totalInBits }.compactMap { pair in
      shown(pair, place: place, records: records, explainer)
    }
    let weakest = clusters.compactMap { matching.linkage.clusters[$0].weakestLinkInBits }.min()
    return ShownCluster(
      id: Int(records.first?.id ?? 0), records: records, contacts: merged.map(\.contact),
      pairs: shownPairs,
      weightInBits: clusters.count > 1 ? pairs.map(\.totalInBits).max() ?? 0 : weakest ?? 0)
  }

  private func shown(
    _ pair: ScoredPair, place: [RecordID: Int], records: [Record], _ explainer: Explainer
  ) -> ShownPair? {
    guard let left = place[matching.records[pair.left]],
      let right = place[matching.records[pair.right]]
    else { return nil }
    let waterfall = explainer.waterfall(pair.left, pair.right)
    return ShownPair(
      left: left, right: right, weightInBits: waterfall.totalInBits,
      priorInBits: waterfall.priorInBits, rows: waterfall.rows.map(\.shown))
  }
}

extension Waterfall.Row {
  /// The row as the report shows it.
  var shown: WaterfallRow {
    WaterfallRow(
      comparison: comparison, level: level, bits: bits, frequencyBits: frequencyBits)
  }
}

extension WaterfallRow {
  /// - Parameters: comparison, level: in the engine's words.
  init(comparison: Phrase, level: Phrase, bits: Double, frequencyBits: Double) {
    let compared = Comparison.allCases.first { $0.phrase == comparison }
    // "surname equal" says all; "number equal" needs to say which.
    let label =
      compared?.isNamedByItsLevels == true
      ? level : comparison + Phrase(de: ": ", en: ": ") + level
    self.init(
      label: label, subject: compared?.subject, bits: bits, frequencyBits: frequencyBits)
  }
}

extension Comparison {
  fileprivate var isNamedByItsLevels: Bool {
    switch self {
    case .given, .family, .birthDate, .email, .phone, .address, .organization: true
    default: false
    }
  }

  /// Whose values stand beside the row.
  fileprivate var subject: WaterfallRow.Subject? {
    switch self {
    case .given: .givenName
    case .family: .familyName
    case .birthDate: .attribute(.birthDate)
    case .gender: .attribute(.gender)
    case .email: .attribute(.email)
    case .phone: .attribute(.phone)
    case .address: .attribute(.address)
    case .organization: .attribute(.organization)
    case .customerNumber: .attribute(.customerNumber)
    case .vatID: .attribute(.vatID)
    case .iban: .attribute(.iban)
    default: nil
    }
  }
}
