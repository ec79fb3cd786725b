internal import Records

/// Streams XML event by event, by the rules that all XML is read by: no DOCTYPE, no entities.
struct XMLStream {
  private enum Source {
    case part(ZipPart)
    case input(ByteInput)
  }

  private let file: String
  private var source: Source
  private var chunk: [UInt8] = []
  /// The line that was reached when reading ended.
  private(set) var lastLine = 1

  init(_ part: ZipPart, file: String) {
    self.file = file
    source = .part(part)
  }

  init(_ input: ByteInput) {
    file = input.name
    source = .input(input)
  }

  /// Calls `body` with each event.
  ///
  /// - Returns: whether the XML is whole; false when it breaks off.
  /// - Throws: `ReadError` when it is no XML, and what `body` throws.
  mutating func read(_ body: (XMLParser.Event, XMLParser) throws -> Void) throws -> Bool {
    let (first, encoding) = try start()
    let parser = XMLParser(keepsBlanks: true)
    defer { lastLine = parser.line }
    var decoder = TextDecoder(encoding)
    var text: [UInt8] = []
    decoder.decode(first, into: &text)
    var status = try parser.parse(text) { for event in $0 { try body(event, parser) } }
    while status == .good, try next() {
      text.removeAll(keepingCapacity: true)
      decoder.decode(chunk, into: &text)
      status = try parser.parse(text) { for event in $0 { try body(event, parser) } }
    }
    text.removeAll()
    decoder.finish(into: &text)
    if status == .good {
      status = try parser.parse(text) { for event in $0 { try body(event, parser) } }
    }
    if status == .good {
      status = try parser.finish { for event in $0 { try body(event, parser) } }
    }
    guard case .stopped(let what) = status else { return status == .good }
    throw ReadError.malformed(file: file, line: parser.line, what: what)
  }

  /// The first bytes of a part that tell its encoding; of an input none, as it can be looked at.
  private mutating func start() throws -> ([UInt8], TextEncoding) {
    switch source {
    case .part:
      _ = try next()
      let encoding = try XMLEncoding(sample: chunk[...], isWhole: false, file: file).encoding
      return (chunk, encoding)
    case .input(var input):
      let sample = try input.peek(TextEncoding.sampleSize)
      source = .input(input)
      let isWhole = sample.count < TextEncoding.sampleSize
      return ([], try XMLEncoding(sample: sample, isWhole: isWhole, file: file).encoding)
    }
  }

  private mutating func next() throws -> Bool {
    switch source {
    case .part(let part): return try part.read(into: &chunk)
    case .input(var input):
      defer { source = .input(input) }
      return try input.read(into: &chunk)
    }
  }
}

/// What the names of elements and attributes in a file mean, looked up once for each name.
struct XMLTags<Tag> {
  private var tags: [Tag] = []
  private let meaning: (String) -> Tag

  /// - Parameter meaning: Of a local name.
  init(_ meaning: @escaping (String) -> Tag) { self.meaning = meaning }

  mutating func tag(_ name: UInt32, _ parser: XMLParser) -> Tag {
    while tags.count <= Int(name) {
      tags.append(meaning(parser.name(UInt32(tags.count)).local))
    }
    return tags[Int(name)]
  }
}

extension XMLParser.Event {
  /// The text, or the attribute's value.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same as a whole number; nil when it is none.
  var number: Int? {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var number = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
