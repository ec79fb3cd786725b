internal import Records

/// Writes contacts and what hangs on them; holds the statements that run once a contact or value.
final class ContactWriter {
  private let connection: Connection
  private let run: RunID
  private let insertContact, insertOrigin, insertPermission, insertMember, insertEvent: Statement
  private var row = Row()

  init(_ connection: Connection, run: RunID) throws {
    self.connection = connection
    self.run = run
    insertContact = try connection.statement(
      """
      INSERT INTO contacts (kind, name, sort_key, organization, place, email, phone, terms,
        may_email, may_email_reason, may_phone, may_phone_reason, may_post, may_post_reason,
        status, record_count, digest, changed_run, id, created_run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertOrigin = try connection.statement(
      """
      INSERT INTO value_origins (contact_id, position, attribute, label, name, value, field,
        record_id, rule, agreeing, lost)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertPermission = try connection.statement(
      """
      INSERT INTO permissions (contact_id, position, channel, address, is_allowed, reason_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    insertMember = try connection.statement(
      """
      INSERT INTO contact_records (record_id, contact_id) VALUES (?, ?)
      ON CONFLICT (record_id) DO UPDATE SET contact_id = excluded.contact_id
      """)
    insertEvent = try connection.statement(
      "INSERT INTO events (run_id, contact_id, kind, other_contact, before) VALUES (?, ?, ?, ?, ?)")
  }

  /// The flat row of a contact: what lists and the search show.
  struct Flat {
    var contact: Contact
    var status: ClusterStatus
    var digest: Int64
    /// The number of each permission's reason, in their order.
    var reasons: [Int64]
  }

  func insert(_ flat: Flat) throws {
    load(flat)
    row.integer(run)
    try insertContact.run(row)
    try writeValues(flat)
  }

  func update(_ flat: Flat) throws {
    load(flat)
    try connection.statement(
      """
      UPDATE contacts SET kind = ?, name = ?, sort_key = ?, organization = ?, place = ?, email = ?,
        phone = ?, terms = ?, may_email = ?, may_email_reason = ?, may_phone = ?,
        may_phone_reason = ?, may_post = ?, may_post_reason = ?, status = ?, record_count = ?,
        digest = ?, changed_run = ?, retired_run = NULL, merged_into = NULL
      WHERE id = ?
      """
    ).run(row)
    try clearValues(of: flat.contact.id)
    try writeValues(flat)
  }

  func clearValues(of contact: ContactID) throws {
    try connection.statement("DELETE FROM value_origins WHERE contact_id = ?").run(contact)
    try connection.statement("DELETE FROM permissions WHERE contact_id = ?").run(contact)
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

  private func load(_ flat: Flat) {
    let contact = flat.contact
    let name = contact.displayName
    row.clear()
    row.text(contact.kind.rawValue)
    row.text(name)
    row.text(writing: { contact.writeSortKey(displayName: name, to: &$0) })
    row.text(contact.firstText(.organization))
    row.text(contact.firstPlace)
    row.text(contact.firstText(.email))
    row.text(contact.firstText(.phone))
    row.text(writing: { contact.writeSearchTerms(displayName: name, to: &$0) })
    permission(.email, flat)
    permission(.phone, flat)
    permission(.post, flat)
    row.text(flat.status.rawValue)
    row.integer(contact.records.count)
    row.integer(flat.digest)
    row.integer(run)
    row.integer(contact.id)
  }

  /// Allowed when any address of the channel is; with the reason of the address that decides.
  private func permission(_ channel: Consent.Channel, _ flat: Flat) {
    let all = flat.contact.permissions
    let deciding =
      all.firstIndex { $0.channel == channel && $0.isAllowed }
      ?? all.firstIndex { $0.channel == channel }
    row.flag(deciding.map { all[$0].isAllowed } ?? false)
    row.integer(deciding.map { flat.reasons[$0] })
  }

  private func writeValues(_ flat: Flat) throws {
    for (index, value) in flat.contact.values.enumerated() {
      try write(value, at: index + 1, of: flat.contact.id)
    }
    for (index, permission) in flat.contact.permissions.enumerated() {
      row.clear()
      row.integer(flat.contact.id)
      row.integer(index + 1)
      row.text(permission.channel.rawValue)
      row.text(permission.address)
      row.flag(permission.isAllowed)
      row.integer(flat.reasons[index])
      try insertPermission.run(row)
    }
  }

  private func write(_ value: ContactValue, at position: Int, of contact: ContactID) throws {
    row.clear()
    row.integer(contact)
    row.integer(position)
    row.text(value.value.attribute.rawValue)
    row.text(value.value.label?.rawValue)
    row.text(value.value.name.isEmpty ? nil : value.value.name)
    row.text(value.value.value.text)
    if value.value.isPlainText { row.null() } else { row.json { value.value.write(to: &$0) } }
    row.integer(value.record)
    row.text(value.rule.rawValue)
    if value.agreeing.isEmpty { row.null() } else { row.json { $0.integers(value.agreeing) } }
    if value.lost.isEmpty { row.null() } else { row.json { value.lost.write(to: &$0) } }
    try insertOrigin.run(row)
  }
}

extension FieldValue {
  /// Whether attribute, label, name and text say it all.
  var isPlainText: Bool {
    guard case .text(let text) = value, mark == .good else { return false }
    return sameBytes(text, raw)
  }
}

extension Row {
  /// JSON written straight into the arena.
  mutating func json(_ body: (inout JSONWriter) -> Void) {
    text(writing: { bytes in
      var writer = JSONWriter(appendingTo: bytes)
      bytes = []
      body(&writer)
      bytes = writer.bytes
    })
  }
}
