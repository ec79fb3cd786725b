package import Records

/// A question to people, as the store keeps it: whether two contacts are one, or whether a contact
/// is right in itself.
package struct StoredQuestion: Hashable, Sendable {
  /// The strongest pair, by which the question is named; the lower record first.
  package var left: RecordID
  package var right: RecordID
  package var leftContact: ContactID
  package var rightContact: ContactID
  /// Whether the answer would follow from earlier ones, were these answered "yes".
  package var isFollowing: Bool
  /// The pairs of records that asking is expected to join rightly.
  package var gain: Double
  /// Of both contacts together.
  package var recordCount: Int
  /// Of the strongest pair.
  package var weightInBits: Double
  /// The decision that answers it and waits to be worked in.
  package var decision: Int64?

  package init(
    left: RecordID, right: RecordID, leftContact: ContactID, rightContact: ContactID,
    isFollowing: Bool = false, gain: Double, recordCount: Int, weightInBits: Double
  ) {
    self.left = left
    self.right = right
    self.leftContact = leftContact
    self.rightContact = rightContact
    self.isFollowing = isFollowing
    self.gain = gain
    self.recordCount = recordCount
    self.weightInBits = weightInBits
  }

  /// What names it.
  package var pair: RecordPair { RecordPair(left: left, right: right) }

  /// Whether the answer is about one contact's own records.
  package var isWithinOne: Bool { leftContact == rightContact }
}

/// Two records that wait for review, and whom they belong to.
package struct ReviewedPair: Hashable, Sendable {
  package var left: RecordID
  package var right: RecordID
  package var weightInBits: Double
  package var leftContact: ContactID
  package var rightContact: ContactID
}

/// The first record of a contact, and how many it has.
package struct ContactExtent: Hashable, Sendable {
  package var first: RecordID
  package var count: Int
}
