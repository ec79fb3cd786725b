package import Store
package import Records

/// What names a question, also when it is no longer asked: its two records, "12-34".
package struct QuestionID: Hashable, Sendable, CustomStringConvertible {
  package let left: RecordID
  package let right: RecordID

  package init(_ one: RecordID, _ other: RecordID) {
    left = min(one, other)
    right = max(one, other)
  }

  package init(_ question: StoredQuestion) { self.init(question.left, question.right) }

  /// Reads "12-34"; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let left = RecordID(parts[0]), let right = RecordID(parts[1]),
      left > 0, right > left
    else { return nil }
    self.init(left, right)
  }

  package var description: String { "\(left)-\(right)" }
}
