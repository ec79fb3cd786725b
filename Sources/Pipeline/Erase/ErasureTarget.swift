internal import Foundation
package import Records
internal import Store

/// Who is to be erased, with all that is theirs.
struct ErasureTarget {
  let contact: ContactID
  /// It, and those that were merged into it.
  let contacts: [ContactID]
  /// With what they were before.
  let records: [(record: Record, past: [FormerRecord])]
  private(set) var followUps: [FollowUp: [Int64]]
  /// In which the first of the contacts was made.
  let firstRun: RunID
  let traits: PersonTraits
  private let telltales: [String]
  private let reader: StoreReader

  /// - Parameters:
  ///   - name: a contact's number, also a former one, or `SOURCE:KEY`.
  ///   - store: the store's file, for messages.
  /// - Throws: `PipelineError.stopped` when the name means nothing, or somebody already erased.
  init(_ name: String, _ reader: StoreReader, store: String) throws {
    guard var id = try StoreName(name, reader, store: store).contact(reader) else {
      throw StoreName.unknown(store)
    }
    try refuseErased(id, reader, store: store)
    // Merges lead to contacts that live, so a chain ends; a damaged one must too.
    var steps = 0
    while let next = try reader.contact(id)?.mergedInto, steps < 10_000 {
      id = next
      steps += 1
    }
    try self.init(id, reader)
  }

  /// - Parameter id: of a contact that lives, or was withdrawn.
  init(_ id: ContactID, _ reader: StoreReader) throws {
    self.reader = reader
    contact = id
    contacts = try reader.contactsMerged(into: id)
    firstRun = try contacts.compactMap { try reader.contact($0)?.createdRun }.min() ?? 0
    records = try reader.records(try reader.allRecords(of: contacts)).map {
      ($0, try reader.past(ofRecord: $0.id))
    }
    var followUps: [FollowUp: [Int64]] = [:]
    for table in FollowUp.allCases {
      followUps[table] = try reader.allFollowUps(table, of: contacts)
    }
    self.followUps = followUps
    let all = records.flatMap { record, past in
      [(values: record.values, kind: record.kind)]
        + past.map { (values: $0.values, kind: record.kind) }
    }
    traits = all.reduce(into: PersonTraits()) { $0.add($1.values, $1.kind) }
    telltales = PersonTraits.telltales(all)
  }

  var recordIDs: [RecordID] { records.map(\.record.id) }

  /// Takes rows of history in that are about nobody else.
  mutating func add(_ rows: [FollowUp: [Int64]]) {
    followUps.merge(rows) { ($0 + $1).sorted() }
  }

  /// The addresses that nobody else has.
  func ownEmails(shared: [String: Int]) -> Set<String> {
    traits.emails.subtracting(shared.keys)
  }

  // MARK: Elsewhere

  /// Rows set aside that mention the person.
  func rejectedRows() throws -> [(id: Int64, source: String, raw: RawRecord)] {
    try reader.rejectedRows(mentioning: telltales).compactMap { id in
      guard let (source, raw) = try reader.rejectedRow(id),
        traits.areMentioned(in: raw.values.map(\.text).joined(separator: " "))
      else { return nil }
      return (id, source, raw)
    }
  }

  /// Records of others that mention the person, and the addresses and numbers that others have too,
  /// each with how many contacts.
  func others() throws -> (mentioning: [RecordID], shared: [String: Int]) {
    let own = Set(recordIDs)
    var mentioning: [RecordID] = []
    var holders: [String: Set<ContactID>] = [:]
    for id in try reader.records(mentioning: telltales) where !own.contains(id) {
      guard let record = try reader.record(id) else { continue }
      let found = PersonTraits(record.values, record.kind)
      if let contact = try reader.contact(ofRecord: id) {
        for value in found.emails.union(found.phones)
        where traits.emails.contains(value) || traits.phones.contains(value) {
          holders[value, default: []].insert(contact)
        }
      }
      let texts =
        record.values.flatMap { [$0.value.text, $0.raw] }
        + (try reader.rawRecord(id)?.values.map(\.text) ?? [])
      if traits.areMentioned(in: texts.joined(separator: " ")) { mentioning.append(id) }
    }
    return (mentioning, holders.mapValues(\.count))
  }

  /// Rows of history that hang on others, or on nobody, and mention the person.
  ///
  /// - Parameter emails: that are the person's alone: a row that names one is about nobody else.
  /// - Returns: the numbers of such rows by their tables, and the others.
  func otherFollowUps(
    naming emails: Set<String>
  ) throws -> (own: [FollowUp: [Int64]], others: [Activity]) {
    var own: [FollowUp: [Int64]] = [:]
    var others: [Activity] = []
    for table in FollowUp.allCases {
      let known = Set(followUps[table] ?? [])
      let found = try reader.followUps(table, mentioning: telltales).filter { !known.contains($0) }
      for id in found {
        for row in try rows(table, [id]) {
          if row.details.contains(where: { emails.contains(PersonTraits.email($0.text)) }) {
            own[table, default: []].append(id)
          } else if traits.areMentioned(in: row.details.map(\.text).joined(separator: " ")) {
            others.append(row)
          }
        }
      }
    }
    return (own, others)
  }

  func rows(_ table: FollowUp, _ ids: [Int64]) throws -> [Activity] {
    var all: [Activity] = []
    try reader.forEachStoredActivity(table, of: ids) { all.append(try $0.activity()) }
    return all
  }
}

/// Stops where somebody was erased: when and why is all that can be told.
func refuseErased(_ contact: ContactID, _ reader: StoreReader, store: String) throws {
  if let erased = try ErasedContact(contact, reader) { throw erased.error(store) }
}

/// What is left of an erased contact.
package struct ErasedContact: Hashable, Sendable {
  package var contact: ContactID
  /// ISO 8601.
  package var erasedAt: String
  package var author: String
  package var reason: String

  /// Nil when the contact was not erased.
  init?(_ contact: ContactID, _ reader: StoreReader) throws {
    guard let run = try reader.erasure(of: contact) else { return nil }
    self.contact = contact
    erasedAt = run.startedAt
    author = run.occasion.author
    reason = run.occasion.reason
  }

  /// "contact 12: erased on 2026-11-24: asked for by letter".
  package func text(_ language: Language) -> String {
    let day = String(erasedAt.prefix(10))
    return Phrase(
      de: "Kontakt \(contact): gelöscht am \(day)", en: "contact \(contact): erased on \(day)")(
        language) + (reason.isEmpty ? "" : ": " + shownOnALine(reason))
  }

  func error(_ store: String) -> PipelineError {
    .stopped(Phrase(de: "\(store): " + text(.german), en: "\(store): " + text(.english)))
  }
}
