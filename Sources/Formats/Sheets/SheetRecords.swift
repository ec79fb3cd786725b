internal import Records

/// Makes raw records of a sheet's rows.
struct SheetRecords {
  /// The name of the sheet that comes after the one that is read.
  var otherSheet = ""
  private(set) var lastLine = 1
  private let file: String
  private let header: SheetHeader
  private let headerCells: [String]
  private let columnsToTell: [String]
  private var columns: [String]
  private var ordinal = 0

  init(file: String, header: SheetHeader, columnsToTell: [String]) {
    self.file = file
    self.header = header
    self.columnsToTell = columnsToTell
    columns = header.columns
    headerCells = header.row?.texts(header.columns.count) ?? []
  }

  /// Tells of a row behind the header.
  mutating func add(_ row: SheetRow, _ body: (ReaderEvent) throws -> Void) throws {
    guard row.number > header.lastRowBefore else { return }
    lastLine = row.number
    let isHeader = header.row != nil && row.texts(headerCells.count) == headerCells
    if isHeader && row.width <= headerCells.count {
      return try body(.problem(problem(.repeatedHeader, line: row.number)))
    }
    var values: [RawValue] = []
    values.reserveCapacity(row.cells.count)
    var faults: [(SheetProblem, Int)] = []
    for cell in row.cells {
      guard cell.column < SheetLimits.columns else {
        faults.append((.columnBeyondLimit, cell.column))
        break
      }
      if let fault = cell.fault { faults.append((.cell(fault), cell.column)) }
      if !cell.text.isEmpty && !isBlank(cell.text) {
        values.append(RawValue(column: cell.column, text: Self.unguarded(cell.text)))
      }
    }
    for (fault, column) in faults {
      try body(.problem(problem(fault, line: row.number, column: column)))
    }
    // Cells may say where they stand, in any order.
    guard let last = values.map(\.column).max() else { return }
    ordinal += 1
    widen(to: last + 1)
    let location = Location(file: file, line: row.number, ordinal: ordinal)
    try body(.record(RawRecord(location: location, columns: columns, values: values)))
  }

  /// Tells that another sheet holds rows too.
  func tellOfOther(_ body: (ReaderEvent) throws -> Void) throws {
    try body(.problem(problem(.otherSheet(otherSheet), line: 1)))
  }

  func problem(_ kind: SheetProblem, line: Int, column: Int? = nil) -> Problem {
    let name = column.map {
      columnsToTell.indices.contains($0) ? columnsToTell[$0] : "column \($0 + 1)"
    }
    return kind.problem(
      at: Location(file: file, line: line, ordinal: ordinal), field: name ?? "")
  }

  /// A row may reach further than those by which the columns were told.
  private mutating func widen(to width: Int) {
    while columns.count < width { columns.append("column \(columns.count + 1)") }
  }

  /// The apostrophe of our own writer before what a program would take for a formula.
  private static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'") else { return text }
    var text = text
    let isGuarded = text.withUTF8 { FormulaGuard.isGuarded($0) }
    return isGuarded ? String(text.dropFirst()) : text
  }
}
