/// The weights by which records are compared: a table a person can read.
package struct LinkageModel: Hashable, Sendable {
  /// Grows with every change of what a level means or of how values are folded and hashed: then
  /// models that were trained before can't be used any more.
  package var version: String
  package var persons: KindModel
  package var organizations: KindModel
  /// The scores from which pairs are merged; nil until they were estimated from data.
  package var cuts: Cuts?
  /// How frequent values are; nil: as frequent as in the records at hand.
  package var frequencies: FrequencyTables?

  /// The scores, in bits, that part merging, review and nothing.
  package struct Cuts: Hashable, Sendable {
    package var safeInBits: Double
    package var balancedInBits: Double

    package init(safeInBits: Double, balancedInBits: Double) {
      self.safeInBits = safeInBits
      self.balancedInBits = balancedInBits
    }
  }

  package init(
    version: String, persons: KindModel, organizations: KindModel, cuts: Cuts? = nil,
    frequencies: FrequencyTables? = nil
  ) {
    self.version = version
    self.persons = persons
    self.organizations = organizations
    self.cuts = cuts
    self.frequencies = frequencies
  }

  /// Whether it needs nothing of the records it is used on: two records have the same score
  /// whatever else there is.
  package var isFrozen: Bool {
    cuts != nil && frequencies != nil && persons.records != nil && organizations.records != nil
  }

  /// The model as it weighs these records, with all it took from them.
  ///
  /// - Parameter columns: the records it was trained on, or that it would take its frequencies from.
  package func frozen(for columns: Columns) -> LinkageModel {
    var model = self
    let counts = columns.countsByKind
    model.persons.records = persons.records ?? counts.persons
    model.organizations.records = organizations.records ?? counts.organizations
    model.frequencies = frequencies ?? FrequencyTables(Frequencies(columns), of: columns)
    return model
  }

  /// The weights that ship with Kontor, for German contacts.
  package static let shipped = LinkageModel(
    version: "2", persons: ShippedWeights.persons, organizations: ShippedWeights.organizations)
}

/// The weights for pairs of one kind of record.
package struct KindModel: Hashable, Sendable {
  /// How many partners of each sort a record has among the others, on average.
  package var partners: Partners
  /// How many records there were, from which the prior follows; nil: as many as are at hand.
  package var records: Int?
  /// Whether people who share a home are among the records, so that two given names keep records
  /// apart; birth dates can show that there are none to speak of.
  package var knowsHouseholds = true
  /// One table a comparison, in the order they are compared.
  package var tables: [ComparisonTable]

  /// What two records can be to each other, and how often it is so.
  package struct Partners: Hashable, Sendable {
    package var matches: Double
    /// Members of one household, or firms of one group.
    package var housemates: Double
    /// People of one organization, or firms in one building.
    package var colleagues: Double

    package init(matches: Double, housemates: Double, colleagues: Double) {
      self.matches = matches
      self.housemates = housemates
      self.colleagues = colleagues
    }
  }

  /// What a pair starts with before anything is compared, in bits; nil while there are no records.
  package var priorInBits: Double? {
    records.map { Double(Scorer.prior(partners, records: $0).x) }
  }

  package init(partners: Partners, records: Int? = nil, tables: [ComparisonTable]) {
    self.partners = partners
    self.records = records
    self.tables = tables
  }
}

/// One comparison's levels with their weights; level 0, "missing", weighs nothing and is left out.
package struct ComparisonTable: Hashable, Sendable {
  package var comparison: Comparison
  /// Levels 1, 2, …
  package var levels: [LevelWeights]

  package init(_ comparison: Comparison, _ levels: [LevelWeights]) {
    self.comparison = comparison
    self.levels = levels
  }
}

/// How often a level occurs among pairs of each sort; each column of a table adds up to 1.
package struct LevelWeights: Hashable, Sendable {
  /// Among matches.
  package var m: Double
  /// Among strangers.
  package var u: Double
  /// Among members of one household, or firms of one group.
  package var housemates: Double
  /// Among people of one organization, or firms in one building.
  package var colleagues: Double

  package init(_ m: Double, _ u: Double, _ housemates: Double, _ colleagues: Double) {
    self.m = m
    self.u = u
    self.housemates = housemates
    self.colleagues = colleagues
  }

  /// The weight with an average value: log2(m/u).
  package var bits: Double { log2(m / u) }
}
