/// How good the merges are by the model's own estimate; a judged sample tells whether it is right.
package struct QualityFacts: Sendable {
  /// Pairs merged, and the share of them that the model expects to be one contact.
  package var mergedPairs: Int
  package var expectedPrecision: Double
  /// Of the pairs the model expects to be one contact, the share that was merged.
  package var expectedRecall: Double
  /// Lowest first; those below the cut were left apart.
  package var bands: [Band]

  /// Pairs between two weights.
  package struct Band: Sendable {
    /// In bits; nil for the lowest.
    package var lower: Double?
    /// In bits, not part of the band; nil for the highest.
    package var upper: Double?
    package var pairs: Int
    package var isMerged: Bool
    /// Wrong merges expected, or, where nothing was merged, contacts' pairs expected to be missed.
    package var expectedErrors: Double

    package init(
      lower: Double?, upper: Double?, pairs: Int, isMerged: Bool, expectedErrors: Double
    ) {
      self.lower = lower
      self.upper = upper
      self.pairs = pairs
      self.isMerged = isMerged
      self.expectedErrors = expectedErrors
    }
  }

  package init(
    mergedPairs: Int, expectedPrecision: Double, expectedRecall: Double, bands: [Band] = []
  ) {
    self.mergedPairs = mergedPairs
    self.expectedPrecision = expectedPrecision
    self.expectedRecall = expectedRecall
    self.bands = bands
  }
}
