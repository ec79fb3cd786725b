/// Cuts bytes into lines, whatever ends them: LF, CRLF, CR, or the CR CR LF of copied files.
struct VCardLineSplitter {
  /// A longer line holds a picture or is broken: what follows in it is dropped.
  static let lineLimit = 1 << 20

  /// The line that has begun.
  private var line: [UInt8] = []
  /// CRs that may yet turn out to be part of one line end.
  private var carriageReturns = 0
  private(set) var number = 1
  private var isTooLong = false

  /// Calls `body` with each line that ends in the chunk, its number, and whether it was longer than the limit.
  mutating func split(
    _ chunk: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) throws -> Void
  ) rethrows {
    var start = 0
    var index = 0
    while index < chunk.count {
      let byte = chunk[index]
      if carriageReturns > 0 {
        if byte == 0x0D {
          carriageReturns += 1
          index += 1
          start = index
          continue
        }
        if byte != 0x0A {
          try endLines(carriageReturns, body)
          carriageReturns = 0
          continue
        }
      }
      if byte != 0x0A && byte != 0x0D {
        index += 1
        continue
      }
      append(chunk[start..<index])
      index += 1
      start = index
      if byte == 0x0D {
        carriageReturns = 1
      } else {
        carriageReturns = 0
        try endLines(1, body)
      }
    }
    append(chunk[start...])
  }

  /// Calls `body` with the last line, which nothing ends.
  mutating func finish(
    _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) throws -> Void
  ) rethrows {
    if carriageReturns > 0 || !line.isEmpty { try endLines(max(1, carriageReturns), body) }
    carriageReturns = 0
  }

  private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let room = Self.lineLimit - line.count
    isTooLong = isTooLong || bytes.count > room
    line.append(contentsOf: bytes.prefix(max(0, room)))
  }

  private mutating func endLines(
    _ count: Int, _ body: (UnsafeBufferPointer<UInt8>, Int, Bool) throws -> Void
  ) rethrows {
    for _ in 0..<count {
      try line.withUnsafeBufferPointer { try body($0, number, isTooLong) }
      line.removeAll(keepingCapacity: true)
      isTooLong = false
      number += 1
    }
  }
}

/// Joins the lines of a vCard into property lines: folded ones, soft breaks of quoted-printable, base64 at any indentation.
///
/// Bytes of a picture or key are dropped as they come.
struct VCardUnfolder {
  /// A property line as it was meant.
  struct Line {
    var bytes: [UInt8] = []
    /// Where it begins.
    var number = 0
    var isTooLong = false
  }

  private enum Mode { case none, text, quotedPrintable, binary }

  private var line = Line()
  private var mode = Mode.none

  /// Takes the next line; calls `body` with the property line that it shows to be complete.
  mutating func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, isTooLong: Bool,
    _ body: (Line) throws -> Void
  ) rethrows {
    if isContinuation(bytes) {
      append(bytes, isTooLong: isTooLong)
      return
    }
    try finish(body)
    guard bytes.contains(where: { !$0.isBlank }) else { return }
    line = Line(bytes: Array(bytes), number: number, isTooLong: isTooLong)
    mode = Self.mode(of: line.bytes)
    if mode == .binary, let colon = line.bytes.firstIndex(of: 0x3A) {
      line.isTooLong = false
      line.bytes.removeSubrange((colon + 1)...)
    }
  }

  /// Calls `body` with the line that has begun.
  mutating func finish(_ body: (Line) throws -> Void) rethrows {
    guard mode != .none else { return }
    mode = .none
    let complete = line
    line = Line()
    try body(complete)
  }

  private func isContinuation(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard mode != .none, let first = bytes.first else { return false }
    let isIndented = first == 0x20 || first == 0x09
    switch mode {
    case .none: return false
    case .text: return isIndented && bytes.contains { !$0.isBlank }
    // The END may follow a soft break that has nothing after it.
    case .quotedPrintable:
      return line.bytes.last == 0x3D ? !isMarker("end:vcard", bytes) : isIndented
    case .binary:
      return isIndented || bytes.allSatisfy(isBase64)
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, isTooLong: Bool) {
    if mode == .binary { return }
    var rest = bytes[...]
    if mode == .quotedPrintable && line.bytes.last == 0x3D {
      line.bytes.removeLast()
    } else {
      rest = rest.dropFirst()
    }
    let room = VCardLineSplitter.lineLimit - line.bytes.count
    line.isTooLong = line.isTooLong || isTooLong || rest.count > room
    line.bytes.append(contentsOf: rest.prefix(max(0, room)))
  }

  private static func mode(of line: [UInt8]) -> Mode {
    let head = line.prefix { $0 != 0x3A }
    guard head.contains(0x3B) else { return .text }
    for part in head.split(separator: 0x3B).dropFirst() {
      let value = part[((part.lastIndex(of: 0x3D) ?? part.startIndex - 1) + 1)...]
      if isMarker("base64", value) || isMarker("b", value) { return .binary }
      if isMarker("quoted-printable", value) { return .quotedPrintable }
    }
    return .text
  }
}

/// Whether a line is the marker, whatever its case and the blanks behind it.
func isMarker(_ marker: StaticString, _ line: some Collection<UInt8>) -> Bool {
  let count = marker.utf8CodeUnitCount
  guard line.count >= count, line.count < count + 64 else { return false }
  let wanted = UnsafeBufferPointer(start: marker.utf8Start, count: count)
  return zip(line, wanted).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
    && line.dropFirst(count).allSatisfy(\.isBlank)
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

private func isBase64(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F, 0x3D: true
  default: false
  }
}
