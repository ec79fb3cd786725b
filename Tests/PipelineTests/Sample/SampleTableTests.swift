import Testing

@testable import Pipeline

@Suite struct SampleTableTests {
  private static let answers: [(text: String, answer: SampleTable.Answer?)] = [
    ("", nil), ("  ", nil), ("ja", .same), ("Y", .same), ("1", .same), ("nein", .different),
    ("No", .different), ("0", .different), ("?", .unsure), ("unsicher", .unsure),
  ]

  @Test func answersAreTakenAsPeopleWriteThem() throws {
    for (text, answer) in Self.answers {
      #expect(try SampleTable.Answer.read(text) == answer, "\(text)")
    }
  }

  @Test func anotherWordIsNoAnswer() {
    #expect(throws: SampleTable.UnknownAnswer.self) { try SampleTable.Answer.read("Müller") }
  }

  @Test func theJudgementComesFirstAndNoScoreIsShown() {
    #expect(SampleTable.header.first == "same")
    #expect(SampleTable.header.suffix(3) == ["record_a", "record_b", "pair"])
    for word in ["weight", "score", "bits", "stratum"] {
      #expect(!SampleTable.header.contains { $0.contains(word) })
    }
  }
}
