import Testing

@testable import Linkage

@Suite struct ExplainerTests {
  @Test func totalIsTheScore() {
    let columns = Sample.columns(Sample.crowd(60))
    let comparer = PairComparer(columns: columns, frequencies: Frequencies(columns))
    let scorers = Scorers(.shipped, comparer: comparer)
    let explainer = Linker().explainer(for: columns)
    for right in 1..<30 {
      let waterfall = explainer.waterfall(0, right)
      let score = scorers.score(columns.rows[0], columns.rows[right], atLeast: -1000) ?? 0
      #expect(abs(waterfall.totalInBits - Double(score)) < 0.06)
    }
  }

  @Test func personAndOrganizationAreDifferent() {
    let columns = Sample.columns([
      Sample.person("1", "A", "Kranz"), Sample.organization("2", "Kranz"),
    ])
    #expect(Linker().explain(0, 1, in: columns).outcome == .different)
    #expect(Linker().explain(0, 99, in: columns).outcome == .different)
  }

  @Test func betweenTheCutsSafeAsksAndBalancedMerges() {
    let columns = Sample.columns([
      Sample.person("1", "Anna", "Kranz", code: "10115", email: "anna@kranz.example"),
      Sample.person("2", "Anna", "Kranz", email: "anna@kranz.example"),
    ])
    func outcome(_ point: OperatingPoint, safe: Double, balanced: Double) -> Waterfall.Outcome {
      var model = LinkageModel.shipped
      model.cuts = LinkageModel.Cuts(safeInBits: safe, balancedInBits: balanced)
      return Linker(model: model, options: LinkOptions(at: point)).explain(0, 1, in: columns)
        .outcome
    }
    #expect(outcome(.safe, safe: 1000, balanced: -1000) == .review)
    #expect(outcome(.balanced, safe: 1000, balanced: -1000) == .same)
    #expect(outcome(.safe, safe: -1000, balanced: -1000) == .same)
    #expect(outcome(.balanced, safe: 1000, balanced: 1000) == .different)
  }

  @Test func surePairsAreOneWhateverTheCut() {
    let columns = Sample.columns(
      ["1", "2"].map {
        Sample.person($0, "Anna", "Kranz", code: "10115", email: "anna@kranz.example")
      })
    var model = LinkageModel.shipped
    model.cuts = LinkageModel.Cuts(safeInBits: 1000, balancedInBits: 1000)
    let found = Linker(model: model, options: LinkOptions(at: .safe)).explain(0, 1, in: columns)
    #expect(found.outcome == .same && found.surety != nil && found.veto == nil)
  }
}
