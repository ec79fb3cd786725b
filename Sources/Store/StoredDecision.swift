package import Records

/// A person's word on two records, or on a value, as the store keeps it.
package struct StoredDecision: Hashable, Sendable {
  /// A record that a decision is about.
  package struct Anchor: Hashable, Sendable {
    package var source: String
    package var key: String
    /// Of the record's content when the decision was made.
    package var contentHash: Int64
    /// Nil when no record has the key, or none any more.
    package var record: RecordID?
    package var state: State

    /// `SOURCE:KEY`.
    package var name: String { "\(source):\(key)" }
  }
  /// What became of a record since a decision was made.
  package enum State: String, CaseIterable, Hashable, Sendable {
    case same
    /// Its content is another.
    case changed
    /// It is in its source no more: what was said of it waits until it returns.
    case withdrawn
  }
  package struct Withdrawal: Hashable, Sendable {
    package var author: String
    package var time: String
    /// Nil: it waits, and until then the decision holds.
    package var run: RunID?
  }

  package var id: Int64
  package var kind: DecisionKind
  package var left: Anchor
  /// Nil for the choice of a value, which the left record held.
  package var right: Anchor?
  package var value: FieldValue?
  package var occasion: Occasion
  /// ISO 8601.
  package var madeAt: String
  /// Nil: it waits to be worked in.
  package var madeRun: RunID?
  package var withdrawal: Withdrawal?
  /// The first of the decisions that were made at one stroke.
  package var action: Int64
  /// Whether it only says what another implies.
  package var isCompanion: Bool

  package var anchors: [Anchor] { [left] + (right.map { [$0] } ?? []) }

  /// Whether a record has changed or gone since: still a person's word, but on something else.
  package var isStale: Bool { anchors.contains { $0.state != .same } }

  /// Whether it has an effect: it is made and not withdrawn by a run, and its records are there.
  package var isInForce: Bool {
    madeRun != nil && withdrawal?.run == nil && !anchors.contains { $0.state == .withdrawn }
  }

  /// Whether a run is still to work it in, or to take it back.
  package var isWaiting: Bool {
    withdrawal == nil ? madeRun == nil : madeRun != nil && withdrawal?.run == nil
  }

  /// The numbers of its records, left first.
  package var records: [RecordID] { anchors.compactMap(\.record) }
}
