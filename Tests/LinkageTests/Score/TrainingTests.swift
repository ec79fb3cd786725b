import Testing

@testable import Linkage

@Suite struct TrainingTests {
  @Test func fewRecordsKeepTheShippedWeights() {
    let linkage = Linker().link(Sample.columns(Sample.crowd(30)))
    #expect(linkage.statistics.trainingNotes.count == 2)
    #expect(linkage.model.organizations.partners == LinkageModel.shipped.organizations.partners)
  }

  @Test func frozenModelIsNotChanged() {
    let linkage = Linker(options: LinkOptions(trains: false)).link(
      Sample.columns(Sample.crowd(300)))
    #expect(linkage.model.persons == LinkageModel.shipped.persons)
    #expect(linkage.statistics.trainingNotes.isEmpty)
  }
}
