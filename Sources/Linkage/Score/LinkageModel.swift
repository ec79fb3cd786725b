/// The weights by which records are compared: a table a person can read.
package struct LinkageModel: Hashable, Sendable {
  /// Grows with every change of the shipped weights or of what a level means.
  package var version: String
  /// The score from which a pair is merged, at each point; nil until it was estimated from data.
  package var cuts: Cuts?

  /// The scores, in bits, that part merging, review and nothing.
  package struct Cuts: Hashable, Sendable {
    package var safeInBits: Double
    package var balancedInBits: Double

    package init(safeInBits: Double, balancedInBits: Double) {
      self.safeInBits = safeInBits
      self.balancedInBits = balancedInBits
    }
  }

  package init(version: String, cuts: Cuts? = nil) {
    self.version = version
    self.cuts = cuts
  }

  /// The weights that ship with Kontor, for German contacts.
  package static let shipped = LinkageModel(version: "1")
}
