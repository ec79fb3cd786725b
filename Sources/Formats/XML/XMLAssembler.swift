internal import Records

/// Puts records together from a parser's events.
struct XMLAssembler {
  /// A longer value is an attachment, no contact data: it is left out.
  static let valueLimit = 1 << 20
  /// What a record may hold with all that is nested in it; more is set aside.
  static let recordLimit = 16 << 20

  private struct OpenRecord {
    var raw: RawRecord
    /// Which pattern it matched: 0 is the record, others are nested.
    let pattern: Int
    /// How many frames lie below its own.
    let base: Int
  }

  private struct Frame {
    let node: XMLPathTree.Node
    /// A number no other element has.
    let instance: Int
    let textStart: Int
    var isTooLong = false
    /// Whether a child has ended since the last text.
    var isAfterChild = false
  }

  private let file: String
  private let recordPath: String
  private let parser: XMLParser
  private var names: XMLNames
  private var trees: [XMLPathTree]

  /// All open elements, and those of them in a record.
  private var path: [UInt32] = []
  private var frames: [Frame] = []
  private var elements = 0
  /// Where the last of them began.
  private var line = 1
  /// The text of the open elements, each one's after that of the one around it.
  private var pending: [UInt8] = []

  private var open: [OpenRecord] = []
  private var nested: [RawRecord] = []
  private var recordDepth = 0
  private var ordinal = 0
  private var size = 0
  private var told: Set<String> = []
  private var isEncodingTold = false

  init(shape: XMLShape, file: String, parser: XMLParser) {
    self.file = file
    self.parser = parser
    recordPath = shape.record
    names = XMLNames(shape: shape, parser: parser)
    trees = Array(repeating: XMLPathTree(), count: names.patternCount)
  }

  /// Takes the parser's next events; tells of the records they complete.
  mutating func take(
    _ events: XMLParser.Events, _ body: (ReaderEvent) throws -> Void
  ) throws {
    for event in events {
      switch event.kind {
      case .start: start(event)
      case .attribute: try attribute(event, body)
      case .text: append(event.bytes)
      case .end: try end(body)
      case .damage: try tell("xml-damaged-text", line: event.line, body)
      }
    }
  }

  private mutating func start(_ event: XMLParser.Event) {
    names.learn(event.name)
    path.append(event.name)
    elements += 1
    line = event.line
    guard let around = frames.last, let record = open.last else {
      if names.matches(0, path, from: 0) { begin(0) }
      return
    }
    if record.pattern == 0 {
      for pattern in 1..<names.patternCount
      where names.matches(pattern, path, from: recordDepth) {
        begin(pattern)
        return
      }
    }
    let node = trees[record.pattern].element(
      event.name, under: around.node, instance: around.instance)
    frames.append(Frame(node: node, instance: elements, textStart: pending.count))
  }

  private mutating func begin(_ pattern: Int) {
    ordinal += 1
    if pattern == 0 { recordDepth = path.count }
    size += MemoryLayout<RawRecord>.size
    let location = Location(file: file, line: line, ordinal: ordinal)
    let parent = open.last?.raw.location.ordinal
    let raw = RawRecord(
      location: location, columns: [], values: [], parent: parent, isContactPerson: pattern > 0,
      nesting: pattern)
    open.append(OpenRecord(raw: raw, pattern: pattern, base: frames.count))
    frames.append(
      Frame(node: XMLPathTree.root, instance: elements, textStart: pending.count))
  }

  private mutating func attribute(
    _ event: XMLParser.Event, _ body: (ReaderEvent) throws -> Void
  ) throws {
    guard let frame = frames.last, let record = open.last else { return }
    names.learn(event.name)
    if names.isIgnored(event.name) { return }
    let node = trees[record.pattern].attribute(event.name, of: frame.node)
    try add(event.bytes, at: node, isTooLong: event.bytes.count > Self.valueLimit, body)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let frame = frames.last, !frame.isTooLong else { return }
    if pending.count - frame.textStart + bytes.count > Self.valueLimit {
      frames[frames.count - 1].isTooLong = true
      return
    }
    // Text before and after a child doesn't run together.
    if frame.isAfterChild, pending.count > frame.textStart, let last = pending.last,
      let first = bytes.first, !last.isBlank, !first.isBlank
    {
      pending.append(0x20)
    }
    frames[frames.count - 1].isAfterChild = false
    pending.append(contentsOf: bytes)
  }

