import Foundation
import Records
import Reports
import Store
import Support
import Testing

@testable import Pipeline

/// A store of the demo with its open questions, made once and copied for each test.
enum DemoStore {
  private static let made: Result<[UInt8], any Error> = Result {
    let work = try Workdir()
    let file = try PipelineFile.read(
      Repository.path("pipelines/demo.yaml"), output: work.path("out"))
    _ = try Run(file: file).perform(progress: Progress(mode: .silent, language: .english))
    return try work.bytes("out/kontor.sqlite")
  }

  /// The path of a copy in a folder.
  static func copy(into work: Workdir) throws -> String {
    try work.write("kontor.sqlite", try made.get())
  }
}

private func isKept(_ outcome: AnswerOutcome?) -> Bool {
  if case .kept? = outcome { true } else { false }
}

private func moved(_ outcome: AnswerOutcome?) -> OpenQuestion? {
  if case .moved(let question)? = outcome { question } else { nil }
}

@Suite struct ReviewDeskTests {
  private let work: Workdir
  private let desk: ReviewDesk

  init() throws {
    work = try Workdir()
    desk = try ReviewDesk(store: DemoStore.copy(into: work))
  }

  private func first() throws -> OpenQuestion {
    let id = try #require(try desk.next(after: nil))
    return try #require(try desk.question(id))
  }

  private func workIn() throws -> DecisionOutcome? {
    try Decide(
      store: desk.store, author: "Uta", progress: Progress(mode: .silent, language: .english)
    ).workIn()
  }

  // MARK: Reading

  @Test func questionsStandInTheOrderOfTheReviewTable() throws {
    let rows = try desk.queue(limit: 100)
    #expect(rows.count == 21)
    #expect(try desk.standing().open == 21)
    let gains = rows.filter { !$0.question.isFollowing }.map(\.question.gain)
    #expect(gains == gains.sorted(by: >))
    #expect(rows.allSatisfy { !$0.left.isEmpty && !$0.right.isEmpty })
    let half = try desk.queue(after: rows[9].id, limit: 100)
    #expect(half.map(\.id) == rows[10...].map(\.id))
    // After the last the first is asked again: whoever skips goes round.
    #expect(try desk.next(after: rows[20].id) == rows[0].id)
  }

  @Test func aQuestionTellsRecordsPairsAndWhy() throws {
    let question = try first()
    #expect(question.isOpen && question.decisions.isEmpty)
    #expect((2...ReviewDesk.shownRecords).contains(question.cluster.records.count))
    #expect(question.cluster.records.prefix(2).map(\.id) == [question.id.left, question.id.right])
    let pair = try #require(question.cluster.pairs.first)
    #expect(pair.left == 0 && pair.right == 1 && !pair.rows.isEmpty)
    let sum = pair.priorInBits + pair.rows.reduce(0) { $0 + $1.total }
    #expect(abs(sum - pair.weightInBits) < 0.01)
    let chance = try #require(question.probability)
    #expect(chance > 0 && chance < 1)
  }

  @Test func unknownQuestionsAreNone() throws {
    #expect(try desk.question(QuestionID(1, 999_999)) == nil)
    #expect(QuestionID("2-1") == nil && QuestionID("1-2-3") == nil && QuestionID("a-b") == nil)
    #expect(QuestionID("1-2").map { "\($0)" } == "1-2")
    #expect(ValueChosen("3:x") == nil && ValueChosen("3:4") == ValueChosen(record: 3, place: 4))
  }

  @Test func factsOfTheRunAreThoseOfItsReport() throws {
    let facts = try #require(try desk.facts().first?.facts)
    #expect(facts.records == 81 && facts.contacts == 55 && facts.questions == 21)
    #expect(facts.sources.reduce(0) { $0 + $1.records } == 81)
    #expect(facts.sources.allSatisfy { $0.contacts <= $0.records && $0.contacts > 0 })
    #expect(!facts.overlaps.isEmpty && !facts.fills.isEmpty && !facts.bands.isEmpty)
    #expect(OverviewFacts(json: Array(facts.json.utf8)) == facts)
    #expect(OverviewFacts(json: Array("[]".utf8)) == nil)
  }

  @Test func weightsCoverAllQuestions() throws {
    let weights = try desk.weights()
    #expect(weights.reduce(0) { $0 + $1.questions } == 21)
    #expect(weights.map(\.bits) == weights.map(\.bits).sorted())
  }

