internal import Records

/// Rows of a CSV file that are no records yet: handed to another thread, they become some there.
struct CSVBatch: RecordBatch {
  private enum Item: Sendable {
    /// A row's fields: where their ends stand, and how many there are.
    case row(line: Int, ordinal: Int, start: Int, count: Int)
    case rejected(RawRecord, Problem)
    case problem(Problem)
  }

  private let texts: CSVRowTexts
  private var items: [Item] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// - Parameter texts: as they stand before the first row.
  init(_ texts: CSVRowTexts) {
    self.texts = texts
  }

  /// The number of rows, rejected ones included.
  private(set) var rowCount = 0

  var isEmpty: Bool { items.isEmpty }

  mutating func append(_ event: CSVRowEvent) {
    switch event {
    case .row(let row):
      rowCount += 1
      items.append(.row(line: row.line, ordinal: row.ordinal, start: ends.count, count: row.count))
      let offset = bytes.count
      ends.append(offset)
      bytes += row.allBytes
      var end = offset
      for index in 0..<row.count {
        end += row[index].count
        ends.append(end)
      }
    case .rejected(let raw, let problem):
      rowCount += 1
      items.append(.rejected(raw, problem))
    case .problem(let problem): items.append(.problem(problem))
    }
  }

  /// Calls `body` with what `CSVReader.read` tells of these rows.
  func read(_ body: (ReaderEvent) throws -> Void) throws {
    var texts = texts.unshared
    try bytes.withUnsafeBufferPointer { bytes in
      try ends.withUnsafeBufferPointer { ends in
        for item in items {
          switch item {
          case .row(let line, let ordinal, let start, let count):
            guard let bytes = bytes.baseAddress, let ends = ends.baseAddress else { continue }
            let row = CSVRow(
              line: line, ordinal: ordinal, count: count, bytes: bytes, ends: ends + start)
            try texts.emit(row, body)
          case .rejected(let raw, let problem):
            if let own = texts.withoutAdded(raw) { try body(.rejected(own, problem)) }
          case .problem(let problem): try body(.problem(problem))
          }
        }
      }
    }
  }
}
