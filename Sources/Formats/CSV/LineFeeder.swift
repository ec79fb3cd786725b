/// Hands out an input as UTF-8, line by line; a line that a chunk cuts comes in pieces.
struct LineFeeder {
  struct Piece {
    /// Of `buffer`; with the line end.
    var range: Range<Int>
    var endsLine: Bool
  }

  private(set) var buffer: [UInt8] = []
  private var position = 0
  private var input: ByteInput
  private var chunk: [UInt8] = []
  /// nil where the bytes are UTF-8 already.
  private var decoder: TextDecoder?
  private var mark: Int
  private var isAtEnd = false
  private let lineEnd: UInt8

  init(_ input: ByteInput, encoding: TextEncoding, lineEnd: UInt8) throws {
    self.input = input
    self.lineEnd = lineEnd
    let isUTF8 = encoding == .utf8
    decoder = isUTF8 ? nil : TextDecoder(encoding)
    let start = try self.input.peek(3)
    mark = isUTF8 && start.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  var encodingFaults: Int { decoder?.faults ?? 0 }

  /// The next line, or what the buffer holds of it; nil at the end.
  mutating func next() throws -> Piece? {
    while position == buffer.count {
      guard try fill() else { return nil }
    }
    let start = position
    let end = buffer.withUnsafeBufferPointer { bytes in
      firstIndex(of: lineEnd, in: bytes, from: start)
    }
    position = end.map { $0 + 1 } ?? buffer.count
    return Piece(range: start..<position, endsLine: end != nil)
  }

  /// Makes bytes the next ones.
  mutating func pushBack(_ bytes: ArraySlice<UInt8>) {
    buffer = Array(bytes) + buffer[position...]
    position = 0
  }

  /// Replaces the buffer by what comes next; it may be empty. False at the end.
  private mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    position = 0
    if decoder == nil {
      isAtEnd = try !input.read(into: &buffer)
      let skipped = min(mark, buffer.count)
      mark -= skipped
      position = skipped
      return !isAtEnd
    }
    buffer.removeAll(keepingCapacity: true)
    if try input.read(into: &chunk) {
      decoder?.decode(chunk, into: &buffer)
    } else {
      isAtEnd = true
      decoder?.finish(into: &buffer)
    }
    return true
  }
}
