/// Which texts are names of columns: those the user expects, and those of the vocabulary.
struct ColumnWords {
  /// Names of our own tables, which are read again.
  private static let own = Set(
    RejectedColumn.allCases.map(\.rawValue) + ["rec_id", "cluster_id", "entity_id"])

  private let expected: Set<String>
  /// Whether the user names columns by their numbers alone, as is done where no row names them.
  let areNumbers: Bool
  /// Whether the user expects one column and no more.
  let isSingle: Bool

  init(_ names: [String]) {
    expected = Set(names.map(Self.folded))
    areNumbers = !names.isEmpty && names.allSatisfy(Self.isNumber)
    isSingle = expected.count == 1
  }

  func isExpected(_ text: String) -> Bool { expected.contains(Self.folded(text)) }

  func isName(_ text: String) -> Bool {
    isExpected(text) || Self.own.contains(text) || FieldVocabulary.target(of: text) != nil
  }

  private static func isNumber(_ name: String) -> Bool {
    let number = name.dropFirst("column ".count)
    return name.hasPrefix("column ") && !number.isEmpty && number.allSatisfy(\.isNumber)
  }

  private static func folded(_ name: String) -> String {
    let letters = FieldVocabulary.folded(name)
    return letters.isEmpty ? name : letters
  }
}

/// What speaks for the first row of a table being its header, and what against it.
struct HeaderEvidence {
  /// So many columns are judged by.
  private static let columnLimit = 1000

  /// The cells that aren't empty.
  private var cellCount = 0
  /// Those among them that are names of columns, and stand in no other row of their column.
  private var nameCount = 0
  private var hasExpectedName = false
  /// Whether a cell stands again in a row below: "Firma" as a kind of contact.
  private var hasRecurringCell = false
  private var hasValue = false
  /// Whether a cell without a number stands above nothing but numbers, addresses or dates.
  private var hasContrast = false

  /// - Parameters:
  ///   - rows: The first of a CSV file or a sheet, cell by cell.
  ///   - index: Which of them may be the header.
  init(_ rows: [[String]], at index: Int, words: ColumnWords) {
    guard rows.indices.contains(index) else { return }
    let first = rows[index]
    // Where files were put together, the header comes again.
    let others = rows[(index + 1)...].filter { $0 != first }
    for (column, cell) in first.prefix(Self.columnLimit).enumerated() where !cell.isEmpty {
      cellCount += 1
      let below = others.lazy.filter { $0.indices.contains(column) && !$0[column].isEmpty }
        .map { $0[column] }
      let isValue = Self.looksLikeValue(cell)
      hasValue = hasValue || isValue
      hasContrast =
        hasContrast || !isValue && !below.isEmpty && below.allSatisfy(Self.looksLikeValue)
      if below.contains(cell) {
        hasRecurringCell = true
      } else if words.isName(cell) {
        nameCount += 1
        hasExpectedName = hasExpectedName || words.isExpected(cell)
      }
    }
  }

  /// Whether the row names the columns, as far as can be told.
  var isHeader: Bool {
    if nameCount > 1 || hasExpectedName { return true }
    if hasValue || hasRecurringCell { return false }
    // "Firma" may be a value too: alone among others it proves nothing.
    return hasContrast || nameCount == 0 || nameCount * 2 >= cellCount
  }

  /// Whether the row's cells can be told as names: none of them may be a contact's value.
  var isCertain: Bool {
    if nameCount > 0 && nameCount == cellCount { return true }
    return nameCount > 1 && (nameCount * 2 > cellCount || nameCount > 3 || hasContrast)
  }

  /// Whether a cell can't be a column's name: an address, a long number, a date.
  static func looksLikeValue(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    if bytes.contains(UInt8(ascii: "@")) || cell.hasPrefix("http") { return true }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let isYear = bytes.count == 4 && (cell.hasPrefix("19") || cell.hasPrefix("20"))
    if digits == bytes.count { return !isYear }
    let startsAsNumber = bytes.first.map { $0 < 0x3A } ?? false
    return startsAsNumber && digits >= 4 && digits * 2 > bytes.count || bytes.count > 120
  }
}
