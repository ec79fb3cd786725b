internal import GRDB
package import Records

/// The numbers of phrases, for threads that can't ask the store.
package struct PhraseNumbers: Sendable {
  let numbers: [Phrase: Int64]
}

/// A contact in the form in which it is stored: made on any thread, then saved by the store's own.
package struct ContactImage: Sendable {
  package let id: ContactID
  let records: [RecordID]
  /// Of kind, members, values with their origins, and permissions: equal digests, equal contacts.
  let digest: Int64
  /// The columns of `contacts` that the contact itself decides.
  let flat: Row
  /// Its row of `contact_values`.
  let values: Row

  /// - Parameter reasons: the number of every permission's reason.
  /// - Throws: `StoreError.refused` when one is missing.
  package init(_ contact: Contact, reasons: PhraseNumbers) throws {
    let numbers = try contact.permissions.map { permission in
      guard let number = reasons.numbers[permission.reason] else {
        throw StoreError.refused(path: "", reason: "a reason without a number")
      }
      return number
    }
    id = contact.id
    records = contact.records
    var values = Row()
    values.integer(contact.id)
    values.json { contact.values.write(to: &$0) }
    values.json { contact.permissions.write(to: &$0, reasons: numbers) }
    self.values = values
    digest = Self.digest(kind: contact.kind.rawValue, records: contact.records, values: values)
    flat = contact.flatRow(reasons: numbers)
  }

  private static func digest(kind: String, records: [RecordID], values: Row) -> Int64 {
    var head = Row()
    head.text(kind)
    for record in records { head.integer(record) }
    return Int64(bitPattern: values.hash(onto: head.hash(onto: UInt64(records.count))))
  }

  /// Takes the digests of contacts that were stored in another form.
  static func renewDigests(in database: Database) throws {
    let connection = Connection(database)
    let reader = StoreReader(connection)
    var digests: [(contact: ContactID, digest: Int64)] = []
    try connection.statement(
      """
      SELECT c.id, c.kind, v.origins, v.permissions
      FROM contacts c JOIN contact_values v ON v.contact_id = c.id
      """
    ).forEach { row in
      var values = Row()
      values.integer(row.integer(0))
      values.text(row.text(2))
      values.text(row.text(3))
      digests.append(
        (
          row.integer(0),
          digest(
            kind: row.text(1), records: try reader.members(of: row.integer(0)), values: values)
        ))
    }
    for renewed in digests {
      try connection.statement("UPDATE contacts SET digest = ? WHERE id = ?")
        .run(renewed.digest, renewed.contact)
    }
  }
}

extension Contact {
  /// What lists show of it, in the order of the statement's columns.
  fileprivate func flatRow(reasons: [Int64]) -> Row {
    let name = displayName
    var row = Row()
    row.text(kind.rawValue)
    row.text(name)
    row.text(writing: { writeSortKey(displayName: name, to: &$0) })
    row.text(firstText(.organization))
    row.text(firstPlace)
    row.text(firstText(.email))
    row.text(firstText(.phone))
    row.text(writing: { writeSearchTerms(displayName: name, to: &$0) })
    for channel in [Consent.Channel.email, .phone, .post] {
      let deciding = decidingPermission(channel)
      row.flag(deciding.map { permissions[$0].isAllowed } ?? false)
      row.integer(deciding.map { reasons[$0] })
    }
    row.integer(records.count)
    return row
  }

  /// Allowed when any address of the channel is; with the reason of the address that decides.
  private func decidingPermission(_ channel: Consent.Channel) -> Int? {
    permissions.firstIndex { $0.channel == channel && $0.isAllowed }
      ?? permissions.firstIndex { $0.channel == channel }
  }
}

extension [Permission] {
  /// `[["email","a@b.de",1,17],…]`
  ///
  /// - Parameter reasons: the number of each one's reason.
  fileprivate func write(to json: inout JSONWriter, reasons: [Int64]) {
    json.beginArray()
    for (permission, reason) in zip(self, reasons) {
      json.beginArray()
      json.string(permission.channel.rawValue)
      json.string(permission.address)
      json.integer(permission.isAllowed ? 1 : 0)
      json.integer(reason)
      json.endArray()
    }
    json.endArray()
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
