/// A reader of rows under named columns: what CSV files and spreadsheets have in common.
package protocol TableReader: RecordReader {
  /// The columns' names, known before the first row is read.
  var columns: [String] { get }
  /// The columns as messages name them: by number where the header may hold a contact's values.
  var columnsToTell: [String] { get }
  /// The line or row that names the columns; nil when none does.
  var headerLine: Int? { get }
  /// Whether that row surely holds names: otherwise it may be a contact's, and is never told.
  var isHeaderCertain: Bool { get }
}

/// Some rows of a file: handed to another thread, they become records there.
package protocol RecordBatch: Sendable {
  /// The number of rows, rejected ones included.
  var rowCount: Int { get }
  /// Calls `body` with what the reader tells of these rows.
  func read(_ body: (ReaderEvent) throws -> Void) throws
}

/// Rows that the reader has made records of already.
struct EventBatch: RecordBatch {
  private var events: [ReaderEvent] = []
  private(set) var rowCount = 0

  var isEmpty: Bool { events.isEmpty }

  mutating func append(_ event: ReaderEvent) {
    events.append(event)
    if case .problem = event { return }
    rowCount += 1
  }

  func read(_ body: (ReaderEvent) throws -> Void) throws {
    for event in events { try body(event) }
  }
}

extension RecordReader {
  package mutating func readBatches(
    of size: Int, _ body: (any RecordBatch) throws -> Void
  ) throws {
    var batch = EventBatch()
    try read { event in
      batch.append(event)
      guard batch.rowCount >= size else { return }
      try body(batch)
      batch = EventBatch()
    }
    if !batch.isEmpty { try body(batch) }
  }
}
