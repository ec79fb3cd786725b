internal import Records

/// A workbook of Excel from 2007 on: sheets by their relations, shared texts, number formats.
///
/// Source: ECMA-376 part 1, 18 (SpreadsheetML), and part 2 (packages).
struct XLSXWorkbook: Workbook {
  /// Where the parts are that are needed.
  private struct Parts {
    var sheets: [(name: SheetName, path: String)] = []
    var is1904 = false
  }

  private let file: String
  private let archive: ZipArchive
  private let sheets: [(name: SheetName, path: String)]
  private let is1904: Bool
  private let formats: [NumberFormat]
  private let strings: SharedStrings
  /// Told how many bytes of a sheet are read, and how many it has.
  private let progress: ((Int, Int) -> Void)?

  /// - Throws: `ReadError` when the archive holds no workbook that can be read.
  init(
    _ archive: ZipArchive, file: String, progress: ((Int, Int) -> Void)? = nil
  ) throws {
    self.file = file
    self.archive = archive
    self.progress = progress
    let package = OfficePackage(archive: archive, file: file)
    let path = try package.target(of: "officeDocument", from: "") ?? "xl/workbook.xml"
    guard !path.hasSuffix(".bin") else {
      throw ZipArchive.error(
        file, de: "das binäre Format .xlsb wird nicht gelesen: speichern Sie die Datei als .xlsx",
        en: "the binary format .xlsb isn't read: save the file as .xlsx")
    }
    guard let part = try archive.part(path, limit: SheetLimits.partSize) else {
      throw ZipArchive.error(
        file, de: "das Archiv enthält keine Tabelle: speichern Sie sie als .xlsx oder .ods",
        en: "the archive holds no spreadsheet: save it as .xlsx or .ods")
    }
    let relations = try package.relations(of: path)
    let list = try Self.list(part, file: file)
    is1904 = list.is1904
    sheets = list.sheets.compactMap { sheet in
      relations[sheet.relation].map { (sheet.name, $0.path) }
    }
    let styles = relations.values.first { $0.kind == "styles" }
    formats =
      try styles.flatMap { try archive.part($0.path, limit: SheetLimits.partSize) }
      .map { try CellStyles.formats($0, file: file) } ?? []
    let shared = relations.values.first { $0.kind == "sharedStrings" }
    strings =
      try shared.flatMap { try archive.part($0.path, limit: SheetLimits.stringsSize) }
      .map { try SharedStrings($0, file: file) } ?? SharedStrings()
  }

  /// The sheets that the workbook names, in its order, by their relations.
  private static func list(
    _ part: ZipPart, file: String
  ) throws -> (sheets: [(name: SheetName, relation: String)], is1904: Bool) {
    var sheets: [(name: SheetName, relation: String)] = []
    var is1904 = false
    var element = ""
    var xml = XMLStream(part, file: file)
    _ = try xml.read { event, parser in
      if event.kind == .start {
        element = parser.name(event.name).local
        if element == "sheet" { sheets.append((SheetName(text: ""), "")) }
      }
      guard event.kind == .attribute else { return }
      let name = parser.name(event.name)
      switch (element, name.local) {
      case ("workbookPr", "date1904"): is1904 = ["1", "true", "on"].contains(event.text)
      case ("sheet", "name"): sheets[sheets.count - 1].name.text = event.text
      case ("sheet", "state"): sheets[sheets.count - 1].name.isHidden = event.text != "visible"
      case ("sheet", "id") where !name.namespace.isEmpty:
        sheets[sheets.count - 1].relation = event.text
      default: break
      }
    }
    return (sheets, is1904)
  }

  func read(
    _ begin: (SheetName) throws -> SheetInterest, _ row: (SheetRow) throws -> Void
  ) throws -> Bool {
    for sheet in sheets {
      let interest = try begin(sheet.name)
      guard interest != .nothing,
        let part = try archive.part(sheet.path, limit: SheetLimits.sheetSize)
      else { continue }
      var cells = XLSXCells(file: file, strings: strings, formats: formats, is1904: is1904)
      var isTold = false
      var isWhole = true
      do {
        var xml = XMLStream(part, file: file)
        isWhole = try xml.read { event, parser in
          guard let found = try cells.take(event, parser) else { return }
          if found.number & 0x3FF == 0 { progress?(part.bytesRead, part.size) }
          try row(found)
          if interest == .firstRow { isTold = true }
          if isTold { throw SheetEnough() }
        }
      } catch is SheetEnough where isTold {
        continue
      }
      if !isWhole { return false }
    }
    return true
  }
}

/// Ends the reading of a sheet of which no more is wanted.
struct SheetEnough: Error {}

/// The relations between the parts of an Office file.
struct OfficePackage {
  let archive: ZipArchive
  let file: String

  /// A part that another names: the last word of what it is, and its path.
  struct Relation: Hashable {
    var kind: String
    var path: String
  }

  /// The path of the first relation of a kind; nil when there is none.
  func target(of kind: String, from part: String) throws -> String? {
    try relations(of: part).sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.path
  }

  /// What a part names, by the names it gives; "" is the package itself.
  func relations(of part: String) throws -> [String: Relation] {
    let folder = part.lastIndex(of: "/").map { String(part[..<$0]) + "/" } ?? ""
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let path = folder + "_rels/" + name + ".rels"
    guard let rels = try archive.part(path, limit: SheetLimits.partSize) else { return [:] }
    var relations: [String: Relation] = [:]
    var attributes: [String: String] = [:]
    var xml = XMLStream(rels, file: file)
    _ = try xml.read { event, parser in
      switch event.kind {
      case .start: attributes = [:]
      case .attribute: attributes[parser.name(event.name).local] = event.text
      case .end:
        guard let id = attributes["Id"], let target = attributes["Target"],
          attributes["TargetMode"] != "External"
        else { return }
        let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        relations[id] = Relation(kind: kind, path: Self.path(of: target, from: folder))
        attributes = [:]
      case .text, .damage: break
      }
    }
    return relations
  }

  /// A target from the folder of the part that names it; it never leaves the archive.
  static func path(of target: String, from folder: String) -> String {
    let full = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in full.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The number formats of an Excel workbook's cell styles.
enum CellStyles {
  /// By the number that a cell names.
  static func formats(_ part: ZipPart, file: String) throws -> [NumberFormat] {
    var formats: [NumberFormat] = []
    var own: [Int: NumberFormat] = [:]
    var open: [String] = []
    var id: Int?
    var xml = XMLStream(part, file: file)
    _ = try xml.read { event, parser in
      switch event.kind {
      case .start:
        open.append(parser.name(event.name).local)
        id = nil
        if Self.isCellStyle(open) { formats.append(.plain) }
      case .attribute:
        switch (open.last, parser.name(event.name).local) {
        case ("numFmt", "numFmtId"): id = event.number
        case ("numFmt", "formatCode"):
          if let id { own[id] = NumberFormat(code: event.text) }
        case ("xf", "numFmtId") where Self.isCellStyle(open):
          let number = event.number ?? 0
          formats[formats.count - 1] = own[number] ?? NumberFormat(builtIn: number)
        default: break
        }
      case .end: open.removeLast()
      case .text, .damage: break
      }
    }
    return formats
  }

  private static func isCellStyle(_ open: [String]) -> Bool {
    open.suffix(2) == ["cellXfs", "xf"]
  }
}
