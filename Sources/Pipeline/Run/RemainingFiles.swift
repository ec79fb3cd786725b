internal import Formats
internal import Linkage
internal import Records
internal import Reports
internal import Store
internal import Survivorship

/// The files that can be written once all contacts are known, from memory alone: while the store
/// makes its indexes.
struct RemainingFiles: Sendable {
  let crossReference: String?
  let clusters: String?
  let letters: String?
  let language: Language
  let matching: Matching
  /// Of each cluster.
  let contacts: [ContactID]
  let recordsByKey: [RecordID]
  /// Nil when no postal lines are asked for.
  let postable: [Contact]?
  let joined: [(ContactID, ContactID)]

  /// - Returns: how many postal lines there are and who has none; nil when none were asked for.
  func write() throws -> LetterCount? {
    let numbers = matching.linkage.clusterNumbers
    try writeCrossReference(numbers)
    try writeClusters(numbers)
    return try postable.map(writeHouseholds)
  }

  private func writeCrossReference(_ clusters: [Int]) throws {
    guard let path = crossReference else { return }
    var writer = try CrossReferenceWriter(ByteOutput(path: path))
    for record in recordsByKey {
      guard let index = matching.index(of: record) else { continue }
      let origin = matching.origins[index]
      try writer.write(source: origin.source, key: origin.key, contact: contacts[clusters[index]])
    }
    try writer.close()
  }

  private func writeClusters(_ numbers: [Int]) throws {
    guard let path = clusters else { return }
    let clusters = matching.linkage.clusters
    var writer = try ClustersWriter(ByteOutput(path: path))
    for index in matching.recordsByPlace {
      let cluster = clusters[numbers[index]]
      let (origin, place) = (matching.origins[index], matching.places[index])
      try writer.write(
        ClusterLine(
          cluster: String(matching.records[cluster.id]), contact: contacts[numbers[index]],
          status: ClusterStatus(cluster.status).rawValue, source: origin.source,
          location: place.location,
          recordKey: origin.key, recID: place.recID))
    }
    try writer.close()
  }

  private func writeHouseholds(_ postable: [Contact]) throws -> LetterCount {
    let lines = householdLines(of: households(of: postable, joined: joined), language: language)
    if let path = letters {
      var writer = try HouseholdWriter(ByteOutput(path: path))
      for line in lines.lines { try writer.write(line.postalLine) }
      try writer.close()
    }
    return LetterCount(lines)
  }
}

extension LetterCount {
  fileprivate init(_ households: HouseholdLines) {
    let leftOut = LeftOutReason.allCases.compactMap { reason in
      households.leftOut[reason].map {
        LeftOut(code: reason.rawValue, reason: reason.phrase, count: $0)
      }
    }
    self.init(
      lines: households.lines.count,
      leftOut: leftOut.sorted { ($1.count, $0.code) < ($0.count, $1.code) })
  }
}

extension HouseholdLine {
  /// The line as it is written: a contact person's organization stands under the name.
  fileprivate var postalLine: PostalLine {
    PostalLine(
      addressee: addressee,
      address: Address(
        street: street,
        addition: [organization, addition].filter { !$0.isEmpty }.joined(separator: ", "),
        postalCode: postalCode, place: place, country: country), contacts: contacts)
  }
}
