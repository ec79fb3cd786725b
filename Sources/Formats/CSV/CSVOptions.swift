/// What a pipeline file or a user says about a CSV file; what is nil is detected.
package struct CSVOptions: Hashable, Sendable {
  package var delimiter: UInt8?
  package var quote: UInt8?
  package var encoding: TextEncoding?
  /// Whether a row names the columns.
  package var header: Bool?
  /// How many lines stand before the header, or before the first row when there is none.
  package var skipLines: Int?
  /// Rows of a `rejected.csv` that came from another source than this one are passed over.
  package var sourceName: String?
  /// The columns that the user names: they help to know the header.
  package var names: [String]

  package init(
    delimiter: UInt8? = nil, quote: UInt8? = nil, encoding: TextEncoding? = nil,
    header: Bool? = nil, skipLines: Int? = nil, sourceName: String? = nil, names: [String] = []
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
    self.skipLines = skipLines
    self.sourceName = sourceName
    self.names = names
  }
}

/// How a CSV file is written: what its options say and what its first rows show.
package struct CSVDialect: Hashable, Sendable {
  package var encoding: TextEncoding
  package var delimiter: UInt8
  package var quote: UInt8
  /// Lines before the header or the first row: `sep=;`, a title, notes.
  package var skippedLines: Int
  package var hasHeader: Bool
  /// Whether that row surely holds names: otherwise it may be a contact's, and is never told.
  package var isHeaderCertain = false
  /// How many fields most rows have.
  package var fieldCount: Int

  package init(
    encoding: TextEncoding = .utf8, delimiter: UInt8 = UInt8(ascii: ","),
    quote: UInt8 = UInt8(ascii: "\""), skippedLines: Int = 0,
    hasHeader: Bool = true, fieldCount: Int = 1
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.skippedLines = skippedLines
    self.hasHeader = hasHeader
    self.fieldCount = fieldCount
  }
}

/// The bounds that keep memory and time small whatever a file holds.
enum CSVLimits {
  /// A row: far above any contact, and below what a wrong quote may swallow.
  static let rowLength = 16 << 20
  /// How long a quoted row may be, by how many quotes were found unclosed: each is looked for so
  /// far, and a file with one on every line must still be read in linear time.
  static func rowLength(afterFaults faults: Int) -> Int {
    switch faults {
    case ..<16: rowLength
    case ..<64: 16 << 10
    case ..<256: 4 << 10
    default: 1 << 10
    }
  }
  /// Excel has 16,384.
  static let columns = 32_768
}
