/// Reads the JSON that `JSONWriter` writes: strict, without spaces, front to back, no tree.
///
/// Throws `MalformedJSON` on anything else; never reads past the end.
struct JSONReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte, without passing it; 0 at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func expect(_ byte: UInt8) throws(MalformedJSON) {
    guard next == byte, !isAtEnd else { throw MalformedJSON() }
    position += 1
  }

  /// Passes the byte when it is the next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte, !isAtEnd else { return false }
    position += 1
    return true
  }

  /// Calls `body` at each element of an array.
  mutating func array(_ body: (inout JSONReader) throws(MalformedJSON) -> Void)
    throws(MalformedJSON)
  {
    try expect(UInt8(ascii: "["))
    if skip(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  /// Calls `body` with each key of an object; it must read the value.
  mutating func object(
    _ body: (inout JSONReader, JSONKey) throws(MalformedJSON) -> Void
  ) throws(MalformedJSON) {
    try expect(UInt8(ascii: "{"))
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      let key = try key()
      try body(&self, key)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Calls `body` with each name of an object that may have any; it must read the value.
  mutating func members(
    _ body: (inout JSONReader, String) throws(MalformedJSON) -> Void
  ) throws(MalformedJSON) {
    try expect(UInt8(ascii: "{"))
    if skip(UInt8(ascii: "}")) { return }
    repeat {
      let name = try string()
      try expect(UInt8(ascii: ":"))
      try body(&self, name)
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// A short key with its colon, packed.
  private mutating func key() throws(MalformedJSON) -> JSONKey {
    let key = try packedString()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// A string of plain ASCII as a key: its first eight bytes and its length.
  mutating func packedString() throws(MalformedJSON) -> JSONKey {
    try expect(UInt8(ascii: "\""))
    let start = position
    var packed: UInt64 = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if position - start < 8 { packed = packed << 8 | UInt64(bytes[position]) }
      position += 1
    }
    let length = position - start
    try expect(UInt8(ascii: "\""))
    return JSONKey(packed: packed, length: length)
  }

  mutating func string() throws(MalformedJSON) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        position += 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      guard byte >= 0x20 else { throw MalformedJSON() }
      position += 1
    }
    throw MalformedJSON()
  }

  /// The rest of a string that holds escapes; slower, and rare.
  private mutating func escapedString(from start: Int) throws(MalformedJSON) -> String {
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(try escape())
      case 0..<0x20: throw MalformedJSON()
      default: text.append(byte)
      }
    }
    throw MalformedJSON()
  }

  private mutating func escape() throws(MalformedJSON) -> UInt8 {
    let byte = next
    position = min(position + 1, bytes.count)
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    // SQLite's own functions, by which migrations write, shorten these too.
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "u"):
      try expect(UInt8(ascii: "0"))
      try expect(UInt8(ascii: "0"))
      let high = try hexDigit()
      let value = try high << 4 | hexDigit()
      guard value < 0x20 else { throw MalformedJSON() }
      return value
    default: throw MalformedJSON()
    }
  }

  private mutating func hexDigit() throws(MalformedJSON) -> UInt8 {
    let byte = next
    position = min(position + 1, bytes.count)
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return byte - UInt8(ascii: "a") + 10
    default: throw MalformedJSON()
    }
  }

  mutating func integer() throws(MalformedJSON) -> Int64 {
    let isNegative = skip(UInt8(ascii: "-"))
    let start = position
    var value: Int64 = 0
    while case let digit = next &- UInt8(ascii: "0"), digit < 10 {
      // Toward the sign, so that the least number is read too.
      let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow2) =
        isNegative
        ? tens.subtractingReportingOverflow(Int64(digit))
        : tens.addingReportingOverflow(Int64(digit))
      guard !overflow, !overflow2 else { throw MalformedJSON() }
      value = sum
      position += 1
    }
    guard position > start else { throw MalformedJSON() }
    return value
  }

  mutating func int() throws(MalformedJSON) -> Int { Int(try integer()) }

  /// A number with three decimals.
  mutating func thousandths() throws(MalformedJSON) -> Double {
    let isNegative = next == UInt8(ascii: "-")
    let whole = try integer()
    try expect(UInt8(ascii: "."))
    let start = position
    let rest = try integer()
    guard position == start + 3, rest >= 0 else { throw MalformedJSON() }
    let magnitude = Int64(whole.magnitude) * 1000 + rest
    return Double(isNegative ? -magnitude : magnitude) / 1000
  }

  mutating func integers() throws(MalformedJSON) -> [Int64] {
    var values: [Int64] = []
    try array { (json) throws(MalformedJSON) in values.append(try json.integer()) }
    return values
  }

  mutating func boolean() throws(MalformedJSON) -> Bool {
    let isTrue = next == UInt8(ascii: "t")
    for byte in (isTrue ? "true" : "false").utf8 { try expect(byte) }
    return isTrue
  }
}

/// A key or constant of our JSON: its first eight bytes and its length tell all of them apart.
struct JSONKey: Hashable {
  var packed: UInt64
  var length: Int

  init(packed: UInt64, length: Int) {
    self.packed = packed
    self.length = length
  }

  init(_ text: String) {
    packed = text.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    length = text.utf8.count
  }

  static func ~= (text: StaticString, key: JSONKey) -> Bool {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.count == key.length
      && bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } == key.packed
  }
}

/// Finds the case of a closed set by its stored name.
struct CodeTable<Code: RawRepresentable & CaseIterable & Sendable>: Sendable
where Code.RawValue == String {
  private let packed: [UInt64]
  private let lengths: [Int]
  private let codes: [Code]

  init() {
    codes = Array(Code.allCases)
    packed = codes.map { JSONKey($0.rawValue).packed }
    lengths = codes.map { $0.rawValue.utf8.count }
  }

  func code(_ key: JSONKey) throws(MalformedJSON) -> Code {
    for index in packed.indices where packed[index] == key.packed && lengths[index] == key.length {
      return codes[index]
    }
    throw MalformedJSON()
  }
}
