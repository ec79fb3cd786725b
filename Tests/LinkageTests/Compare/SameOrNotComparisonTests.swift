import Testing

@testable import Linkage

@Suite struct SameOrNotComparisonTests {
  @Test func seniorIsNotJunior() {
    let senior = Sample.person("1", "Karl", "Brandt", suffix: "sen.")
    let junior = Sample.person("2", "Karl", "Brandt", suffix: "jr")
    #expect(Sample.level(.generation, senior, junior) == SameOrNotLevel.different.rawValue)
    #expect(Sample.level(.generation, senior, senior) == SameOrNotLevel.equal.rawValue)
  }
}
