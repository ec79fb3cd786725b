/// Where a record stands: the file, the line it begins on, and its position among the file's records.
public struct Location: Hashable, Sendable {
  /// The path as the pipeline file or the user gave it, never absolute unless they did.
  public var file: String
  /// The line the record begins on, from 1.
  public var line: Int
  /// The position among the file's records, from 1; nested records count where they begin.
  public var ordinal: Int

  public init(file: String, line: Int, ordinal: Int) {
    self.file = file
    self.line = line
    self.ordinal = ordinal
  }
}
