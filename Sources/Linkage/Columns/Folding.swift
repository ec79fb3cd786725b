/// Folds text to the bytes that are compared: a–z, 0–9 and single spaces.
///
/// Upper and lower case, accents and the ways to write an umlaut become one: "Müller", "Mueller"
/// and "MULLER" all give `muller`. Cyrillic and Greek letters are transliterated; what remains
/// unknown is skipped.
///
/// - Complexity: O(n) over UTF-8; allocates only when `bytes` must grow.
func fold(_ text: String, into bytes: inout [UInt8]) {
  bytes.removeAll(keepingCapacity: true)
  var text = text
  text.withUTF8 { foldScalars($0, into: &bytes) }
  while bytes.last == space { bytes.removeLast() }
}

/// The folded bytes of a text.
func folded(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  fold(text, into: &bytes)
  return bytes
}

private let space = UInt8(ascii: " ")

private func foldScalars(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
  var index = 0
  while index < source.count {
    let byte = source[index]
    if byte < 0x80 {
      append(FoldTable.ascii[Int(byte)], to: &bytes)
      index += 1
      continue
    }
    let (scalar, length) = decode(source, at: index)
    index += length
    var letters = FoldTable.letters(of: scalar)
    while letters != 0 {
      append(UInt8(truncatingIfNeeded: letters), to: &bytes)
      letters >>= 8
    }
  }
}

/// Appends one folded byte; 0 is nothing, spaces don't repeat, "ae", "oe", "ue" lose their "e".
private func append(_ byte: UInt8, to bytes: inout [UInt8]) {
  guard byte != 0 else { return }
  guard let last = bytes.last else {
    if byte != space { bytes.append(byte) }
    return
  }
  if byte == space && last == space { return }
  if byte == UInt8(ascii: "e") && endsInUmlaut(bytes, last) { return }
  bytes.append(byte)
}

/// Whether an "e" that follows only marks an umlaut: after "a", "o", "u", but not in "aue", "eue", "que".
private func endsInUmlaut(_ bytes: [UInt8], _ last: UInt8) -> Bool {
  switch last {
  case UInt8(ascii: "a"), UInt8(ascii: "o"): return true
  case UInt8(ascii: "u"):
    guard bytes.count > 1 else { return true }
    switch bytes[bytes.count - 2] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "q"): return false
    default: return true
    }
  default: return false
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
