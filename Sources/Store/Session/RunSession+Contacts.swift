package import Records

extension RunSession {
  /// The number of a contact that is to be made; never given twice, not even after a contact is
  /// gone.
  package func newContactID() throws -> ContactID {
    lastContactID = max(lastContactID, lastStoredContact) + 1
    return lastContactID
  }

  /// Stores a contact, its value origins, permissions and members, and the event.
  ///
  /// Members that another contact held are taken from it; that one is to be saved or retired in
  /// the same run.
  ///
  /// - Parameter splitFrom: for a new contact, the one it was split from.
  package func save(
    _ contact: Contact, status: ClusterStatus, splitFrom: ContactID? = nil
  ) throws -> Change {
    let reasons = try numbers(of: contact.permissions.map(\.reason))
    return try save(
      try ContactImage(contact, reasons: reasons), status: status, splitFrom: splitFrom)
  }

  /// The numbers of phrases; a phrase is stored once.
  package func numbers(of phrases: [Phrase]) throws -> PhraseNumbers {
    var numbers: [Phrase: Int64] = [:]
    for phrase in phrases { numbers[phrase] = try phraseID(phrase) }
    return PhraseNumbers(numbers: numbers)
  }

  /// Stores a contact that another thread has made ready.
  package func save(
    _ contact: ContactImage, status: ClusterStatus, splitFrom: ContactID? = nil
  ) throws -> Change {
    guard let stored = try storedDigest(of: contact.id) else {
      try contactWriter.insert(contact, status: status)
      try noteNew(contact, splitFrom: splitFrom)
      return .new
    }
    if stored.digest == contact.digest, !stored.isRetired {
      if stored.status != status { try setStatus(status, of: contact.id) }
      return .unchanged
    }
    let before = try beforeImage(of: contact.id)
    try unlist(contact.id)
    try contactWriter.update(contact, status: status)
    try setMembers(contact.records, of: contact.id)
    try list(contact.id)
    try contactWriter.note(stored.isRetired ? .returned : .changed, of: contact.id, before: before)
    count("contacts-changed")
    return .changed
  }

  /// Retires a contact: its number leads to the contact it went into, or, with nil, to its past
  /// alone.
  ///
  /// Its activities and opportunities go along.
  package func retire(_ contact: ContactID, mergedInto other: ContactID?) throws {
    guard let stored = try storedDigest(of: contact), !stored.isRetired else { return }
    let before = try beforeImage(of: contact)
    try unlist(contact)
    try contactWriter.clearValues(of: contact)
    try rememberWithdrawn(of: contact)
    try connection.statement("DELETE FROM contact_records WHERE contact_id = ?").run(contact)
    try removeRelations(of: contact)
    for table in FollowUp.allCases { try handOver(table, from: contact, to: other) }
    var row = Row()
    row.integer(id)
    row.integer(id)
    row.integer(other)
    row.integer(contact)
    try connection.statement(
      "UPDATE contacts SET retired_run = ?, changed_run = ?, merged_into = ? WHERE id = ?"
    ).run(row)
    try contactWriter.note(
      other == nil ? .withdrawn : .merged, of: contact, other: other, before: before)
    count(other == nil ? "contacts-withdrawn" : "contacts-merged")
  }

  private func noteNew(_ contact: ContactImage, splitFrom: ContactID?) throws {
    try setMembers(contact.records, of: contact.id, isNew: true)
    try list(contact.id)
    try contactWriter.note(splitFrom == nil ? .created : .split, of: contact.id, other: splitFrom)
    lastStoredContact = max(lastStoredContact, contact.id)
    count(splitFrom == nil ? "contacts-new" : "contacts-split")
  }

  private struct StoredDigest {
    var digest: Int64
    var status: ClusterStatus
    var isRetired: Bool
  }

  private func storedDigest(of contact: ContactID) throws -> StoredDigest? {
    // A number just given can't be stored yet.
    if contact > lastStoredContact { return nil }
    return try connection.statement(
      "SELECT digest, status, retired_run IS NOT NULL FROM contacts WHERE id = ?"
    ).first(contact) { row in
      StoredDigest(
        digest: row.integer(0), status: ClusterStatus(rawValue: row.text(1)) ?? .single,
        isRetired: row.flag(2))
    }
  }

  /// Notes how certain a contact is that stays as it is.
  package func set(_ status: ClusterStatus, of contact: ContactID) throws {
    try setStatus(status, of: contact)
  }

  func setStatus(_ status: ClusterStatus, of contact: ContactID) throws {
    var row = Row()
    row.text(status.rawValue)
    row.integer(contact)
    try connection.statement("UPDATE contacts SET status = ? WHERE id = ?").run(row)
  }

  /// The contact as this run found it: with the members it has since given away.
  private func beforeImage(of contact: ContactID) throws -> [UInt8] {
    guard var stored = try reader.contact(contact)?.contact else { return Array("{}".utf8) }
    stored.records = (stored.records + movedRecords[contact, default: []]).sorted()
    var json = JSONWriter(appendingTo: [])
    stored.write(to: &json)
    return json.bytes
  }

  private func setMembers(
    _ records: [RecordID], of contact: ContactID, isNew: Bool = false
  ) throws {
    if !isNew {
      try rememberWithdrawn(of: contact)
      let members = Set(records)
      for former in try reader.members(of: contact) where !members.contains(former) {
        try connection.statement("DELETE FROM contact_records WHERE record_id = ?").run(former)
      }
    }
    for record in records {
      if !isFirst, let owner = try reader.contact(ofRecord: record), owner != contact {
        movedRecords[owner, default: []].append(record)
      }
      try contactWriter.add(record: record, to: contact)
    }
  }

  /// Notes the contact of its withdrawn members: when they return, so does its number.
  private func rememberWithdrawn(of contact: ContactID) throws {
    try connection.statement(
      """
      INSERT INTO former_contacts (record_id, contact_id)
      SELECT m.record_id, m.contact_id FROM contact_records m JOIN records r ON r.id = m.record_id
      WHERE m.contact_id = ? AND r.withdrawn_run IS NOT NULL
      ON CONFLICT DO UPDATE SET contact_id = excluded.contact_id
      """
    ).run(contact)
  }

  // MARK: Search

  /// Takes the contact out of the search; needs its values as they were listed.
  private func unlist(_ contact: ContactID) throws {
    searchUpdates += 1
    if searchUpdates > searchUpdateLimit { rebuildsSearch = true }
    guard !rebuildsSearch else { return }
    try connection.statement(
      """
      INSERT INTO contact_search
        (contact_search, rowid, name, organization, place, email, phone, terms)
      SELECT 'delete', id, name, organization, place, email, phone, terms
      FROM listed_contacts WHERE id = ?
      """
    ).run(contact)
  }

  private func list(_ contact: ContactID) throws {
    searchUpdates += 1
    if searchUpdates > searchUpdateLimit { rebuildsSearch = true }
    guard !rebuildsSearch else { return }
    try connection.statement(
      """
      INSERT INTO contact_search (rowid, name, organization, place, email, phone, terms)
      SELECT id, name, organization, place, email, phone, terms FROM listed_contacts WHERE id = ?
      """
    ).run(contact)
  }
}
