internal import Records

/// Puts the rows of an Excel sheet together from a parser's events.
struct XLSXCells {
  private enum Tag { case row, cell, value, inline, text, phonetic, reference, type, style, other }

  private let strings: SharedStrings
  private let formats: [NumberFormat]
  private let is1904: Bool
  private var census: SheetCensus
  private var tags = XMLTags<Tag>(Self.tag)
  private var open: [Tag] = []
  private var phonetics = 0

  private var row = SheetRow(number: 0)
  /// Of the cell that is open, from 0.
  private var column = -1
  private var type = ""
  private var style = 0
  private var text: [UInt8] = []
  /// Whether the cell holds its text itself: then a value beside it is none.
  private var hasInline = false

  init(file: String, strings: SharedStrings, formats: [NumberFormat], is1904: Bool) {
    self.strings = strings
    self.formats = formats
    self.is1904 = is1904
    census = SheetCensus(file: file)
  }

  private static func tag(_ name: String) -> Tag {
    switch name {
    case "row": .row
    case "c": .cell
    case "v": .value
    case "is": .inline
    case "t": .text
    case "rPh": .phonetic
    case "r": .reference
    case "s": .style
    default: .other
    }
  }

  /// Takes the next event; gives the row that it completes, if it holds anything.
  mutating func take(_ event: XMLParser.Event, _ parser: XMLParser) throws -> SheetRow? {
    switch event.kind {
    case .start: start(tags.tag(event.name, parser))
    case .attribute: attribute(tags.tag(event.name, parser), event)
    case .text:
      guard phonetics == 0, isInlineText || open.last == .value && !hasInline else { break }
      // One more than is allowed, so that it shows.
      text += event.bytes.prefix(SheetLimits.textLength + 1 - text.count)
    case .end: return try end()
    case .damage: break
    }
    return nil
  }

  private var isInlineText: Bool { open.last == .text && open.contains(.inline) }

  private mutating func start(_ tag: Tag) {
    // A run of rich text has the name that a cell's place has.
    open.append(tag)
    switch tag {
    case .row:
      row = SheetRow(number: row.number + 1)
      column = -1
    case .cell:
      column += 1
      hasInline = false
      type = ""
      style = 0
      text.removeAll(keepingCapacity: true)
    case .phonetic: phonetics += 1
    case .inline:
      hasInline = true
      text.removeAll(keepingCapacity: true)
    default: break
    }
  }

  /// `r="C2" s="1" t="s"`: names of attributes are those of elements too.
  private mutating func attribute(_ tag: Tag, _ event: XMLParser.Event) {
    switch (open.last, tag) {
    case (.row, .reference): row.number = event.number ?? row.number
    case (.cell, .reference): column = Self.column(event.bytes) ?? column
    case (.cell, .style): style = event.number ?? 0
    case (.cell, .text): type = event.text
    default: break
    }
  }

  private mutating func end() throws -> SheetRow? {
    switch open.popLast() {
    case .phonetic: phonetics -= 1
    case .cell:
      // One more than a row may have tells the census; no more are kept.
      if let cell, row.cells.count <= SheetLimits.columns { row.cells.append(cell) }
    case .row:
      defer { row.cells.removeAll() }
      guard !row.cells.isEmpty else { return nil }
      if !isInOrder { row.cells.sort { $0.column < $1.column } }
      try census.add(row)
      return row
    default: break
    }
    return nil
  }

  private var isInOrder: Bool {
    zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column }
  }

  private var cell: SheetCell? {
    guard !text.isEmpty else { return nil }
    func found(_ text: String, _ fault: SheetFault? = nil) -> SheetCell? {
      text.isEmpty && fault == nil ? nil : SheetCell(column: column, text: text, fault: fault)
    }
    guard text.count <= SheetLimits.textLength else { return found("", .tooLong) }
    let spelled = String(decoding: text, as: UTF8.self)
    switch type {
    case "s":
      guard let index = Int(spelled), let shared = strings[index] else {
        return found("", .unreadable)
      }
      return found(shared)
    case "inlineStr", "str":
      return found(String(decoding: EscapedText.plain(text), as: UTF8.self))
    case "b": return found(spelled == "1" || spelled == "true" ? "true" : "false")
    case "e": return found("", .error)
    case "d": return found(CellDate.cleaned(spelled))
    default:
      let format = formats.indices.contains(style) ? formats[style] : .plain
      return found(format.text(spelled, is1904: is1904) ?? spelled)
    }
  }

  /// The column of "C2", from 0; nil when it is none.
  static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard (0x41...0x5A).contains(letter), byte >= 0x41 else { break }
      column = column * 26 + Int(letter - 0x40)
      guard column <= SheetLimits.columns else { return SheetLimits.columns }
    }
    return column > 0 ? column - 1 : nil
  }
}
