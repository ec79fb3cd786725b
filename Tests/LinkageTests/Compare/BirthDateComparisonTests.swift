import Records
import Testing

@testable import Linkage

@Suite struct BirthDateComparisonTests {
  private let date = PartialDate(year: 1968, month: 4, day: 7)

  @Test(arguments: [
    (PartialDate(year: 1968, month: 4, day: 7), BirthDateLevel.equal),
    (PartialDate(year: 1968, month: 7, day: 4), .swapped),
    (PartialDate(year: 1986, month: 4, day: 7), .oneOff),
    (PartialDate(year: 1968, month: 4, day: 9), .oneOff),
    (PartialDate(year: 0, month: 4, day: 7), .dayAndMonth),
    (PartialDate(year: 1968), .yearOnly),
    (PartialDate(year: 1968, month: 11, day: 23), .near),
    (PartialDate(year: 1967, month: 12, day: 30), .near),
    (PartialDate(year: 1967, month: 2, day: 3), .different),
    (PartialDate(year: 1991, month: 12, day: 24), .different),
  ])
  func levelOfDates(other: PartialDate, level: BirthDateLevel) {
    let found = Sample.level(
      .birthDate, Sample.person("1", born: date), Sample.person("2", born: other))
    #expect(found == level.rawValue)
  }
}
