/// What a linking leaves behind as bytes, for the next run of the same program on the same machine.
///
/// One walk over all arrays writes them or reads them back, as they lie in memory. So bytes must
/// come from the very program that reads them, which the caller sees to. Behind each array stands
/// a sum of its bytes: what is damaged or cut off is refused.
package struct LinkArchive {
  private enum Direction {
    case out((UnsafeRawBufferPointer) throws -> Void)
    /// Fills the buffer with the next bytes; throws where there are fewer.
    case into((UnsafeMutableRawBufferPointer) throws -> Void)
  }

  /// Bytes that `write` didn't write.
  package struct Damaged: Error {
    package init() {}
  }

  private let direction: Direction

  /// - Parameter body: takes the bytes, piece by piece.
  package static func write(
    to body: (UnsafeRawBufferPointer) throws -> Void,
    _ walk: (inout LinkArchive) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var archive = LinkArchive(direction: .out(body))
      try walk(&archive)
    }
  }

  /// - Parameters:
  ///   - body: fills a buffer with the next bytes.
  ///   - walk: the same walk that wrote them.
  /// - Throws: `Damaged`, and what `body` throws.
  package static func read(
    from body: (UnsafeMutableRawBufferPointer) throws -> Void,
    _ walk: (inout LinkArchive) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var archive = LinkArchive(direction: .into(body))
      try walk(&archive)
    }
  }

  package mutating func carry<Element: BitwiseCopyable>(_ array: inout [Element]) throws {
    let stride = MemoryLayout<Element>.stride
    switch direction {
    case .out(let body):
      var head = Head(count: array.count, stride: stride)
      head.sum = array.withUnsafeBytes { sum(of: $0) }
      try withUnsafeBytes(of: head, body)
      try array.withUnsafeBytes(body)
    case .into(let body):
      var head = Head(count: 0, stride: 0)
      try withUnsafeMutableBytes(of: &head, body)
      guard head.stride == stride, head.count >= 0, head.count < Self.mostElements else {
        throw Damaged()
      }
      let read = try [Element](unsafeUninitializedCapacity: head.count) { target, count in
        try body(
          UnsafeMutableRawBufferPointer(
            start: UnsafeMutableRawPointer(target.baseAddress), count: head.count * stride))
        count = head.count
      }
      guard read.withUnsafeBytes({ sum(of: $0) }) == head.sum else { throw Damaged() }
      array = read
    }
  }

  package mutating func carry<Value: BitwiseCopyable>(_ value: inout Value) throws {
    var array = [value]
    try carry(&array)
    guard array.count == 1 else { throw Damaged() }
    value = array[0]
  }

  package mutating func carry(_ columns: inout Columns) throws { try columns.carry(&self) }

  package mutating func carry(_ state: inout LinkState) throws { try state.carry(&self) }

  /// What stands before an array's bytes.
  private struct Head: BitwiseCopyable {
    var count: Int
    var stride: Int
    var sum: UInt64 = 0
  }

  /// More no array holds: a damaged count must not ask for memory.
  private static let mostElements = 1 << 32
}

extension Columns {
  fileprivate mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&rows)
    try archive.carry(&lists)
    try names.carry(&archive)
    try organizations.carry(&archive)
    try addresses.carry(&archive)
    try phones.carry(&archive)
    try emails.carry(&archive)
    try identifiers.carry(&archive)
    try archive.carry(&identifierWords)
    try archive.carry(&identifierNumberings)
    try extras.carry(&archive)
    try sources.carry(&archive)
    try archive.carry(&keyHashes)
  }
}

extension LinkState {
  fileprivate mutating func carry(_ archive: inout LinkArchive) throws {
    try archive.carry(&marks)
    try archive.carry(&edges)
    try archive.carry(&merges)
  }
}

/// A sum of bytes, 32 at a time, that tells damage.
private func sum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  var lanes = SIMD4<UInt64>(repeating: UInt64(bytes.count))
  let factor = SIMD4<UInt64>(repeating: 0x0000_0100_0000_01B3)
  var offset = 0
  while offset + 32 <= bytes.count {
    lanes = (lanes ^ bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)) &* factor
    lanes ^= lanes &>> 29
    offset += 32
  }
  while offset < bytes.count {
    lanes[0] = (lanes[0] ^ UInt64(bytes[offset])) &* factor[0]
    offset += 1
  }
  var total: UInt64 = 0
  for lane in 0..<4 { total = (total ^ lanes[lane]) &* factor[0] ^ (total >> 31) }
  return total
}
