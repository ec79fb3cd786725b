import Testing

@testable import Survivorship

@Suite struct ConsentMomentTests {
  @Test(arguments: [
    ("1970-01-01", 0, 86_399), ("2000-03-01", 951_868_800, 951_955_199),
    ("2023-05-17T07:35:02", 1_684_308_902, 1_684_308_902),
    ("2023-05-17 07:35", 1_684_308_900, 1_684_308_959),
    ("2023-05-17T07:35:02.5Z", 1_684_308_902, 1_684_308_902),
    ("2023-05-17T09:35:02+02:00", 1_684_308_902, 1_684_308_902),
    ("2023-05", 1_682_899_200, 1_685_577_599), ("2024", 1_704_067_200, 1_735_689_599),
  ])
  func momentOfDate(text: String, earliest: Int, latest: Int) {
    #expect(ConsentMoment(text)?.earliest == earliest)
    #expect(ConsentMoment(text)?.latest == latest)
  }

  @Test(arguments: [
    "", "-", "17.05.2023", "2023-13-01", "2023-02-30", "2023-05-17T", "2023-05-17T25:00",
    "2023-05-17x",
    "0000-00-00", "--05-17", "2023-05-17T07:35:02+", "20230517", "２０２３-05-17",
  ])
  func whatIsNoDateIsNone(text: String) {
    #expect(ConsentMoment(text) == nil)
  }

  @Test(arguments: [
    ("2023-05-18", "2023-05-17", true), ("2023-05-17", "2023-05-17", false),
    ("2023-05-17T10:00", "2023-05-17", false), ("2023-05-18", "2023-05-17T23:59:59", true),
    ("2023-06", "2023-05-31", true), ("2023-05", "2023-05-01", false), ("2024", "2023-12-31", true),
    ("2023-05-17T09:00:00+02:00", "2023-05-17T06:59:59Z", true),
    ("2023-05-17T09:00:00+02:00", "2023-05-17T07:00:00Z", false),
    ("2023-05-18T00:30:00Z", "2023-05-17T23:00:00", false),
    ("2023-05-18T14:30:00Z", "2023-05-17T23:00:00", true),
    ("2022-06-02T02:00:00Z", "2022-06-01T23:30:00-05:00", false),
  ])
  func laterMeansLaterForCertain(one: String, other: String, isLater: Bool) throws {
    let one = try #require(ConsentMoment(one))
    let other = try #require(ConsentMoment(other))
    #expect(one.isLater(than: other) == isLater)
    #expect(!(one.isLater(than: other) && other.isLater(than: one)))
  }
}
