import Records
import Testing

@testable import Store

@Suite("RunSession: records")
struct RunSessionRecordsTests {
  private let store: ContactStore

  init() throws {
    store = try ContactStore()
  }

  private func records() throws -> [Record] {
    var all: [Record] = []
    try store.read { try $0.forEachRecord { all.append($0) } }
    return all
  }

  @Test func aSecondRunOnTheSameRowsChangesNothing() throws {
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    let before = try store.read { try $0.counts() }
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      let results = try session.load([sampleRecord("1"), sampleRecord("2", line: 3)])
      #expect(results.map(\.change) == [.unchanged, .unchanged])
      #expect(!session.hasChanges)
      session.discard()
    }
    #expect(try store.read { try $0.counts() } == before)
  }

  @Test func aRowOnAnotherLineIsUnchangedAndFoundThere() throws {
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    let results = try store.load([sampleRecord("2", line: 2), sampleRecord("1", line: 3)])
    #expect(results.map(\.change) == [.unchanged, .unchanged])
    #expect(try records().map(\.location.line) == [3, 2])
    #expect(try records().map(\.key) == ["1", "2"])
  }

  @Test func aChangedRowKeepsItsNumber() throws {
    try store.load([sampleRecord("1")])
    let results = try store.load([sampleRecord("1", family: "Maier", contentHash: 8)])
    #expect(results == [PutResult(id: 1, key: "1", change: .changed)])
    #expect(try records().first?.values == sampleRecord("1", family: "Maier").values)
    let before = try store.read { reader throws in
      try reader.connection.statement("SELECT before FROM record_changes").first { $0.text(0) }
    }
    #expect(before?.contains("\"Meyer\"") == true)
  }

  @Test func otherValuesFromTheSameRowAreAChange() throws {
    try store.load([sampleRecord("1")])
    let results = try store.load([sampleRecord("1", family: "Maier")])
    #expect(results.map(\.change) == [.changed])
  }

  @Test func whatAFileNoLongerHoldsIsWithdrawnAndReturnsUnderItsNumber() throws {
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    try store.load([sampleRecord("2", line: 3)])
    #expect(try records().map(\.id) == [2])
    let results = try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    #expect(results.map(\.change) == [.changed, .unchanged])
    #expect(try records().map(\.id) == [1, 2])
  }

  @Test func aFeedWithdrawsNothingAndUpdatesAcrossFiles() throws {
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)], mode: .feed, path: "a.csv")
    let results = try store.load(
      [sampleRecord("2", family: "Maier", file: "b.csv", contentHash: 8)], mode: .feed,
      path: "b.csv")
    #expect(results == [PutResult(id: 2, key: "2", change: .changed)])
    #expect(try records().map(\.location.file) == ["a.csv", "b.csv"])
  }

  @Test func aKeyUsedAgainNamesARecordOfItsOwn() throws {
    let rows = (2...5).map { sampleRecord("7", line: $0, contentHash: UInt64($0)) }
    let first = try store.load(rows)
    #expect(first.map(\.key) == ["7", "7#2", "7#3", "7#4"])
    #expect(first.map(\.change) == [.new, .new, .new, .new])
    let second = try store.load(rows)
    #expect(second.map(\.id) == first.map(\.id))
    #expect(second.map(\.change) == [.unchanged, .unchanged, .unchanged, .unchanged])
  }

  @Test func aKeyInTwoFilesOfASnapshotNamesTwoRecords() throws {
    try store.load([sampleRecord("7", file: "a.vcf")], path: "a.vcf")
    let second = try store.load([sampleRecord("7", file: "b.vcf", contentHash: 8)], path: "b.vcf")
    #expect(second.map(\.key) == ["7#2"])
    let again = try store.load([sampleRecord("7", file: "b.vcf", contentHash: 8)], path: "b.vcf")
    #expect(again == [PutResult(id: 2, key: "7#2", change: .unchanged)])
    #expect(try records().count == 2)
  }

  @Test func aRecordThatMovesToAnotherFileKeepsItsNumber() throws {
    try store.load([sampleRecord("7", file: "2025.csv")], path: "2025.csv")
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
      let file = try #require(try session.reader.file("2025.csv", of: 1))
      #expect(try session.markMissing(file.id) == 1)
      let moved = try session.load([sampleRecord("7", file: "2026.csv")], path: "2026.csv")
      #expect(moved.map(\.id) == [1])
    }
    #expect(try records().map(\.location.file) == ["2026.csv"])
  }

  /// 7 stands in the first file and goes to the second, or the other way round.
  @Test(arguments: [["a.csv", "b.csv"], ["b.csv", "a.csv"]])
  func aRowThatMovesBetweenFilesOfOneRunIsUnchanged(paths: [String]) throws {
    func load(_ keys: [String: [String]]) throws -> [String: Int] {
      try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
        session.expect(["a.csv", "b.csv"], of: 1)
        for (path, keys) in keys.sorted(by: { $0.key < $1.key }) {
          try session.load(keys.map { sampleRecord($0, file: path) }, path: path)
        }
        return session.changes
      }
    }
    _ = try load([paths[0]: ["7", "8"], paths[1]: ["9"]])
    let before = try records().map(\.id)
    #expect(try load([paths[0]: ["8"], paths[1]: ["9", "7"]]) == [:])
    #expect(try Set(records().map(\.id)) == Set(before))
    #expect(try records().first { $0.key == "7" }?.location.file == paths[1])
    // Nor has either file changed for it.
    #expect(try load([paths[0]: ["8"], paths[1]: ["9"]]) == ["records-withdrawn": 1])
  }

  @Test func aKeyThatComesToAFurtherFileIsTheFirstOnes() throws {
    func load(_ keys: [String: UInt64]) throws -> [String] {
      try store.run(pipeline: "test", startedAt: "2026-01-02") { session throws in
        session.expect(Array(keys.keys), of: 1)
        return try keys.sorted { $0.key < $1.key }.flatMap { path, hash in
          try session.load([sampleRecord("7", file: path, contentHash: hash)], path: path)
        }.map(\.key)
      }
    }
    #expect(try load(["a.csv": 1, "b.csv": 2]) == ["7", "7#2"])
    #expect(try load(["a.csv": 1, "b.csv": 2]) == ["7", "7#2"])
    #expect(try load(["b.csv": 2]) == ["7#2"])
    #expect(try load(["a.csv": 1, "b.csv": 2]) == ["7", "7#2"])
  }

  @Test func aContactPersonFollowsTheKeyOfItsOrganization() throws {
    var person = sampleRecord("7-1", line: 4)
    person.parentKey = "7"
    person.kind = .contactPerson
    try store.load([sampleRecord("7"), sampleRecord("7", line: 3, contentHash: 9), person])
    #expect(try records().last?.parentKey == "7#2")
  }

  @Test func tenThousandRowsOfOneKeyTakeNoLongerThanTheyMust() throws {
    let rows = (1...10_000).map { sampleRecord("0", line: $0 + 1, contentHash: UInt64($0)) }
    #expect(try store.load(rows).last?.key == "0#10000")
    #expect(try store.load(rows).allSatisfy { $0.change == .unchanged })
  }

  @Test(arguments: hostileStrings)
  func hostileTextRoundTripsEverywhere(text: String) throws {
    var record = sampleRecord(text)
    record.recID = text
    record.parentKey = text
    record.values = [FieldValue(.extra, .text(text), name: text, raw: text)]
    let raw = RawRecord(
      location: record.location, columns: [text, "b"],
      values: [RawValue(column: 0, text: text), RawValue(column: 0, text: text)])
    try store.run(pipeline: text, startedAt: text) { session throws in
      let source = try session.register(StoredSource(name: text, numbering: text))
      let file = try session.beginFile(text, of: source, stamp: stamp)
      _ = try session.put(record, raw: raw, file: file)
      try session.putAside(
        raw,
        because: Problem(
          code: text, location: raw.location, action: .setAside, message: Phrase(de: text, en: text)
        ),
        file: file)
      _ = try session.endFile(file, recordCount: 1)
      session.finish(at: text, counts: [text: 3])
    }
    let stored = try #require(try records().first)
    #expect(Array(stored.key.utf8) == Array(text.utf8))
    #expect(Array(stored.recID.utf8) == Array(text.utf8))
    #expect(stored.parentKey == text)
    #expect(stored.values == record.values)
    #expect(stored.source == text)
    try store.read { reader throws in
      let kept = try #require(try reader.rawRecord(1))
      #expect(kept.columns == raw.columns)
      #expect(kept.values == raw.values)
      #expect(try reader.recordID(source: text, key: text) == 1)
      #expect(try reader.runs().first?.counts == [text: 3])
      var rejected: [RejectedRow] = []
      try reader.forEachRejectedRow { rejected.append($0) }
      #expect(rejected.map(\.raw.values) == [raw.values])
      #expect(rejected.map(\.reason.german) == [text])
    }
    #expect(try store.verify() == [])
  }

  @Test func fieldsAreReadableInSQL() throws {
    try store.load([sampleRecord("1")])
    let family = try store.read { reader throws in
      try reader.connection.statement(
        "SELECT json_extract(fields, '$[0].name.family') FROM record_fields"
      ).first { $0.text(0) }
    }
    #expect(family == "Meyer")
    let cell = try store.read { reader throws in
      try reader.connection.statement("SELECT json_extract(cells, '$[3]') FROM raw_records")
        .first { $0.text(0) }
    }
    #expect(cell == "\"Meyer\"\n;x")
  }

  @Test func consentsStandInATableOfTheirOwn() throws {
    try store.load([sampleRecord("1")])
    try store.load([sampleRecord("1", family: "Maier")])
    let consents = try store.read { reader throws in
      try reader.connection.statement(
        "SELECT count(*), min(channel || ' ' || address || ' ' || state) FROM consents"
      ).first { ($0.int(0), $0.text(1)) }
    }
    #expect(consents?.0 == 1)
    #expect(consents?.1 == "email hans@example.org granted")
  }

  @Test func problemsAndRejectedRowsLastUntilTheirFileIsReadAgain() throws {
    let problem = Problem(
      code: "too-few-fields", location: Location(file: "erp.csv", line: 9, ordinal: 8),
      action: .setAside, message: Phrase(de: "3 Felder", en: "3 fields"))
    func problems() throws -> [Problem] {
      var all: [Problem] = []
      try store.read { try $0.forEachProblem { all.append($0) } }
      return all
    }
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      let source = try session.register(StoredSource(name: "erp"))
      let file = try session.beginFile("erp.csv", of: source, stamp: stamp)
      try session.add(problem, file: file)
      try session.add(problem, file: nil)
    }
    #expect(try problems() == [problem, problem])
    try store.load([sampleRecord("1")])
    #expect(try problems() == [problem])
  }
}
