internal import Records

/// What a pipeline file or a user says of a workbook; what is nil is told by its content.
package struct SheetOptions: Hashable, Sendable {
  /// The sheet to be read; nil: the first that is shown and holds rows.
  package var sheet: String?
  /// Whether a row names the columns.
  package var header: Bool?
  /// How many rows stand before the header, or before the first row when there is none.
  package var skippedRows: Int?
  /// The columns that the user names: they help to know the header.
  package var names: [String]

  package init(
    sheet: String? = nil, header: Bool? = nil, skippedRows: Int? = nil, names: [String] = []
  ) {
    self.sheet = sheet
    self.header = header
    self.skippedRows = skippedRows
    self.names = names
  }
}

/// Reads a sheet of a workbook: .xlsx, .ods, .fods or Excel's XML of 2003, told by its content.
///
/// A record's line is its row. Dates are ISO 8601, numbers as people type them. Memory stays bounded
/// by the workbook's shared texts.
package struct SheetReader: TableReader {
  /// The sheet that is read; nil when none holds rows.
  package let sheet: String?
  private let file: String
  private let workbook: any Workbook
  private let header: SheetHeader
  /// Who names a sheet knows of the others.
  private let tellsOfOthers: Bool

  /// - Throws: `ReadError` when the workbook can't be read, or has no such sheet.
  package init(_ input: ByteInput, options: SheetOptions = SheetOptions()) throws {
    file = input.name
    workbook = try Self.workbook(input)
    let sample = try SheetSample(of: workbook, file: input.name, named: options.sheet)
    sheet = sample.sheet
    tellsOfOthers = options.sheet == nil
    header = SheetHeader(
      sample.rows, words: ColumnWords(options.names), skipped: options.skippedRows,
      isThere: options.header)
  }

  package var columns: [String] { header.columns }

  package var columnsToTell: [String] {
    columns.enumerated().map { index, name in
      header.isCertain && !HeaderEvidence.looksLikeValue(name) ? name : "column \(index + 1)"
    }
  }

  package var headerLine: Int? { header.row?.number }

  package var isHeaderCertain: Bool { header.isCertain }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    var rows = SheetRecords(file: file, header: header, columnsToTell: columnsToTell)
    guard let sheet else { return try body(.problem(rows.problem(.empty, line: 1))) }
    var hasBegun = false
    var isOther = false
    let isWhole = try workbook.read { name in
      if !hasBegun && name.text == sheet {
        hasBegun = true
        isOther = false
        return .all
      }
      isOther = true
      rows.otherSheet = name.text
      return tellsOfOthers && hasBegun && !name.isHidden ? .firstRow : .nothing
    } _: { row in
      if isOther { try rows.tellOfOther(body) } else { try rows.add(row, body) }
    }
    if !isWhole { try body(.problem(rows.problem(.cutOff, line: rows.lastLine))) }
  }

  /// The sheets that are shown and hold rows, in the workbook's order.
  ///
  /// - Throws: `ReadError` when the workbook can't be read.
  package static func sheets(of input: ByteInput) throws -> [String] {
    var sheets: [String] = []
    var open = ""
    _ = try workbook(input).read { name in
      open = name.text
      return name.isHidden ? .nothing : .firstRow
    } _: { _ in
      sheets.append(open)
    }
    return sheets
  }

  static func workbook(_ input: ByteInput) throws -> any Workbook {
    var input = input
    let start = Array(try input.peek(TextEncoding.sampleSize))
    if start.starts(with: [0x50, 0x4B]) {
      let archive = try ZipArchive(input)
      let size = input.size ?? 0
      let told = input.onProgress
      let progress: ((Int, Int) -> Void)? = told.map { told in
        { read, whole in told(min(size, Int(Double(read) / Double(max(1, whole)) * Double(size)))) }
      }
      return archive.has("content.xml")
        ? ODSWorkbook(archive, file: input.name, progress: progress)
        : try XLSXWorkbook(archive, file: input.name, progress: progress)
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw oldFormat(start, input.name) }
    return Format.sniffed(start) == .excelXML ? ExcelXMLWorkbook(input) : ODSWorkbook(input)
  }

  /// An Office file before 2007, or a later one that is locked by a password.
  private static func oldFormat(_ start: [UInt8], _ file: String) -> ReadError {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    guard !start.contains(name) else { return ZipArchive.locked(file) }
    return ZipArchive.error(
      file, de: "das alte Excel-Format .xls wird nicht gelesen: speichern Sie die Datei als .xlsx",
      en: "the old Excel format .xls isn't read: save the file as .xlsx")
  }
}
