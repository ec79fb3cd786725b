import Pipeline
import Records
import Store
import Support
import Testing

@testable import Review

@Suite struct TerminalReviewTests {
  private func answered(_ lines: [String], _ language: Language = .english) throws -> (
    text: String, desk: ReviewDesk
  ) {
    let work = try Workdir()
    let store = try TestStore.demo(in: work)
    var rest = lines[...]
    var text = ""
    try TerminalReview(options: ReviewOptions(store: store, language: language, author: "Uta"))
      .perform(read: { rest.popFirst() }, write: { text += $0 })
    let desk = try ReviewDesk(store: store)
    return (text, desk)
  }

  @Test func lettersAnswerAndWordsBehindThemAreTheReason() throws {
    let (text, desk) = try answered(["s", "d they are twins", "", "x", "u", "q", "s"])
    let made = try desk.decisions(limit: 30).filter { !$0.isCompanion }
    #expect(made.map(\.kind) == [.unsure, .different, .same])
    #expect(made[1].occasion.reason == "they are twins" && made[1].occasion.author == "Uta")
    #expect(text.contains("0/21") && text.contains("3/21") && !text.contains("4/21"))
    #expect(text.contains("s same") && text.contains("18 questions open"))
    #expect(text.contains("3 noted"))
  }

  @Test func theEndOfTheInputIsTheEnd() throws {
    let (text, desk) = try answered([], .german)
    #expect(try desk.decisions(limit: 10).isEmpty)
    #expect(text.contains("21 Fragen offen") && text.contains("≠"))
  }

  @Test func backAsksTheOneBeforeAgain() throws {
    let (text, _) = try answered(["", "", "b", "q"])
    let asked = text.split(separator: "\n").filter { $0.contains("question ") }.map {
      $0.split(separator: " ").drop { $0 != "question" }.dropFirst().first ?? ""
    }
    #expect(asked.count == 4 && asked[3] == asked[1])
  }
}
