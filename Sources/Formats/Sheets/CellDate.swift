/// Dates of cells: numbers of days become ISO 8601.
enum CellDate {
  /// What a number's format shows of a date.
  enum Shown: Hashable {
    case dateOrTime
    /// Hours that run on past 24: `[h]:mm`.
    case duration
  }

  /// The last day that Excel knows: 9999-12-31.
  private static let lastSerial = 2_958_465.0

  /// "2020-10-01", "2020-10-01T14:30:00" or "14:30:00"; nil when the number is no date.
  ///
  /// - Parameters:
  ///   - serial: Days since the workbook's first day.
  ///   - is1904: Whether day 0 is 1904-01-01, as on old Macs.
  static func text(_ serial: Double, _ shown: Shown, is1904: Bool) -> String? {
    guard serial.isFinite, serial >= 0, serial <= lastSerial + 1 else { return nil }
    // A float misses the second by a little.
    let seconds = Int((serial * 86_400).rounded())
    var days = seconds / 86_400
    let time = timeText(seconds % 86_400)
    if shown == .duration {
      let hours = seconds / 3600
      return hours < 24 ? time : "\(hours)" + time.dropFirst(2)
    }
    if days == 0 && !(is1904 && time == "00:00:00") { return time }
    if is1904 {
      days += 1462
    } else if days < 60 {
      // Excel takes 1900 for a leap year: up to its 29 February days count from one later.
      days += 1
    }
    let date = dateText(daysSince1899: days)
    return time == "00:00:00" ? date : date + "T" + time
  }

  private static func timeText(_ seconds: Int) -> String {
    two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
  }

  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
  private static func dateText(daysSince1899: Int) -> String {
    // From 1899-12-30 to 0000-03-01.
    let days = daysSince1899 - 25_569 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-"
      + two(civilMonth) + "-" + two(day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A date as programs spell it: without a time of midnight, fractions and zone.
  static func cleaned(_ iso: String) -> String {
    guard let t = iso.firstIndex(of: "T") else { return iso }
    let date = iso[..<t]
    let time = iso[iso.index(after: t)...].prefix { $0 != "." && $0 != "Z" && $0 != "+" }
    if date.isEmpty { return String(time) }
    return time.allSatisfy { $0 == "0" || $0 == ":" } ? String(date) : date + "T" + time
  }

  /// A time as OpenDocument spells it: "PT14H30M00S" is "14:30:00"; as it is when it is none.
  static func time(_ duration: String) -> String {
    guard duration.hasPrefix("PT"), duration.hasSuffix("S") else { return duration }
    let parts = duration.dropFirst(2).dropLast().split { $0 == "H" || $0 == "M" }
    guard parts.count == 3, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      let seconds = Double(parts[2]), (0..<60).contains(minutes), (0..<61).contains(seconds)
    else { return duration }
    return two(hours) + ":" + two(minutes) + ":" + two(Int(seconds))
  }
}
