import Records
import Testing

@testable import Store

@Suite("StoreReader: digest")
struct StoreReaderDigestTests {
  private func digest(
    line: Int = 2, startedAt: String = "2026-01-01",
    contact change: (inout Contact) -> Void = { _ in },
    relation: Relation? = nil
  ) throws -> String {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: startedAt) { session in
      var records = (1...2).map { sampleRecord("\($0)", line: line + $0) }
      for (index, result) in try session.load(records).enumerated() {
        records[index].id = result.id
      }
      var contact = sampleContact(1, of: [records[0]])
      change(&contact)
      _ = try session.save(contact, status: .single)
      _ = try session.save(sampleContact(2, of: [records[1]]), status: .single)
      if let relation { _ = try session.setRelations([relation]) }
    }
    return try store.read { try $0.digest() }
  }

  @Test func linesAndTimesDoNotCount() throws {
    #expect(try digest(line: 2) == digest(line: 9, startedAt: "2027-01-01"))
  }

  @Test func valuesOriginsAndRelationsCount() throws {
    let digests = [
      try digest(),
      try digest(contact: { $0.values[1].value.raw = "x" }),
      try digest(contact: { $0.values[1].rule = .mostRecent }),
      try digest(contact: { $0.values[1].record = 2 }),
      try digest(contact: { $0.values[1].lost = [] }),
      try digest(contact: { $0.kind = .household }),
      try digest(relation: Relation(.household, left: 1, right: 2)),
      try digest(relation: Relation(.worksAt, left: 1, right: 2)),
      try digest(relation: Relation(.worksAt, left: 2, right: 1)),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(
      try digest(relation: Relation(.household, left: 2, right: 1))
        == digest(relation: Relation(.household, left: 1, right: 2)))
  }
}
