internal import Formats
internal import Linkage
internal import Records
internal import Store

/// The table of open questions: one row each, two records side by side, and a column to decide in.
enum ReviewTable {
  static let name = "review.csv"
  /// The sheet in the workbook.
  static let sheet = "review"
  static let decision = "decision"
  static let left = "record_a"
  static let right = "record_b"
  static let state = "state"

  static let header: [String] =
    [decision, "question", "bits", left, "contact_a", right, "contact_b"]
    + SampleTable.sideBySideHeader + [state]

  /// More questions nobody answers in a spreadsheet; the next run writes those that are left.
  static let mostQuestions = 10_000

  /// Writes the first of the questions, each with its strongest pair.
  ///
  /// - Parameters:
  ///   - questions: the most valuable first.
  ///   - workbook: where to write the same as a workbook, whose column of decisions has a list to
  ///     choose from; nil: nowhere.
  static func write(
    _ questions: [ReviewQuestion], of matching: Matching, from reader: StoreReader, to path: String,
    workbook: String? = nil, _ language: Language
  ) throws {
    var writer = CSVWriter(try ByteOutput(path: path))
    let book = try workbook.map {
      try WorkbookWriter(path: $0, sheet: sheet, choices: DecisionKind.words)
    }
    try writer.write(header)
    try book?.writeHeader(header)
    for (place, question) in questions.prefix(mostQuestions).enumerated() {
      guard let pair = question.pairs.first,
        let left = try reader.record(matching.records[pair.left]),
        let right = try reader.record(matching.records[pair.right])
      else { continue }
      let contacts = try [left, right].map { try reader.contact(ofRecord: $0.id) ?? 0 }
      let tenths = (pair.totalInBits * 10).rounded() / 10
      let row =
        ["", "\(place + 1)", "\(tenths)", SampleTable.name(of: left), "\(contacts[0])"]
        + [SampleTable.name(of: right), "\(contacts[1])"]
        + SampleTable.sideBySide(left, right, language) + [state(of: left, right)]
      try writer.write(row)
      try book?.write(row)
    }
    try writer.close()
    try book?.close()
  }

  /// What tells whether one of two records has changed since the table was written.
  static func state(of left: Record, _ right: Record) -> String {
    [left, right].map { String($0.contentHash, radix: 16) }.joined(separator: "-")
  }
}
