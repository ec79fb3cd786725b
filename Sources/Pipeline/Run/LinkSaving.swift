internal import Linkage
internal import Records
internal import Reports
internal import Store

extension Matching {
  /// Stores the scores of the pairs inside clusters and of those that wait for review.
  func savePairs(in session: RunSession, _ explainer: Explainer) throws {
    let all =
      linkage.pairs.map { ($0, PairScore.Status.merged) }
      + linkage.reviewPairs.map { ($0, .review) }
    let pairs = all.sorted { ($0.0.left, $0.0.right) < ($1.0.left, $1.0.right) }
    try session.replacePairs(
      pairs.map { pair, status in
        PairScore(
          left: records[pair.left], right: records[pair.right],
          weightInBits: pair.totalInBits, status: status, steps: [])
      },
      isKept: { place in
        guard let isTouched = linkage.isTouched else { return false }
        return !isTouched[pairs[place].0.left] && !isTouched[pairs[place].0.right]
      },
      steps: { explainer.waterfall(pairs[$0].0.left, pairs[$0].0.right).steps })
  }

  /// The relations between contacts: those of their records, each once, none to oneself.
  ///
  /// - Parameter contacts: the contact of each cluster.
  func relations(contacts: [ContactID]) -> [Relation] {
    var contactOfRecord = [ContactID](repeating: 0, count: records.count)
    for (cluster, contact) in zip(linkage.clusters, contacts) {
      for member in cluster.members { contactOfRecord[member] = contact }
    }
    var seen: Set<Relation> = []
    return linkage.relations.compactMap { relation in
      let left = Int(contactOfRecord[relation.left])
      let right = Int(contactOfRecord[relation.right])
      guard left != right else { return nil }
      let isDirected = relation.kind == .worksAt
      let between = Relation(
        relation.kind, left: isDirected ? left : min(left, right),
        right: isDirected ? right : max(left, right))
      return seen.insert(between).inserted ? between : nil
    }
  }
}

extension Waterfall {
  /// The steps from the prior to the sum, as the store keeps them.
  var steps: [ScoreStep] {
    let prior = Phrase(de: "Ausgangswert", en: "prior")
    return [
      ScoreStep(comparison: prior, level: Phrase(de: "", en: ""), weightInBits: priorInBits)
    ]
      + rows.map { row in
        ScoreStep(
          comparison: row.comparison, level: row.level,
          weightInBits: row.bits + row.frequencyBits)
      }
  }
}
