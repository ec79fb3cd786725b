package import Records

/// A record as it is stored: its values are decoded by whoever has a core to spare.
package struct StoredRecord: Sendable {
  private let head: Record
  private let fields: [UInt8]

  /// - Parameter head: the record without its values.
  init(_ head: Record, fields: [UInt8]) {
    self.head = head
    self.fields = fields
  }

  package var id: RecordID { head.id }
  package var source: String { head.source }
  package var key: String { head.key }
  package var recID: String { head.recID }
  package var location: Location { head.location }
  package var parentKey: String? { head.parentKey }

  /// Whether others can be nested in it.
  package var isOuterOrganization: Bool { head.parentKey == nil && head.kind == .organization }

  /// The record with its values.
  ///
  /// - Throws: an error that reading the store turns into `StoreError.damaged`.
  package func record() throws -> Record {
    var json = JSONReader(fields)
    var record = head
    record.values = try [FieldValue](from: &json)
    guard json.isAtEnd else { throw MalformedJSON() }
    return record
  }
}
