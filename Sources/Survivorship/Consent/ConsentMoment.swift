/// When a statement of consent was made, as exactly as its date says.
///
/// A date without a time is the whole day, a month the whole month; so "later" means later for
/// certain.
struct ConsentMoment: Hashable {
  /// Seconds since 1970, of the first and the last instant it may mean.
  let earliest: Int
  let latest: Int
  /// Whether the text names its time zone.
  let isZoned: Bool

  /// The moment a denial holds up to, as `Objections` keeps it.
  init(latest: Int, isZoned: Bool) {
    earliest = latest
    self.latest = latest
    self.isZoned = isZoned
  }

  /// Reads `2023`, `2023-05`, `2023-05-17`, `2023-05-17T07:35[:02[.5]][Z|+02:00]`; a blank may
  /// stand for `T`.
  ///
  /// nil when it is no such date: a statement with a date nobody can read counts as undated.
  init?(_ text: String) {
    var reader = DateReader(text)
    guard let span = reader.days() else { return nil }
    guard span.count == 1, reader.skip("T") || reader.skip(" ") else {
      guard reader.isAtEnd else { return nil }
      earliest = span.lowerBound * 86_400
      latest = span.upperBound * 86_400 - 1
      isZoned = false
      return
    }
    guard let time = reader.seconds() else { return nil }
    let zone = reader.zone()
    guard reader.isAtEnd else { return nil }
    earliest = span.lowerBound * 86_400 + time.lowerBound - (zone ?? 0)
    latest = span.lowerBound * 86_400 + time.upperBound - (zone ?? 0)
    isZoned = zone != nil
  }

  /// Whether it lies after the other for certain; a zone that only one names may shift it by 14
  /// hours.
  func isLater(than other: ConsentMoment) -> Bool {
    let slack = isZoned == other.isZoned ? 0 : 14 * 3600
    return earliest > other.latest + slack
  }
}

private struct DateReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(_ count: Int, in range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    guard range.contains(number) else { return nil }
    rest = rest.dropFirst(count)
    return number
  }

  /// The days since 1970 that the date means: one, a month or a year of them.
  mutating func days() -> Range<Int>? {
    guard let year = number(4, in: 1900...2200) else { return nil }
    guard skip("-") else { return daysSince1970(year, 1, 1)..<daysSince1970(year + 1, 1, 1) }
    guard let month = number(2, in: 1...12) else { return nil }
    let start = daysSince1970(year, month, 1)
    let next = month == 12 ? daysSince1970(year + 1, 1, 1) : daysSince1970(year, month + 1, 1)
    guard skip("-") else { return start..<next }
    guard let day = number(2, in: 1...(next - start)) else { return nil }
    return (start + day - 1)..<(start + day)
  }

  /// The seconds of the day that the time means: one, or a minute of them.
  mutating func seconds() -> ClosedRange<Int>? {
    guard let hour = number(2, in: 0...23), skip(":"), let minute = number(2, in: 0...59) else {
      return nil
    }
    let start = hour * 3600 + minute * 60
    guard skip(":") else { return start...(start + 59) }
    guard let second = number(2, in: 0...60) else { return nil }
    if skip(".") { while number(1, in: 0...9) != nil {} }
    return (start + second)...(start + second)
  }

  /// Seconds east of UTC; nil when no zone is named.
  mutating func zone() -> Int? {
    if skip("Z") { return 0 }
    let start = rest
    let isEast = skip("+")
    guard isEast || skip("-"), let hours = number(2, in: 0...14) else {
      rest = start
      return nil
    }
    _ = skip(":")
    let minutes = number(2, in: 0...59) ?? 0
    return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}

/// The days from 1970-01-01 to a date of the Gregorian calendar.
///
/// - Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
private func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let shifted = month <= 2 ? year - 1 : year
  let era = shifted / 400
  let yearOfEra = shifted - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
