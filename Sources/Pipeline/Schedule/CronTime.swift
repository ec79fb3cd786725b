package import Foundation
internal import Records

/// When a job is due, as cron says it: minute, hour, day of the month, month, day of the week.
///
/// Source: crontab(5). When both days are restricted, one of them is enough.
package struct CronTime: Hashable, Sendable {
  /// One of the five: the numbers it allows.
  struct Part: Hashable, Sendable {
    var numbers: [Int]
    /// Whether it began with "*": such a day restricts nothing.
    var isOpen: Bool
  }

  let minute: Part
  let hour: Part
  let day: Part
  let month: Part
  /// Sunday is 0.
  let weekday: Part
  /// As it stands in the crontab.
  package let text: String

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
  private static let germanWeekdays = ["so", "mo", "di", "mi", "do", "fr", "sa"]

  /// - Parameter text: five parts: `30 2 * * 1-5`, `*/15 8-18 * * mon-fri`.
  /// - Throws: `PipelineError.stopped` that names the part that is wrong.
  package init(_ text: String) throws {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    guard parts.count == 5 else {
      throw Self.error(
        text, de: "fünf Angaben: Minute, Stunde, Tag, Monat, Wochentag",
        en: "five parts: minute, hour, day, month, day of the week")
    }
    func part(_ index: Int, _ range: ClosedRange<Int>, _ names: [String] = [], _ what: Phrase)
      throws -> Part
    {
      guard let part = Self.part(parts[index], range, names) else {
        throw Self.error(
          parts[index], de: "keine Angabe für: \(what.german)", en: "no \(what.english)")
      }
      return part
    }
    minute = try part(0, 0...59, [], Phrase(de: "Minute (0–59)", en: "minute (0–59)"))
    hour = try part(1, 0...23, [], Phrase(de: "Stunde (0–23)", en: "hour (0–23)"))
    day = try part(2, 1...31, [], Phrase(de: "Tag (1–31)", en: "day of the month (1–31)"))
    month = try part(3, 1...12, Self.months, Phrase(de: "Monat (1–12)", en: "month (1–12)"))
    let days = try part(
      4, 0...7, Self.weekdays, Phrase(de: "Wochentag (0–7)", en: "day of the week (0–7)"))
    // Sunday is both 0 and 7.
    weekday = Part(numbers: Set(days.numbers.map { $0 % 7 }).sorted(), isOpen: days.isOpen)
    self.text = parts.joined(separator: " ")
  }

  /// - Parameters:
  ///   - time: `02:30`.
  ///   - days: `mon-fri`, `mo,mi,fr`, `*`.
  /// - Throws: `PipelineError.stopped`.
  package init(at time: String, days: String) throws {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { throw Self.error(time, de: "keine Uhrzeit wie 02:30", en: "no time of day like 02:30") }
    var named = days.lowercased()
    for (number, name) in Self.germanWeekdays.enumerated() {
      named = named.split(separator: ",", omittingEmptySubsequences: false).map { item in
        item.split(separator: "-", omittingEmptySubsequences: false).map {
          $0 == name ? "\(number)" : String($0)
        }.joined(separator: "-")
      }.joined(separator: ",")
    }
    do {
      try self.init("\(minute) \(hour) * * \(named)")
    } catch {
      throw Self.error(
        days, de: "keine Wochentage wie mo-fr oder mo,mi", en: "no days like mon-fri or mon,wed")
    }
  }

  private static func part(_ text: String, _ range: ClosedRange<Int>, _ names: [String]) -> Part? {
    func number(_ word: Substring) -> Int? {
      if let index = names.firstIndex(of: word.lowercased()) { return range.lowerBound + index }
      guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(word), range.contains(number)
      else { return nil }
      return number
    }
    var numbers: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pieces = item.split(separator: "/", omittingEmptySubsequences: false)
      guard pieces.count <= 2, let span = pieces.first else { return nil }
      var step = 1
      if pieces.count == 2 {
        guard let given = Int(pieces[1]), given > 0, given <= range.upperBound else { return nil }
        step = given
      }
      let ends = span.split(separator: "-", omittingEmptySubsequences: false)
      if span == "*" {
        numbers.formUnion(stride(from: range.lowerBound, through: range.upperBound, by: step))
      } else if ends.count == 2, let low = number(ends[0]), let high = number(ends[1]), low <= high
      {
        numbers.formUnion(stride(from: low, through: high, by: step))
      } else if ends.count == 1, pieces.count == 1, let one = number(ends[0]) {
        numbers.insert(one)
      } else {
        return nil
      }
    }
    return Part(numbers: numbers.sorted(), isOpen: text.hasPrefix("*"))
  }

  private static func error(_ text: String, de: String, en: String) -> PipelineError {
    .stopped(Phrase(de: "\(text): \(de)", en: "\(text): \(en)"))
  }

  // MARK: When

  /// The next time it is due after a moment; nil when that is never within five years, as on 30
  /// February.
  package func next(after moment: Date, in calendar: Calendar) -> Date? {
    guard let start = calendar.dateInterval(of: .minute, for: moment)?.end else { return nil }
    var day = calendar.startOfDay(for: start)
    for _ in 0..<(5 * 366) {
      if isDue(onDay: day, calendar) {
        for hour in self.hour.numbers {
          for minute in self.minute.numbers {
            // A time that clocks skip in spring is due the minute they have moved on.
            guard
              let time = calendar.date(bySettingHour: hour, minute: minute, second: 0, of: day)
            else { continue }
            if time >= start { return time }
          }
        }
      }
      guard let next = calendar.date(byAdding: .day, value: 1, to: day) else { return nil }
      day = calendar.startOfDay(for: next)
    }
    return nil
  }

  private func isDue(onDay date: Date, _ calendar: Calendar) -> Bool {
    let parts = calendar.dateComponents([.month, .day, .weekday], from: date)
    guard let monthNumber = parts.month, let dayNumber = parts.day, let sunday = parts.weekday,
      month.numbers.contains(monthNumber)
    else { return false }
    let isDay = day.numbers.contains(dayNumber)
    let isWeekday = weekday.numbers.contains(sunday - 1)
    return day.isOpen || weekday.isOpen ? isDay && isWeekday : isDay || isWeekday
  }

  /// As systemd says it; nil where it can't: there both days must be right.
  ///
  /// Source: systemd.time(7).
  package var onCalendar: String? {
    guard day.isOpen || weekday.isOpen else { return nil }
    func list(_ part: Part, _ count: Int) -> String {
      part.numbers.count == count
        ? "*" : part.numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ",")
    }
    let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let days =
      weekday.numbers.count == 7
      ? "" : weekday.numbers.map { names[$0] }.joined(separator: ",") + " "
    let (ofMonth, ofYear) = (list(day, 31), list(month, 12))
    return "\(days)*-\(ofYear)-\(ofMonth) \(list(hour, 24)):\(list(minute, 60)):00"
  }
}
