internal import Linkage
internal import Records
internal import Store

/// The questions of a store in the order in which people are asked.
enum QuestionQueue {
  /// Where changes touch more contacts than this share of all questions, one walk through all costs
  /// less than looking at each by itself; tests set another.
  @TaskLocal static var largestShare = 0.25

  /// Makes the questions of the pairs that wait for review: the last thing a run does to contacts
  /// and pairs.
  ///
  /// Whether an answer would follow from others depends on the questions that contacts connect it
  /// with, and on no others. So only those are made anew that the run's changes are connected with.
  ///
  /// - Complexity: O(n log n) in the pairs to review that are connected with a change.
  ///
  /// - Parameter others: contacts that lost a pair of which nothing was kept.
  static func renew(in session: RunSession, touching others: [ContactID] = []) throws {
    let reader = session.reader
    let touched = try reader.contactsTouched(by: session.id).union(others)
    let stored = try reader.questionCount()
    guard stored > 0, Double(touched.count) < Self.largestShare * Double(stored) else {
      return try session.replaceQuestions(reader.questions(), by: questions(of: reader))
    }
    var connected = Connected(contacts: touched)
    try connected.gather(from: reader)
    let extents = try connected.contacts.map { ($0, try reader.extent(of: $0)) }
    try session.replaceQuestions(
      connected.questions,
      by: questions(of: connected.pairs, Dictionary(uniqueKeysWithValues: extents)))
  }

  /// All questions, by what the store says of pairs and contacts.
  static func questions(of reader: StoreReader) throws -> [StoredQuestion] {
    let pairs = try reader.reviewedPairs()
    let contacts = Set(pairs.flatMap { [$0.leftContact, $0.rightContact] })
    return questions(of: pairs, try reader.extents(of: contacts))
  }

  /// The questions of pairs; no other pair to review is between contacts of these.
  ///
  /// - Parameters:
  ///   - pairs: by left, then right record, each once.
  ///   - extents: of all their contacts.
  private static func questions(
    of pairs: [ReviewedPair], _ extents: [ContactID: ContactExtent]
  ) -> [StoredQuestion] {
    guard !pairs.isEmpty else { return [] }
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

/// The contacts that questions and pairs to review connect, and these.
private struct Connected {
  private(set) var contacts: Set<ContactID>
  /// As they are stored now, perhaps about contacts and pairs that are no more.
  private(set) var questions: [StoredQuestion] = []
  /// By left, then right record.
  private(set) var pairs: [ReviewedPair] = []

  init(contacts: Set<ContactID>) { self.contacts = contacts }

  mutating func gather(from reader: StoreReader) throws {
    var met: Set<StoredQuestion> = []
    var waiting: Set<ReviewedPair> = []
    var open = contacts.sorted()
    while let contact = open.popLast() {
      for question in try reader.questions(of: contact) where met.insert(question).inserted {
        open += added([question.leftContact, question.rightContact])
      }
      for pair in try reader.reviewedPairs(of: contact) where waiting.insert(pair).inserted {
        open += added([pair.leftContact, pair.rightContact])
      }
    }
    questions = met.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    pairs = waiting.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  private mutating func added(_ ends: [ContactID]) -> [ContactID] {
    ends.filter { contacts.insert($0).inserted }
  }
}
