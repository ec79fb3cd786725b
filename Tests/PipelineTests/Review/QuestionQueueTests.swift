import Records
import Store
import Support
import Testing

@testable import Pipeline

@Suite struct QuestionQueueTests {
  @Test func storedQuestionsAreThoseOfTheTable() throws {
    let work = try Workdir()
    let file = try PipelineFile.read(
      Repository.path("pipelines/demo.yaml"), output: work.path("out"))
    _ = try Run(file: file).perform(progress: Progress(mode: .silent, language: .english))
    let table = try readTable(work.path("out/review.csv"))
    let store = try ContactStore(path: work.path("out/kontor.sqlite"), create: false)
    try store.read { reader throws in
      let stored = try reader.questions(limit: 1000).map { question in
        try [question.left, question.right].map { record in
          let place = try reader.place(ofRecord: record)
          return "\(place?.source ?? ""):\(place?.key ?? "")"
        }
      }
      #expect(stored == table.map { [$0["record_a"] ?? "", $0["record_b"] ?? ""] })
      #expect(try QuestionQueue.questions(of: reader) == reader.questions(limit: 1000))
    }
    try store.close()
  }

  @Test func undoBringsQuestionsBack() throws {
    let work = try Workdir()
    let path = try DemoStore.copy(into: work)
    let store = try ContactStore(path: path, create: false)
    let before = try store.read { try $0.questions(limit: 1000) }
    let decide = Decide(
      store: path, author: "Uta", progress: Progress(mode: .silent, language: .english))
    let names = try store.read { reader throws in
      try [before[0].left, before[0].right].map { try RecordPlace($0, reader).name }
    }
    let outcome = try decide.decide(names[0], names[1], .same)
    #expect(try store.read { try $0.questions(limit: 1000) } != before)
    let run = try #require(outcome.changes.runs.first?.id)
    _ = try Undo(store: path, author: "Uta").perform("\(run)")
    #expect(try store.read { try $0.questions(limit: 1000) } == before)
    try store.close()
  }
}
