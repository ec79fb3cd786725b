internal import Records
internal import Store

/// What a name on the command line means in a store: a contact by its number, a record by
/// `SOURCE:KEY`.
enum StoreName: Hashable, Sendable {
  /// As it was given, also when it was merged into another since.
  case contact(ContactID)
  case record(RecordID)

  /// - Parameter store: the store's file, for the message.
  /// - Throws: `PipelineError.stopped` when nothing has this name.
  init(_ name: String, _ reader: StoreReader, store: String) throws {
    if let number = ContactID(name), try reader.contact(number) != nil {
      self = .contact(number)
    } else if let record = try Self.record(name, reader) {
      self = .record(record)
    } else {
      throw Self.unknown(store)
    }
  }

  /// The number of the record `SOURCE:KEY`; nil when there is none.
  static func record(_ name: String, _ reader: StoreReader) throws -> RecordID? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    return try reader.recordID(
      source: String(name[..<colon]), key: String(name[name.index(after: colon)...]))
  }

  /// The record itself, or those of the contact that the number lives on in.
  func records(_ reader: StoreReader) throws -> [RecordID] {
    switch self {
    case .record(let record): [record]
    case .contact(let contact):
      try reader.resolve(contact).map { try reader.members(of: $0) } ?? []
    }
  }

  /// The contact as it was named, or the one that holds the record, or last held it.
  func contact(_ reader: StoreReader) throws -> ContactID? {
    switch self {
    case .contact(let contact): contact
    case .record(let record):
      try reader.contact(ofRecord: record) ?? reader.formerContact(ofRecord: record)
    }
  }

  static func unknown(_ store: String) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(store): nichts heißt so: nennen Sie eine Kontaktnummer aus contacts.csv oder "
          + "QUELLE:SCHLÜSSEL aus crossref.csv",
        en: "\(store): nothing has this name: give a contact id from contacts.csv or "
          + "SOURCE:KEY from crossref.csv"))
  }
}

extension StoreName {
  /// The records of the contact it means: of a record, those of its contact.
  func members(_ reader: StoreReader) throws -> [RecordID] {
    guard let contact = try contact(reader), let living = try reader.resolve(contact) else {
      return []
    }
    return try reader.members(of: living)
  }
}
