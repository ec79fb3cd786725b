/// A reader of the protocol buffers' wire format, over one message.
///
/// - Source: https://protobuf.dev/programming-guides/encoding/
struct WireReader {
  enum Value {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  struct Field {
    var number: Int
    var value: Value
  }

  /// Whether the message broke off, or holds what the format doesn't know.
  private(set) var isDamaged = false
  private var rest: ArraySlice<UInt8>

  init(_ message: ArraySlice<UInt8>) { rest = message }

  /// The next field; nil at the end and where the message is damaged.
  mutating func next() -> Field? {
    guard !rest.isEmpty, let tag = number() else { return nil }
    let number = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0:
      return self.number().map { Field(number: number, value: .number($0)) }
    case 1:
      return bytes(8).map { Field(number: number, value: .bytes($0)) }
    case 2:
      guard let length = self.number() else { return nil }
      return bytes(length).map { Field(number: number, value: .bytes($0)) }
    case 5:
      return bytes(4).map { Field(number: number, value: .bytes($0)) }
    default:
      isDamaged = true
      return nil
    }
  }

  /// The next number of variable length; nil at the end.
  mutating func number() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    guard !rest.isEmpty else { return nil }
    while let byte = rest.popFirst() {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { break }
    }
    isDamaged = true
    return nil
  }

  private mutating func bytes(_ length: UInt64) -> ArraySlice<UInt8>? {
    guard length <= UInt64(rest.count) else {
      isDamaged = true
      return nil
    }
    let bytes = rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
    return bytes
  }
}
