internal import Records

/// Where a record stands: its source, its file, and the place there.
struct RecordPlace {
  var source: SourceID
  var file: FileID
  var location: Location
}

/// Writes records with their raw values and consents; holds the statements that run once a record.
final class RecordWriter {
  static let table = "records"

  /// What is compared before a record is replaced.
  struct Stored {
    var id: RecordID
    var file: FileID
    var line: Int
    var ordinal: Int
    var contentHash: Int64
    var fieldsHash: Int64
    var isWithdrawn: Bool
  }

  private let connection: Connection
  private let run: RunID
  private(set) var lastID: RecordID
  private let insertRecord, insertFields, insertRaw, insertConsent: Statement
  private let find, move: Statement

  // The record at hand, loaded once and bound to whatever must be written.
  private var record = Record(
    source: "", key: "", location: Location(file: "", line: 0, ordinal: 0), kind: .person)
  private var place = RecordPlace(
    source: 0, file: 0, location: Location(file: "", line: 0, ordinal: 0))
  private var columns: Int64 = 0
  private var fields: [UInt8] = []
  private var cells: [UInt8] = []
  private var fieldsHash: Int64 = 0
  private var row = Row()

  init(_ connection: Connection, run: RunID) throws {
    self.connection = connection
    self.run = run
    lastID =
      try connection.statement("SELECT seq FROM sqlite_sequence WHERE name = 'records'")
      .first { $0.integer(0) } ?? 0
    insertRecord = try connection.statement(
      """
      INSERT OR IGNORE INTO records (id, source_id, key, file_id, line, ordinal, kind, parent_key,
        rec_id, content_hash, fields_hash, created_run, changed_run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertFields = try connection.statement(
      "INSERT OR REPLACE INTO record_fields (record_id, fields) VALUES (?, ?)")
    insertRaw = try connection.statement(
      "INSERT OR REPLACE INTO raw_records (record_id, columns_id, cells) VALUES (?, ?, ?)")
    insertConsent = try connection.statement(
      """
      INSERT INTO consents (record_id, position, channel, address, state, date, source, evidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    find = try connection.statement(
      """
      SELECT id, file_id, line, ordinal, content_hash, fields_hash, withdrawn_run IS NOT NULL
      FROM records WHERE source_id = ? AND key = ?
      """)
    move = try connection.statement(
      "UPDATE records SET file_id = ?, line = ?, ordinal = ? WHERE id = ?")
  }

  /// Makes the record the one at hand.
  func load(_ record: Record, raw: RawRecord, columns: Int64, at place: RecordPlace) {
    self.record = record
    self.place = place
    self.columns = columns
    fields.removeAll(keepingCapacity: true)
    record.writeFields(to: &fields)
    cells.removeAll(keepingCapacity: true)
    raw.writeCells(to: &cells)
    fieldsHash = record.fieldsHash(of: fields)
  }

  /// Inserts the record at hand under this key.
  ///
  /// - Returns: False when the key is taken; then nothing is written.
  func insert(key: String) throws -> Bool {
    row.clear()
    row.integer(lastID + 1)
    row.integer(place.source)
    row.text(key)
    row.integer(place.file)
    row.integer(place.location.line)
    row.integer(place.location.ordinal)
    row.text(record.kind.rawValue)
    row.text(record.parentKey)
    row.text(record.recID)
    row.integer(Int64(bitPattern: record.contentHash))
    row.integer(fieldsHash)
    row.integer(run)
    row.integer(run)
    try insertRecord.run(row)
    guard connection.changesCount > 0 else { return false }
    lastID += 1
    try writeContent(of: lastID)
    return true
  }

  func stored(key: String, source: SourceID) throws -> Stored? {
    row.clear()
    row.integer(source)
    row.text(key)
    return try find.first(row) { found in
      Stored(
        id: found.integer(0), file: found.integer(1), line: found.int(2), ordinal: found.int(3),
        contentHash: found.integer(4), fieldsHash: found.integer(5), isWithdrawn: found.flag(6))
    }
  }

  /// Replaces a stored record by the one at hand.
  ///
  /// - Returns: Whether more than its place has changed.
  func update(_ stored: Stored, at place: RecordPlace) throws -> Bool {
    let isSame =
      stored.contentHash == Int64(bitPattern: record.contentHash)
      && stored.fieldsHash == fieldsHash && !stored.isWithdrawn
    if isSame {
      let isAtPlace =
        stored.file == place.file && stored.line == place.location.line
        && stored.ordinal == place.location.ordinal
      if !isAtPlace { try moveRecord(stored.id, to: place) }
      return false
    }
    try keepBefore(stored.id, kind: stored.isWithdrawn ? "returned" : "changed")
    try moveRecord(stored.id, to: place)
    row.clear()
    row.text(record.kind.rawValue)
    row.text(record.parentKey)
    row.text(record.recID)
    row.integer(Int64(bitPattern: record.contentHash))
    row.integer(fieldsHash)
    row.integer(run)
    row.integer(stored.id)
    try connection.statement(
      """
      UPDATE records SET kind = ?, parent_key = ?, rec_id = ?, content_hash = ?, fields_hash = ?,
        changed_run = ?, withdrawn_run = NULL WHERE id = ?
      """
    ).run(row)
    try connection.statement("DELETE FROM consents WHERE record_id = ?").run(stored.id)
    try writeContent(of: stored.id)
    return true
  }

  /// - Returns: False when it was withdrawn before.
  func withdraw(_ id: RecordID) throws -> Bool {
    let isLive = try connection.statement(
      "SELECT 1 FROM records WHERE id = ? AND withdrawn_run IS NULL"
    ).first(id) { _ in true }
    guard isLive == true else { return false }
    try keepBefore(id, kind: "withdrawn")
    try connection.statement("UPDATE records SET withdrawn_run = ?, changed_run = ? WHERE id = ?")
      .run(run, run, id)
    return true
  }

  /// Puts a record back as it was before a change: place, fields, raw cells and consents.
  ///
  /// - Returns: what that is for the record: changed, withdrawn or returned; nil when there is no
  ///   such change.
  func restore(_ id: RecordID, before change: Int64) throws -> String? {
    let restored = try connection.statement(
      """
      SELECT json_extract(c.before, '$.withdrawn') IS NOT NULL, r.withdrawn_run IS NOT NULL,
        json_extract(c.before, '$.fields'), json_extract(c.before, '$.columns') IS NOT NULL
      FROM record_changes c JOIN records r ON r.id = c.record_id WHERE c.id = ? AND r.id = ?
      """
    ).first(change, id) { row in
      (
        isWithdrawn: row.flag(0), wasWithdrawn: row.flag(1), fields: row.bytes(2),
        hasRaw: row.flag(3)
      )
    }
    guard let restored else { return nil }
    let kind =
      restored.isWithdrawn == restored.wasWithdrawn
      ? "changed" : restored.isWithdrawn ? "withdrawn" : "returned"
    try keepBefore(id, kind: kind)
    try connection.statement(
      """
      UPDATE records SET (file_id, line, ordinal, kind, parent_key, rec_id, content_hash,
        fields_hash, withdrawn_run) = (
          SELECT json_extract(before, '$.file'), json_extract(before, '$.line'),
            json_extract(before, '$.ordinal'), json_extract(before, '$.kind'),
            json_extract(before, '$.parent'), json_extract(before, '$.rec_id'),
            json_extract(before, '$.content_hash'), json_extract(before, '$.fields_hash'),
            json_extract(before, '$.withdrawn')
          FROM record_changes WHERE id = ?), changed_run = ?
      WHERE id = ?
      """
    ).run(change, run, id)
    row.clear()
    row.integer(id)
    row.text(writing: { $0.append(contentsOf: restored.fields) })
    try insertFields.run(row)
    if restored.hasRaw {
      try connection.statement(
        """
        INSERT OR REPLACE INTO raw_records (record_id, columns_id, cells)
        SELECT record_id, json_extract(before, '$.columns'), json_extract(before, '$.cells')
        FROM record_changes WHERE id = ?
        """
      ).run(change)
    } else {
      // It is kept no longer, and what is there is another row.
      try connection.statement("DELETE FROM raw_records WHERE record_id = ?").run(id)
    }
    try connection.statement("DELETE FROM consents WHERE record_id = ?").run(id)
    var json = JSONReader(restored.fields)
    try writeConsents(of: [FieldValue](from: &json), record: id)
    return kind
  }

  private func moveRecord(_ id: RecordID, to place: RecordPlace) throws {
    try move.run(
      place.file, Int64(place.location.line), Int64(place.location.ordinal), id)
  }

  private func writeContent(of id: RecordID) throws {
    row.clear()
    row.integer(id)
    row.text(writing: { $0.append(contentsOf: fields) })
    try insertFields.run(row)
    row.clear()
    row.integer(id)
    row.integer(columns)
    row.text(writing: { $0.append(contentsOf: cells) })
    try insertRaw.run(row)
    try writeConsents(of: record.values, record: id)
  }

  private func writeConsents(of values: [FieldValue], record id: RecordID) throws {
    var position = 0
    for value in values where value.attribute == .consent {
      guard case .consent(let consent) = value.value else { continue }
      position += 1
      try write(consent, at: position, of: id)
    }
  }

  private func write(_ consent: Consent, at position: Int, of id: RecordID) throws {
    row.clear()
    row.integer(id)
    row.integer(position)
    row.text(consent.channel.rawValue)
    row.text(consent.address)
    row.text(consent.state.rawValue)
    row.text(consent.date)
    row.text(consent.source)
    row.text(consent.evidence)
    try insertConsent.run(row)
  }

  /// Keeps the record as it is stored: what undo puts back.
  private func keepBefore(_ id: RecordID, kind: String) throws {
    var values = Row()
    values.integer(run)
    values.text(kind)
    values.integer(id)
    try connection.statement(
      """
      INSERT INTO record_changes (run_id, record_id, kind, before)
      SELECT ?1, r.id, ?2, json_object('file', r.file_id, 'line', r.line, 'ordinal', r.ordinal,
        'kind', r.kind, 'parent', r.parent_key, 'rec_id', r.rec_id,
        'content_hash', r.content_hash, 'fields_hash', r.fields_hash,
        'changed', r.changed_run, 'withdrawn', r.withdrawn_run, 'fields', json(f.fields),
        'columns', w.columns_id, 'cells', json(w.cells))
      FROM records r JOIN record_fields f ON f.record_id = r.id
        LEFT JOIN raw_records w ON w.record_id = r.id
      WHERE r.id = ?3
      """
    ).run(values)
  }
}

extension Record {
  func writeFields(to bytes: inout [UInt8]) {
    var json = JSONWriter(appendingTo: bytes)
    bytes = []
    values.write(to: &json)
    bytes = json.bytes
  }

  /// Of all that matching and merging see of the record.
  func fieldsHash(of fields: [UInt8]) -> Int64 {
    let head = Array("\(kind.rawValue)\u{0}\(parentKey ?? "\u{1}")\u{0}\(recID)".utf8)
    return Int64(bitPattern: hash64(of: fields) &* 31 &+ hash64(of: head))
  }
}
