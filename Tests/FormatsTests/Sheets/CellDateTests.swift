import Testing

@testable import Formats

@Suite struct CellDateTests {
  @Test(arguments: [
    (44105.0, "2020-10-01"), (44105.604166666664, "2020-10-01T14:30:00"), (1, "1900-01-01"),
    (59, "1900-02-28"), (61, "1900-03-01"), (2_958_465, "9999-12-31"), (0.5, "12:00:00"),
    (36526, "2000-01-01"), (36585, "2000-02-29"), (43831.9999999, "2020-01-02"),
  ])
  func daysBecomeDates(serial: Double, text: String) {
    #expect(CellDate.text(serial, .dateOrTime, is1904: false) == text)
  }

  @Test func macintoshCountsFrom1904() {
    #expect(CellDate.text(1, .dateOrTime, is1904: true) == "1904-01-02")
    #expect(CellDate.text(0, .dateOrTime, is1904: true) == "1904-01-01")
    #expect(CellDate.text(42643, .dateOrTime, is1904: true) == "2020-10-01")
  }

  @Test func durationsRunOnPastADay() {
    #expect(CellDate.text(1.5, .duration, is1904: false) == "36:00:00")
    #expect(CellDate.text(0.25, .duration, is1904: false) == "06:00:00")
  }

  @Test(arguments: [-1, 2_958_467, .infinity, .nan]) func whatIsBeyondTheCalendarIsNoDate(
    serial: Double
  ) {
    #expect(CellDate.text(serial, .dateOrTime, is1904: false) == nil)
  }

  @Test(arguments: [
    ("2020-10-01T00:00:00", "2020-10-01"), ("2020-10-01", "2020-10-01"),
    ("1930-06-02T00:00:00.000", "1930-06-02"), ("2020-10-01T14:30:05.5", "2020-10-01T14:30:05"),
    ("2020-10-01T14:30:05Z", "2020-10-01T14:30:05"), ("", ""),
  ])
  func midnightIsLeftOut(iso: String, text: String) {
    #expect(CellDate.cleaned(iso) == text)
  }

  @Test(arguments: [("PT14H30M00S", "14:30:00"), ("PT36H00M05.5S", "36:00:05"), ("PT1X", "PT1X")])
  func openDocumentsTimesAreReadable(spelled: String, text: String) {
    #expect(CellDate.time(spelled) == text)
  }
}
