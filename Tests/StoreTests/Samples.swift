import Foundation
import Records
import Store

/// A folder of its own, removed with the value that owns it.
final class Workspace {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String = "kontor.sqlite") -> String { folder.appending(path: name).path }

  func store() throws -> ContactStore { try ContactStore(path: path(), create: true) }
}

let stamp = FileStamp(size: 10, modifiedInNanoseconds: 20, inode: 30)

func sampleRecord(
  _ key: String, family: String = "Meyer", source: String = "erp", file: String = "erp.csv",
  line: Int = 2, contentHash: UInt64 = 7
) -> Record {
  Record(
    source: source, key: key, location: Location(file: file, line: line, ordinal: line - 1),
    kind: .person, recID: "r\(key)",
    values: [
      FieldValue(.name, .name(PersonName(given: "Hans", family: family)), raw: "\(family), Hans"),
      FieldValue(.email, .text("hans@example.org"), label: .work, raw: "Hans@example.org"),
      FieldValue(
        .consent, .consent(Consent(channel: .email, address: "hans@example.org", state: .granted)),
        raw: "ja"),
    ], contentHash: contentHash)
}

func sampleRaw(_ record: Record) -> RawRecord {
  RawRecord(
    location: record.location, columns: ["Nr", "Name", "E-Mail"],
    values: [
      RawValue(column: 0, text: record.key), RawValue(column: 1, text: "\"Meyer\"\n;x"),
      RawValue(column: 2, text: "Hans@example.org"),
    ])
}

func sampleContact(_ id: ContactID, of records: [Record]) -> Contact {
  let first = records.first?.values.first { $0.attribute == .name }
  var values: [ContactValue] = []
  if let first {
    values.append(
      ContactValue(
        value: first, record: records[0].id, agreeing: records.dropFirst().map(\.id),
        rule: .mostComplete))
  }
  values.append(
    ContactValue(
      value: FieldValue(.email, .text("hans@example.org"), raw: "hans@example.org"),
      record: records[0].id, rule: .union,
      lost: [
        LostValue(
          value: FieldValue(
            .email, .text("alt@example.org"), raw: "alt@example.org", mark: .repaired),
          record: records[0].id)
      ]))
  return Contact(
    id: id, kind: .person, values: values, records: records.map(\.id).sorted(),
    permissions: [
      Permission(
        channel: .email, address: "hans@example.org", isAllowed: true,
        reason: Phrase(de: "Einwilligung liegt vor", en: "consent given")),
      Permission(
        channel: .post, address: "", isAllowed: true,
        reason: Phrase(de: "Brief bedarf keiner Einwilligung", en: "a letter needs no consent")),
    ])
}

extension ContactStore {
  /// A run over one file of one source.
  @discardableResult
  func load(
    _ records: [Record], mode: StoredSource.Mode = .snapshot, path: String = "erp.csv",
    source: String = "erp"
  ) throws -> [PutResult] {
    try run(pipeline: "test", startedAt: "2026-01-01T00:00:00Z") { session throws in
      try session.load(records, mode: mode, path: path, source: source)
    }
  }
}

extension RunSession {
  @discardableResult
  func load(
    _ records: [Record], mode: StoredSource.Mode = .snapshot, path: String = "erp.csv",
    source: String = "erp"
  ) throws -> [PutResult] {
    let source = try register(StoredSource(name: source, priority: 10, mode: mode))
    let file = try beginFile(path, of: source, stamp: stamp)
    let results = try records.map { try put($0, raw: sampleRaw($0), file: file) }
    _ = try endFile(file, recordCount: records.count)
    return results
  }
}
