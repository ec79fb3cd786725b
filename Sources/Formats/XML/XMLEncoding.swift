internal import Records

/// How an XML file's bytes are read, by byte order mark, declaration and, where that lies, content.
package struct XMLEncoding {
  package let encoding: TextEncoding
  /// Whether the content shows that the declaration is wrong.
  package let isDeclaredWrongly: Bool

  /// Looks at the start of a file.
  ///
  /// - Parameter isWhole: Whether the sample is the whole file.
  /// - Throws: `ReadError.malformed` when the declaration names an encoding that isn't read.
  package init(sample: ArraySlice<UInt8>, isWhole: Bool, file: String) throws {
    let bytes = Array(sample)
    let isWide = bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
    if isWide { throw Self.refusal("UTF-32", file: file) }
    if let marked = Self.byMark(bytes) {
      self.init(marked, false)
      return
    }
    guard let name = Self.declaredName(bytes) else {
      self.init(.utf8, false)
      return
    }
    guard let declared = TextEncoding(name: name) else {
      throw Self.refusal(name, file: file)
    }
    switch declared {
    case .utf8:
      self.init(.utf8, false)
    case .utf16LittleEndian, .utf16BigEndian:
      // The declaration could be read byte by byte, so it isn't UTF-16.
      self.init(.detected(in: bytes, isWhole: isWhole), true)
    default:
      let census = UTF8Census(bytes, isWhole: isWhole)
      let isUTF8 = census.sequences > 0 && census.faults == 0
      // Who declares ISO-8859-1 writes Windows-1252 when it comes to the euro sign.
      let meant = declared == .iso8859_1 ? TextEncoding.windows1252 : declared
      self.init(isUTF8 ? .utf8 : meant, isUTF8)
    }
  }

  private init(_ encoding: TextEncoding, _ isDeclaredWrongly: Bool) {
    self.encoding = encoding
    self.isDeclaredWrongly = isDeclaredWrongly
  }

  private static func byMark(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) {
      return .utf16LittleEndian
    }
    let isBigEndian = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C])
    return isBigEndian ? .utf16BigEndian : nil
  }

  /// The name in `encoding="…"` of the XML declaration; nil when there is none.
  private static func declaredName(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(1024).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard start.starts(with: Array("<?xml".utf8)), let end = start.firstIndex(of: 0x3E) else {
      return nil
    }
    let text = String(decoding: start[..<end], as: UTF8.self)
    let parts = text.split(separator: "=", maxSplits: 8)
    guard let at = parts.firstIndex(where: { $0.trimmedBlanks.hasSuffix("encoding") }),
      at + 1 < parts.count
    else { return nil }
    let value = parts[at + 1].trimmedBlanks
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  private static func refusal(_ name: String, file: String) -> ReadError {
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && name.utf8.count <= 40
    let shown = isPlain ? " \(name)" : ""
    return .malformed(
      file: file, line: 1,
      what: Phrase(
        de: "die Zeichenkodierung\(shown) wird nicht gelesen: speichern Sie die Datei als UTF-8",
        en: "the encoding\(shown) isn't read: save the file as UTF-8"))
  }
}

extension Substring {
  fileprivate var trimmedBlanks: Substring {
    var rest = drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
