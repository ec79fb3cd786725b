/// Up to 32 digits in one register: four bits each, the first one highest.
///
/// Numbers are cut at the front all the time; here that is a shift, and no array is shared.
struct Digits: Hashable, Sendable {
  static let capacity = 32

  private var nibbles: UInt128 = 0
  private(set) var count = 0

  init() {}

  /// Nil when a sign is no ASCII digit, or there are too many.
  init?(_ text: String) {
    for byte in text.utf8 {
      guard byte >= 0x30, byte <= 0x39, append(byte - 0x30) else { return nil }
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The first digit, 0–9; 0 when there is none.
  var first: UInt8 { UInt8(truncatingIfNeeded: nibbles >> 124) }

  /// Puts a digit (0–9) at the end; false, and it is left out, when there is no room.
  @inline(__always)
  mutating func append(_ digit: UInt8) -> Bool {
    guard count < Self.capacity else { return false }
    nibbles |= UInt128(digit) << UInt128(124 - 4 * count)
    count += 1
    return true
  }

  /// Takes the first digit off; 0 when there is none.
  @inline(__always)
  mutating func removeFirst() -> UInt8 {
    let digit = first
    nibbles <<= 4
    count = max(count - 1, 0)
    return digit
  }

  func dropFirst(_ number: Int) -> Digits {
    var rest = self
    rest.nibbles <<= UInt128(4 * number)
    rest.count = max(count - number, 0)
    return rest
  }

  func starts(with prefix: Digits) -> Bool {
    let shift = UInt128(4 * (Self.capacity - prefix.count))
    return count >= prefix.count && (nibbles ^ prefix.nibbles) >> shift == 0
  }

  /// The digits in ASCII.
  var text: String {
    String(unsafeUninitializedCapacity: count) { bytes in write(to: bytes, at: 0) }
  }

  /// Writes the digits in ASCII and gives the place behind them.
  func write(to bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int) -> Int {
    var rest = self
    for place in start..<start + count { bytes[place] = rest.removeFirst() + 0x30 }
    return start + count
  }
}
