internal import Records

/// The sheet of a workbook that is read, and its first rows.
struct SheetSample {
  /// nil when no sheet holds rows.
  private(set) var sheet: String?
  private(set) var rows: [SheetRow] = []

  private struct Enough: Error {}

  /// - Parameter name: Of the sheet; nil: the first that is shown and holds rows.
  /// - Throws: `ReadError` when there is no sheet of this name.
  init(of workbook: any Workbook, file: String, named name: String?) throws {
    var known: [String] = []
    var open: String?
    let wanted = name?.lowercased()
    do {
      _ = try workbook.read { found in
        if !rows.isEmpty { throw Enough() }
        known.append(found.text)
        if wanted == nil ? found.isHidden : found.text.lowercased() != wanted { return .nothing }
        if wanted != nil { sheet = found.text }
        open = found.text
        return .all
      } _: { row in
        sheet = open
        rows.append(row)
        if rows.count >= SheetLimits.sample { throw Enough() }
      }
    } catch is Enough {
      return
    }
    guard let name, sheet == nil else { return }
    let list = known.joined(separator: ", ")
    throw ZipArchive.error(
      file, de: "kein Blatt heißt \"\(name)\": es gibt \(list)",
      en: "no sheet \"\(name)\": there is \(list)")
  }
}
