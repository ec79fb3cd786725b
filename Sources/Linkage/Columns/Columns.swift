package import Records

/// The match features of all records: what comparing needs, derived once.
package struct Columns: Sendable {
  /// The number of records.
  package private(set) var count = 0

  package init() {}

  /// Derives a record's features and gives its index, which counts from 0.
  ///
  /// - Parameters:
  ///   - parent: the organization a contact person is nested in; its name and address count as
  ///     weaker evidence of the person's place.
  ///   - numbering: the name of the customer numbers' numbering; numbers are equal only within one.
  @discardableResult
  package mutating func append(
    _ record: Record, inheriting parent: Record? = nil, numbering: String? = nil
  ) -> Int {
    count += 1
    return count - 1
  }
}
