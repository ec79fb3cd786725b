/// The bounds that keep memory and time small whatever a workbook holds.
enum SheetLimits {
  /// Excel's and LibreOffice's own.
  static let rows = 1_048_576
  static let columns = 16_384
  /// Of a sheet, repeated ones counted each time: a full sheet of a hundred columns.
  static let cells = 100_000_000
  /// What a cell's text may hold; Excel has 32,767 letters.
  static let textLength = 1 << 20
  /// Of a zip archive; a workbook has some dozens.
  static let parts = 10_000
  static let partName = 1024
  /// What a sheet may hold when it is expanded, whatever the archive says of its size.
  static let sheetSize = 2 << 30
  /// The same of a workbook's strings, which lie in memory.
  static let stringsSize = 512 << 20
  /// The same of styles and lists of sheets.
  static let partSize = 64 << 20
  /// How often larger than in the archive a part may be once it is larger than `ratioFrom`: real
  /// sheets have 5 to 50, bombs 1,000.
  static let ratio = 500
  static let ratioFrom = 32 << 20
  /// A workbook that comes through a pipe lies in memory.
  static let pipeSize = 256 << 20
  /// By so many rows a header is judged.
  static let sample = 500
}
