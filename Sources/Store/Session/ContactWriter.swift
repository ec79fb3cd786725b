internal import Records

/// Writes contacts and what hangs on them; holds the statements that run once a contact or value.
final class ContactWriter {
  private let connection: Connection
  private let run: RunID
  private let insertContact, insertOrigin, insertPermission, insertMember, insertEvent: Statement
  private var row = Row()
  /// The rows of the contact at hand: value origins, then permissions. Kept, so that their memory
  /// is used again.
  private var rows: [Row] = []
  private var originCount = 0
  private var rowCount = 0

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

  /// Makes the contact the one at hand: its rows are written out, and their digest taken, before
  /// anything is stored.
  ///
  /// - Parameter reasons: the number of each permission's reason, in their order.
  func load(_ contact: Contact, reasons: [Int64]) {
    rowCount = 0
    for (index, value) in contact.values.enumerated() {
      nextRow { load(value, at: index + 1, of: contact.id, into: &$0) }
    }
    originCount = rowCount
    for (index, permission) in contact.permissions.enumerated() {
      nextRow { row in
        row.integer(contact.id)
        row.integer(index + 1)
        row.text(permission.channel.rawValue)
        row.text(permission.address)
        row.flag(permission.isAllowed)
        row.integer(reasons[index])
      }
    }
    takeDigest(of: contact)
  }

  /// Of kind, members, values with their origins, and permissions: equal digests, equal contacts.
  private(set) var digest: Int64 = 0

  func insert(_ contact: Contact, status: ClusterStatus, reasons: [Int64]) throws {
    loadFlat(contact, status: status, reasons: reasons)
    row.integer(run)
    try insertContact.run(row)
    try writeRows()
  }

  func update(_ contact: Contact, status: ClusterStatus, reasons: [Int64]) throws {
    loadFlat(contact, status: status, reasons: reasons)
    try connection.statement(
      """
      UPDATE contacts SET kind = ?, name = ?, sort_key = ?, organization = ?, place = ?, email = ?,
        phone = ?, terms = ?, may_email = ?, may_email_reason = ?, may_phone = ?,
        may_phone_reason = ?, may_post = ?, may_post_reason = ?, status = ?, record_count = ?,
        digest = ?, changed_run = ?, retired_run = NULL, merged_into = NULL
      WHERE id = ?
      """
    ).run(row)
    try clearValues(of: contact.id)
    try writeRows()
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

  private func loadFlat(_ contact: Contact, status: ClusterStatus, reasons: [Int64]) {
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
    loadPermission(.email, of: contact, reasons)
    loadPermission(.phone, of: contact, reasons)
    loadPermission(.post, of: contact, reasons)
    row.text(status.rawValue)
    row.integer(contact.records.count)
    row.integer(digest)
    row.integer(run)
    row.integer(contact.id)
  }

  /// Allowed when any address of the channel is; with the reason of the address that decides.
  private func loadPermission(
    _ channel: Consent.Channel, of contact: Contact, _ reasons: [Int64]
  ) {
    let all = contact.permissions
    let deciding =
      all.firstIndex { $0.channel == channel && $0.isAllowed }
      ?? all.firstIndex { $0.channel == channel }
    row.flag(deciding.map { all[$0].isAllowed } ?? false)
    row.integer(deciding.map { reasons[$0] })
  }

  private func load(
    _ value: ContactValue, at position: Int, of contact: ContactID, into row: inout Row
  ) {
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
  }

  private func nextRow(_ fill: (inout Row) -> Void) {
    if rowCount == rows.count { rows.append(Row()) }
    rows[rowCount].clear()
    fill(&rows[rowCount])
    rowCount += 1
  }

  private func writeRows() throws {
    for index in 0..<originCount { try insertOrigin.run(rows[index]) }
    for index in originCount..<rowCount { try insertPermission.run(rows[index]) }
  }

  private func takeDigest(of contact: Contact) {
    row.clear()
    row.text(contact.kind.rawValue)
    for record in contact.records { row.integer(record) }
    var sum = row.hash(onto: UInt64(contact.values.count))
    for index in 0..<rowCount { sum = rows[index].hash(onto: sum) }
    digest = Int64(bitPattern: sum)
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
