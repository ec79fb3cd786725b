import Formats
import Linkage
import Records
import Support
import Testing

@testable import Pipeline

@Suite struct SampleEvaluationTests {
  /// So many pairs of a stratum with one answer.
  private typealias Rows = (stratum: SampleStratum, total: Int, answer: String, count: Int)

  private func file(_ rows: [Rows]) throws -> Workdir {
    let work = try Workdir()
    var text = "same,record_a,record_b,pair\n"
    var number = 0
    for row in rows {
      for _ in 0..<row.count {
        number += 1
        let ticket = SampleTicket(stratum: row.stratum.number, total: row.total)
          .text(left: "a:\(number)", right: "b:\(number)")
        text += "\(row.answer),a:\(number),b:\(number),\(ticket)\n"
      }
    }
    try work.write("sample.csv", text)
    return work
  }

  private func stop(_ work: Workdir) -> String? {
    do {
      _ = try SampleEvaluation(sample: work.path("sample.csv"))
      return nil
    } catch {
      return message(of: error, .english)
    }
  }

  @Test func strataWeighAsTheyAreLarge() throws {
    let work = try file([
      (.band(0), 100, "yes", 5), (.band(0), 100, "no", 5), (.band(3), 900, "ja", 10),
      (.review, 40, "yes", 3), (.review, 40, "no", 1), (.review, 40, "?", 2),
      (.band(2), 500, "", 4),
    ])
    let evaluation = try SampleEvaluation(sample: work.path("sample.csv"))
    let precision = try #require(evaluation.precision)
    #expect(abs(precision.share - 0.95) < 1e-12)
    #expect(precision.lower > 0.7 && precision.upper < 1)
    #expect(evaluation.waiting?.share == 0.75)
    #expect(evaluation.strata.first { $0.stratum == .review }?.unsure == 2)
    #expect(evaluation.strata.first { $0.stratum == .band(2) }?.open == 4)
  }

  @Test func textAndJSONTellStrataAndTheWhole() throws {
    let work = try file([(.band(1), 100, "yes", 9), (.band(1), 100, "no", 1)])
    let evaluation = try SampleEvaluation(sample: work.path("sample.csv"))
    let english = evaluation.text(.english)
    #expect(english.contains("6–10 bits") && english.contains("90.0%"))
    // Wilson, 9 of 10: 59.6 – 98.2 %.
    #expect(english.contains("precision of the merges: 90.0% (59.6% – 98.2%)"))
    #expect(evaluation.text(.german).contains("Genauigkeit der Zusammenführungen: 90,0"))
    #expect(evaluation.json(.english).contains("\"share\": 0.9,"))
  }

  @Test func anUnknownAnswerIsNamedByItsLineWithoutItsText() throws {
    let work = try file([(.band(1), 9, "yes", 2), (.band(1), 9, "Müller", 1)])
    let text = try #require(stop(work))
    #expect(text.contains("sample.csv:4: no answer") && !text.contains("Müller"))
  }

  @Test func aRowThatIsNoneOfTheSampleIsTold() throws {
    let work = try file([(.band(1), 9, "yes", 2)])
    try work.write(
      "sample.csv", try work.text("sample.csv").replacing("a:2", with: "a:3"))
    #expect(stop(work)?.contains("sample.csv:3: the row is none of a sample") == true)
  }

  @Test func nothingJudgedIsTold() throws {
    #expect(stop(try file([(.band(1), 9, "", 3)]))?.contains("nothing is judged") == true)
    let work = try Workdir()
    try work.write("sample.csv", "a,b\n1,2\n")
    #expect(stop(work)?.contains("no column \"same\"") == true)
  }

  @Test func aWrittenSampleIsReadWhenFilledIn() throws {
    let scenario = try ModelSample.scenario()
    try scenario.run()
    let path = scenario.work.path("out/sample.csv")
    _ = try Sample(store: scenario.work.path("out/kontor.sqlite")).write(
      to: path, language: .german)
    let rows = try scenario.rows("sample.csv")
    var writer = CSVWriter(try ByteOutput(path: path), delimiter: UInt8(ascii: ";"))
    try writer.write(SampleTable.header)
    for row in rows {
      try writer.write(SampleTable.header.map { $0 == "same" ? "ja" : row[$0] ?? "" })
    }
    try writer.close()
    let evaluation = try SampleEvaluation(sample: path)
    #expect(evaluation.precision?.share == 1)
    #expect(evaluation.strata.reduce(0) { $0 + $1.counts.judged } == rows.count)
  }
}
