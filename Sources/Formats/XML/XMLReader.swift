/// Reads records from XML as it streams by.
///
/// A record's columns are the paths of its elements and attributes: `Name1`, `@nr`, `Adressen/Adresse[2]/Strasse`.
/// Nested records follow the one around them. No DTD, entity or network is ever used: a DOCTYPE is refused.
package struct XMLReader: RecordReader {
  private var input: ByteInput
  private let shape: XMLShape

  package init(_ input: ByteInput, shape: XMLShape) {
    self.input = input
    self.shape = shape
  }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    let sample = try input.peek(TextEncoding.sampleSize)
    let encoding = try XMLEncoding(
      sample: sample, isWhole: sample.count < TextEncoding.sampleSize, file: input.name)
    let parser = XMLParser()
    var assembler = XMLAssembler(shape: shape, file: input.name, parser: parser)
    // NULs of UTF-16 and byte order marks are no text either.
    let isEmpty = sample.allSatisfy {
      $0.isBlank || [0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0)
    }
    if isEmpty && sample.count < TextEncoding.sampleSize {
      return try assembler.tellOfNothing(body)
    }
    if encoding.isDeclaredWrongly { try assembler.tellOfWrongEncoding(body) }
    let status = try parse(encoding.encoding, with: parser, into: &assembler, body)
    try assembler.finish(status, body)
  }

  private mutating func parse(
    _ encoding: TextEncoding, with parser: XMLParser, into assembler: inout XMLAssembler,
    _ body: (ReaderEvent) throws -> Void
  ) throws -> XMLParser.Status {
    var decoder = TextDecoder(encoding)
    var chunk: [UInt8] = []
    var text: [UInt8] = []
    var status = XMLParser.Status.good
    while status == .good, try input.read(into: &chunk) {
      text.removeAll(keepingCapacity: true)
      decoder.decode(chunk, into: &text)
      status = try parser.parse(text) { try assembler.take($0, body) }
      if decoder.faults > 0 { try assembler.tellOfWrongEncoding(body) }
    }
    text.removeAll()
    decoder.finish(into: &text)
    if status == .good {
      status = try parser.parse(text) { try assembler.take($0, body) }
    }
    guard status == .good else { return status }
    return try parser.finish { try assembler.take($0, body) }
  }
}
