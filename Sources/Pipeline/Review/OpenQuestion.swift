package import Records
package import Reports
package import Store

/// A question with all that a person needs for the answer.
package struct OpenQuestion: Sendable {
  package var id: QuestionID
  /// Nil when it is asked no more: it was worked in, or its records have changed.
  package var stored: StoredQuestion?
  /// The records side by side, the strongest pair first, and why they are asked about.
  package var cluster: ShownCluster
  /// Of all records of the contacts, how many are not shown.
  package var hiddenRecords: Int
  /// The chance, by the model, that the pair is one contact; nil once it is decided and weighed no
  /// more.
  package var probability: Double?
  /// What people have said of the pair; the last word last.
  package var decisions: [StoredDecision]
  /// Of all that was shown: another one means that something has moved since.
  package var version: String

  /// Whether it waits for an answer.
  package var isOpen: Bool { stored != nil && stored?.decision == nil }
}

/// A question in a list.
package struct QuestionRow: Sendable {
  package var question: StoredQuestion
  package var id: QuestionID { QuestionID(question) }
  package var probability: Double
  package var left: String
  package var right: String
}

/// What became of an answer.
package enum AnswerOutcome: Sendable {
  /// It is taken down.
  case kept(decisions: [Int64])
  /// What was asked about is no longer as it was shown: nothing was taken down.
  case moved(OpenQuestion)
}

/// A value of a record that a person says is the right one.
package struct ValueChosen: Hashable, Sendable {
  package var record: RecordID
  /// Its place among the record's values, from 0.
  package var place: Int

  package init(record: RecordID, place: Int) {
    self.record = record
    self.place = place
  }

  /// Reads "12:3"; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let record = RecordID(parts[0]), let place = Int(parts[1]), place >= 0
    else { return nil }
    self.init(record: record, place: place)
  }
}

/// What answering all questions above a weight with "same" would come to.
package struct BulkOffer: Sendable {
  package var fromBits: Double
  package var count: Int
  /// By the model: how many of them are no one contact.
  package var expectedErrors: Double
  /// The first of them.
  package var shown: [QuestionRow]
  /// Of all of them: another one means that something has moved since.
  package var version: String
}

/// What a search found.
package struct Found: Sendable {
  package var rows: [ContactRow]
  /// Those that only sound alike.
  package var sounding: [ContactRow]
}
