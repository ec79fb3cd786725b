/// Turns the chunks of a file into UTF-8, whatever cuts a character apart.
///
/// A byte order mark at the start is left out. Nothing is lost and nothing stops: a byte that
/// breaks UTF-8 is read as Windows-1252, half a surrogate pair becomes U+FFFD; both are counted.
package struct TextDecoder {
  package let encoding: TextEncoding
  /// How many bytes or units did not belong to the encoding.
  package private(set) var faults = 0

  /// Bytes of a character that the next chunk may complete.
  private var pending: [UInt8] = []
  private var highSurrogate: UInt32 = 0
  private var isAtStart = true
  private let table: SingleByteTable?

  package init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = encoding.upperHalf.map(SingleByteTable.init)
  }

  /// Appends the next chunk to `output` as UTF-8.
  package mutating func decode(_ chunk: [UInt8], into output: inout [UInt8]) {
    if let table {
      table.decode(chunk, into: &output)
      return
    }
    var bytes = pending
    bytes += chunk
    pending = []
    decodeUnicode(bytes, isLast: false, into: &output)
  }

  /// Appends what the last chunk left incomplete.
  package mutating func finish(into output: inout [UInt8]) {
    let rest = pending
    pending = []
    if table == nil { decodeUnicode(rest, isLast: true, into: &output) }
    if highSurrogate != 0 { replace(into: &output) }
    highSurrogate = 0
  }

  private mutating func decodeUnicode(
    _ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]
  ) {
    // A mark that is cut apart waits until it is whole.
    if isAtStart && !isLast && bytes.count < 3 {
      pending = bytes
      return
    }
    let start = isAtStart ? lengthOfMark(bytes) : 0
    isAtStart = isAtStart && bytes.isEmpty
    switch encoding {
    case .utf8: decodeUTF8(bytes, from: start, isLast: isLast, into: &output)
    case .utf16LittleEndian:
      decodeUTF16(bytes, from: start, high: 1, isLast: isLast, into: &output)
    case .utf16BigEndian:
      decodeUTF16(bytes, from: start, high: 0, isLast: isLast, into: &output)
    default: break
    }
  }

  private func lengthOfMark(_ bytes: [UInt8]) -> Int {
    switch encoding {
    case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16LittleEndian: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16BigEndian: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    default: 0
    }
  }

  private mutating func decodeUTF8(
    _ bytes: [UInt8], from start: Int, isLast: Bool, into output: inout [UInt8]
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = start
      while index < buffer.count {
        let end = endOfWellFormed(buffer, from: index)
        output += buffer[index..<end]
        index = end
        if index == buffer.count { break }
        if !isLast && isCutUTF8Sequence(buffer, at: index) {
          pending = Array(buffer[index...])
          break
        }
        SingleByteTable.windows1252.append(buffer[index], to: &output)
        faults += 1
        index += 1
      }
    }
  }

  private mutating func decodeUTF16(
    _ bytes: [UInt8], from start: Int, high: Int, isLast: Bool, into output: inout [UInt8]
  ) {
    var index = start
    while index + 1 < bytes.count {
      let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + 1 - high])
      appendUnit(unit, to: &output)
      index += 2
    }
    guard index < bytes.count else { return }
    if isLast { replace(into: &output) } else { pending = [bytes[index]] }
  }

  private mutating func appendUnit(_ unit: UInt32, to output: inout [UInt8]) {
    let isLow = (0xDC00...0xDFFF).contains(unit)
    if highSurrogate != 0 && isLow {
      appendUTF8(0x10000 + (highSurrogate - 0xD800) << 10 + (unit - 0xDC00), to: &output)
      highSurrogate = 0
      return
    }
    if highSurrogate != 0 { replace(into: &output) }
    highSurrogate = 0
    if (0xD800...0xDBFF).contains(unit) {
      highSurrogate = unit
    } else if isLow {
      replace(into: &output)
    } else {
      appendUTF8(unit, to: &output)
    }
  }

  private mutating func replace(into output: inout [UInt8]) {
    faults += 1
    appendUTF8(0xFFFD, to: &output)
  }
}

/// The end of the well-formed UTF-8 that begins at an index.
func endOfWellFormed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  let raw = UnsafeRawBufferPointer(bytes)
  while index < bytes.count {
    // Most text is ASCII: eight bytes at a time.
    while index + 8 <= bytes.count,
      raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    guard index < bytes.count else { break }
    if bytes[index] < 0x80 {
      index += 1
      continue
    }
    let length = utf8SequenceLength(bytes, at: index)
    if length == 0 { break }
    index += length
  }
  return index
}

/// Appends a scalar value below 0x110000 that is no surrogate.
func appendUTF8(_ scalar: UInt32, to output: inout [UInt8]) {
  switch scalar {
  case 0..<0x80:
    output.append(UInt8(scalar))
  case 0x80..<0x800:
    output.append(0xC0 | UInt8(scalar >> 6))
    output.append(0x80 | UInt8(scalar & 0x3F))
  case 0x800..<0x10000:
    output.append(0xE0 | UInt8(scalar >> 12))
    output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    output.append(0x80 | UInt8(scalar & 0x3F))
  default:
    output.append(0xF0 | UInt8(scalar >> 18 & 0x07))
    output.append(0x80 | UInt8(scalar >> 12 & 0x3F))
    output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    output.append(0x80 | UInt8(scalar & 0x3F))
  }
}
