internal import Records

/// A workbook of OpenDocument, zipped (.ods) or flat (.fods).
///
/// Source: OASIS OpenDocument 1.3 part 3, 9 (tables) and 19 (attributes).
struct ODSWorkbook: Workbook {
  private let file: String
  /// Opens its content anew.
  private let content: () throws -> XMLStream
  private let progress: (() -> Void)?

  /// - Throws: `ReadError` when the archive can't be read, `read`, too, when it has no content.
  init(_ archive: ZipArchive, file: String, progress: ((Int, Int) -> Void)? = nil) {
    self.file = file
    var part: ZipPart?
    self.progress = { if let part { progress?(part.bytesRead, part.size) } }
    content = {
      part = try archive.part("content.xml", limit: SheetLimits.sheetSize)
      guard let part else { throw ZipArchive.damaged(file) }
      return XMLStream(part, file: file)
    }
  }

  /// A flat file.
  init(_ input: ByteInput) {
    file = input.name
    progress = nil
    content = { XMLStream(input) }
  }

  func read(
    _ begin: (SheetName) throws -> SheetInterest, _ row: (SheetRow) throws -> Void
  ) throws -> Bool {
    var cells = ODSCells(file: file)
    var interest = SheetInterest.nothing
    var xml = try content()
    return try xml.read { event, parser in
      switch try cells.take(event, parser) {
      case nil: break
      case .sheet(let name): interest = try begin(name)
      case .row(var found, let count):
        guard interest != .nothing else { return }
        progress?()
        for _ in 0..<(interest == .firstRow ? 1 : count) {
          try cells.count(found)
          try row(found)
          found.number += 1
        }
        if interest == .firstRow { interest = .nothing }
      }
    }
  }
}
