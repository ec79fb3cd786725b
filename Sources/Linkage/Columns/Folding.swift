/// Folds text to the bytes that are compared: a–z, 0–9 and single spaces.
///
/// Upper and lower case, accents and the ways to write an umlaut become one: "Müller", "Mueller"
/// and "MULLER" all give `muller`. Cyrillic and Greek letters are transliterated; what remains
/// unknown is skipped.
///
/// - Complexity: O(n) over UTF-8; allocates only when `bytes` must grow.
func fold(_ text: String, into bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { fold($0, into: &bytes) }
}

/// The same of a text's UTF-8.
func fold(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
  bytes.removeAll(keepingCapacity: true)
  guard !source.isEmpty else { return }
  // No scalar folds to more than twice its bytes.
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * source.count) { target in
    var folding = FoldingBuffer(target: target)
    foldScalars(source, into: &folding)
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: target[..<folding.length]))
  }
}

/// The folded bytes of a text.
func folded(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  fold(text, into: &bytes)
  return bytes
}

private let space = UInt8(ascii: " ")

private func foldScalars(
  _ source: UnsafeBufferPointer<UInt8>, into folding: inout FoldingBuffer
) {
  FoldTable.ascii.withUnsafeBufferPointer { ascii in
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        folding.append(ascii[Int(byte)])
        index += 1
        continue
      }
      let (scalar, length) = decode(source, at: index)
      index += length
      var letters = FoldTable.letters(of: scalar)
      while letters != 0 {
        folding.append(UInt8(truncatingIfNeeded: letters))
        letters >>= 8
      }
    }
  }
}

/// The folded bytes so far.
private struct FoldingBuffer {
  let target: UnsafeMutableBufferPointer<UInt8>
  private var count = 0
  /// The last byte, and the one before it; 0 for none.
  private var last: UInt8 = 0
  private var before: UInt8 = 0

  init(target: UnsafeMutableBufferPointer<UInt8>) { self.target = target }

  /// How many bytes there are without a space at the end.
  var length: Int { last == space ? count - 1 : count }

  /// Appends one folded byte; 0 is nothing, spaces don't repeat, "ae", "oe", "ue" lose their "e".
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if byte == 0 || byte == space && (last == space || last == 0) { return }
    if byte == UInt8(ascii: "e") && endsInUmlaut { return }
    target[count] = byte
    count += 1
    before = last
    last = byte
  }

  /// Whether an "e" that follows only marks an umlaut: after "a", "o", "u", but not in "aue", "eue",
  /// "que".
  private var endsInUmlaut: Bool {
    switch last {
    case UInt8(ascii: "a"), UInt8(ascii: "o"): true
    case UInt8(ascii: "u"):
      before != UInt8(ascii: "a") && before != UInt8(ascii: "e") && before != UInt8(ascii: "q")
    default: false
    }
  }
}

/// One scalar of well-formed UTF-8 and its length.
private func decode(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
  func continuation(_ offset: Int) -> UInt32 {
    index + offset < source.count ? UInt32(source[index + offset] & 0x3F) : 0
  }
  let lead = UInt32(source[index])
  if lead < 0xE0 { return ((lead & 0x1F) << 6 | continuation(1), 2) }
  if lead < 0xF0 {
    return ((lead & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
  }
  let upper = (lead & 0x07) << 18 | continuation(1) << 12
  return (upper | continuation(2) << 6 | continuation(3), 4)
}
