/// Hands out an input as UTF-8, line by line; a line that a chunk cuts comes in pieces.
///
/// LF, CRLF and CR end a line, whichever the file or a part of it uses.
struct LineFeeder {
  struct Piece {
    /// Of `buffer`; with the line end.
    var range: Range<Int>
    var endsLine: Bool
  }

  private(set) var buffer: [UInt8] = []
  private var position = 0
  /// The next LF at or behind `position`; the buffer's end when there is none; nil when unknown.
  private var nextLF: Int?
  private var input: ByteInput
  private var chunk: [UInt8] = []
  /// nil where the bytes are UTF-8 already.
  private var decoder: TextDecoder?
  /// The length of a byte order mark that is still to be passed over.
  private var mark: Int
  private var isAtEnd = false

  init(_ input: ByteInput, encoding: TextEncoding) throws {
    self.input = input
    let isUTF8 = encoding == .utf8
    decoder = isUTF8 ? nil : TextDecoder(encoding)
    let start = try self.input.peek(3)
    mark = isUTF8 && start.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// How many bytes or units did not belong to the encoding; those of UTF-8 are found field by
  /// field.
  var encodingFaults: Int { decoder?.faults ?? 0 }

  /// The next line, or what the buffer holds of it; nil at the end.
  mutating func next() throws -> Piece? {
    while true {
      if position == buffer.count {
        guard try fill() else { return nil }
        continue
      }
      let start = position
      guard let end = endOfLine(from: start) else {
        position = buffer.count
        return Piece(range: start..<position, endsLine: false)
      }
      // Whether an LF belongs to a CR at the buffer's end is not known before more is read.
      if end == buffer.count && buffer[end - 1] == 0x0D && !isAtEnd {
        position = end - 1
        if start < position { return Piece(range: start..<position, endsLine: false) }
        guard try fill() else { return nil }
        continue
      }
      position = end
      return Piece(range: start..<end, endsLine: true)
    }
  }

  /// Makes bytes the next ones.
  mutating func pushBack(_ bytes: ArraySlice<UInt8>) {
    nextLF = nil
    // Mostly they were handed out just now, and still lie there.
    let start = position - bytes.count
    if start >= 0 && buffer[start..<position].elementsEqual(bytes) {
      position = start
      return
    }
    buffer = Array(bytes) + buffer[position...]
    position = 0
  }

  private mutating func endOfLine(from start: Int) -> Int? {
    buffer.withUnsafeBufferPointer { bytes in
      if nextLF ?? 0 < start || nextLF == nil {
        nextLF = firstIndex(of: 0x0A, in: bytes, from: start) ?? bytes.count
      }
      let lineFeed = nextLF ?? bytes.count
      let upToLF = UnsafeBufferPointer(rebasing: bytes[..<lineFeed])
      if let carriage = firstIndex(of: 0x0D, in: upToLF, from: start), carriage + 1 != lineFeed {
        return carriage + 1
      }
      // A CR as the buffer's last byte comes here too.
      if lineFeed < bytes.count { return lineFeed + 1 }
      return bytes.last == 0x0D ? bytes.count : nil
    }
  }

  /// Replaces the buffer by what comes next, after a CR that is left; it may be empty.
  ///
  /// - Returns: false when nothing is left.
  private mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    let keepsCR = position < buffer.count
    position = 0
    nextLF = nil
    if decoder == nil {
      isAtEnd = try !input.read(into: &buffer)
      position = min(mark, buffer.count)
      mark -= position
    } else {
      buffer.removeAll(keepingCapacity: true)
      isAtEnd = try !input.read(into: &chunk)
      if isAtEnd {
        decoder?.finish(into: &buffer)
      } else {
        decoder?.decode(chunk, into: &buffer)
      }
    }
    if keepsCR { buffer.insert(0x0D, at: 0) }
    return !isAtEnd || !buffer.isEmpty
  }
}
