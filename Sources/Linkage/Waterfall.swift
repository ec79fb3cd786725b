package import Records

/// Why two records are, or are not, one contact: the weights that add up to their total.
package struct Waterfall: Hashable, Sendable {
  /// One comparison and what it adds.
  package struct Row: Hashable, Sendable {
    /// What was compared: "surname".
    package var comparison: Phrase
    /// How far it agrees: "surname sounds alike".
    package var level: Phrase
    /// The level's match weight with an average value.
    package var bits: Double
    /// What the value's rarity adds (or its frequency takes away).
    package var frequencyBits: Double

    package init(comparison: Phrase, level: Phrase, bits: Double, frequencyBits: Double = 0) {
      self.comparison = comparison
      self.level = level
      self.bits = bits
      self.frequencyBits = frequencyBits
    }
  }

  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case same, review, different
  }

  package var priorInBits: Double
  package var rows: [Row]
  package var outcome: Outcome
  /// Why they can't be one contact whatever the weights say; nil when they can.
  package var veto: Phrase?
  /// Why they are surely one contact, whatever the sum; nil when it is the weights that tell.
  package var surety: Phrase?

  package init(priorInBits: Double, rows: [Row], outcome: Outcome, veto: Phrase? = nil) {
    self.priorInBits = priorInBits
    self.rows = rows
    self.outcome = outcome
    self.veto = veto
  }

  /// The prior plus all rows.
  package var totalInBits: Double {
    rows.reduce(priorInBits) { $0 + $1.bits + $1.frequencyBits }
  }

  /// The chance that both are one contact, from 0 to 1.
  package var probability: Double { probabilityOf(bits: totalInBits) }
}

extension Waterfall.Outcome {
  /// The outcome in words.
  package var phrase: Phrase {
    switch self {
    case .same: Phrase(de: "derselbe Kontakt", en: "the same contact")
    case .review: Phrase(de: "unsicher, bitte prüfen", en: "unsure, please review")
    case .different: Phrase(de: "verschiedene Kontakte", en: "different contacts")
    }
  }
}
