/// Reads the cards of a vCard file, 2.1 to 4.0, in the dialects that programs really write.
///
/// Columns are `N.family`, `TEL;work;fax`, `ADR;home[2].street`, …: see `VCardMapping`. Pictures and keys are passed over. A
/// group is read as an organization. Memory stays bounded by the largest card.
package struct VCardReader: RecordReader {
  private var input: ByteInput

  package init(_ input: ByteInput) { self.input = input }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    let sample = try input.peek(TextEncoding.sampleSize)
    let isWhole = sample.count < TextEncoding.sampleSize
    let detected = TextEncoding.detected(in: sample, isWhole: isWhole)
    let isMarked = sample.starts(with: [0xEF, 0xBB, 0xBF])
    let isWide = detected == .utf16LittleEndian || detected == .utf16BigEndian
    // Other encodings differ from property to property, and are read there.
    var decoder = isWide ? TextDecoder(detected) : nil
    var splitter = VCardLineSplitter()
    var unfolder = VCardUnfolder()
    var assembler = VCardAssembler(file: input.name)
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
          try unfolder.take($0, $1, isTooLong: $2) { try assembler.take($0, body) }
        }
      }
    }
    try splitter.finish {
      try unfolder.take($0, $1, isTooLong: $2) { try assembler.take($0, body) }
    }
    try unfolder.finish { try assembler.take($0, body) }
    try assembler.finish(line: max(1, splitter.number - 1), body)
  }
}
