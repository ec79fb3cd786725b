internal import Records

/// A workbook in the XML of Excel 2003 (SpreadsheetML), also under the name .xls.
///
/// Source: Microsoft, "XML Spreadsheet Reference".
struct ExcelXMLWorkbook: Workbook {
  private enum Tag { case style, format, sheet, table, row, cell, data, other }

  private let input: ByteInput

  init(_ input: ByteInput) { self.input = input }

  private static func tag(_ name: String) -> Tag {
    switch name {
    case "Style": .style
    case "NumberFormat": .format
    case "Worksheet": .sheet
    case "Table": .table
    case "Row": .row
    case "Cell": .cell
    case "Data": .data
    default: .other
    }
  }

  func read(
    _ begin: (SheetName) throws -> SheetInterest, _ row: (SheetRow) throws -> Void
  ) throws -> Bool {
    var cells = Cells(file: input.name)
    var interest = SheetInterest.nothing
    var xml = XMLStream(input)
    return try xml.read { event, parser in
      switch try cells.take(event, parser) {
      case nil: break
      case .sheet(let name): interest = try begin(name)
      case .row(let found):
        guard interest != .nothing else { return }
        if interest == .firstRow { interest = .nothing }
        try row(found)
      }
    }
  }

  private enum Found {
    case sheet(SheetName)
    case row(SheetRow)
  }

  /// Puts rows together from a parser's events.
  private struct Cells {
    var census: SheetCensus
    var tags = XMLTags<Tag>(ExcelXMLWorkbook.tag)
    var open: [Tag] = []
    var row = SheetRow(number: 0)
    /// Rows below that are as the open one.
    var span = 0
    var column = -1
    /// Columns that the open cell is spread over.
    var merged = 0
    var type = ""
    var text: [UInt8] = []
    /// How numbers are shown, by the names of styles.
    var formats: [String: NumberFormat] = [:]
    var style = ""

    init(file: String) { census = SheetCensus(file: file) }

    mutating func take(_ event: XMLParser.Event, _ parser: XMLParser) throws -> Found? {
      switch event.kind {
      case .start: start(tags.tag(event.name, parser))
      case .attribute: return attribute(parser.name(event.name).local, event)
      case .text:
        // A comment's data stands in the comment, rich text in elements of the data.
        guard let data = open.firstIndex(of: .data), data > 0, open[data - 1] == .cell else {
          break
        }
        text += event.bytes.prefix(SheetLimits.textLength + 1 - text.count)
      case .end: return try end()
      case .damage: break
      }
      return nil
    }

    private mutating func start(_ tag: Tag) {
      open.append(tag)
      switch tag {
      case .sheet:
        row = SheetRow(number: 0)
        span = 0
        census = census.reset
      case .row:
        row = SheetRow(number: row.number + span + 1)
        span = 0
        column = -1
        merged = 0
      case .cell:
        column += merged + 1
        merged = 0
        type = ""
        style = ""
        text.removeAll(keepingCapacity: true)
      default: break
      }
    }

    private mutating func attribute(_ name: String, _ event: XMLParser.Event) -> Found? {
      switch (open.last, name) {
      case (.style, "ID"): style = event.text
      case (.format, "Format"):
        if formats.count < SheetLimits.columns { formats[style] = NumberFormat(code: event.text) }
      case (.cell, "StyleID"): style = event.text
      case (.sheet, "Name"): return .sheet(SheetName(text: event.text))
      case (.row, "Index"): row.number = event.number ?? row.number
      case (.row, "Span"): span = min(event.number ?? 0, SheetLimits.rows)
      case (.cell, "Index"):
        column = min(max(1, event.number ?? column + 1) - 1, SheetLimits.columns)
      case (.cell, "MergeAcross"): merged = min(event.number ?? 0, SheetLimits.columns)
      case (.data, "Type"): if open.dropLast().last == .cell { type = event.text }
      default: break
      }
      return nil
    }

    private mutating func end() throws -> Found? {
      switch open.popLast() {
      case .cell:
        let (text, fault) = value
        // One more than a row may have tells the census; no more are kept.
        if !text.isEmpty || fault != nil, row.cells.count <= SheetLimits.columns {
          row.cells.append(SheetCell(column: column, text: text, fault: fault))
        }
        column = min(column, SheetLimits.columns)
      case .row:
        defer { row.cells.removeAll() }
        guard !row.cells.isEmpty else { return nil }
        try census.add(row)
        return .row(row)
      default: break
      }
      return nil
    }

    private var value: (String, SheetFault?) {
      guard text.count <= SheetLimits.textLength else { return ("", .tooLong) }
      let spelled = String(decoding: text, as: UTF8.self)
      switch type {
      case "Number":
        // Dates have a type of their own.
        guard case .padded? = formats[style], let shown = formats[style] else {
          return (CellNumber.text(spelled) ?? spelled, nil)
        }
        return (shown.text(spelled, is1904: false) ?? spelled, nil)
      case "DateTime":
        // A time alone stands at the day before Excel's first.
        let isTime = spelled.hasPrefix("1899-12-3")
        return (CellDate.cleaned(isTime ? String(spelled.dropFirst(10)) : spelled), nil)
      case "Boolean": return (spelled == "1" ? "true" : spelled == "0" ? "false" : spelled, nil)
      case "Error": return ("", .error)
      default: return (String(decoding: EscapedText.plain(text), as: UTF8.self), nil)
      }
    }
  }
}
