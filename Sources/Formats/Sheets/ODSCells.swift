internal import Records

/// Puts the rows of OpenDocument's sheets together from a parser's events.
struct ODSCells {
  enum Found {
    /// A sheet begins.
    case sheet(SheetName)
    /// A row has ended that comes so many times.
    case row(SheetRow, Int)
  }

  private enum Tag {
    case table, row, cell, paragraph, spaces, tab, lineBreak, skipped, style, tableProperties
    case other
  }

  private struct Cell {
    var column = 0
    var count = 1
    var attributes: [String: String] = [:]
    var text: [UInt8] = []
    var hasParagraph = false
  }

  private var census: SheetCensus
  private var tags = XMLTags<Tag>(Self.tag)
  private var open: [Tag] = []
  /// The names of styles that hide a sheet.
  private var hiding: Set<String> = []
  private var styleName = ""
  /// How many tables are open; one in a cell is no sheet.
  private var tables = 0
  private var tableAttributes: [String: String]?
  /// How many notes, annotations and shapes are open: their text is not the cell's.
  private var skipped = 0
  private var row = SheetRow(number: 1)
  private var rowCount = 1
  private var column = 0
  private var cell: Cell?
  private var spaces = 1
  /// Whether a blank more would say nothing.
  private var endsBlank = true

  init(file: String) { census = SheetCensus(file: file) }

  private static func tag(_ name: String) -> Tag {
    switch name {
    case "table": .table
    case "table-row": .row
    case "table-cell", "covered-table-cell": .cell
    case "p": .paragraph
    case "s": .spaces
    case "tab": .tab
    case "line-break": .lineBreak
    case "annotation", "ruby-text", "note", "shapes", "frame", "custom-shape": .skipped
    case "style": .style
    case "table-properties": .tableProperties
    default: .other
    }
  }

  mutating func count(_ row: SheetRow) throws { try census.add(row) }

  /// Takes the next event.
  mutating func take(_ event: XMLParser.Event, _ parser: XMLParser) throws -> Found? {
    switch event.kind {
    case .start:
      // A table's attributes are all there once something else begins.
      let sheet = sheetBegun()
      start(tags.tag(event.name, parser))
      return sheet
    case .attribute: attribute(parser.name(event.name).local, event)
    case .text:
      guard skipped == 0, tables == 1, cell?.hasParagraph == true, open.contains(.paragraph) else {
        break
      }
      appendCollapsed(event.bytes)
    case .end: return end()
    case .damage: break
    }
    return nil
  }

  private mutating func append(_ bytes: some Collection<UInt8>) {
    let room = SheetLimits.textLength + 1 - (cell?.text.count ?? 0)
    cell?.text += bytes.prefix(max(0, room))
  }

  /// Runs of blanks are one, and none where a paragraph begins, as the standard has it.
  private mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte.isBlank && endsBlank { continue }
      append([byte.isBlank ? 0x20 : byte])
      endsBlank = byte.isBlank
    }
  }

  private mutating func sheetBegun() -> Found? {
    guard let attributes = tableAttributes else { return nil }
    tableAttributes = nil
    let isHidden = hiding.contains(attributes["style-name"] ?? "")
    return .sheet(SheetName(text: attributes["name"] ?? "", isHidden: isHidden))
  }

  private mutating func start(_ tag: Tag) {
    open.append(tag)
    if [.spaces, .tab, .lineBreak].contains(tag) { endsBlank = false }
    switch tag {
    case .table:
      tables += 1
      guard tables == 1 else { break }
      tableAttributes = [:]
      row = SheetRow(number: 1)
      census = census.reset
    case .row where tables == 1:
      rowCount = 1
      column = 0
    case .cell where tables == 1: cell = Cell(column: column)
    case .paragraph where skipped == 0 && tables == 1:
      if cell?.hasParagraph == true { append([0x0A]) }
      cell?.hasParagraph = true
      endsBlank = true
    case .spaces: spaces = 1
    case .tab: if skipped == 0 { append([0x09]) }
    case .lineBreak: if skipped == 0 { append([0x0A]) }
    case .skipped: skipped += 1
    default: break
    }
  }

  private mutating func attribute(_ name: String, _ event: XMLParser.Event) {
    switch (open.last, name) {
    case (.table, _): tableAttributes?[name] = event.text
    case (.row, "number-rows-repeated") where tables == 1:
      // More than any sheet has, and few enough to be counted.
      rowCount = min(max(1, event.number ?? 1), SheetLimits.rows + 1)
    case (.cell, "number-columns-repeated") where tables == 1:
      cell?.count = min(max(1, event.number ?? 1), SheetLimits.columns + 1)
    case (.cell, _) where tables == 1:
      // The extension's type tells of errors; the standard's own comes first for the rest.
      if name == "value-type", event.text == "error" {
        cell?.attributes["error"] = "error"
      } else {
        cell?.attributes[name] = event.text
      }
    case (.spaces, "c"): spaces = min(event.number ?? 1, SheetLimits.textLength)
    case (.style, "name"): styleName = event.text
    case (.tableProperties, "display"): if event.text == "false" { hiding.insert(styleName) }
    default: break
    }
  }

  private mutating func end() -> Found? {
    switch open.popLast() {
    case .table:
      tables -= 1
      let sheet = sheetBegun()
      return sheet
    case .paragraph where skipped == 0: trimBlank()
    case .skipped: skipped -= 1
    case .spaces: if skipped == 0 { append([UInt8](repeating: 0x20, count: spaces)) }
    case .cell where tables == 1: endCell()
    case .row where tables == 1:
      defer {
        row.number = min(row.number + rowCount, 2 * SheetLimits.rows)
        row.cells.removeAll()
      }
      if !row.cells.isEmpty { return .row(row, rowCount) }
    default: break
    }
    return nil
  }

  /// A blank where a paragraph ends says nothing, unless it is written as an element.
  private mutating func trimBlank() {
    if endsBlank, cell?.text.last == 0x20 { cell?.text.removeLast() }
  }

  private mutating func endCell() {
    guard let cell else { return }
    self.cell = nil
    let (text, fault) = Self.value(of: cell.attributes, shown: cell.text)
    if !text.isEmpty || fault != nil {
      let end = min(column + cell.count, SheetLimits.columns + 1)
      for place in column..<max(column, end) {
        row.cells.append(SheetCell(column: place, text: text, fault: fault))
      }
    }
    column = min(column + cell.count, SheetLimits.columns + 1)
  }

  /// What a cell says: its typed value, or what it shows.
  static func value(
    of attributes: [String: String], shown bytes: [UInt8]
  ) -> (text: String, fault: SheetFault?) {
    guard bytes.count <= SheetLimits.textLength else { return ("", .tooLong) }
    let shown = String(decoding: bytes, as: UTF8.self)
    if attributes["error"] != nil { return ("", .error) }
    switch attributes["value-type"] {
    case "float", "currency", "percentage":
      return (number(attributes["value"], shown: shown), nil)
    case "date": return (CellDate.cleaned(attributes["date-value"] ?? shown), nil)
    case "time": return (CellDate.time(attributes["time-value"] ?? shown), nil)
    case "boolean": return (attributes["boolean-value"] ?? shown, nil)
    case "string": return (attributes["string-value"] ?? shown, nil)
    default: return (shown, nil)
    }
  }

  /// The value, or the digits that are shown where they are the same number: 01067 for 1067.
  private static func number(_ value: String?, shown: String) -> String {
    guard let value, let text = CellNumber.text(value) else { return shown }
    let isPlain = !shown.isEmpty && shown.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPlain && Double(shown) == Double(text) ? shown : text
  }
}
