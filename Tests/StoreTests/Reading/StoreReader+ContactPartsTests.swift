import Records
import Testing

@testable import Store

@Suite("StoreReader: contacts whole")
struct StoreReaderContactPartsTests {
  @Test func streamedContactsEqualThoseReadOneByOne() throws {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      var records = (1...4).map { sampleRecord("\($0)", line: $0 + 1) }
      for (index, result) in try session.load(records).enumerated() {
        records[index].id = result.id
      }
      for members in [[records[0], records[3]], [records[1]], [records[2]]] {
        _ = try session.save(
          sampleContact(try session.newContactID(), of: members), status: .merged)
      }
      try session.retire(2, mergedInto: nil)
    }
    try store.read { reader throws in
      var ids: [ContactID] = []
      try reader.forEachContact { streamed throws in
        let id = streamed.contact.id
        ids.append(id)
        let single = try #require(try reader.contact(id))
        #expect(streamed.contact.values == single.contact.values)
        #expect(streamed.contact.records == single.contact.records)
        #expect(streamed.contact.permissions == single.contact.permissions)
      }
      #expect(ids == [1, 3])
    }
  }
}
