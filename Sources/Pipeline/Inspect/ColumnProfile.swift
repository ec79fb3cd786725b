internal import Formats
internal import Normalization

/// What the values of a column look like, gathered in one pass; no memory grows with the file.
struct ColumnProfile {
  /// So many different values are told apart; above, the number is "at least".
  static let distinctLimit = 200_000
  /// By so many different values a column's kind is judged.
  static let sampleSize = 200
  private static let patternLimit = 500

  let name: String
  private(set) var filled = 0
  private(set) var hashes: Set<UInt64> = []
  /// The first different values, in the order of the file; never shown.
  private(set) var sample: [String] = []
  private(set) var oddities: [ColumnOddity: Int] = [:]
  private var patterns: [String: Int] = [:]
  private var dateForms: Set<DateForm> = []
  /// Whether the column occurred more than once in a record.
  var isRepeated = false

  init(name: String) { self.name = name }

  /// Whether no value came twice.
  var isUnique: Bool { filled > 1 && hashes.count == min(filled, Self.distinctLimit) }

  var isDistinctAtLeast: Bool { hashes.count >= Self.distinctLimit }

  /// The most frequent shapes of values: "99999", "Aa-Aa"; at most three, most frequent first.
  var topPatterns: [(pattern: String, count: Int)] {
    let sorted = patterns.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return sorted.prefix(3).map { ($0.key, $0.value) }
  }

  var hasMixedDates: Bool { dateForms.count > 1 }

  mutating func add(_ text: String) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    filled += 1
    let isNew =
      hashes.count < Self.distinctLimit && hashes.insert(valueHash(text)).inserted
    if isNew && sample.count < Self.sampleSize { sample.append(text) }
    if isNew, let form = DateForm(text) { dateForms.insert(form) }
    count(patternOf(text))
    for oddity in ColumnOddity.all(in: text) { oddities[oddity, default: 0] += 1 }
  }

  private mutating func count(_ pattern: String) {
    if patterns.count < Self.patternLimit || patterns[pattern] != nil {
      patterns[pattern, default: 0] += 1
    }
  }
}

/// FNV-1a over the bytes: the same on every machine and in every run.
func valueHash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// The shape of a value: letters as "A" and "a" once a run, each digit "9", other signs as they are.
///
/// At most 24 signs; it tells nothing of whom the value names.
func patternOf(_ text: String) -> String {
  var pattern = ""
  var length = 0
  for character in text {
    let sign: Character =
      character.isNumber
      ? "9" : character.isUppercase ? "A" : character.isLetter ? "a" : character
    if sign == pattern.last && (sign == "A" || sign == "a") { continue }
    if length == 24 { return pattern + "…" }
    pattern.append(character.isNewline ? " " : sign)
    length += 1
  }
  return pattern
}

/// What is odd about values of a column.
enum ColumnOddity: String, CaseIterable {
  case excelDamage = "excel_damage"
  case garbled = "mojibake"
  case lostCharacters = "lost_characters"
  case placeholder
  case severalLines = "several_lines"

  static func all(in text: String) -> [ColumnOddity] {
    var found: [ColumnOddity] = []
    if TextOddity.isExcelDamaged(text) { found.append(.excelDamage) }
    if TextOddity.isGarbled(text) { found.append(.garbled) }
    if text.unicodeScalars.contains("\u{FFFD}") { found.append(.lostCharacters) }
    if !found.contains(.excelDamage), TextOddity.isPlaceholder(text) { found.append(.placeholder) }
    if text.contains(where: \.isNewline) { found.append(.severalLines) }
    return found
  }
}

/// How a date is written, by its signs.
private enum DateForm {
  case dots, slashes, iso, excelDay

  init?(_ text: String) {
    let pattern = patternOf(text)
    switch pattern {
    case _ where pattern.hasPrefix("9999-99-99"): self = .iso
    case _ where pattern.hasPrefix("99.99.99"), "9.9.9999", "99.9.9999", "9.99.9999": self = .dots
    case "99/99/9999", "9/9/9999", "9/99/9999", "99/9/9999", "9/9/99", "99/99/99": self = .slashes
    case "99999" where ("10000"..."59999").contains(text): self = .excelDay
    default: return nil
    }
  }
}
