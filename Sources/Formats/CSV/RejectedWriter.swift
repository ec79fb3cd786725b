internal import Foundation
package import Records

/// The columns that `rejected.csv` has before those of the rows.
package enum RejectedColumn: String, CaseIterable {
  case source = "kontor_source"
  case file = "kontor_file"
  case line = "kontor_line"
  case reason = "kontor_reason"
  /// What the row's cells were: while they are, it has not been corrected.
  case cells = "kontor_cells"
}

/// Writes `rejected.csv`: every row that was set aside as it was, and why.
///
/// The header is the union of the rows' columns, which is known only at the end: until then the
/// rows wait in a file beside it. The corrected file can be read again with the mapping of its
/// source.
package final class RejectedWriter {
  /// How many rows were written.
  package private(set) var count = 0
  private let path: String
  private let language: Language
  private var spool: ByteOutput?
  private var columns: [String] = []
  private var indices: [String: Int] = [:]
  private var lastColumns: [String] = []
  private var lastPlaces: [Int] = []
  private var spoolPath: String { path + ".part" }

  /// - Parameter language: In which the reasons are given.
  package init(path: String, language: Language) {
    self.path = path
    self.language = language
  }

  deinit { removeSpool() }

  /// Adds a row.
  ///
  /// - Throws: `WriteError`.
  package func write(_ raw: RawRecord, source: String, reason: Problem) throws {
    let spool = try self.spool ?? ByteOutput(path: spoolPath)
    self.spool = spool
    count += 1
    let values = raw.values.filter { raw.columns.indices.contains($0.column) }
    let words = [
      source, raw.location.file, String(raw.location.line), reason.message(language),
      cellsFingerprint(of: values.map { (raw.columns[$0.column], $0.text) }),
    ]
    let all = places(of: raw.columns)
    let places = values.map { all[$0.column] }
    try spool.write { bytes in
      append(UInt32(values.count), to: &bytes)
      for word in words { append(word, to: &bytes) }
      for (value, place) in zip(values, places) {
        append(UInt32(place), to: &bytes)
        append(value.text, to: &bytes)
      }
    }
  }

  /// Writes the file; none when no row was set aside.
  ///
  /// - Throws: `WriteError`.
  package func finish() throws {
    guard let spool else { return }
    try spool.close()
    self.spool = nil
    defer { removeSpool() }
    var writer = CSVWriter(try ByteOutput(path: path))
    try writer.write(RejectedColumn.allCases.map(\.rawValue) + columns)
    var reader: SpoolReader
    do {
      reader = SpoolReader(try .file(spoolPath))
      while let row = try reader.next(columnCount: columns.count) { try writer.write(row) }
    } catch let error as ReadError {
      throw WriteError.unwritable(file: path, reason: error.phrase)
    }
    try writer.close()
  }

  /// The places of a row's columns in the union: new ones follow in the source's own order.
  private func places(of columns: [String]) -> [Int] {
    if columns != lastColumns {
      lastColumns = columns
      lastPlaces = columns.map(index)
    }
    return lastPlaces
  }

  private func index(of column: String) -> Int {
    if let known = indices[column] { return known }
    indices[column] = columns.count
    columns.append(column)
    return columns.count - 1
  }

  private func removeSpool() { unlink(spoolPath) }
}

private func append(_ number: UInt32, to bytes: inout [UInt8]) {
  withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
}

private func append(_ text: String, to bytes: inout [UInt8]) {
  append(UInt32(text.utf8.count), to: &bytes)
  bytes.append(contentsOf: text.utf8)
}

/// Reads rows back as `RejectedWriter` spooled them.
private struct SpoolReader {
  private var input: ByteInput
  private var chunk: [UInt8] = []
  private var position = 0

  init(_ input: ByteInput) { self.input = input }

  mutating func next(columnCount: Int) throws -> [String]? {
    guard let valueCount = try number() else { return nil }
    var row = try (0..<RejectedColumn.allCases.count).map { _ in try text() }
    let offset = row.count
    row += [String](repeating: "", count: columnCount)
    for _ in 0..<valueCount {
      let place = Int(try number() ?? 0) + offset
      let value = try text()
      guard row.indices.contains(place) else { continue }
      // A property that a card has twice stands in one cell, line below line.
      row[place] = row[place].isEmpty ? value : row[place] + "\n" + value
    }
    return row
  }

  private mutating func number() throws -> UInt32? {
    let bytes = try take(4)
    guard bytes.count == 4 else { return nil }
    return bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
  }

  private mutating func text() throws -> String {
    String(decoding: try take(Int(try number() ?? 0)), as: UTF8.self)
  }

  private mutating func take(_ count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      if position == chunk.count {
        position = 0
        guard try input.read(into: &chunk) else { break }
      }
      let end = min(chunk.count, position + count - bytes.count)
      bytes += chunk[position..<end]
      position = end
    }
    return bytes
  }
}
