/// How sure a merge must be.
package enum OperatingPoint: String, CaseIterable, Hashable, Sendable {
  /// Only what is sure is merged: an expected precision of 99.5 %; the rest waits for review.
  case safe
  /// The best expected balance of precision and recall.
  case balanced
}

/// What a run of the linker may do.
package struct LinkOptions: Hashable, Sendable {
  package var at: OperatingPoint
  /// Whether the weights are fitted to the data; without it the model is used as it stands.
  package var trains: Bool
  /// The records a block may hold; a larger one is divided by a longer key or skipped.
  package var blockLimit: Int
  /// The scored pairs a linkage keeps for explanations.
  package var keptPairLimit: Int

  /// Whether ties that are not sameness are looked for.
  package var findsRelations: Bool
  /// Whether the linkage keeps its state, for the next one to compare only what has changed.
  package var keepsState: Bool
  /// What people said of pairs.
  package var clamps: Clamps
  /// Of these, what training learns from.
  package var labels: [Clamps.Pair] = []

  package init(
    at: OperatingPoint = .balanced, trains: Bool = true, blockLimit: Int = 200,
    keptPairLimit: Int = 2_000_000, findsRelations: Bool = true,
    keepsState: Bool = false, clamps: Clamps = Clamps()
  ) {
    self.clamps = clamps
    self.at = at
    self.trains = trains
    self.blockLimit = blockLimit
    self.keptPairLimit = keptPairLimit
    self.findsRelations = findsRelations
    self.keepsState = keepsState
  }
}

/// The parts of a linker's work, in order.
package enum LinkStage: String, CaseIterable, Hashable, Sendable {
  case preparing, training, comparing, clustering, relating
}
