internal import Records
internal import Testing

@testable import Normalization

@Suite struct FindingTests {
  @Test(arguments: Finding.allCases)
  func everyFindingHasWordsInBothLanguages(finding: Finding) {
    #expect(!finding.message(.german).isEmpty && !finding.message(.english).isEmpty)
    #expect(finding.message(.german) != finding.message(.english))
    #expect(finding.rawValue.allSatisfy { $0.isLowercase || $0 == "-" })
  }

  @Test func codesAreAllDifferent() {
    #expect(Set(Finding.allCases.map(\.rawValue)).count == Finding.allCases.count)
  }
}
