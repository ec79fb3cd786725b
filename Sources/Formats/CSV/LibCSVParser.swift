internal import CLibCSV

/// libcsv, with the rows of one call in one run of bytes.
///
/// Quotes are taken leniently; blanks around fields without quotes are left out. Empty lines give
/// no row.
final class LibCSVParser {
  private var parser = csv_parser()
  private let rows: UnsafeMutablePointer<RowArena>
  private let delimiter: UInt8
  private let quote: UInt8

  init(delimiter: UInt8, quote: UInt8) {
    self.delimiter = delimiter
    self.quote = quote
    rows = .allocate(capacity: 1)
    rows.initialize(to: RowArena())
    start()
  }

  deinit {
    csv_free(&parser)
    rows.pointee.free()
    rows.deallocate()
  }

  private func start() {
    csv_init(&parser, 0)
    csv_set_delim(&parser, delimiter)
    csv_set_quote(&parser, quote)
    // The default of 128 bytes makes a field of some megabytes quadratic.
    csv_set_blk_size(&parser, 64 << 10)
  }

  /// Forgets the row that has begun.
  func reset() {
    csv_free(&parser)
    start()
    rows.pointee.clear()
  }

  /// Reads on; the rows that end in `bytes` are then in `rowCount`, until the next call.
  ///
  /// - Returns: false when there is no memory for a field.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    rows.pointee.dropEndedRows()
    if !isInRow, let line = plainLine(bytes) {
      rows.pointee.append(line: line, delimiter: delimiter)
      return true
    }
    return csv_parse(&parser, bytes.baseAddress, bytes.count, fieldEnds, rowEnds, rows)
      == bytes.count
  }

  /// What stands before the line end of one whole line without a quote, as nearly all are; nil for
  /// anything else. It is cut at its delimiters, several times as fast as byte by byte.
  private func plainLine(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard let last = bytes.last, last == 0x0A || last == 0x0D else { return nil }
    let isPair = last == 0x0A && bytes.count > 1 && bytes[bytes.count - 2] == 0x0D
    let line = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count - (isPair ? 2 : 1))])
    if firstIndex(of: quote, in: line) != nil || firstIndex(of: 0x0A, in: line) != nil
      || firstIndex(of: 0x0D, in: line) != nil
    {
      return nil
    }
    return line
  }

  /// Ends the last row, which needs no line end.
  func finish() {
    rows.pointee.dropEndedRows()
    _ = csv_fini(&parser, fieldEnds, rowEnds, rows)
  }

  /// Whether a row has begun and not ended.
  var isInRow: Bool { parser.pstate != 0 || rows.pointee.hasOpenRow }

  /// Whether a quote has been opened, and not closed.
  var isInQuotes: Bool { parser.pstate == 2 && parser.quoted != 0 }

  var rowCount: Int { rows.pointee.rowCount }

  /// A row of the last call; its bytes are valid until the next.
  func row(_ index: Int, line: Int) -> CSVRow { rows.pointee.row(index, line: line) }
}

/// The fields of some rows, one after the other, and where each ends.
private struct RowArena {
  private var bytes: UnsafeMutablePointer<UInt8> = .allocate(capacity: 4096)
  private var byteCapacity = 4096
  private var byteCount = 0
  /// `ends[0]` is 0; field `i` goes from `ends[i]` to `ends[i + 1]`.
  private var ends: UnsafeMutablePointer<Int> = .allocate(capacity: 256)
  private var endCapacity = 256
  private var fieldCount = 0
  /// The number of fields up to the end of each row.
  private var rowEnds: [Int] = []

  init() { ends[0] = 0 }

  func free() {
    bytes.deallocate()
    ends.deallocate()
  }

  var rowCount: Int { rowEnds.count }
  var hasOpenRow: Bool { fieldCount > (rowEnds.last ?? 0) }

  mutating func clear() {
    byteCount = 0
    fieldCount = 0
    rowEnds.removeAll(keepingCapacity: true)
  }

  /// Keeps only the row that hasn't ended.
  mutating func dropEndedRows() {
    guard let ended = rowEnds.last else { return }
    if ended == fieldCount {
      clear()
      return
    }
    let start = ends[ended]
    bytes.update(from: bytes + start, count: byteCount - start)
    for field in ended...fieldCount { ends[field - ended] = ends[field] - start }
    byteCount -= start
    fieldCount -= ended
    rowEnds.removeAll(keepingCapacity: true)
  }

  mutating func appendField(_ field: UnsafeRawPointer?, _ count: Int) {
    if byteCount + count > byteCapacity { growBytes(to: byteCount + count) }
    if fieldCount + 2 > endCapacity { growEnds() }
    if let field, count > 0 {
      UnsafeMutableRawPointer(bytes + byteCount).copyMemory(from: field, byteCount: count)
    }
    byteCount += count
    fieldCount += 1
    ends[fieldCount] = byteCount
  }

  /// Appends a row without quotes; one of blanks alone is none.
  mutating func append(line: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    var start = 0
    while let end = firstIndex(of: delimiter, in: line, from: start) {
      append(field: line[start..<end], delimiter: delimiter)
      start = end + 1
    }
    let last = line[start...]
    if start == 0, last.allSatisfy({ isBlank($0, delimiter) }) { return }
    append(field: last, delimiter: delimiter)
    endRow()
  }

  /// Appends a field without the blanks around it.
  private mutating func append(field: Slice<UnsafeBufferPointer<UInt8>>, delimiter: UInt8) {
    var start = field.startIndex
    var end = field.endIndex
    while start < end, isBlank(field.base[start], delimiter) { start += 1 }
    while start < end, isBlank(field.base[end - 1], delimiter) { end -= 1 }
    appendField(field.base.baseAddress.map { $0 + start }, end - start)
  }

  private func isBlank(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != delimiter
  }

  mutating func endRow() { rowEnds.append(fieldCount) }

  private mutating func growBytes(to needed: Int) {
    byteCapacity = max(needed, byteCapacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    larger.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = larger
  }

  private mutating func growEnds() {
    endCapacity *= 2
    let larger = UnsafeMutablePointer<Int>.allocate(capacity: endCapacity)
    larger.update(from: ends, count: fieldCount + 1)
    ends.deallocate()
    ends = larger
  }

  func row(_ index: Int, line: Int) -> CSVRow {
    let first = index == 0 ? 0 : rowEnds[index - 1]
    return CSVRow(
      line: line, ordinal: 0, count: rowEnds[index] - first, bytes: UnsafePointer(bytes),
      ends: UnsafePointer(ends + first))
  }
}

private func fieldEnds(
  _ field: UnsafeMutableRawPointer?, _ count: Int, _ rows: UnsafeMutableRawPointer?
) {
  rows?.assumingMemoryBound(to: RowArena.self).pointee.appendField(field, count)
}

private func rowEnds(_ end: Int32, _ rows: UnsafeMutableRawPointer?) {
  rows?.assumingMemoryBound(to: RowArena.self).pointee.endRow()
}
