package import Records

/// What normalizing one mapped record gives: the record, and what was wrong with its values.
package struct NormalizedRecord: Sendable {
  /// Nil when it was set aside: no name, organization, e-mail, phone or address at all.
  package var record: Record?
  package var problems: [Problem]

  package init(record: Record?, problems: [Problem]) {
    self.record = record
    self.problems = problems
  }
}

extension Problem {
  /// A date of an activity that can't be read: the row is kept, without it.
  package static func unreadableDate(at location: Location, field: String) -> Problem {
    Problem(
      code: Finding.badDate.rawValue, location: location, field: field, action: .kept,
      message: Finding.badDate.message)
  }
}
