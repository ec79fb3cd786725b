/// A cell that holds something.
struct SheetCell: Hashable {
  /// From 0.
  var column: Int
  /// As its author sees it; empty when it is at fault.
  var text: String
  var fault: SheetFault?
}

/// A row of a sheet that holds something.
struct SheetRow: Hashable {
  /// As the program numbers it, from 1.
  var number: Int
  /// In the order of their columns.
  var cells: [SheetCell] = []

  /// How many columns it reaches over.
  var width: Int { (cells.last?.column ?? -1) + 1 }

  /// The texts of all columns up to a width.
  func texts(_ width: Int) -> [String] {
    var texts = [String](repeating: "", count: width)
    for cell in cells where cell.column < width { texts[cell.column] = cell.text }
    return texts
  }
}

/// A sheet of a workbook.
struct SheetName: Hashable {
  var text: String
  var isHidden = false
}

/// How much of a sheet a reader wants.
enum SheetInterest {
  case nothing
  /// Whether there is anything at all.
  case firstRow
  case all
}

/// A workbook: its sheets in their order, with the rows of each.
protocol Workbook {
  /// Calls `begin` for every sheet, and `row` for those of its rows that are wanted and hold
  /// something.
  ///
  /// - Returns: whether the file is whole; false when it breaks off.
  func read(
    _ begin: (SheetName) throws -> SheetInterest, _ row: (SheetRow) throws -> Void
  ) throws -> Bool
}

/// Counts a sheet's rows and cells, and stops what is beyond every limit.
struct SheetCensus {
  let file: String
  private var cells = 0

  init(file: String) { self.file = file }

  /// For the next sheet.
  var reset: SheetCensus { SheetCensus(file: file) }

  mutating func add(_ row: SheetRow) throws {
    cells += row.cells.count
    guard row.number <= SheetLimits.rows, cells <= SheetLimits.cells,
      row.cells.count <= SheetLimits.columns
    else {
      throw ZipArchive.error(
        file, de: "ein Blatt hat mehr Zeilen oder Zellen als jedes Tabellenprogramm",
        en: "a sheet has more rows or cells than any program writes")
    }
  }
}
