/// Reads the cards of a vCard file, 2.1 to 4.0, in the dialects that programs really write.
///
/// Columns are `N.family`, `TEL;work;fax`, `ADR;home[2].street`, …: see `VCardMapping`. Pictures and
/// keys are passed over. A group becomes a category of its members; one that can be reached is also
/// an organization. Memory stays bounded by the largest card and the groups.
package struct VCardReader: RecordReader {
  private var input: ByteInput

  package init(_ input: ByteInput) { self.input = input }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    var assembler = VCardAssembler(file: input.name, groups: try VCardGroups(of: input))
    try Self.forEachLine(of: &input) {
      try assembler.take($0, body)
    } finish: {
      try assembler.finish(line: $0, body)
    }
  }

  /// Calls `body` with each property line, and `finish` with the number of the last line.
  static func forEachLine(
    of input: inout ByteInput, _ body: (VCardUnfolder.Line) throws -> Void,
    finish: (Int) throws -> Void
  ) throws {
    let sample = try input.peek(TextEncoding.sampleSize)
    let isWhole = sample.count < TextEncoding.sampleSize
    let detected = TextEncoding.detected(in: sample, isWhole: isWhole)
    let isMarked = sample.starts(with: [0xEF, 0xBB, 0xBF])
    let isWide = detected == .utf16LittleEndian || detected == .utf16BigEndian
    // Other encodings differ from property to property, and are read there.
    var decoder = isWide ? TextDecoder(detected) : nil
    var splitter = VCardLineSplitter()
    var unfolder = VCardUnfolder()
    var chunk: [UInt8] = []
    var text: [UInt8] = []
    var markLeft = isMarked ? 3 : 0
    while try input.read(into: &chunk) {
      text.removeAll(keepingCapacity: true)
      if decoder == nil { swap(&text, &chunk) }
      decoder?.decode(chunk, into: &text)
      let skipped = min(markLeft, text.count)
      markLeft -= skipped
      try text.withUnsafeBufferPointer { bytes in
        try splitter.split(UnsafeBufferPointer(rebasing: bytes[skipped...])) {
          try unfolder.take($0, $1, isTooLong: $2, body)
        }
      }
    }
    try splitter.finish {
      try unfolder.take($0, $1, isTooLong: $2, body)
    }
    try unfolder.finish(body)
    try finish(max(1, splitter.number - 1))
  }
}
