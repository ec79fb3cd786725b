internal import Records

/// The names of a file's columns: each once, none empty.
struct CSVHeader {
  private(set) var names: [String]
  /// A row needs so many fields; behind them the header has only empty names.
  let requiredCount: Int
  /// The header row's fields, one after the other, to know it again; empty when there is none.
  private let bytes: [UInt8]
  private let count: Int

  /// From the header row; where rows have more fields, they get names too.
  init(row: CSVRow, columnCount: Int) {
    var names: [String] = []
    var unique = UniqueNames()
    var required = 0
    for index in 0..<max(row.count, columnCount) {
      let text = Self.trimmed(row.text(index))
      if !text.isEmpty { required = index + 1 }
      names.append(unique.name(text.isEmpty ? "column \(index + 1)" : text))
    }
    self.names = names
    requiredCount = required
    bytes = Array(row.allBytes)
    count = row.count
  }

  /// For a file without a header row.
  init(columnCount: Int) {
    names = (0..<columnCount).map { "column \($0 + 1)" }
    requiredCount = columnCount
    bytes = []
    count = 0
  }

  /// Whether a row says the header again, as it does where files were put together.
  func isRepeated(by row: CSVRow) -> Bool {
    count > 0 && row.count == count && row.allBytes.count == bytes.count
      && row.allBytes.elementsEqual(bytes)
  }

  /// The names and one for every further field.
  func names(forCount count: Int) -> [String] {
    guard count > names.count else { return names }
    return names + (names.count..<count).map { "column \($0 + 1)" }
  }

  /// Without blanks, no-break spaces and byte order marks at its ends.
  static func trimmed(_ text: String) -> String {
    let isOuter: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isOuter(first) { scalars.removeFirst() }
    while let last = scalars.last, isOuter(last) { scalars.removeLast() }
    return String(scalars)
  }
}

/// Gives each name once: "Tel", "Tel (2)", "Tel (3)".
struct UniqueNames {
  private var taken: Set<String> = []
  /// From which number on a name may be free, so that 16,000 equal names take no time.
  private var next: [String: Int] = [:]

  mutating func name(_ name: String) -> String {
    guard !taken.insert(name).inserted else { return name }
    var number = next[name] ?? 2
    while !taken.insert("\(name) (\(number))").inserted { number += 1 }
    next[name] = number + 1
    return "\(name) (\(number))"
  }
}
