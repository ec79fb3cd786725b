internal import Records

/// Reads CSV files: dialect detected, damage reported row by row.
///
/// Undoes the formula guard of our own writer. Reads `rejected.csv` again: its `kontor_` columns are
/// left out, and rows are passed over whose `kontor_source` is not `options.sourceName`, or whose
/// cells are still what they were when the row was set aside.
package struct CSVReader: TableReader {
  private var rows: CSVRowReader
  private var texts: CSVRowTexts

  /// - Throws: `ReadError` when the input can't be read.
  package init(_ input: ByteInput, options: CSVOptions = CSVOptions()) throws {
    rows = try CSVRowReader(input, options: options)
    texts = CSVRowTexts(
      file: input.name, columns: rows.columns, isHeaderCertain: rows.dialect.isHeaderCertain,
      sourceName: options.sourceName)
    texts.isEncodingCertain = rows.dialect.encoding != .utf8
  }

  package var dialect: CSVDialect { rows.dialect }

  package var headerLine: Int? { dialect.hasHeader ? dialect.skippedLines + 1 : nil }

  package var isHeaderCertain: Bool { dialect.isHeaderCertain }

  /// The columns' names, known before the first row is read; without those that `rejected.csv`
  /// adds.
  package var columns: [String] { texts.ownColumns }

  /// The columns as messages name them: by number where the header may hold a contact's values.
  package var columnsToTell: [String] { texts.ownIndices.map { texts.columnsToTell[$0] } }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    var texts = self.texts
    defer { self.texts = texts }
    try rows.read { event in
      switch event {
      case .row(let row): try texts.emit(row, body)
      case .rejected(let raw, let problem):
        if let own = texts.withoutAdded(raw) { try body(.rejected(own, problem)) }
      case .problem(let problem): try body(.problem(problem))
      }
    }
  }

  package mutating func readBatches(
    of size: Int, _ body: (any RecordBatch) throws -> Void
  ) throws {
    var texts = self.texts
    defer { self.texts = texts }
    var batch = CSVBatch(texts)
    try rows.read { event in
      batch.append(event)
      if case .row(let row) = event { texts.learnEncoding(of: row) }
      guard batch.rowCount >= size else { return }
      try body(batch)
      batch = CSVBatch(texts)
    }
    if !batch.isEmpty { try body(batch) }
  }
}
