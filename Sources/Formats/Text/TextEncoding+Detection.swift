extension TextEncoding {
  /// How many bytes of a file are looked at; what comes later is repaired value by value.
  package static let sampleSize = 1 << 20

  /// The encoding that the first bytes of a file show.
  ///
  /// In this order: a byte order mark; the pattern of NUL bytes that UTF-16 has in western text;
  /// UTF-8 when its sequences outnumber bytes that break it; else the single-byte encoding in which
  /// the letters make words. Plain ASCII is UTF-8.
  ///
  /// - Parameter isWhole: Whether the sample is the whole file; else a sequence cut at its end is
  ///   no fault.
  package static func detected(in sample: some Collection<UInt8>, isWhole: Bool) -> TextEncoding {
    let start = Array(sample.prefix(3))
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let bytes = Array(sample)
    if let wide = utf16ByPattern(bytes) { return wide }
    let census = UTF8Census(bytes, isWhole: isWhole)
    if census.faults == 0 || census.sequences > census.faults { return .utf8 }
    return singleByte(bytes, isWhole: isWhole)
  }

  /// Latin letters in UTF-16 have a NUL as every second byte; few other texts have any NUL.
  private static func utf16ByPattern(_ bytes: [UInt8]) -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in bytes.indices where bytes[index] == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Half of the units is far above what binary noise has, and below any western text.
    let half = bytes.count / 4
    if zeros.odd > half && zeros.even * 8 < zeros.odd { return .utf16LittleEndian }
    if zeros.even > half && zeros.odd * 8 < zeros.even { return .utf16BigEndian }
    return nil
  }
}

/// How many sequences of several bytes are right UTF-8, and how many bytes are not.
struct UTF8Census {
  private(set) var sequences = 0
  private(set) var faults = 0

  init(_ bytes: [UInt8], isWhole: Bool) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        if buffer[index] < 0x80 {
          index += 1
          continue
        }
        let length = utf8SequenceLength(buffer, at: index)
        if length > 0 {
          sequences += 1
          index += length
        } else if !isWhole && isCutUTF8Sequence(buffer, at: index) {
          break
        } else {
          faults += 1
          index += 1
        }
      }
    }
  }
}

/// The length of the well-formed UTF-8 sequence at an index; 0 when there is none.
///
/// Source: The Unicode Standard, table 3-7.
func utf8SequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  let lead = bytes[index]
  if lead < 0x80 { return 1 }
  let length = utf8Length(ofLead: lead)
  guard length > 0, index + length <= bytes.count else { return 0 }
  guard utf8Second(after: lead).contains(bytes[index + 1]) else { return 0 }
  for next in (index + 2)..<max(index + 2, index + length) where bytes[next] & 0xC0 != 0x80 {
    return 0
  }
  return length
}

/// Whether the bytes from an index to the end begin a sequence that goes on after them.
func isCutUTF8Sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
  let rest = bytes.count - index
  guard rest > 0, utf8Length(ofLead: bytes[index]) > rest else { return false }
  if rest > 1, !utf8Second(after: bytes[index]).contains(bytes[index + 1]) { return false }
  return rest < 3 || bytes[index + 2] & 0xC0 == 0x80
}

private func utf8Length(ofLead lead: UInt8) -> Int {
  switch lead {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 0
  }
}

/// Where the second byte may lie: shuts out overlong forms, surrogates, what is past U+10FFFF.
private func utf8Second(after lead: UInt8) -> ClosedRange<UInt8> {
  switch lead {
  case 0xE0: 0xA0...0xBF
  case 0xED: 0x80...0x9F
  case 0xF0: 0x90...0xBF
  case 0xF4: 0x80...0x8F
  default: 0x80...0xBF
  }
}
