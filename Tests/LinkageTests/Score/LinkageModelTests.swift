import Testing

@testable import Linkage

@Suite struct LinkageModelTests {
  @Test func shippedModelHasAVersionAndNoCuts() {
    #expect(!LinkageModel.shipped.version.isEmpty)
    #expect(LinkageModel.shipped.cuts == nil)
    #expect(LinkageModel.shipped.persons.tables.count <= 16)
  }

  @Test func frozenModelLinksAsTheOneItWasMadeOf() {
    let columns = Sample.columns(Sample.crowd(300))
    let trained = Linker().link(columns)
    let model = trained.model.frozen(for: columns)
    #expect(model.isFrozen && !trained.model.isFrozen)
    let again = Linker(model: model).link(columns)
    #expect(trained.clusters == again.clusters)
    #expect(trained.pairs == again.pairs)
    #expect(trained.reviewPairs == again.reviewPairs)
    #expect(again.model == model)
  }

  @Test func underAFrozenModelAScoreDependsOnThePairAlone() {
    let records = Sample.crowd(300)
    let all = Sample.columns(records)
    let model = Linker().link(all).model.frozen(for: all)
    let few = Sample.columns(Array(records[240..<260]))
    let among = Linker(model: model).explainer(for: all)
    let alone = Linker(model: model).explainer(for: few)
    for left in 0..<20 {
      for right in left + 1..<20 {
        #expect(among.waterfall(left + 240, right + 240) == alone.waterfall(left, right))
      }
    }
  }
}
