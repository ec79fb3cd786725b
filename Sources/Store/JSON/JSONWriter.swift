/// Appends compact JSON to bytes: what the store writes often, without a tree.
///
/// The caller writes braces, brackets and keys as they come; `JSONWriter` places the commas.
struct JSONWriter {
  private(set) var bytes: [UInt8]
  /// Whether the next part stands first in its object or array.
  private var isFirst = true

  /// - Parameter bytes: what has been written before; handed over without a copy when moved.
  init(appendingTo bytes: consuming [UInt8] = []) { self.bytes = bytes }

  mutating func beginObject() { open(UInt8(ascii: "{")) }
  mutating func endObject() { close(UInt8(ascii: "}")) }
  mutating func beginArray() { open(UInt8(ascii: "[")) }
  mutating func endArray() { close(UInt8(ascii: "]")) }

  /// The name of the member whose value is written next; plain ASCII.
  mutating func key(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    isFirst = true
  }

  /// A member with a text, left out when it is empty.
  mutating func member(_ name: StaticString, _ text: String) {
    guard !text.isEmpty else { return }
    key(name)
    string(text)
  }

  mutating func string(_ text: String) {
    comma()
    appendQuoted(text, to: &bytes)
  }

  mutating func integer(_ value: Int64) {
    comma()
    appendDecimal(value, to: &bytes)
  }

  mutating func integers(_ values: [Int64]) {
    beginArray()
    for value in values { integer(value) }
    endArray()
  }

  mutating func boolean(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Text that is JSON already.
  mutating func verbatim(_ json: [UInt8]) {
    comma()
    bytes.append(contentsOf: json)
  }

  private mutating func comma() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = false
  }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

/// Appends the text in quotes; control characters, quotes and backslashes are escaped.
func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { utf8 in
    bytes.append(quote)
    var start = 0
    while let index = firstEscaped(utf8, from: start) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
      appendEscape(of: utf8[index], to: &bytes)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    bytes.append(quote)
  }
}

/// The position of the next byte that may not stand in a string as it is; eight bytes a step.
private func firstEscaped(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  let raw = UnsafeRawBufferPointer(utf8)
  var index = start
  while index + 8 <= raw.count {
    if mayHoldEscape(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
    index += 8
  }
  while index < raw.count {
    let byte = raw[index]
    if byte < 0x20 || byte == quote || byte == backslash { return index }
    index += 1
  }
  return nil
}

/// Whether one of the eight bytes may be a control character, a quote or a backslash; never false
/// when one is.
private func mayHoldEscape(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let quotes = word ^ (ones &* UInt64(quote))
  let backslashes = word ^ (ones &* UInt64(backslash))
  // x - 1 borrows into the high bit where x is zero; bytes of other scripts have it set already.
  let found =
    ((word &- ones &* 0x20) & ~word) | ((quotes &- ones) & ~quotes)
    | ((backslashes &- ones) & ~backslashes)
  return found & highs != 0
}

private func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
  bytes.append(backslash)
  switch byte {
  case quote, backslash: bytes.append(byte)
  case 0x0A: bytes.append(UInt8(ascii: "n"))
  case 0x0D: bytes.append(UInt8(ascii: "r"))
  case 0x09: bytes.append(UInt8(ascii: "t"))
  default:
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "u00".utf8)
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}

func appendDecimal(_ value: Int64, to bytes: inout [UInt8]) {
  if value < 0 { bytes.append(UInt8(ascii: "-")) }
  var rest = value.magnitude
  let start = bytes.count
  repeat {
    bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
    rest /= 10
  } while rest > 0
  bytes[start...].reverse()
}
