internal import Linkage
internal import Records
internal import Store

/// The questions of a store in the order in which people are asked.
enum QuestionQueue {
  /// Makes the questions of the pairs that wait for review: the last thing a run does to contacts
  /// and pairs.
  ///
  /// - Complexity: O(n log n) in the pairs to review.
  static func renew(in session: RunSession) throws {
    try session.replaceQuestions(try questions(of: session.reader))
  }

  static func questions(of reader: StoreReader) throws -> [StoredQuestion] {
    let pairs = try reader.reviewedPairs()
    guard !pairs.isEmpty else { return [] }
    var extents: [ContactID: (first: RecordID, count: Int)] = [:]
    for contact in pairs.flatMap({ [$0.leftContact, $0.rightContact] })
    where extents[contact] == nil {
      extents[contact] = try reader.extent(of: contact)
    }
    // Clusters are numbered by their first records, as the engine numbers them.
    let contacts = extents.keys.sorted { (extents[$0]?.first ?? 0) < (extents[$1]?.first ?? 0) }
    var clusters: [ContactID: Int] = [:]
    for (number, contact) in contacts.enumerated() { clusters[contact] = number }
    var ends: [Int: Int] = [:]
    for pair in pairs {
      ends[Int(pair.left)] = clusters[pair.leftContact]
      ends[Int(pair.right)] = clusters[pair.rightContact]
    }
    let ordered = ReviewQuestion.ordered(
      pairs.map {
        ScoredPair(left: Int($0.left), right: Int($0.right), totalInBits: $0.weightInBits)
      },
      sizes: contacts.map { extents[$0]?.count ?? 0 }, cluster: { ends[$0] ?? 0 })
    return ordered.telling.compactMap { question($0, contacts, isFollowing: false) }
      + ordered.following.compactMap { question($0, contacts, isFollowing: true) }

    func question(
      _ asked: ReviewQuestion, _ contacts: [ContactID], isFollowing: Bool
    ) -> StoredQuestion? {
      guard let pair = asked.pairs.first else { return nil }
      let (left, right) = (ends[pair.left] ?? 0, ends[pair.right] ?? 0)
      return StoredQuestion(
        left: RecordID(pair.left), right: RecordID(pair.right), leftContact: contacts[left],
        rightContact: contacts[right], isFollowing: isFollowing, gain: asked.expectedGain,
        recordCount: Set([left, right]).reduce(0) { $0 + (extents[contacts[$1]]?.count ?? 0) },
        weightInBits: pair.totalInBits)
    }
  }
}