  private mutating func end(_ body: (ReaderEvent) throws -> Void) throws {
    path.removeLast()
    guard let frame = frames.popLast() else { return }
    if pending.count > frame.textStart || frame.isTooLong {
      var text: [UInt8] = []
      swap(&text, &pending)
      try text.withUnsafeBufferPointer { all in
        let own = UnsafeBufferPointer(rebasing: all[frame.textStart...])
        try add(own, at: frame.node, isTooLong: frame.isTooLong, body)
      }
      swap(&text, &pending)
      pending.removeSubrange(frame.textStart...)
    }
    if frames.count == open.last?.base { try endRecord(body) }
    if !frames.isEmpty { frames[frames.count - 1].isAfterChild = true }
  }

  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, at node: XMLPathTree.Node, isTooLong: Bool,
    _ body: (ReaderEvent) throws -> Void
  ) throws {
    if isTooLong { return try tell("xml-value-too-long", line: line, body) }
    let text = trimmed(bytes)
    guard !text.isEmpty else { return }
    guard node != XMLPathTree.outside else {
      return try tell("xml-too-many-repeats", line: line, body)
    }
    size += text.count + MemoryLayout<RawValue>.size
    guard size <= Self.recordLimit else { return }
    let last = open.count - 1
    let pattern = open[last].pattern
    let column =
      trees[pattern].knownColumn(at: node)
      ?? { [names] in trees[pattern].column(at: node, naming: names.texts) }()
    open[last].raw.values.append(
      RawValue(column: column, text: String(decoding: text, as: UTF8.self)))
  }
}

// What is told.
extension XMLAssembler {
  private mutating func endRecord(_ body: (ReaderEvent) throws -> Void) throws {
    guard var record = open.popLast() else { return }
    record.raw.columns = trees[record.pattern].columns
    guard open.isEmpty else {
      if size <= Self.recordLimit { nested.append(record.raw) }
      return
    }
    try emit(record.raw, body)
    for raw in nested { try emit(raw, body) }
    nested.removeAll(keepingCapacity: true)
    if !told.isEmpty { told.removeAll() }
    size = 0
  }

  private func emit(_ raw: RawRecord, _ body: (ReaderEvent) throws -> Void) throws {
    if size > Self.recordLimit {
      try body(.rejected(raw, problem("xml-record-too-large", raw.location)))
    } else {
      try body(.record(raw))
    }
  }

  /// Tells that the bytes aren't what the file says they are; once.
  mutating func tellOfWrongEncoding(_ body: (ReaderEvent) throws -> Void) throws {
    if isEncodingTold { return }
    isEncodingTold = true
    let location = Location(file: file, line: 1, ordinal: ordinal)
    try body(.problem(problem("xml-encoding-declared-wrongly", location)))
  }

  /// Tells that the file has nothing but blanks.
  func tellOfNothing(_ body: (ReaderEvent) throws -> Void) throws {
    try body(.problem(problem("xml-empty", Location(file: file, line: 1, ordinal: 0))))
  }

  /// Tells how the file ended, and of the record that was open then.
  ///
  /// - Throws: `ReadError.malformed` when the file can't be read to its end, though it has one.
  mutating func finish(
    _ status: XMLParser.Status, _ body: (ReaderEvent) throws -> Void
  ) throws {
    let here = Location(file: file, line: parser.line, ordinal: ordinal)
    let code = status == .endsEarly ? "xml-cut-off" : "xml-malformed"
    if status == .good {
      if ordinal == 0 { try body(.problem(problem("xml-no-record", here))) }
      return
    }
    let unfinished = open.map { record in
      var raw = record.raw
      raw.columns = trees[record.pattern].columns
      return raw
    }
    // A nested record that is whole has no parent without the one around it.
    let rejected = (unfinished + nested).sorted { $0.location.ordinal < $1.location.ordinal }
    for raw in rejected {
      var place = here
      place.ordinal = raw.location.ordinal
      try body(.rejected(raw, problem(code, place)))
    }
    switch status {
    case .good: break
    case .endsEarly:
      guard rejected.isEmpty else { return }
      var ending = problem(code, here)
      // No row is lost that could be set aside.
      ending.action = .skipped
      try body(.problem(ending))
    case .stopped(let what): throw ReadError.malformed(file: file, line: here.line, what: what)
    }
  }

  /// Tells of something in the open record, once for each record.
  private mutating func tell(
    _ code: String, line: Int, _ body: (ReaderEvent) throws -> Void
  ) throws {
    guard let record = open.first, told.insert(code).inserted else { return }
    let location = Location(file: file, line: line, ordinal: record.raw.location.ordinal)
    try body(.problem(problem(code, location)))
  }

  private func problem(_ code: String, _ location: Location) -> Problem {
    xmlProblem(code, location, recordPath: recordPath)
  }
}

/// The text without blanks around it.
private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  var start = 0
  var end = bytes.count
  while start < end, bytes[start].isBlank { start += 1 }
  while end > start, bytes[end - 1].isBlank { end -= 1 }
  return UnsafeBufferPointer(rebasing: bytes[start..<end])
}
