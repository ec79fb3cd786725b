package import Records
package import Store

/// All that a store knows of a contact; the lists and JSON are made of it.
package struct ShownContact: Sendable {
  /// A merge on the way from the number that was asked for to the contact.
  package struct Step: Hashable, Sendable {
    package var contact: ContactID
    package var run: RunID
    package var into: ContactID
  }
  /// A value with the record it came from, and those that lost against it.
  package struct Value: Sendable {
    package var value: FieldValue
    package var origin: RecordPlace
    package var agreeing: [RecordPlace]
    package var rule: SurvivorshipRule
    package var lost: [Lost]
  }
  package struct Lost: Sendable {
    package var value: FieldValue
    package var origin: RecordPlace
  }
  /// A relation, as the contact sees it.
  package struct Tie: Hashable, Sendable {
    package var kind: Relation.Kind
    /// Whether the contact is the left one: who works there, where it is a workplace.
    package var isLeft: Bool
    package var other: ContactID
    package var name: String
  }

  package var id: ContactID
  /// Empty when the number that was asked for is the contact's own.
  package var way: [Step]
  package var kind: Record.Kind
  package var name: String
  package var status: ClusterStatus
  package var createdRun: RunID
  package var changedRun: RunID
  /// The run that withdrew it: then everything is as it was last.
  package var withdrawnRun: RunID?
  package var values: [Value]
  package var records: [RecordPlace]
  package var relations: [Tie]
  package var permissions: [Permission]
  /// What people decided about its records.
  package var decisions: [StoredDecision]
  package var activities: [Activity]
  package var opportunities: [Activity]
}
