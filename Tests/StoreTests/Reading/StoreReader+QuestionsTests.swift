import Records
import Testing

@testable import Store

@Suite("StoreReader: questions")
struct StoreReaderQuestionsTests {
  /// Four records, each a contact; three questions, one of which would follow.
  private func filled() throws -> ContactStore {
    let store = try ContactStore()
    try store.run(pipeline: "test", startedAt: "") { session in
      let records = (1...4).map { sampleRecord("\($0)", line: $0 + 1) }
      try session.load(records)
      for id in Int64(1)...4 {
        let record = try #require(try session.reader.record(id))
        _ = try session.save(
          sampleContact(try session.newContactID(), of: [record]), status: .review)
      }
      try session.replaceQuestions(
        [],
        by: [
          question(1, 2, gain: 0.9), question(3, 4, gain: 0.9, weight: 5),
          question(2, 3, gain: 0.4), question(1, 3, gain: 0.8, isFollowing: true),
        ])
    }
    return store
  }

  private func question(
    _ left: RecordID, _ right: RecordID, gain: Double, weight: Double = 3,
    isFollowing: Bool = false
  ) -> StoredQuestion {
    StoredQuestion(
      left: left, right: right, leftContact: left, rightContact: right, isFollowing: isFollowing,
      gain: gain, recordCount: 2, weightInBits: weight)
  }

  @Test func mostValuableComeFirstAndEachLeadsToTheNext() throws {
    try filled().read { reader throws in
      let all = try reader.questions(limit: 10)
      #expect(all.map { [$0.left, $0.right] } == [[1, 2], [3, 4], [2, 3], [1, 3]])
      var walked = try reader.questions(limit: 1)
      while let last = walked.last, let next = try reader.questions(after: last, limit: 1).first {
        walked.append(next)
      }
      #expect(walked == all)
      #expect(try reader.questions(after: all[1], limit: 10) == Array(all[2...]))
      #expect(try reader.openQuestionCount() == 4)
    }
  }

  @Test func questionsAreFoundByRecordsContactsAndWeight() throws {
    try filled().read { reader throws in
      #expect(try reader.question(2, 1)?.gain == 0.9)
      #expect(try reader.question(1, 4) == nil)
      #expect(try reader.questions(of: 3).count == 3)
      #expect(try reader.questions(of: 4, 3).count == 1)
      #expect(try reader.questions(from: 4).map(\.left) == [3])
      #expect(try reader.questionsByBits() == [3: 3, 5: 1])
      #expect(try reader.questionsByBits(isAnswered: true) == [:])
    }
  }

  @Test func anAnswerLeavesTheQueueAtOnceAndReturnsWhenTakenBack() throws {
    let store = try filled()
    let decision = try store.takeDown(Occasion(author: "Uta"), at: "t") { pad in
      try pad.decide(.same, 2, 1)
    }
    try store.read { reader throws in
      #expect(try reader.openQuestionCount() == 3)
      #expect(try reader.question(1, 2)?.decision == decision)
      #expect(try reader.decisions().isEmpty)
      let waiting = try reader.waitingDecisions()
      #expect(waiting.map(\.isWaiting) == [true] && waiting[0].madeRun == nil)
      #expect(!waiting[0].isInForce)
      #expect(try reader.waitingDecisionCount() == 1 && reader.answerCount(since: 0) == 1)
      #expect(try reader.decisions(ofRecord: 1).map(\.id) == [decision])
      #expect(try reader.decisions(ofRecord: 2).map(\.id) == [decision])
      #expect(try reader.decisions(ofRecord: 3).isEmpty)
    }
    #expect(try store.takeDown(Occasion(author: "Uta"), at: "t") { try $0.withdraw(decision) })
    #expect(try !store.takeDown(Occasion(author: "Uta"), at: "t") { try $0.withdraw(decision) })
    try store.read { reader throws in
      #expect(try reader.openQuestionCount() == 4 && reader.waitingDecisionCount() == 0)
      #expect(try reader.lastDecisions(limit: 5).map(\.withdrawal?.author) == ["Uta"])
    }
  }

  @Test func whatThrowsTakesNothingDown() throws {
    let store = try filled()
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.takeDown(Occasion(), at: "t") { pad in
        _ = try pad.decide(.same, 1, 2)
        throw Stop()
      }
    }
    #expect(try store.read { try $0.openQuestionCount() } == 4)
  }

  @Test func renewedQuestionsKeepAnswersThatWait() throws {
    let store = try filled()
    _ = try store.takeDown(Occasion(author: "Uta"), at: "t") { try $0.decide(.same, 1, 2) }
    try store.run(pipeline: "test", startedAt: "") { session in
      try session.replaceQuestions(
        session.reader.questions(),
        by: [question(1, 2, gain: 0.7), question(3, 4, gain: 0.9)])
    }
    try store.read { reader throws in
      #expect(try reader.questions(limit: 10).map(\.left) == [3])
      #expect(try reader.question(1, 2)?.gain == 0.7)
      #expect(try reader.question(2, 3) == nil)
    }
    // Once it is worked in, a question that is asked all the same is open.
    try store.run(pipeline: "test", startedAt: "") { session in
      try session.adopt(1)
      try session.replaceQuestions(
        session.reader.questions(), by: [question(1, 2, gain: 0.7)])
    }
    #expect(try store.read { try $0.openQuestionCount() } == 1)
  }

  @Test func factsOfRunsAreKeptByRun() throws {
    let store = try filled()
    try store.run(pipeline: "test", startedAt: "") { try $0.keep(facts: "{\"a\":1}") }
    try store.read { reader throws in
      let facts = try reader.runFacts(limit: 3)
      #expect(facts.map(\.run) == [2] && facts[0].facts == Array("{\"a\":1}".utf8))
    }
  }
}
