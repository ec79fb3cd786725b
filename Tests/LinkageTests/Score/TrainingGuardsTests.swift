import Testing

@testable import Linkage

@Suite struct TrainingGuardsTests {
  private let shipped = LinkageModel.shipped.persons

  private func changed(_ place: Int, _ level: Int, m: Double) -> KindModel {
    var model = shipped
    model.tables[place].levels[level].m = m
    return model
  }

  @Test func shippedWeightsKeepAllGuards() {
    for kind in [shipped, LinkageModel.shipped.organizations] {
      let guards = TrainingGuards(fit: kind, passes: [kind, kind])
      #expect(kind.tables.indices.allSatisfy(guards.accepts))
    }
  }

  @Test func noLevelSpeaksAgainstAMatchBeyondReason() {
    let last = shipped.tables[0].levels.count - 1
    #expect(!TrainingGuards(fit: changed(0, last, m: 1e-5), passes: []).accepts(0))
    #expect(TrainingGuards(fit: changed(0, last, m: 1e-3), passes: []).accepts(0))
  }

  @Test func bestLevelSpeaksForAMatch() {
    #expect(!TrainingGuards(fit: changed(1, 0, m: 0.001), passes: []).accepts(1))
  }

  @Test func halvesAgreeWithinABit() {
    func accepts(_ one: Double, _ other: Double) -> Bool {
      let passes = [changed(0, 1, m: one), changed(0, 1, m: other)]
      return TrainingGuards(fit: shipped, passes: passes).accepts(0)
    }
    #expect(accepts(0.1, 0.19))
    #expect(!accepts(0.1, 0.21))
    #expect(!accepts(0, 0.21))
    #expect(accepts(0.001, 0.04))
  }
}
