internal import CLibXML2
internal import Records

/// Owns a parser of libxml2: UTF-8 in, events out.
final class XMLParser {
  /// What an event says.
  enum Kind: UInt32 {
    case start = 1, attribute, text, end, damage
  }

  /// A piece of the file.
  struct Event {
    let kind: Kind
    /// Of an element or attribute: an index for `name`.
    let name: UInt32
    /// Of a start tag.
    let line: Int
    /// The text, or the attribute's value; valid only during the call that hands it out.
    let bytes: UnsafeBufferPointer<UInt8>
  }

  /// Events in the order of the file, valid only during the call that hands them out.
  struct Events: Sequence, IteratorProtocol {
    private let events: UnsafeBufferPointer<kontor_xml_event>
    private let text: UnsafePointer<UInt8>?
    private var index = 0

    fileprivate init(of parser: OpaquePointer) {
      var count: UInt32 = 0
      let first = kontor_xml_events(parser, &count)
      events = UnsafeBufferPointer(start: first, count: Int(count))
      text = kontor_xml_text(parser)
    }

    mutating func next() -> Event? {
      guard index < events.count else { return nil }
      let event = events[index]
      index += 1
      let bytes = UnsafeBufferPointer(
        start: text.map { $0 + Int(event.offset) }, count: Int(event.length))
      return Event(
        kind: Kind(rawValue: event.kind) ?? .damage, name: event.name, line: Int(event.line),
        bytes: bytes)
    }
  }

  /// How far the file can be read.
  enum Status: Hashable {
    case good
    /// The file ends inside an element, or before the first.
    case endsEarly
    /// Nothing can be read from here on, for this reason.
    case stopped(Phrase)
  }

  /// Deeper than any export we know by far; a bomb of nested elements ends here.
  static let depthLimit = 64
  /// Distinct names of elements and attributes in a file.
  static let nameLimit = 10_000
  /// What is handed to libxml2 at once: its events stay in the processor's cache.
  private static let sliceSize = 64 * 1024

  private let parser: OpaquePointer?

  /// - Parameter keepsBlanks: Whether texts of blanks alone count, as in a run of rich text.
  init(keepsBlanks: Bool = false) {
    parser = kontor_xml_open(UInt32(Self.depthLimit), UInt32(Self.nameLimit))
    if let parser, keepsBlanks { kontor_xml_keep_blanks(parser) }
  }

  deinit { kontor_xml_close(parser) }

  /// The line that was reached.
  var line: Int { parser.map { Int(kontor_xml_line($0)) } ?? 1 }

  typealias Receiver = (Events) throws -> Void

  /// Parses the next bytes; calls `body` with the events up to the first fault.
  func parse(_ bytes: [UInt8], _ body: Receiver) throws -> Status {
    guard let parser else { return Self.status(KONTOR_XML_OUT_OF_MEMORY) }
    return try bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = min(start + Self.sliceSize, buffer.count)
        let slice = UnsafeBufferPointer(rebasing: buffer[start..<end])
        let code = kontor_xml_feed(parser, slice.baseAddress, UInt32(slice.count))
        try body(Events(of: parser))
        let status = Self.status(code)
        if status != .good { return status }
        start = end
      }
      return .good
    }
  }

  /// Parses what waited for more bytes.
  func finish(_ body: Receiver) throws -> Status {
    guard let parser else { return Self.status(KONTOR_XML_OUT_OF_MEMORY) }
    let code = kontor_xml_end(parser)
    try body(Events(of: parser))
    return Self.status(code)
  }

  /// The local name and the namespace ("" when there is none) of an element or attribute.
  func name(_ index: UInt32) -> (local: String, namespace: String) {
    guard let parser, let local = kontor_xml_local_name(parser, index),
      let namespace = kontor_xml_namespace(parser, index)
    else { return ("", "") }
    return (String(cString: local), String(cString: namespace))
  }

  private static func status(_ code: kontor_xml_status) -> Status {
    switch code {
    case KONTOR_XML_GOOD: .good
    case KONTOR_XML_ENDS_EARLY: .endsEarly
    case KONTOR_XML_DOCTYPE:
      .stopped(
        Phrase(
          de: "DOCTYPE wird aus Sicherheitsgründen nicht gelesen: exportieren Sie ohne DTD",
          en: "a DOCTYPE is refused for safety: export without a DTD"))
    case KONTOR_XML_TOO_DEEP:
      .stopped(
        Phrase(
          de: "Elemente sind tiefer als \(depthLimit) Ebenen verschachtelt",
          en: "elements are nested deeper than \(depthLimit) levels"))
    case KONTOR_XML_TOO_MANY_NAMES:
      .stopped(
        Phrase(
          de: "mehr als \(nameLimit) verschiedene Element- und Attributnamen",
          en: "more than \(nameLimit) different names of elements and attributes"))
    case KONTOR_XML_TOO_LARGE:
      .stopped(
        Phrase(
          de: "ein Tag ist größer als 64 KB oder ein anderes Stück größer als 10 MB",
          en: "a tag is larger than 64 KB, or another piece larger than 10 MB"))
    case KONTOR_XML_OUT_OF_MEMORY:
      .stopped(Phrase(de: "der Arbeitsspeicher reicht nicht", en: "memory is short"))
    default:
      .stopped(
        Phrase(
          de: "kein wohlgeformtes XML: ein Tag oder Zeichen steht, wo es nicht darf",
          en: "not well-formed XML: a tag or character stands where it can't"))
    }
  }
}
