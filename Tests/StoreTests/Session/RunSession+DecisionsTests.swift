import Records
import Testing

@testable import Store

@Suite("RunSession: decisions")
struct RunSessionDecisionsTests {
  private func filled() throws -> ContactStore {
    let store = try ContactStore()
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    try store.run(
      pipeline: "test", startedAt: "2026-02-03T04:05:06Z",
      occasion: Occasion(author: "Erika", reason: "seen")
    ) { session in
      _ = try session.decide(.same, 1, 2)
      let email = try #require(try session.reader.record(1)?.first(.email))
      _ = try session.choose(email, of: 2)
    }
    return store
  }

  private func decisions(_ store: ContactStore, all: Bool = false) throws -> [StoredDecision] {
    try store.read { try $0.decisions(includingWithdrawn: all) }
  }

  @Test func decisionsKeepWhoWhenWhyAndWhatTheyAreAbout() throws {
    let found = try decisions(filled())
    #expect(found.map(\.kind) == [.same, .value])
    #expect(found[0].occasion == Occasion(author: "Erika", reason: "seen"))
    #expect(found[0].madeAt == "2026-02-03T04:05:06Z" && found[0].madeRun == 2)
    #expect(found[0].records == [1, 2] && found[1].records == [2])
    #expect(found[0].left.name == "erp:1" && found[0].right?.name == "erp:2")
    #expect(found[1].value?.value.text == "hans@example.org")
    #expect(found.allSatisfy { $0.isInForce && !$0.isStale })
  }

  @Test func changedRecordMakesStaleAndAWithdrawnOneDormant() throws {
    let store = try filled()
    try store.load([
      sampleRecord("1", family: "Meier", contentHash: 8), sampleRecord("2", line: 3),
    ])
    #expect(try decisions(store)[0].isStale && decisions(store)[0].isInForce)
    #expect(try !decisions(store)[1].isStale)
    try store.load([sampleRecord("1")])
    #expect(try decisions(store).map(\.isInForce) == [false, false])
    #expect(try decisions(store)[0].right?.state == .withdrawn)
    // It returns, and so does what was said of it.
    try store.load([sampleRecord("1"), sampleRecord("2", line: 3)])
    #expect(try decisions(store).map(\.isInForce) == [true, true])
    #expect(try decisions(store).map(\.isStale) == [false, false])
  }

  @Test func withdrawnDecisionIsKeptAndCanBeRestored() throws {
    let store = try filled()
    try store.run(
      pipeline: "test", startedAt: "later", occasion: Occasion(author: "Uta")
    ) { try $0.set(decision: 1, isThere: false) }
    #expect(try decisions(store).map(\.id) == [2])
    let gone = try #require(try decisions(store, all: true).first)
    #expect(gone.withdrawal == StoredDecision.Withdrawal(author: "Uta", time: "later", run: 3))
    try store.run(pipeline: "test", startedAt: "") { session in
      try session.set(decision: 1, isThere: true)
      // Twice is once.
      try session.set(decision: 1, isThere: true)
      #expect(session.changes["decisions-restored"] == 1)
    }
    #expect(try decisions(store).map(\.id) == [1, 2])
    try store.read { reader throws in
      let changes = try reader.decisionChanges(since: 3)
      #expect(changes.map(\.decision) == [1, 1] && changes.map(\.wasThere) == [true, false])
    }
  }

  @Test func unknownRecordIsRefused() throws {
    let store = try filled()
    #expect(throws: StoreError.self) {
      try store.run(pipeline: "test", startedAt: "") { _ = try $0.decide(.same, 1, 99) }
    }
  }
}
