internal import Records

/// The texts that the cells of an Excel workbook share; they lie in memory, one after the other.
struct SharedStrings {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// No texts: a workbook may have none.
  init() {}

  private enum Tag { case item, text, phonetic, other }

  /// - Throws: `ReadError` when the part can't be read.
  init(_ part: ZipPart, file: String) throws {
    var tags = XMLTags<Tag> { name in
      switch name {
      case "si": .item
      case "t": .text
      case "rPh": .phonetic
      default: .other
      }
    }
    var open: [Tag] = []
    var item: [UInt8] = []
    var phonetics = 0
    var xml = XMLStream(part, file: file)
    var strings = SharedStrings()
    _ = try xml.read { event, parser in
      switch event.kind {
      case .start:
        let tag = tags.tag(event.name, parser)
        open.append(tag)
        if tag == .item { item.removeAll(keepingCapacity: true) }
        if tag == .phonetic { phonetics += 1 }
      case .text:
        // How a Japanese name is read stands beside it, and is not part of it.
        if open.last == .text, phonetics == 0 { item += event.bytes }
      case .end:
        let tag = open.popLast()
        if tag == .phonetic { phonetics -= 1 }
        if tag == .item { strings.append(item) }
      case .attribute, .damage: break
      }
    }
    self = strings
  }

  private mutating func append(_ item: [UInt8]) {
    bytes += EscapedText.plain(item)
    ends.append(bytes.count)
  }

  /// A text by its number; nil when there is none.
  subscript(index: Int) -> String? {
    guard index >= 0, index + 1 < ends.count else { return nil }
    return String(decoding: bytes[ends[index]..<ends[index + 1]], as: UTF8.self)
  }
}

/// Texts of Excel, in which `_x000D_` stands for a character that XML may not have.
enum EscapedText {
  /// The bytes that are meant; CR LF is LF.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 == UInt8(ascii: "_") || $0 == 0x0D }) else { return bytes }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let scalar = scalar(bytes, at: index) {
        appendUTF8(scalar, to: &output)
        index += 7
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return withLineFeeds(output)
  }

  /// The character of `_xHHHH_`; nil when there is none at the index.
  private static func scalar(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard bytes[index] == UInt8(ascii: "_"), index + 6 < bytes.count,
      bytes[index + 1] | 0x20 == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
      let scalar = UInt32(
        String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
      scalar > 0, !(0xD800...0xDFFF).contains(scalar)
    else { return nil }
    return scalar
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    return bytes.indices.compactMap { index in
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      return isPair ? nil : bytes[index]
    }
  }
}
