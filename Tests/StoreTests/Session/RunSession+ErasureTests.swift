import Records
import Testing

@testable import Store

@Suite("RunSession+Erasure")
struct RunSessionErasureTests {
  /// Two contacts; the first once held the record of the second.
  private func store(in workspace: Workspace) throws -> ContactStore {
    let store = try workspace.store()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session in
      let records = try session.load([sampleRecord("a"), sampleRecord("b", line: 3)])
      var both = [sampleRecord("a"), sampleRecord("b", line: 3)]
      for place in both.indices { both[place].id = records[place].id }
      _ = try session.save(sampleContact(try session.newContactID(), of: both), status: .merged)
    }
    try store.run(pipeline: "test", startedAt: "2026-01-02") { session in
      for (contact, record) in [(1, 1), (2, 2)] as [(ContactID, RecordID)] {
        let id = contact == 1 ? 1 : try session.newContactID()
        _ = try session.save(
          sampleContact(id, of: try session.reader.records([record])), status: .single)
      }
    }
    return store
  }

  @Test func theContactGoesAndOthersPastWithoutIt() throws {
    let workspace = try Workspace()
    let store = try store(in: workspace)
    try store.overwriteDeleted()
    let occasion = Occasion(author: "Uta", reason: "on request")
    let counts = try store.run(
      pipeline: "kontor erase", startedAt: "2026-01-03", occasion: occasion
    ) { session throws in
      #expect(try session.contactsCompared(with: [2]) == [])
      return try session.erase(ErasedParts(contacts: [2], records: [2]))
    }
    #expect(counts.first { $0.what == .records }?.count == 1)
    #expect(try store.verify() == [])
    try store.read { reader throws in
      #expect(try reader.contradictions() == [:])
      #expect(try reader.record(2) == nil && reader.events(of: 2).isEmpty)
      #expect(try reader.erasure(of: 2)?.occasion == occasion)
      #expect(try reader.erasure(of: 1) == nil && reader.isErasure(3) && !reader.isErasure(2))
      #expect(try reader.events(of: 1).map { $0.before?.records } == [nil, [1]])
      #expect(try reader.row(of: 2)?.name == "")
      #expect(try reader.search("Meyer").map(\.id) == [1])
    }
    try store.vacuum()
    try store.close()
  }

  @Test func keysOfPeopleAreStrongerThanTraits() throws {
    let workspace = try Workspace()
    let store = try store(in: workspace)
    try store.run(pipeline: "kontor erase", startedAt: "2026-01-03") { session in
      try session.add(erasedKeys: ["1", "2"], kind: "trait")
      try session.add(erasedKeys: ["2"], kind: "person")
      try session.add(erasedKeys: ["2"], kind: "trait")
    }
    #expect(try store.read { try $0.erasedKeys() } == ["person": ["2"], "trait": ["1"]])
    #expect(throws: StoreError.self) {
      try store.run(pipeline: "t", startedAt: "t") { try $0.add(erasedKeys: ["3"], kind: "x") }
    }
  }

  @Test func aRowIsHeldUntilItIsAllowedOrGone() throws {
    let workspace = try Workspace()
    let store = try store(in: workspace)
    let place = Location(file: "erp.csv", line: 7, ordinal: 6)
    func inRun(_ body: (RunSession) throws -> Void) throws {
      try store.run(pipeline: "test", startedAt: "2026-01-03") { try body($0) }
    }
    try inRun { try $0.hold("h", at: place, file: 1) }
    try inRun { try $0.hold("i", at: place, file: 1) }
    #expect(try store.read { try $0.heldRows().map(\.number) } == [1, 2])
    try inRun { session in
      try session.hold("h", at: Location(file: "erp.csv", line: 9, ordinal: 8), file: 1)
      try session.forgetHeldRows(of: 1)
    }
    #expect(try store.read { try $0.heldRows().map(\.location.line) } == [9])
    try inRun { session throws in
      #expect(try session.allow(heldRow: 1))
      #expect(try !session.allow(heldRow: 1) && !session.allow(heldRow: 5))
    }
    try store.read { reader throws in
      #expect(try reader.heldRows().isEmpty && reader.allowedRows() == ["h"])
      // The file is read again.
      #expect(try reader.file("erp.csv", of: 1)?.stamp.isOfSameFile(as: stamp) == false)
    }
    try inRun { try $0.forgetHeldRows(of: 1) }
    #expect(try store.read { try $0.allowedRows() } == ["h"])
  }
}
