import Foundation
import Records
import Testing

@testable import Pipeline

@Suite struct CronTimeTests {
  /// A calendar without summer time.
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
    return calendar
  }()

  private func next(_ cron: String, after text: String) throws -> String? {
    let form = ISO8601DateFormatter()
    let moment = try #require(form.date(from: text))
    return try CronTime(cron).next(after: moment, in: Self.calendar).map(form.string)
  }

  /// 2026-11-23 is a Monday.
  @Test(arguments: [
    ("30 2 * * *", "2026-11-23T02:29:59Z", "2026-11-23T02:30:00Z"),
    ("30 2 * * *", "2026-11-23T02:30:00Z", "2026-11-24T02:30:00Z"),
    ("30 2 * * 1-5", "2026-11-27T03:00:00Z", "2026-11-30T02:30:00Z"),
    ("*/15 8-18 * * mon-fri", "2026-11-23T08:16:00Z", "2026-11-23T08:30:00Z"),
    ("0 0 1 * *", "2026-11-23T00:00:00Z", "2026-12-01T00:00:00Z"),
    ("0 0 29 feb *", "2026-11-23T00:00:00Z", "2028-02-29T00:00:00Z"),
    ("0 6 * * 7", "2026-11-23T00:00:00Z", "2026-11-29T06:00:00Z"),
    // Both days are restricted: one of them is enough.
    ("0 0 13 * fri", "2026-11-23T00:00:00Z", "2026-11-27T00:00:00Z"),
    ("5,10 1 * * 0,6", "2026-11-23T00:00:00Z", "2026-11-28T01:05:00Z"),
  ])
  func nextTime(cron: String, now: String, expected: String) throws {
    #expect(try next(cron, after: now) == expected)
  }

  @Test func whatIsNeverDueHasNoNextTime() throws {
    #expect(try next("0 0 30 2 *", after: "2026-11-23T00:00:00Z") == nil)
  }

  /// Clocks go from 2 to 3 on 2027-03-28 in Berlin: the job is due when they have.
  @Test func aSkippedHourIsMadeUpFor() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Berlin"))
    let form = ISO8601DateFormatter()
    let moment = try #require(form.date(from: "2027-03-27T12:00:00Z"))
    let next = try #require(try CronTime("30 2 * * *").next(after: moment, in: calendar))
    #expect(calendar.component(.day, from: next) == 28)
    #expect(calendar.component(.hour, from: next) == 3)
  }

  @Test(arguments: [
    "", "30 2 * *", "60 2 * * *", "30 24 * * *", "30 2 0 * *", "30 2 * 13 *", "30 2 * * 8",
    "5-3 * * * *", "*/0 * * * *", "1,,2 * * * *", "a * * * *", "-1 * * * *", "30 2 * * * root",
    "@reboot", "5/10 * * * *", "1-2-3 * * * *",
  ])
  func whatCronRefusesIsRefused(text: String) {
    #expect(throws: PipelineError.self) { try CronTime(text) }
  }

  @Test(arguments: [
    ("02:30", "mon-fri", "30 2 * * mon-fri"), ("2:05", "*", "5 2 * * *"),
    ("23:59", "mo-fr", "59 23 * * 1-5"), ("00:00", "mo,mi,fr", "0 0 * * 1,3,5"),
  ])
  func timeOfDayAndDays(at: String, days: String, text: String) throws {
    #expect(try CronTime(at: at, days: days).text == text)
  }

  @Test(arguments: [
    ("24:00", "*"), ("2", "*"), ("02:30:00", "*"), ("02:30", "montag"), ("2.30", "*"),
  ])
  func wrongTimesOfDay(at: String, days: String) {
    #expect(throws: PipelineError.self) { try CronTime(at: at, days: days) }
  }

  @Test func systemdSaysTheSame() throws {
    #expect(try CronTime("30 2 * * mon-fri").onCalendar == "Mon,Tue,Wed,Thu,Fri *-*-* 02:30:00")
    #expect(try CronTime("*/30 * 1 jan *").onCalendar == "*-01-01 *:00,30:00")
    #expect(try CronTime("0 0 13 * fri").onCalendar == nil)
  }
}
