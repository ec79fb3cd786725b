internal import Foundation
internal import Records
internal import Store

/// Knows erased people again among what is read, by keyed hashes alone.
struct ErasedPeople: Sendable {
  enum Verdict: Hashable, Sendable {
    case free
    /// It is somebody who was erased.
    case erased
    /// It has an address or number of somebody who was erased: a person is to say who it is.
    ///
    /// - Parameter row: the keyed hash of its source and key.
    case held(row: String)
  }

  private let key: HashKey?
  private let people: Set<String>
  private let traits: Set<String>
  private let allowed: Set<String>

  /// - Parameter store: the store's file.
  /// - Throws: `PipelineError.stopped` when people were erased and their key is missing, or another.
  init(ofStore store: String, _ reader: StoreReader) throws {
    let hashes = try reader.erasedKeys()
    people = Set(hashes["person"] ?? [])
    traits = Set(hashes["trait"] ?? [])
    allowed = try reader.allowedRows()
    guard let check = hashes["check"]?.first else {
      key = nil
      return
    }
    key = try HashKey(ofStore: store)
    guard key?.check == check else { throw Self.keyIsMissing(store) }
  }

  /// Whether nobody was erased.
  var isEmpty: Bool { key == nil }

  /// A record that the store holds under its source and key was somebody else's when people were
  /// erased, and was named for checking then: it stays.
  ///
  /// - Parameter isKnown: whether the store holds it.
  func verdict(on record: Record, isKnown: () throws -> Bool) rethrows -> Verdict {
    guard let key else { return .free }
    let found = PersonTraits(record.values, record.kind)
    let isNested = record.parentKey != nil
    if found.keyHashes(record.source, record.key, isNested: isNested, key)
      .contains(where: people.contains)
    {
      return .erased
    }
    let isErased = found.personHashes(key).contains(where: people.contains)
    let isAlike = isErased || found.traitHashes(key).contains(where: traits.contains)
    guard isAlike, try !isKnown() else { return .free }
    if isErased { return .erased }
    let row = key.hash("row", record.source, record.key)
    return allowed.contains(row) ? .free : .held(row: row)
  }

  /// Whether a row that was set aside held an erased person: it counts with all its cells, or by an
  /// address that was theirs alone in one of them.
  func isErased(_ raw: RawRecord, of source: String) -> Bool {
    guard let key else { return false }
    return people.contains(Self.hash(of: raw, of: source, key))
      || raw.values.contains { value in
        value.text.contains("@")
          && value.text.lowercased().split { " <>;,|\"'".contains($0) }.contains {
            people.contains(key.hash("own email", PersonTraits.email(String($0))))
          }
      }
  }

  /// Whether a row of history was an erased person's, or is new and names an address that was
  /// theirs alone.
  ///
  /// - Parameters:
  ///   - column: that links rows by address.
  ///   - isKnown: whether the store holds it.
  func isErased(
    _ activity: Activity, linkedBy column: String?, isKnown: () throws -> Bool
  ) rethrows -> Bool {
    guard let key else { return false }
    if people.contains(key.hash("key", activity.source, activity.key)) { return true }
    guard let column, let cell = activity.details.first(where: { $0.name == column }) else {
      return false
    }
    return try people.contains(key.hash("own email", PersonTraits.email(cell.text))) && !isKnown()
  }

  static func hash(of raw: RawRecord, of source: String, _ key: HashKey) -> String {
    key.hash(["aside", source] + raw.values.map { "\($0.column) \($0.text)" })
  }

  static func keyIsMissing(_ store: String) -> PipelineError {
    let path = HashKey.path(ofStore: store)
    return .stopped(
      Phrase(
        de: "\(path): fehlt oder gehört zu einem anderen Bestand: ohne ihn kämen gelöschte "
          + "Personen zurück; holen Sie die Datei von dort zurück, wo Sie sie verwahren",
        en: "\(path): is missing or another store's: without it erased people would come back; "
          + "bring the file back from where you keep it"))
  }
}

extension ErasedPeople {
  /// A batch without the rows of erased people, and of those who may be: they are told of by their
  /// places alone, and nothing that was found in them is.
  func sift(_ batch: ReadBatch, in session: RunSession, file: FileID) throws -> ReadBatch {
    guard !isEmpty else { return batch }
    var rest = ReadBatch(bytesRead: batch.bytesRead)
    var told: [Problem] = []
    for row in batch.rows {
      let record = row.record
      let verdict = try verdict(on: record) {
        try session.reader.recordID(source: record.source, key: record.key) != nil
      }
      switch verdict {
      case .free: rest.rows.append(row)
      case .erased: told.append(.erasedPerson(at: record.location))
      case .held(let row):
        try session.hold(row, at: record.location, file: file)
        told.append(.resemblesErased(at: record.location))
      }
    }
    let source = try session.reader.source(ofFile: file)
    for row in batch.rejected {
      if isErased(row.raw, of: source) {
        told.append(.erasedPerson(at: row.raw.location))
      } else {
        rest.rejected.append(row)
      }
    }
    let places = Set(told.map(\.location))
    rest.problems = batch.problems.filter { !places.contains($0.location) } + told
    return rest
  }
}

extension Problem {
  static func erasedPerson(at location: Location) -> Problem {
    Problem(
      code: "erased-person", location: location, action: .skipped,
      message: Phrase(
        de: "gelöschte Person: nicht übernommen", en: "erased person: kept out"))
  }

  static func resemblesErased(at location: Location) -> Problem {
    Problem(
      code: "resembles-erased", location: location, action: .skipped,
      message: Phrase(
        de: "E-Mail oder Telefon einer gelöschten Person: wartet auf kontor erase --allow",
        en: "e-mail or phone of an erased person: waits for kontor erase --allow"))
  }
}