  @Test func searchFindsBySoundAndNumber() throws {
    let all = try desk.queue(limit: 100)
    let contact = all[0].question.leftContact
    #expect(try desk.search("\(contact)").rows.first?.id == contact)
    let office = try Office()
    try office.scenario.run()
    let other = try ReviewDesk(store: office.store)
    #expect(try other.search("siebenlist").rows.count == 2)
    let sounding = try other.search("Maier")
    #expect(sounding.rows.isEmpty && sounding.sounding.map(\.name) == ["Hannelore Meyer"])
    #expect(try other.search("Hannelore Mayr").sounding.isEmpty == false)
    #expect(try other.search("Zzz").sounding.isEmpty && other.search("\"*(").rows.isEmpty)
    try other.close()
  }

  @Test func searchFindsNumbersAndStreetsAsPeopleWriteThem() throws {
    let office = try Office()
    try office.scenario.run()
    let desk = try ReviewDesk(store: office.store)
    for text in ["0351 4466880", "03514466880", "0049 351 4466880", "+49 (0)351/446", "0351 4466"] {
      #expect(try desk.search(text).rows.map(\.name) == ["Konrad Siebenlist"], "\(text)")
    }
    #expect(try desk.search("0351 9999999").rows.isEmpty)
    #expect(
      try desk.search("Holm 7").rows.count == 2 && desk.search("Uta Holm 7 B").rows.count == 1)
    try desk.close()
  }

  // MARK: Answers

  @Test func answersLeaveTheQueueAndAreWorkedInTogether() throws {
    let rows = try desk.queue(limit: 3)
    for row in rows {
      let question = try #require(try desk.question(row.id))
      let outcome = try desk.answer(
        row.id, Answer(.different), version: question.version, author: "Uta")
      #expect(isKept(outcome))
    }
    let standing = try desk.standing()
    #expect(standing.open == 18 && standing.answered == 3 && standing.waiting == 3)
    #expect(standing.total == 21)
    let outcome = try #require(try workIn())
    #expect(outcome.made.isEmpty && outcome.conflicts.isEmpty)
    let after = try desk.standing()
    #expect(after.waiting == 0 && after.answered == 3)
    #expect(try desk.queue(limit: 100).allSatisfy { row in !rows.map(\.id).contains(row.id) })
    // Whoever comes late learns who decided.
    let settled = try #require(try desk.question(rows[0].id))
    #expect(!settled.isOpen && settled.decisions.map(\.occasion.author) == ["Uta"])
  }

  @Test func whatHasMovedIsNotOverwritten() throws {
    let shown = try first()
    let one = try desk.answer(shown.id, Answer(.same), version: shown.version, author: "Uta")
    #expect(isKept(one))
    let other = try desk.answer(
      shown.id, Answer(.different), version: shown.version, author: "Konrad")
    let now = try #require(moved(other))
    #expect(now.decisions.map(\.occasion.author) == ["Uta"] && now.version != shown.version)
    #expect(try desk.decisions(limit: 10).count { !$0.isCompanion } == 1)
    // The same answer by the same person is one.
    let again = try desk.answer(shown.id, Answer(.same), version: shown.version, author: "Uta")
    #expect(isKept(again))
    #expect(try desk.decisions(limit: 10).count { !$0.isCompanion } == 1)
    // Who has seen it may change it: the later word holds.
    _ = try desk.answer(shown.id, Answer(.different), version: now.version, author: "Konrad")
    #expect(try desk.question(shown.id)?.decisions.map(\.kind) == [.different])
  }

  @Test func chosenValuesComeWithTheAnswerAndGoWithIt() throws {
    let shown = try first()
    let record = shown.cluster.records[1]
    let place = try #require(record.values.firstIndex { $0.attribute == .name })
    _ = try desk.answer(
      shown.id,
      Answer(
        .same,
        values: [ValueChosen(record: record.id, place: place), .init(record: 1, place: 9999)]),
      version: shown.version, author: "Uta")
    let made = try desk.decisions(limit: 10)
    let main = try #require(made.last)
    #expect(made.map(\.kind).first == .value && main.kind == .same && !main.isCompanion)
    #expect(made.filter { $0.kind == .same }.count == shown.cluster.records.count - 1)
    #expect(Set(made.map(\.action)) == [main.id])
    _ = try workIn()
    let contact = try desk.contact("\(record.source):\(record.key)")
    #expect(contact.values.contains { $0.rule == .decision && $0.value == record.values[place] })
    #expect(try desk.withdraw(action: main.id, author: "Uta") == made.count)
  }

  @Test func theCommandLineTakesAnAnswerBackAsAWhole() throws {
    let shown = try first()
    _ = try desk.answer(
      shown.id, Answer(.same, values: [ValueChosen(record: shown.cluster.records[1].id, place: 0)]),
      version: shown.version, author: "Uta")
    _ = try workIn()
    let main = try #require(try desk.decisions(limit: 10).last)
    _ = try Decide(
      store: desk.store, author: "Uta", progress: Progress(mode: .silent, language: .english)
    ).withdraw([main.id])
    #expect(try Decisions(store: desk.store).list().decisions.isEmpty)
    #expect(try desk.question(shown.id)?.isOpen == true)
  }

  @Test func manyAreAcceptedWithTheErrorsToExpect() throws {
    let offer = try desk.bulk(from: 0)
    #expect(offer.count > 1 && offer.expectedErrors > 0)
    #expect(offer.expectedErrors < Double(offer.count))
    #expect(try desk.accept(from: 0, version: "other", reason: "", author: "Uta") == nil)
    #expect(try desk.standing().waiting == 0)
    let count = try desk.accept(from: 0, version: offer.version, reason: "", author: "Uta")
    #expect(count == offer.count && offer.count <= 21)
    #expect(try desk.standing().answered == offer.count)
    #expect(try desk.bulk(from: 0).count == 0)
    let action = try #require(try desk.decisions(limit: 1).first?.action)
    #expect(try desk.withdraw(action: action, author: "Uta") >= offer.count)
    #expect(try desk.bulk(from: 0).count == offer.count)
  }

  @Test func sameJoinsBothContactsWholly() throws {
    // Of each question alone, for answers may contradict each other.
    for row in try desk.queue(limit: 30) where !row.question.isWithinOne {
      let folder = try Workdir()
      let copy = try ReviewDesk(store: DemoStore.copy(into: folder))
      let question = try #require(try copy.question(row.id))
      _ = try copy.answer(row.id, Answer(.same), version: question.version, author: "Uta")
      let changes = try #require(
        try Decide(
          store: copy.store, author: "Uta", progress: Progress(mode: .silent, language: .english)
        ).workIn()?.changes)
      #expect(changes.count(.merged) == 1 && changes.count(.split) == 0, "\(row.id)")
      try copy.close()
    }
  }

  @Test func aLostValueIsChosenOnTheContactsPage() throws {
    // The demo's contact 1 is spelled in four ways.
    let contact = try desk.contact("1")
    let name = try #require(contact.values.first { $0.value.attribute == .name })
    let lost = try #require(name.lost.first)
    try desk.choose(
      "1", field: lost.value.slot, value: lost.value.value.text, reason: "", author: "Uta")
    _ = try workIn()
    let now = try desk.contact("1").values.first { $0.value.attribute == .name }
    #expect(now?.value.value == lost.value.value && now?.rule == .decision)
    #expect(throws: PipelineError.self) {
      try desk.choose("1", field: "name", value: "Nobody", reason: "", author: "Uta")
    }
  }

  @Test func splitIsOneAction() throws {
    let merged = try #require(
      try desk.reading.read { reader in try reader.contactMembers().first { $0.count > 2 } })
    let contact = try #require(try desk.reading.read { try $0.contact(ofRecord: merged[0]) })
    try desk.split("\(contact)", records: [merged[0]], reason: "", author: "Uta")
    let made = try desk.decisions(limit: 20)
    #expect(made.count == merged.count - 1 && Set(made.map(\.action)).count == 1)
    #expect(throws: PipelineError.self) {
      try desk.split("\(contact)", records: merged, reason: "", author: "Uta")
    }
  }

  @Test func readOnlyTakesNothingDown() throws {
    let shown = try first()
    let reader = try ReviewDesk(store: desk.store, isReadOnly: true)
    #expect(throws: PipelineError.self) {
      try reader.answer(shown.id, Answer(.same), version: shown.version, author: "Uta")
    }
    #expect(try reader.decisions(limit: 10).isEmpty)
    try reader.close()
  }

  @Test func concurrentAnswersLoseNothing() async throws {
    let rows = try self.desk.queue(limit: 12)
    let shown = try rows.map { try #require(try self.desk.question($0.id)) }
    let desk = self.desk
    let kept = try await withThrowingTaskGroup(of: Int.self) { group in
      for author in ["Uta", "Konrad", "Ida"] {
        group.addTask {
          try shown.count { question in
            let outcome = try desk.answer(
              question.id, Answer(.different), version: question.version, author: author)
            return isKept(outcome)
          }
        }
      }
      return try await group.reduce(0, +)
    }
    // Of three words on each question one is kept, and two are told who was first.
    #expect(kept == 12)
    #expect(try desk.decisions(limit: 100).count == 12)
  }
}
