package import Records

extension StoreReader {
  /// The records of each contact of several, both ascending.
  package func contactMembers() throws -> [[RecordID]] {
    var contacts: [[RecordID]] = []
    var members: [RecordID] = []
    var contact: ContactID?
    try connection.statement(
      "SELECT contact_id, record_id FROM contact_records ORDER BY contact_id, record_id"
    ).forEach { row in
      if row.integer(0) != contact {
        if members.count > 1 { contacts.append(members) }
        members = []
        contact = row.integer(0)
      }
      members.append(row.integer(1))
    }
    if members.count > 1 { contacts.append(members) }
    return contacts
  }

  /// A hash of each record's source and key: the same in every store that holds it.
  package func recordHashes() throws -> [RecordID: UInt64] {
    var hashes: [RecordID: UInt64] = [:]
    _ = try sourceName(0)
    try connection.statement("SELECT id, source_id, key FROM records WHERE withdrawn_run IS NULL")
      .forEach { row in
        let source = hash64(of: Array(try sourceName(row.integer(1)).utf8))
        hashes[row.integer(0)] = mixed(source, hash64(of: row.bytes(2)))
      }
    return hashes
  }
}
