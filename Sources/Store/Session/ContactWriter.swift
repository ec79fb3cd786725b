internal import Records

/// Writes contacts and what hangs on them; holds the statements that run once a contact.
final class ContactWriter {
  private let connection: Connection
  private let run: RunID
  private let insertContact, insertValues, insertMember, insertEvent: Statement
  private var row = Row()

  init(_ connection: Connection, run: RunID) throws {
    self.connection = connection
    self.run = run
    insertContact = try connection.statement(
      """
      INSERT INTO contacts (kind, name, sort_key, organization, place, email, phone, terms,
        may_email, may_email_reason, may_phone, may_phone_reason, may_post, may_post_reason,
        record_count, status, digest, changed_run, id, created_run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertValues = try connection.statement(
      "INSERT OR REPLACE INTO contact_values (contact_id, origins, permissions) VALUES (?, ?, ?)")
    insertMember = try connection.statement(
      """
      INSERT INTO contact_records (record_id, contact_id) VALUES (?, ?)
      ON CONFLICT (record_id) DO UPDATE SET contact_id = excluded.contact_id
      """)
    insertEvent = try connection.statement(
      "INSERT INTO events (run_id, contact_id, kind, other_contact, before) VALUES (?, ?, ?, ?, ?)")
  }

  func insert(_ image: ContactImage, status: ClusterStatus) throws {
    var row = completeRow(of: image, status: status)
    row.integer(run)
    try insertContact.run(row)
    try insertValues.run(image.values)
  }

  func update(_ image: ContactImage, status: ClusterStatus) throws {
    try connection.statement(
      """
      UPDATE contacts SET kind = ?, name = ?, sort_key = ?, organization = ?, place = ?, email = ?,
        phone = ?, terms = ?, may_email = ?, may_email_reason = ?, may_phone = ?,
        may_phone_reason = ?, may_post = ?, may_post_reason = ?, record_count = ?, status = ?,
        digest = ?, changed_run = ?, retired_run = NULL, merged_into = NULL
      WHERE id = ?
      """
    ).run(completeRow(of: image, status: status))
    try insertValues.run(image.values)
  }

  func clearValues(of contact: ContactID) throws {
    try connection.statement("DELETE FROM contact_values WHERE contact_id = ?").run(contact)
  }

  func add(record: RecordID, to contact: ContactID) throws {
    try insertMember.run(record, contact)
  }

  /// - Parameter before: the contact as it was; nil when it is new.
  func note(
    _ kind: ContactEvent.Kind, of contact: ContactID, other: ContactID? = nil,
    before: [UInt8]? = nil
  ) throws {
    row.clear()
    row.integer(run)
    row.integer(contact)
    row.text(kind.rawValue)
    row.integer(other)
    if let before { row.text(writing: { $0.append(contentsOf: before) }) } else { row.null() }
    try insertEvent.run(row)
  }

  private func completeRow(of image: ContactImage, status: ClusterStatus) -> Row {
    var row = image.flat
    row.text(status.rawValue)
    row.integer(image.digest)
    row.integer(run)
    row.integer(image.id)
    return row
  }
}
