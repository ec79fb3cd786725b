import Reports
import Testing

@testable import Pipeline

@Suite struct ModelFactsNamedTests {
  @Test func growthIsMeasuredAgainstTheTrainingRecords() throws {
    let model = try #require(try ModelSample.model(9))
    let records = model.provenance.records
    #expect(ModelFacts(model, records: records)?.isOutgrown == false)
    #expect(ModelFacts(model, records: 2 * records)?.isOutgrown == false)
    #expect(ModelFacts(model, records: 2 * records + 1)?.isOutgrown == true)
    #expect(ModelFacts(nil, records: 1) == nil)
  }
}
