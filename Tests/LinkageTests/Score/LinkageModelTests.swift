import Testing

@testable import Linkage

@Suite struct LinkageModelTests {
  @Test func shippedModelHasAVersionAndNoCuts() {
    #expect(!LinkageModel.shipped.version.isEmpty)
    #expect(LinkageModel.shipped.cuts == nil)
    #expect(LinkageModel.shipped.persons.tables.count <= 16)
  }
}
