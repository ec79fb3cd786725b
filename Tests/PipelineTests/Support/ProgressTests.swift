import Records
import Testing

@testable import Pipeline

@Suite struct ProgressTests {
  @Test func everyStageHasATitleInBothLanguages() {
    let english = Stage.allCases.map { $0.title(.english) }
    let german = Stage.allCases.map { $0.title(.german) }
    #expect(Set(english).count == Stage.allCases.count)
    #expect(Set(german).count == Stage.allCases.count)
    #expect((english + german).allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [nil, 0, 0.5, 1, 2])
  func anyShareCanBeTold(share: Double?) {
    let progress = Progress(mode: .silent, language: .english)
    progress.advance(fraction: share, count: 1, unit: Unit.records)
    progress.begin(.read)
    progress.advance(fraction: share, count: 0, unit: Unit.records)
    progress.end(count: 0, unit: Unit.records)
    progress.end(count: 0, unit: Unit.records)
  }
}
