import Foundation
import Linkage
import Records
import Testing

@testable import Pipeline

@Suite struct TrainingTests {
  private func training(_ clusters: [[Int64]]) throws -> Training {
    let model = try #require(try ModelSample.model(9))
    return Training(
      before: nil, after: model,
      change: Reclustering(
        before: [1: 10, 2: 20, 3: 30, 4: 30], clusters: clusters, waitingBefore: [],
        waitingAfter: [(1, 3)]))
  }

  @Test func changesAreToldByContactNumbers() throws {
    let text = try training([[1, 2], [3], [4]]).text(.english)
    #expect(text.contains("become one contact: 1, such as 10+20"))
    #expect(text.contains("are split: 1, such as 30 → 2"))
    #expect(text.contains("newly wait for review: 1, such as 10+30"))
    #expect(text.contains("Nothing changed: --apply adopts the new model."))
  }

  @Test func germanSpeaksGerman() throws {
    let text = try training([[1, 2], [3], [4]]).text(.german)
    #expect(text.contains("werden ein Kontakt: 1, etwa 10+20"))
    #expect(text.contains("zu prüfen"))
  }

  @Test func jsonHoldsAllOfThem() throws {
    let json = try training([[1, 2], [3], [4]]).json(.english)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["merged"] as? [[Int]] == [[10, 20]])
    #expect(object["applied"] as? Bool == false)
  }
}
