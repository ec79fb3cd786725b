import Support

extension Workdir {
  /// Writes a file: what, then where.
  func write(_ text: String, to name: String) throws {
    try write(name, text)
  }
}
