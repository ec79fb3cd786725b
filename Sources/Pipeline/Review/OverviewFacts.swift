internal import Formats
internal import Foundation
internal import Linkage
internal import Records
internal import Reports

/// What a run of a pipeline found, as the store keeps it for the review page: the report's figures
/// without any value of a contact.
package struct OverviewFacts: Codable, Hashable, Sendable {
  /// How many records, then contacts, have an attribute.
  package struct Fill: Codable, Hashable, Sendable {
    package var attribute: String
    package var records: Int
    package var contacts: Int
  }
  /// Pairs between two weights; as the report's.
  package struct Band: Codable, Hashable, Sendable {
    package var lower: Double?
    package var upper: Double?
    package var pairs: Int
    package var isMerged: Bool
    package var expectedErrors: Double
  }
  package struct Source: Codable, Hashable, Sendable {
    package var name: String
    package var records: Int
    package var setAside: Int
    /// Contacts that have a record of it.
    package var contacts: Int
  }
  /// Contacts that have records of both sources.
  package struct Overlap: Codable, Hashable, Sendable {
    package var left: String
    package var right: String
    package var contacts: Int
  }

  package var pipeline: String
  package var records = 0
  package var setAside = 0
  package var contacts = 0
  package var mergedClusters = 0
  package var mergedRecords = 0
  package var singles = 0
  package var questions = 0
  package var households = 0
  package var mergeFromBits: Double?
  package var reviewFromBits: Double?
  package var expectedPrecision: Double?
  package var expectedRecall: Double?
  package var fills: [Fill] = []
  package var bands: [Band] = []
  package var sources: [Source] = []
  /// The largest first.
  package var overlaps: [Overlap] = []

  init(_ report: Report, _ matching: Matching) {
    let totals = report.totals
    pipeline = report.run.pipeline
    records = totals.records
    setAside = totals.setAside
    contacts = totals.contacts
    mergedClusters = totals.mergedClusters
    mergedRecords = totals.mergedRecords
    singles = totals.singles
    questions = totals.reviewClusters
    households = totals.households
    mergeFromBits = report.matching.mergeFromBits
    reviewFromBits = report.matching.reviewFromBits
    expectedPrecision = report.quality?.expectedPrecision
    expectedRecall = report.quality?.expectedRecall
    fills = report.fillRates.map { rate in
      Fill(attribute: rate.attribute.rawValue, records: rate.records, contacts: rate.contacts)
    }
    bands = (report.quality?.bands ?? []).map { band in
      Band(
        lower: band.lower, upper: band.upper, pairs: band.pairs, isMerged: band.isMerged,
        expectedErrors: band.expectedErrors)
    }
    let shared = SourceOverlap(matching)
    overlaps = shared.overlaps
    let setAside = Dictionary(
      report.sources.map { ($0.name, $0.setAsideCount) }, uniquingKeysWith: +)
    sources = shared.sources.map { source in
      Source(
        name: source.name, records: source.records, setAside: setAside[source.name] ?? 0,
        contacts: source.contacts)
    }
  }

  init?(json: [UInt8]) {
    guard let facts = try? JSONDecoder().decode(Self.self, from: Data(json)) else { return nil }
    self = facts
  }

  /// The same facts give the same bytes.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    guard let data = try? encoder.encode(self) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}

/// How many contacts have records of which sources.
private struct SourceOverlap {
  var sources: [(name: String, records: Int, contacts: Int)] = []
  var overlaps: [OverviewFacts.Overlap] = []

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  /// More are no chart any more.
  private static let mostOverlaps = 60

  init(_ matching: Matching) {
    var numbers: [String: Int] = [:]
    let ofRecord = matching.origins.map { origin -> Int in
      if let known = numbers[origin.source] { return known }
      numbers[origin.source] = sources.count
      sources.append((origin.source, 0, 0))
      return sources.count - 1
    }
    var pairs: [Pair: Int] = [:]
    for cluster in matching.linkage.clusters {
      for member in cluster.members { sources[ofRecord[member]].records += 1 }
      let own = Set(cluster.members.map { ofRecord[$0] }).sorted()
      for (place, left) in own.enumerated() {
        sources[left].contacts += 1
        for right in own[(place + 1)...] { pairs[Pair(left: left, right: right), default: 0] += 1 }
      }
    }
    let sorted = pairs.sorted {
      ($1.value, $0.key.left, $0.key.right) < ($0.value, $1.key.left, $1.key.right)
    }
    overlaps = sorted.prefix(Self.mostOverlaps).map { pair, count in
      OverviewFacts.Overlap(
        left: sources[pair.left].name, right: sources[pair.right].name, contacts: count)
    }
  }
}
