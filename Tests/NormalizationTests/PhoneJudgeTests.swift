internal import Records
internal import Testing

@testable import Normalization

@Suite struct PhoneJudgeTests {
  @Test func judgeIsAskedForThePartsOfACellInTheRecordsRegion() {
    final class Asked { var questions: [String] = [] }
    struct Listener: PhoneJudge {
      let asked = Asked()
      func judge(_ text: String, region: String, expecting: PhoneNumber.Kind) -> PhoneNumber? {
        asked.questions.append("\(text) \(region) \(expecting)")
        return nil
      }
    }
    let judge = Listener()
    let values = [("country", "CH"), ("fax", "044 1234567; 044 1234568"), ("place", "Zürich")]
    _ = Normalizer(phones: judge, country: "DE").record(from: mapped(values))
    #expect(judge.asked.questions == ["044 1234567 CH fax", "044 1234568 CH fax"])
  }
}
