internal import Formats
internal import Records
internal import Store

/// Where the store's records stand and what they are called, and a hash of what each says, by their
/// numbers.
struct RecordHeads: Sendable {
  private(set) var records: [RecordID] = []
  private(set) var origins: [RecordOrigin] = []
  private(set) var places: [SourcePlace] = []
  private(set) var hashes: [UInt64] = []

  init(_ reader: StoreReader) throws {
    try reader.forEachRecordHead { head in
      records.append(head.id)
      origins.append(RecordOrigin(source: head.source, key: head.key))
      places.append(SourcePlace(location: head.location, recID: head.recID))
      hashes.append(head.hash)
    }
  }
}

/// Where a record stands in its source, and what it was called before it came there.
struct SourcePlace: Sendable {
  var location: Location
  var recID: String
}
