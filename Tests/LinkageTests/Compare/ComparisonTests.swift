import Records
import Testing

@testable import Linkage

/// What every comparison must keep.
@Suite struct ComparisonTests {
  private let full = Sample.person(
    "1", "Anna", "Kranz", organization: "Kranz Optik", street: "Markt", number: "5", code: "04109",
    place: "Leipzig", email: "anna@kranz.example", phone: "+493411234567",
    born: PartialDate(year: 1980, month: 4, day: 3), suffix: "sen.", customer: "4711", extra: "m-88"
  )

  @Test(arguments: Comparison.allCases)
  func missingOnOneSideIsMissing(comparison: Comparison) {
    #expect(Sample.level(comparison, full, Sample.person("2")) == 0)
    #expect(Sample.level(comparison, Sample.person("3"), Sample.person("2")) == 0)
  }

  @Test(arguments: Comparison.allCases)
  func equalIsTheFirstLevel(comparison: Comparison) {
    let level = Sample.level(comparison, full, full)
    #expect(level == 1 || level == 0 || comparison == .phone && level == PhoneLevel.line.rawValue)
  }

  @Test(arguments: Comparison.allCases)
  func agreementIsSymmetric(comparison: Comparison) {
    let records = Sample.crowd(40)
    let comparer = Sample.comparer(records)
    for left in comparer.columns.rows {
      for right in comparer.columns.rows {
        #expect(
          comparer.agreement(comparison, left, right) == comparer.agreement(comparison, right, left)
        )
      }
    }
  }

  @Test(arguments: Comparison.allCases)
  func eachLevelHasWordsAndWeights(comparison: Comparison) {
    #expect(comparison.levels.count > 2 && comparison.levels.count <= 16)
    #expect(comparison.levels.allSatisfy { !$0.german.isEmpty && !$0.english.isEmpty })
    for kind in [LinkageModel.shipped.persons, LinkageModel.shipped.organizations] {
      for table in kind.tables where table.comparison == comparison {
        #expect(table.levels.count == comparison.levels.count - 1)
      }
    }
  }

  @Test(arguments: Comparison.allCases)
  func levelsHaveNamesOfTheirOwn(comparison: Comparison) {
    #expect(comparison.levelNames.count == comparison.levels.count)
    #expect(Set(comparison.levelNames).count == comparison.levelNames.count)
    #expect(comparison.levelNames[0] == "missing")
  }
}
