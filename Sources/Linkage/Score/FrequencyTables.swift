/// How frequent the values of one kind are, without the records: what a frozen model keeps.
///
/// Values are named by a hash of their folded text, so that a model can be handed on without
/// anyone's name or address in it.
package struct ValueShares: Hashable, Sendable {
  /// The logarithm to the base 2 of the share of a value that is not listed.
  package var unseen: Float
  /// The logarithms of the shares of all values that are more frequent (or rarer) than that.
  package var listed: [UInt64: Float]

  package init(unseen: Float, listed: [UInt64: Float] = [:]) {
    self.unseen = unseen
    self.listed = listed
  }

  /// Lists what is not as frequent as an unseen value.
  ///
  /// - Parameter hash: the hash of the value with a number; "no value" has one too.
  init(unseen: Float, _ shares: [Float], hash: (Int) -> UInt64) {
    self.init(unseen: unseen)
    for id in shares.indices where shares[id] != unseen { listed[hash(id)] = shares[id] }
  }

  subscript(hash: UInt64) -> Float { listed[hash] ?? unseen }

  /// The shares by number, as comparing needs them.
  func shares(count: Int, hash: (Int) -> UInt64) -> [Float] {
    (0..<count).map { self[hash($0)] }
  }
}

/// The values whose rarity counts.
package enum ValueKind: String, CaseIterable, Hashable, Sendable {
  case given, family
  case street, postalCode, place, address
  case organization, organizationWord
}

/// The frequencies of all values, as they were in the records a model was trained on.
package struct FrequencyTables: Hashable, Sendable {
  /// One for each kind.
  package var shares: [ValueKind: ValueShares]
  /// The columns that no field knows and that are compared, the most telling first.
  package var extras: [ExtraShares]
  /// From this share on a given name is no misspelling of another.
  package var commonGiven: Float

  /// The values of one column that no field knows.
  package struct ExtraShares: Hashable, Sendable {
    /// As its source calls it.
    package var column: String
    package var shares: ValueShares

    package init(column: String, shares: ValueShares) {
      self.column = column
      self.shares = shares
    }
  }

  package init(
    shares: [ValueKind: ValueShares], extras: [ExtraShares], commonGiven: Float
  ) {
    self.shares = shares
    self.extras = extras
    self.commonGiven = commonGiven
  }

  package subscript(kind: ValueKind) -> ValueShares {
    shares[kind] ?? ValueShares(unseen: -Frequencies.mostBits)
  }

  /// How many values are listed.
  package var count: Int {
    shares.values.reduce(0) { $0 + $1.listed.count }
      + extras.reduce(0) { $0 + $1.shares.listed.count }
  }
}
