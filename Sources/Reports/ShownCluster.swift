package import Records

/// A cluster as the report shows it: its records side by side, and why they are held together.
package struct ShownCluster: Sendable {
  package var id: Int
  /// Two or more, by id ascending.
  package var records: [Record]
  /// One when it is merged; as it waits for review, the contacts there are until someone decides.
  package var contacts: [Contact]
  /// Strongest first; not every pair need be there.
  package var pairs: [ShownPair]
  /// How surely the cluster is one contact, in bits: its average or weakest inner weight.
  package var weightInBits: Double
  /// Why it waits, or what is remarkable.
  package var note: Phrase?

  package init(
    id: Int, records: [Record], contacts: [Contact], pairs: [ShownPair], weightInBits: Double,
    note: Phrase? = nil
  ) {
    self.id = id
    self.records = records
    self.contacts = contacts
    self.pairs = pairs
    self.weightInBits = weightInBits
    self.note = note
  }
}

/// Two records of a cluster, and what speaks for and against their being one contact.
package struct ShownPair: Sendable {
  /// Positions in the cluster's `records`.
  package var left: Int
  package var right: Int
  /// The sum of the prior and of all rows.
  package var weightInBits: Double
  /// What the model starts from before it has compared anything; negative, as few pairs match.
  package var priorInBits: Double
  package var rows: [WaterfallRow]

  package init(
    left: Int, right: Int, weightInBits: Double, priorInBits: Double, rows: [WaterfallRow]
  ) {
    self.left = left
    self.right = right
    self.weightInBits = weightInBits
    self.priorInBits = priorInBits
    self.rows = rows
  }
}

/// One comparison of a pair in words: "surname sounds alike: Meyer / Meier, +3.1 bits".
package struct WaterfallRow: Sendable {
  /// What was compared, so that the page can show the two values.
  package enum Subject: Hashable, Sendable {
    case familyName, givenName
    case attribute(Attribute)
  }
  package var label: Phrase
  /// What the left record says; when both sides are empty they are taken from the records.
  package var left: String
  package var right: String
  package var subject: Subject?
  /// The weight of the level alone.
  package var bits: Double
  /// What the value's rarity adds, or its frequency takes away.
  package var frequencyBits: Double

  package init(
    label: Phrase, left: String = "", right: String = "", subject: Subject? = nil, bits: Double,
    frequencyBits: Double = 0
  ) {
    self.label = label
    self.left = left
    self.right = right
    self.subject = subject
    self.bits = bits
    self.frequencyBits = frequencyBits
  }

  /// What the comparison contributes to the pair's weight.
  package var total: Double { bits + frequencyBits }
}

/// The merges between two weights, and those of them that are shown.
package struct MergeBand: Sendable {
  /// In bits; nil for the lowest band.
  package var lower: Double?
  /// In bits, not part of the band; nil for the highest.
  package var upper: Double?
  /// All merges of the band.
  package var total: Int
  package var clusters: [ShownCluster]

  package init(lower: Double?, upper: Double?, total: Int, clusters: [ShownCluster]) {
    self.lower = lower
    self.upper = upper
    self.total = total
    self.clusters = clusters
  }
}

/// One of the clusters with the most records.
package struct LargeCluster: Sendable {
  package var id: Int
  /// What a person calls the contact.
  package var name: String
  package var records: Int
  package var weightInBits: Double

  package init(id: Int, name: String, records: Int, weightInBits: Double) {
    self.id = id
    self.name = name
    self.records = records
    self.weightInBits = weightInBits
  }
}
