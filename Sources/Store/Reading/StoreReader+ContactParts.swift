package import Records

extension StoreReader {
  /// Calls `body` with each contact that is not retired, by number; one at a time in memory.
  ///
  /// Members are read alongside, in one pass.
  package func forEachContact(_ body: (StoredContact) throws -> Void) throws {
    let members = try Follower(
      connection, "SELECT contact_id, record_id FROM contact_records ORDER BY contact_id, record_id"
    )
    let phrases = try phrases()
    try connection.statement(storedContacts + " WHERE c.retired_run IS NULL ORDER BY c.id")
      .forEach { row in
        var stored = try storedContact(row, phrases)
        try members.rows(of: stored.contact.id) { stored.contact.records.append($0.integer(1)) }
        try body(stored)
      }
  }

  /// The contact as it is stored; nil when the number was never given.
  package func contact(_ id: ContactID) throws -> StoredContact? {
    let phrases = try phrases()
    let found = try connection.statement(storedContacts + " WHERE c.id = ?").first(id) {
      try storedContact($0, phrases)
    }
    guard var stored = found else { return nil }
    stored.contact.records = try members(of: id)
    return stored
  }

  private var storedContacts: String {
    """
    SELECT c.id, c.kind, c.status, c.created_run, c.changed_run, c.retired_run, c.merged_into,
      v.origins, v.permissions
    FROM contacts c LEFT JOIN contact_values v ON v.contact_id = c.id
    """
  }

  /// The contact without its members; a retired one has no values.
  private func storedContact(_ row: Statement, _ phrases: [Int64: Phrase]) throws -> StoredContact {
    var contact = Contact(
      id: row.integer(0), kind: Record.Kind(rawValue: row.text(1)) ?? .person, values: [],
      records: [])
    if !row.isNull(7) {
      var origins = JSONReader(row.bytes(7))
      contact.values = try [ContactValue](from: &origins)
      var permissions = JSONReader(row.bytes(8))
      try permissions.array { (json) throws(MalformedJSON) in
        contact.permissions.append(try Permission(from: &json, phrases))
      }
    }
    return StoredContact(
      contact: contact,
      status: ClusterStatus(rawValue: row.text(2)) ?? .single, createdRun: row.integer(3),
      changedRun: row.integer(4), retiredRun: row.optionalInteger(5),
      mergedInto: row.optionalInteger(6))
  }
}

extension Permission {
  /// `["email","a@b.de",1,17]`
  fileprivate init(
    from json: inout JSONReader, _ phrases: [Int64: Phrase]
  ) throws(MalformedJSON) {
    try json.expect(UInt8(ascii: "["))
    let channel = try Consent.channels.code(json.packedString())
    try json.expect(UInt8(ascii: ","))
    let address = try json.string()
    try json.expect(UInt8(ascii: ","))
    let isAllowed = try json.integer() == 1
    try json.expect(UInt8(ascii: ","))
    guard let reason = phrases[try json.integer()] else { throw MalformedJSON() }
    try json.expect(UInt8(ascii: "]"))
    self.init(channel: channel, address: address, isAllowed: isAllowed, reason: reason)
  }
}

/// Rows ordered by the contact in their first column, read in step with the contacts.
private final class Follower {
  private let statement: Statement
  private var hasRow: Bool

  /// A statement of its own: it is stepped while others run.
  init(_ connection: Connection, _ sql: String) throws {
    statement = try Statement(connection.database, sql)
    try statement.start()
    hasRow = try statement.next()
  }

  deinit { statement.reset() }

  /// Calls `body` with each row of the contact; those of lower contacts are passed over.
  func rows(of contact: ContactID, _ body: (Statement) throws -> Void) throws {
    while hasRow, statement.integer(0) <= contact {
      if statement.integer(0) == contact { try body(statement) }
      hasRow = try statement.next()
    }
  }
}
