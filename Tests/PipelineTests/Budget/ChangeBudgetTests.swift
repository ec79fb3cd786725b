import Records
import Testing

@testable import Pipeline

@Suite struct ChangeBudgetTests {
  private func excesses(_ change: (inout ChangeBudget.Facts) -> Void) -> [String] {
    var facts = ChangeBudget.Facts()
    facts.contactsBefore = 1000
    facts.rows = 1100
    facts.sharedBefore = 4
    facts.sharedAfter = 4
    change(&facts)
    return ChangeBudget().excesses(facts, setAside: 0.01).map(\.english)
  }

  @Test func anOrdinaryNightIsKept() {
    let found = excesses { facts in
      facts.merged = 50
      facts.withdrawn = 50
      facts.split = 20
      facts.growth = 10
      facts.fill = [(.email, 0.60, 0.55), (.phone, 0.5, 0.9)]
      facts.sharedAfter = 14
      facts.sources = [("crm", 500, 400), ("neu", 0, 700), ("klein", 10, 1)]
      facts.setAside = 11
    }
    #expect(found == [])
  }

  @Test func eachGateSaysWhatItSaw() {
    #expect(
      excesses { $0.merged = 51 } == [
        "51 of 1000 contacts would be merged into others: more than 5 %"
      ])
    #expect(
      excesses { $0.withdrawn = 51 } == ["51 of 1000 contacts would be withdrawn: more than 5 %"])
    #expect(excesses { $0.split = 21 } == ["21 of 1000 contacts would be split: more than 2 %"])
    #expect(excesses { $0.growth = 11 } == ["a contact would gain 11 records: more than 10"])
    #expect(
      excesses { $0.fill = [(.email, 0.6, 0.5)] }
        == ["email: filled in 50 % of contacts, was 60 %"])
    #expect(
      excesses { $0.sharedAfter = 15 }
        == ["11 numbers or addresses would become many people's: more than 10"])
    #expect(
      excesses { $0.sources = [("crm", 500, 399)] }
        == ["crm: 399 records, had 500: more than 20 % are missing"])
    #expect(excesses { $0.sources = [("crm", 3, 0)] } == ["crm: empty, had 3 records"])
    #expect(
      excesses { facts in
        facts.setAside = 12
        facts.setAsideBefore = 12
      } == [])
    #expect(excesses { $0.setAside = 12 } == ["12 of 1100 rows set aside: more than 1 %"])
  }

  @Test func ofFewContactsNoShareIsTaken() {
    #expect(
      excesses { facts in
        facts.contactsBefore = 19
        facts.merged = 9
        facts.fill = [(.email, 1, 0)]
      } == [])
  }

  @Test func thePipelineFileSetsTheLimits() throws {
    let file = try PipelineFile.parse(
      """
      sources: [{ name: a, file: a.csv, map: { Name: full_name } }]
      limits: { rejected: 2%, merged: 10%, withdrawn: 0, split: 0.5, growth: 3, fill_drop: 1%,
        shared: 0, source_drop: 100% }
      """, path: "x.yaml")
    #expect(file.problemLimit == 0.02)
    #expect(file.budget.merged == 0.1)
    #expect(file.budget.withdrawn == 0)
    #expect(file.budget.split == 0.5)
    #expect(file.budget.growth == 3)
    #expect(file.budget.fillDrop == 0.01)
    #expect(file.budget.shared == 0)
    #expect(file.budget.sourceDrop == 1)
    for wrong in ["merged: viele", "growth: -1", "growth: 1.5", "fill_drop: 120%", "unknown: 1"] {
      #expect(throws: PipelineError.self) {
        try PipelineFile.parse(
          "sources: [{ name: a, file: a.csv, map: { Name: full_name } }]\nlimits: { \(wrong) }",
          path: "x.yaml")
      }
    }
  }
}
