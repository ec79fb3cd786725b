/// Columns and the state of a linking as bytes, for the next run of the same program on the same
/// machine.
///
/// One walk over all arrays writes them or reads them back, as they lie in memory. So bytes must
/// come from the very program that reads them, and whole: the caller checks both.
package struct LinkArchive {
  private enum Direction {
    case out((UnsafeRawBufferPointer) -> Void)
    case into(UnsafeRawBufferPointer)
  }

  private let direction: Direction
  private var offset = 0
  private var isBroken = false

  private init(_ direction: Direction) { self.direction = direction }

  /// Writes columns and state, piece by piece.
  package static func write(
    _ columns: Columns, _ state: LinkState, to body: (UnsafeRawBufferPointer) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var archive = LinkArchive(.out(body))
      var columns = columns
      var state = state
      columns.carry(&archive)
      state.carry(&archive)
    }
  }

  /// Reads what `write` wrote; nil when the bytes are of another form.
  package static func read(_ bytes: UnsafeRawBufferPointer) -> (Columns, LinkState)? {
    var archive = LinkArchive(.into(bytes))
    var columns = Columns()
    var state = LinkState()
    columns.carry(&archive)
    state.carry(&archive)
    guard !archive.isBroken, archive.offset == bytes.count, state.count == columns.count else {
      return nil
    }
    return (columns, state)
  }

  mutating func carry<Element: BitwiseCopyable>(_ array: inout [Element]) {
    let stride = MemoryLayout<Element>.stride
    var head = (count: array.count, stride: stride)
    carry(&head)
    switch direction {
    case .out(let body): array.withUnsafeBytes(body)
    case .into(let bytes):
      let (length, isTooLong) = head.count.multipliedReportingOverflow(by: stride)
      guard head.stride == stride, head.count >= 0, !isTooLong, length <= bytes.count - offset
      else { return isBroken = true }
      let source = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
      array = Array(unsafeUninitializedCapacity: head.count) { target, count in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
        count = head.count
      }
      offset += length
    }
  }

  mutating func carry<Value: BitwiseCopyable>(_ value: inout Value) {
    switch direction {
    case .out(let body): withUnsafeBytes(of: &value, body)
    case .into(let bytes):
      let length = MemoryLayout<Value>.size
      guard !isBroken, length <= bytes.count - offset else { return isBroken = true }
      value = bytes.loadUnaligned(fromByteOffset: offset, as: Value.self)
      offset += length
    }
  }
}

extension Columns {
  fileprivate mutating func carry(_ archive: inout LinkArchive) {
    archive.carry(&rows)
    archive.carry(&lists)
    names.carry(&archive)
    organizations.carry(&archive)
    addresses.carry(&archive)
    phones.carry(&archive)
    emails.carry(&archive)
    identifiers.carry(&archive)
    archive.carry(&identifierWords)
    archive.carry(&identifierNumberings)
    extras.carry(&archive)
    sources.carry(&archive)
    archive.carry(&keyHashes)
  }
}

extension LinkState {
  fileprivate mutating func carry(_ archive: inout LinkArchive) {
    archive.carry(&marks)
    archive.carry(&edges)
    archive.carry(&merges)
  }
}
