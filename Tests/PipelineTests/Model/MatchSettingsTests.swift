import Linkage
import Store
import Survivorship
import Testing

@testable import Pipeline

@Suite struct MatchSettingsTests {
  @Test func theStoreTellsHowTheLastRunMatchedAndMerged() throws {
    let scenario = try Scenario(
      ModelSample.pipeline + "\nmerge: { name: [most-recent], email: [union, source-priority] }\n",
      ["erp.csv": ModelSample.rows(5)])
    try scenario.run()
    let settings = try #require(try scenario.store { try MatchSettings($0) })
    #expect(settings.operatingPoint == .balanced)
    #expect(settings.rules == (try scenario.file.merge))
    var own = MatchSettings(try scenario.file)
    own.outcome = settings.outcome
    #expect(settings == own)
  }

  @Test func equalSettingsHaveEqualTexts() throws {
    let scenario = try ModelSample.scenario(1)
    let text = MatchSettings(try scenario.file).text
    #expect(text == "{\"at\":\"balanced\",\"merge\":{}}")
  }
}
