internal import CLibXLSXWriter
internal import Foundation
internal import Records

/// Writes a workbook of one sheet row by row: a header, and a first column of which a list tells
/// what may stand in it.
///
/// All cells are texts: nothing is a formula, a link or a number. Equal rows give equal bytes. The
/// file has mode 0600.
package final class WorkbookWriter {
  /// What Excel holds in a cell; longer texts end with "…".
  private static let cellLimit = 32_000

  private let path: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let sheet: UnsafeMutablePointer<lxw_worksheet>?
  private let choices: [String]
  private var row: UInt32 = 0
  private var columnCount = 0

  /// - Parameters:
  ///   - path: The file; what was there is replaced.
  ///   - sheet: The sheet's name, at most 31 letters.
  ///   - choices: What may stand in the first column.
  /// - Throws: `WriteError`.
  package init(path: String, sheet name: String, choices: [String]) throws {
    self.path = path
    self.choices = choices
    // Made first with its mode; the library keeps that.
    try ByteOutput(path: path).close()
    let folder = strdup(NSString(string: path).deletingLastPathComponent)
    defer { free(folder) }
    var options = lxw_workbook_options(
      constant_memory: 1, tmpdir: folder?.pointee == 0 ? nil : folder, use_zip64: 0)
    book = workbook_new_opt(path, &options)
    guard book != nil else { throw Self.failure(path) }
    // No clock in a file: two runs on one input write the same.
    var properties = lxw_doc_properties()
    properties.created = 1
    workbook_set_properties(book, &properties)
    sheet = workbook_add_worksheet(book, name)
    guard sheet != nil else { throw Self.failure(path) }
  }

  deinit { if book != nil { workbook_close(book) } }

  /// Appends the names of the columns, which stay in sight.
  package func writeHeader(_ names: [String]) throws {
    let bold = workbook_add_format(book)
    format_set_bold(bold)
    try write(names, bold)
    columnCount = names.count
    worksheet_freeze_panes(sheet, 1, 1)
    worksheet_set_column(sheet, 0, 0, 16, nil)
    worksheet_set_column(sheet, 1, UInt16(clamping: max(1, names.count - 1)), 22, nil)
  }

  /// Appends a row.
  package func write(_ cells: [String]) throws { try write(cells, nil) }

  private func write(_ cells: [String], _ format: UnsafeMutablePointer<lxw_format>?) throws {
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      let text = cell.utf16.count > Self.cellLimit ? cell.prefix(Self.cellLimit / 4) + "…" : cell
      let status = worksheet_write_string(
        sheet, row, UInt16(clamping: column), Self.clean(text), format)
      guard status == LXW_NO_ERROR else { throw Self.failure(path) }
    }
    row += 1
  }

  /// Ends the file.
  ///
  /// - Throws: `WriteError`.
  package func close() throws {
    let open = book
    book = nil
    if row > 1, columnCount > 0 {
      worksheet_autofilter(sheet, 0, 0, row - 1, UInt16(clamping: columnCount - 1))
      addChoices()
    }
    guard workbook_close(open) == LXW_NO_ERROR else { throw Self.failure(path) }
  }

  private func addChoices() {
    var list: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
    defer { for text in list { free(text) } }
    list.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      worksheet_data_validation_range(sheet, 1, 0, row - 1, 0, &validation)
    }
  }

  /// Without what XML can't hold; a NUL would end the text.
  private static func clean(_ text: some StringProtocol) -> String {
    let isFine: (Unicode.Scalar) -> Bool = {
      $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF || $0 == "\n" || $0 == "\t"
    }
    if text.unicodeScalars.allSatisfy(isFine) { return String(text) }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isFine)))
  }

  private static func failure(_ path: String) -> WriteError {
    .unwritable(file: path, reason: systemReason(errno))
  }
}
