import Foundation
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct ListedRunTests {
  @Test func runsAreListedNewestFirst() throws {
    let scenario = try ModelSample.scenario(20)
    try scenario.run()
    let store = scenario.work.path("out/kontor.sqlite")
    _ = try Train(store: store, author: "Erika")
      .perform(applies: true, progress: Progress(mode: .silent, language: .english))
    let list = try Runs(store: store).list(limit: 30)
    #expect(list.runs.map(\.id) == [2, 1])
    #expect(list.runs.map(\.name) == ["kontor train", "people"])
    #expect(list.runs.map(\.author) == ["Erika", ""])
    #expect(list.text(.english).contains("kontor train"))
    #expect(list.text(.german).hasPrefix("Lauf"))
    #expect(try JSONSerialization.jsonObject(with: Data(list.json.utf8)) is [Any])
    #expect(try Runs(store: store).list(limit: 1).runs.count == 1)
  }
}
