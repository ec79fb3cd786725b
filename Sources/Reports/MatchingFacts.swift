package import Records

/// How pairs were weighed and where the cuts lie.
package struct MatchingFacts: Sendable {
  /// What the pairs were weighed by; nil when nothing was linked.
  package var model: ModelFacts?
  /// "safe" or "balanced".
  package var operatingPoint: String
  /// From this weight on, in bits, records are merged; nil when it is not known.
  package var mergeFromBits: Double?
  /// From this weight up to the other a person is asked; nil when it is not known.
  package var reviewFromBits: Double?
  /// Pairs that were scored.
  package var comparedPairs: Int

  package init(
    model: ModelFacts? = nil, operatingPoint: String = "", mergeFromBits: Double? = nil,
    reviewFromBits: Double? = nil, comparedPairs: Int = 0
  ) {
    self.model = model
    self.operatingPoint = operatingPoint
    self.mergeFromBits = mergeFromBits
    self.reviewFromBits = reviewFromBits
    self.comparedPairs = comparedPairs
  }
}

/// The model that the pairs were weighed by.
package struct ModelFacts: Sendable {
  /// Its name and version: "demo 2".
  package var title: String
  /// A hash of all that weighs in it; 16 digits.
  package var id: String
  /// The records it was trained on.
  package var trainedOn: Int
  /// Who trained it.
  package var author: String
  /// What training did.
  package var notes: [Phrase]
  /// Whether the store has grown so much since that another should be trained.
  package var isOutgrown: Bool

  package init(
    title: String, id: String, trainedOn: Int, author: String = "", notes: [Phrase] = [],
    isOutgrown: Bool = false
  ) {
    self.title = title
    self.id = id
    self.trainedOn = trainedOn
    self.author = author
    self.notes = notes
    self.isOutgrown = isOutgrown
  }
}
