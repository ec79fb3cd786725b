/// How a cell shows its number: as a date, with leading zeros, or as it is.
enum NumberFormat: Hashable {
  case plain
  case date(CellDate.Shown)
  /// `00000`: so many digits at least.
  case padded(Int)

  /// A format that every workbook has.
  ///
  /// Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are dates of East Asian languages.
  init(builtIn id: Int) {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58: self = .date(.dateOrTime)
    case 46: self = .date(.duration)
    default: self = .plain
    }
  }

  /// A workbook's own format: `dd.mm.yyyy`, `[h]:mm`, `00000`, `"Nr. "0`.
  init(code: String) {
    // What is positive stands before the first semicolon.
    var bare = ""
    var bracket: String?
    var isQuoted = false
    var skips = false
    scan: for letter in code {
      if skips {
        skips = false
      } else if isQuoted {
        isQuoted = letter != "\""
      } else if let open = bracket {
        bracket = letter == "]" ? nil : open + String(letter)
        if letter == "]", Self.isElapsed(open) {
          self = .date(.duration)
          return
        }
      } else {
        switch letter {
        case "\"": isQuoted = true
        case "\\", "_", "*": skips = true
        case "[": bracket = ""
        case ";": break scan
        default: bare.append(letter)
        }
      }
    }
    self = Self.meaning(of: bare)
  }

  private static func isElapsed(_ bracket: String) -> Bool {
    !bracket.isEmpty
      && ["h", "m", "s"].contains { unit in
        bracket.lowercased().allSatisfy { String($0) == unit }
      }
  }

  private static func meaning(of bare: String) -> NumberFormat {
    let small = bare.lowercased()
    if small.contains("general") || small.contains("standard") { return .plain }
    if small.contains(where: { "ymdhs".contains($0) }) { return .date(.dateOrTime) }
    // No number that people read has more digits.
    if (2...32).contains(small.utf8.count), small.allSatisfy({ $0 == "0" }) {
      return .padded(small.utf8.count)
    }
    return .plain
  }

  /// What a cell shows of its number; nil when that is no number.
  func text(_ spelled: String, is1904: Bool) -> String? {
    switch self {
    case .plain: return CellNumber.text(spelled)
    case .padded(let width):
      return CellNumber.text(spelled).map { CellNumber.padded($0, to: width) }
    case .date(let shown):
      let date = Double(spelled).flatMap { CellDate.text($0, shown, is1904: is1904) }
      return date ?? CellNumber.text(spelled)
    }
  }
}
