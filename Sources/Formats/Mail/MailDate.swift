/// Dates of mails, in the forms that programs write them.
enum MailDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Thu, 2 Jan 2020 15:04:05 +0100` as UTC, "2020-01-02T14:04:05Z"; nil when it is none.
  ///
  /// Also without weekday, seconds or zone, with a year of two digits, and in the order of
  /// `Thu Jan  2 15:04:05 2020`.
  ///
  /// Source: RFC 5322, 3.3 and 4.3.
  static func utc(_ text: String) -> String? {
    let plain = text.prefix(200).prefix { $0 != "(" }
    let words = plain.split { $0.isWhitespace || $0 == "," }.map(String.init)
    var day: Int?
    var month: Int?
    var year: Int?
    var seconds: Int?
    var offset = 0
    for word in words.flatMap(parts) {
      let small = word.lowercased()
      if let time = time(word) {
        seconds = time
      } else if let zone = zone(small), seconds != nil {
        offset = zone
      } else if let named = months.firstIndex(of: String(small.prefix(3))), month == nil {
        month = named + 1
      } else if let number = Int(word), number >= 0 {
        if day == nil, (1...31).contains(number), word.count <= 2 {
          day = number
        } else if year == nil {
          year = fullYear(number, digits: word.count)
        }
      }
    }
    guard let day, let month, let year, let seconds else { return nil }
    guard (1970...2100).contains(year), day <= days(in: month, year) else { return nil }
    let serial = Double(serial(year, month, day)) + Double(seconds - offset) / 86_400
    return CellDate.text(serial, .dateOrTime, is1904: false).map {
      ($0.contains("T") ? $0 : $0 + "T00:00:00") + "Z"
    }
  }

  /// "2-Jan-2020" is three words, as old programs write it; "+0100" and "-0100" stay.
  private static func parts(_ word: String) -> [String] {
    guard word.contains("-"), word.contains(where: \.isLetter) else { return [word] }
    return word.split(separator: "-").map(String.init)
  }

  private static func fullYear(_ number: Int, digits: Int) -> Int {
    switch digits {
    case 1, 2: number < 50 ? 2000 + number : 1900 + number
    // A program that counted years from 1900 wrote 100 for 2000.
    case 3: 1900 + number
    default: number
    }
  }

  private static func time(_ word: String) -> Int? {
    let parts = word.split { $0 == ":" || $0 == "." }.map { Int($0) }
    guard word.contains(":"), (2...3).contains(parts.count), let hours = parts[0],
      let minutes = parts[1], (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    let seconds = parts.count == 3 ? parts[2] ?? 0 : 0
    return hours * 3600 + minutes * 60 + min(59, max(0, seconds))
  }

  /// Seconds east of Greenwich.
  private static func zone(_ word: String) -> Int? {
    switch word {
    case "gmt", "ut", "utc", "z": return 0
    case "cet", "mez": return 3600
    case "cest", "mest", "mesz": return 7200
    case "est": return -5 * 3600
    case "edt", "cst": return word == "edt" ? -4 * 3600 : -6 * 3600
    case "cdt", "mst": return word == "cdt" ? -5 * 3600 : -7 * 3600
    case "pst": return -8 * 3600
    case "pdt", "mdt": return word == "pdt" ? -7 * 3600 : -6 * 3600
    default: break
    }
    guard let sign = word.first, sign == "+" || sign == "-", word.count == 5,
      let number = Int(word.dropFirst()), number / 100 <= 14
    else { return nil }
    let seconds = (number / 100 * 60 + number % 100) * 60
    return sign == "-" ? -seconds : seconds
  }

  private static func days(in month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Days since 1899-12-30, as spreadsheets count.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
  private static func serial(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return shifted / 400 * 146_097 + dayOfEra - 719_468 + 25_569
  }
}
