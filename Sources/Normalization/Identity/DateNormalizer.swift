internal import Records

/// Dates of many spellings: "03.04.1980", "3. April 1980", "Mrz 85", "--04-03", "19800403", Excel
/// serials.
///
/// Without a clock: a birth year of two digits is of the 20th century, since births before 1930 are
/// as common in old data as those after 2000 and a wrong guess must at least be the same every
/// time.
package enum DateNormalizer {
  /// A birth date; nil when the text is none. A placeholder ("01.01.1900") is `.some` of an empty
  /// date.
  static func birthDate(_ text: String) -> PartialDate? {
    guard let parsed = parsed(text, pivot: 100) else { return nil }
    let date = parsed.date
    if date.year == 0, date.month == 0 { return PartialDate() }
    // 1604 is how Apple writes "no year"; the others are what programs write for "no date".
    if date.year == 1604 { return PartialDate(month: date.month, day: date.day) }
    let isFirst = date.year != 0 && date.year <= 1900 && date.month <= 1 && date.day <= 1
    return isFirst || isPlaceholder(date) ? PartialDate() : date
  }

  /// A birth date from the texts of its year, month and day, of which each may be empty.
  ///
  /// - Returns: nil when they make none; an empty date for nothing but zeros.
  static func birthDate(year: String, month: String, day: String) -> PartialDate? {
    let texts = [year, self.month(named: month).map(String.init) ?? month, day]
    let numbers = texts.compactMap { $0.isEmpty ? 0 : Int($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    if numbers.allSatisfy({ $0 == 0 }) { return PartialDate() }
    let fullYear =
      numbers[0] == 0 ? 0 : fullYear(numbers[0], digits: year.utf8.count, pivot: 100)
    if numbers[1] == 0 { return numbers[2] == 0 ? PartialDate(year: fullYear) : nil }
    return real(year: fullYear, month: numbers[1], day: numbers[2])
  }

  /// What programs write for "no date": Excel's day 0, the end of time.
  private static func isPlaceholder(_ date: PartialDate) -> Bool {
    date.year == 9999 || date.year == 1899 && date.month == 12 && date.day >= 30
  }

  /// A date or date and time as ISO 8601, "2023-05-17T07:35:02"; nil when the text is none or names
  /// no year, "" for a placeholder.
  package static func timestamp(_ text: String) -> String? {
    guard let parsed = parsed(text, pivot: 70), let day = day(of: parsed.date) else { return nil }
    let time = time(parsed.clock)
    return time.isEmpty || day.isEmpty ? day : day + "T" + time
  }

  /// As `timestamp`, with the time zone that the text names: "2023-05-17T07:35:02+02:00".
  ///
  /// A time followed by what is no zone ("07:35 PM") is left out: the whole day is meant then.
  static func instant(_ text: String) -> String? {
    guard let parsed = parsed(text, pivot: 70), let day = day(of: parsed.date) else { return nil }
    let time = time(parsed.clock)
    guard !time.isEmpty, !day.isEmpty, let zone = zone(after: parsed.clock) else { return day }
    return day + "T" + time + zone
  }

  /// ISO 8601; nil without a year, "" for a placeholder.
  private static func day(of date: PartialDate) -> String? {
    if isPlaceholder(date) || date.year <= 1900 && date.month <= 1 && date.day <= 1 { return "" }
    return date.year == 0 ? nil : date.text
  }

  /// The month that a word names, German or English, whole or short.
  static func month(named word: String) -> Int? { months[squashed(word)] }

  // MARK: Reading

  private struct Parsed {
    var date: PartialDate
    /// The time of day as the text has it, with what follows.
    var clock = ""
  }

  /// - Parameter pivot: Two-digit years below it are of the 20th century when 100; else of the
  /// 21st.
  private static func parsed(_ text: String, pivot: Int) -> Parsed? {
    let (day, clock) = divided(text)
    if day.isAllDigits { return compact(day, clock, pivot) }
    if day.hasPrefix("--") { return withoutYear(day) }
    let fields = fields(of: day)
    guard (2...3).contains(fields.count) else { return nil }
    guard var date = date(fields, in: day, pivot: pivot) else { return nil }
    if fields.allSatisfy({ Int($0) == 0 }) { date = PartialDate() }
    return Parsed(date: date, clock: clock)
  }

  /// The day and the time of "2023-05-17T07:35:02Z", "17.05.2023 07:35".
  private static func divided(_ text: String) -> (String, String) {
    guard text.has(":"), let first = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return (excelDay(text), "")
    }
    var start = first
    while start > text.startIndex {
      let before = text.utf8.index(before: start)
      guard text.utf8[before].isASCIIDigit else { break }
      start = before
    }
    let day = trimmed(text[..<start]) {
      $0 == 0x20 || $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: ",")
    }
    return (day, String(text[start...]))
  }

  /// "7:35:02.123Z" as "07:35:02"; "00:00:00" says nothing.
  private static func time(_ text: String) -> String {
    let clock = text.utf8.prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ":") }
    let parts = split(String(Substring(clock)), at: UInt8(ascii: ":"))
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count >= 2, numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60 else {
      return ""
    }
    let padded = numbers.prefix(3).map { $0 < 10 ? "0\($0)" : "\($0)" }
    let time = padded.joined(separator: ":") + (padded.count == 2 ? ":00" : "")
    return time == "00:00:00" ? "" : time
  }

  /// The zone after a time of day: "Z", "+02:00"; "" when nothing follows, nil when it is no zone.
  private static func zone(after clock: String) -> String? {
    let tail = clock.utf8.drop { $0.isASCIIDigit || ":.,".utf8.contains($0) }
    let zone = trimmed(Substring(tail))
    guard let sign = zone.utf8.first, "+-".utf8.contains(sign) else {
      return zones[zone.lowercased()]
    }
    let digits = zone.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 2 || digits.count == 4, digits.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    let hours = String(decoding: digits.prefix(2), as: UTF8.self)
    let minutes = digits.count == 4 ? String(decoding: digits.suffix(2), as: UTF8.self) : "00"
    guard let hour = Int(hours), let minute = Int(minutes), hour <= 14, minute < 60 else {
      return nil
    }
    return "\(zone.prefix(1))\(hours):\(minutes)"
  }

  private static let zones = [
    "": "", "uhr": "", "z": "Z", "utc": "Z", "gmt": "Z", "mez": "+01:00", "cet": "+01:00",
    "mesz": "+02:00", "cest": "+02:00",
  ]

  /// "43831,5" without its fraction: a serial's time of day.
  private static func excelDay(_ text: String) -> String {
    let parts = split(text) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    let isSerial = parts.count == 2 && parts.allSatisfy(\.isAllDigits) && parts[0].utf8.count == 5
    return isSerial ? parts[0] : text
  }

  /// "19800403", "1980", "43831", "20180306102500000".
  private static func compact(_ text: String, _ clock: String, _ pivot: Int) -> Parsed? {
    guard text.utf8.count <= 17 else { return nil }
    let digits = text.utf8.map { Int($0) - 48 }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    switch digits.count {
    case 8, 14, 17:
      if digits.allSatisfy({ $0 == 0 }) { return Parsed(date: PartialDate()) }
      let date = PartialDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
      if isReal(date) {
        guard digits.count > 8 else { return Parsed(date: date, clock: clock) }
        return Parsed(
          date: date, clock: "\(number(8..<10)):\(number(10..<12)):\(number(12..<14))")
      }
      let german = PartialDate(year: number(4..<8), month: number(2..<4), day: number(0..<2))
      return digits.count == 8 && isReal(german) ? Parsed(date: german) : nil
    case 5: return serial(number(0..<5)).map { Parsed(date: $0) }
    case 4:
      let year = number(0..<4)
      if year == 0 { return Parsed(date: PartialDate()) }
      return (1850...2100).contains(year) ? Parsed(date: PartialDate(year: year)) : nil
    case 1: return digits[0] == 0 ? Parsed(date: PartialDate()) : nil
    default: return nil
    }
  }

  /// "--04-03" and "--0403".
  private static func withoutYear(_ text: String) -> Parsed? {
    let digits = text.utf8.filter(\.isASCIIDigit).map { Int($0) - 48 }
    guard digits.count == 4 else { return nil }
    let date = PartialDate(month: digits[0] * 10 + digits[1], day: digits[2] * 10 + digits[3])
    return isReal(date) ? Parsed(date: date) : nil
  }

  private static func fields(of text: String) -> [String] {
    split(text) { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        || byte == 0x20 || byte == UInt8(ascii: ",")
    }
  }

  private static func date(_ fields: [String], in text: String, pivot: Int) -> PartialDate? {
    if let index = fields.firstIndex(where: { month(named: $0) != nil }) {
      return named(fields, month: index, pivot: pivot)
    }
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == fields.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    if numbers.allSatisfy({ $0 == 0 }) { return PartialDate() }
    if numbers.count == 2 { return twoFields(fields, numbers, in: text) }
    if fields[0].utf8.count == 4 {
      return real(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    let year = fullYear(numbers[2], digits: fields[2].utf8.count, pivot: pivot)
    let date = real(year: year, month: numbers[1], day: numbers[0])
    // With slashes "4/13/1980" can only be month first.
    return date ?? (text.has("/") ? real(year: year, month: numbers[0], day: numbers[1]) : nil)
  }

  /// "04/1980", "1980-04", "3.4.".
  private static func twoFields(_ fields: [String], _ numbers: [Int], in text: String)
    -> PartialDate?
  {
    if fields[0].utf8.count == 4 { return real(year: numbers[0], month: numbers[1], day: 0) }
    if fields[1].utf8.count == 4 { return real(year: numbers[1], month: numbers[0], day: 0) }
    return text.hasSuffix(".") ? real(year: 0, month: numbers[1], day: numbers[0]) : nil
  }

  /// "3. April 1980", "Mrz 85", "April 3, 1980", "7-Feb-22".
  private static func named(_ fields: [String], month index: Int, pivot: Int) -> PartialDate? {
    guard let month = month(named: fields[index]) else { return nil }
    var rest = fields
    rest.remove(at: index)
    let numbers = rest.compactMap { Int($0) }
    guard numbers.count == rest.count, let last = rest.last, let lastNumber = numbers.last else {
      return nil
    }
    if rest.count == 1 {
      let isDay = index == 1 && last.utf8.count < 3
      return isDay
        ? real(year: 0, month: month, day: lastNumber)
        : real(
          year: fullYear(lastNumber, digits: last.utf8.count, pivot: pivot), month: month, day: 0)
    }
    if rest[0].utf8.count == 4 { return real(year: numbers[0], month: month, day: numbers[1]) }
    let year = fullYear(lastNumber, digits: last.utf8.count, pivot: pivot)
    return real(year: year, month: month, day: numbers[0])
  }

  private static func fullYear(_ year: Int, digits: Int, pivot: Int) -> Int {
    guard digits <= 2 else { return year }
    if year == 0, digits == 1 { return 0 }
    return year + (pivot == 100 || year >= pivot ? 1900 : 2000)
  }

  private static func real(year: Int, month: Int, day: Int) -> PartialDate? {
    let date = PartialDate(year: year, month: month, day: day)
    return isReal(date) ? date : nil
  }

  private static func isReal(_ date: PartialDate) -> Bool {
    guard (1...12).contains(date.month), date.year == 0 || (1...9999).contains(date.year) else {
      return false
    }
    let isLeap =
      date.year == 0 || date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1]
    return (0...days).contains(date.day)
  }

  /// Excel's days since 1899-12-30, from 1927 to 2064: fewer digits are years, more are something
  /// else.
  private static func serial(_ number: Int) -> PartialDate? {
    guard (10_000...60_000).contains(number) else { return nil }
    // Days to a civil date, by H. Hinnant's algorithm; 25,569 is 1970-01-01.
    let shifted = number - 25_569 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return PartialDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static let months: [String: Int] = {
    let names = [
      "januar jan jaenner january jaen", "februar feb february feber", "maerz mrz mar march maer",
      "april apr",
      "mai may", "juni jun june", "juli jul july", "august aug", "september sep sept",
      "oktober okt october oct", "november nov", "dezember dez december dec",
    ]
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in words(of: line) { months[name] = index + 1 }
    }
    return months
  }()
}
