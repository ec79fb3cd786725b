import Records
import Testing

@testable import Store

@Suite("RunSession: pairs and relations")
struct RunSessionLinksTests {
  private let store: ContactStore

  init() throws {
    store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "2026-01-01") { session throws in
      var records = (1...3).map { sampleRecord("\($0)", line: $0 + 1) }
      try session.load(records)
      for index in records.indices {
        records[index].id = RecordID(index + 1)
        let contact = sampleContact(try session.newContactID(), of: [records[index]])
        _ = try session.save(contact, status: .single)
      }
    }
  }

  private func run<T>(_ body: (RunSession) throws -> T) throws -> T {
    try store.run(pipeline: "test", startedAt: "2026-01-02", body)
  }

  @Test func aPairIsFoundInEitherOrderWithItsSteps() throws {
    let pair = PairScore(
      left: 3, right: 1, weightInBits: 7.25, status: .review,
      steps: [
        ScoreStep(
          comparison: Phrase(de: "vorher", en: "prior"), level: Phrase(de: "", en: ""),
          weightInBits: -12.5),
        ScoreStep(
          comparison: Phrase(de: "Name", en: "name"),
          level: Phrase(de: "klingt \"gleich\"", en: "sounds \"alike\""), weightInBits: 19.75),
      ])
    try run { try $0.save(pair) }
    try store.read { reader throws in
      #expect(try reader.pair(1, 3) == pair)
      #expect(try reader.pair(3, 1) == pair)
      #expect(try reader.pair(1, 2) == nil)
      var waiting: [PairScore] = []
      try reader.forEachPair(.review) { waiting.append($0) }
      #expect(waiting == [pair])
    }
    try run { try $0.removePairs(of: [3]) }
    #expect(try store.read { try $0.pair(1, 3) } == nil)
  }

  @Test func pairsAreReplacedByWhatDiffers() throws {
    let step = ScoreStep(
      comparison: Phrase(de: "Name", en: "name"), level: Phrase(de: "gleich", en: "equal"),
      weightInBits: 2)
    func pair(_ left: RecordID, _ right: RecordID, _ bits: Double) -> PairScore {
      PairScore(left: left, right: right, weightInBits: bits, status: .merged, steps: [])
    }
    func replace(_ pairs: [PairScore], kept: Bool = false) throws -> Int {
      var asked = 0
      try run { session in
        try session.replacePairs(
          pairs, isKept: { _ in kept },
          steps: { _ in
            asked += 1
            return [step]
          })
      }
      return asked
    }
    _ = try replace([pair(1, 2, 3), pair(1, 3, 4)])
    // Where steps are kept, only those of other pairs are asked for.
    #expect(try replace([pair(1, 2, 3), pair(1, 3, 5), pair(2, 3, 6)], kept: true) == 2)
    #expect(try replace([pair(1, 2, 3), pair(2, 3, 6)]) == 2)
    let stored = try store.read { reader in
      var stored: [PairScore] = []
      try reader.forEachPair(.merged) { stored.append($0) }
      return stored
    }
    #expect(stored.map { [$0.left, $0.right] } == [[1, 2], [2, 3]])
    #expect(stored.allSatisfy { $0.steps == [step] })
    // Only what differed was noted for undo.
    let changes = try store.read { reader throws in
      try reader.connection.statement("SELECT count(*) FROM pair_changes WHERE run_id > 2")
        .first { $0.int(0) }
    }
    #expect(changes == 3)
  }

  @Test func stepsOfEarlierVersionsAreRead() throws {
    try run { session in
      try session.connection.execute(
        #"""
        INSERT INTO pair_scores VALUES (1, 2, 3.5, 'merged', '[["name","exact",8.250]]')
        """#)
    }
    let steps = try store.read { try $0.pair(1, 2) }?.steps
    #expect(steps?.map(\.level.english) == ["exact"])
    #expect(steps?.map(\.weightInBits) == [8.25])
  }

  @Test func relationsAreReplacedAndTheDifferenceKept() throws {
    let household = Relation(.household, left: 1, right: 2)
    let worksAt = Relation(.worksAt, left: 3, right: 1)
    #expect(try run { try $0.setRelations([household, worksAt, household]).count } == 2)
    #expect(try run { try $0.setRelations([worksAt, household]).count } == 0)
    #expect(try run { try $0.setRelations([worksAt]).count } == 1)
    #expect(try store.read { try $0.relations() } == [worksAt])
    #expect(try store.read { try $0.relations(of: 1) } == [worksAt])
    let changes = try store.read { reader throws in
      try reader.connection.statement("SELECT count(*) FROM relation_changes").first { $0.int(0) }
    }
    #expect(changes == 3)
  }

  @Test func aRetiredContactHasNoRelations() throws {
    _ = try run { try $0.setRelations([Relation(.household, left: 1, right: 2)]) }
    try run { try $0.retire(2, mergedInto: nil) }
    #expect(try store.read { try $0.relations() } == [])
    #expect(try store.verify() == [])
  }

  @Test func aRelationToNobodyIsRefusedAndNothingIsKept() throws {
    #expect(throws: StoreError.self) {
      try run { try $0.setRelations([Relation(.household, left: 1, right: 99)]) }
    }
    #expect(try store.read { try $0.runs() }.count == 1)
  }
}
