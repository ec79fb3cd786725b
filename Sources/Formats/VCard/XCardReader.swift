internal import Records

/// Reads cards in XML: xCard, the same model as vCard 4.0.
///
/// Source: RFC 6351.
package struct XCardReader: RecordReader {
  private var input: ByteInput

  package init(_ input: ByteInput) { self.input = input }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    let groups = Self.groups(of: input)
    var assembler = VCardAssembler(file: input.name, groups: groups)
    let line = try Self.forEachCard(of: input) { card in
      for line in card.tooLong { try assembler.tell(.lineTooLong, line: line, body) }
      try assembler.take(card.properties, line: card.line, isWhole: card.isWhole, body)
    }
    try assembler.finish(line: line, body)
  }

  /// The members of the file's groups; none where it can't be read twice.
  private static func groups(of input: ByteInput) -> VCardGroups {
    guard input.place != nil else { return VCardGroups() }
    var input = input
    input.onProgress = nil
    var groups = VCardGroups()
    // What is wrong with the file is told when it is read.
    _ = try? forEachCard(of: input) { groups.add($0.properties) }
    return groups
  }

  /// Calls `body` with each card; gives the line where the file ends.
  private static func forEachCard(
    of input: ByteInput, _ body: (XCard) throws -> Void
  ) throws -> Int {
    var cards = XCardAssembler()
    var xml = XMLStream(input)
    let isWhole = try xml.read { event, parser in
      if let card = cards.take(event, parser) { try body(card) }
    }
    if !isWhole, let rest = cards.rest { try body(rest) }
    return xml.lastLine
  }
}

/// A card of an XML file, as properties.
struct XCard {
  var properties: [VCardProperty] = []
  /// Where it begins.
  var line = 1
  var isWhole = true
  /// The lines of values that are left out.
  var tooLong: [Int] = []
}

/// Puts cards together from a parser's events: each property as vCard would spell its value.
struct XCardAssembler {
  /// The order of the parts of structured values.
  private static let parts: [String: [String]] = [
    "n": ["surname", "given", "additional", "prefix", "suffix"],
    "adr": ["pobox", "ext", "street", "locality", "region", "code", "country"],
    "gender": ["sex", "identity"],
  ]

  private var card: XCard?
  /// The names of the open elements below the card.
  private var path: [String] = []
  private var group = ""
  private var line = 1
  private var text: [UInt8] = []
  private var isTooLong = false
  /// Of the open property: its parameters, and its values by the names of their elements.
  private var parameters: [(name: String, value: String)] = []
  private var values: [(name: String, text: String)] = []

  /// The card that the file ends in.
  var rest: XCard? {
    guard var card else { return nil }
    card.isWhole = false
    return card
  }

  /// Takes the next event; gives the card that it completes.
  mutating func take(_ event: XMLParser.Event, _ parser: XMLParser) -> XCard? {
    switch event.kind {
    case .start:
      line = event.line
      start(parser.name(event.name).local.lowercased())
    case .attribute:
      if path.last == "group", parser.name(event.name).local == "name" {
        group = event.text.lowercased()
      }
    case .text:
      guard card != nil, path.count > 1 else { break }
      let room = VCardLineSplitter.lineLimit - text.count
      isTooLong = isTooLong || event.bytes.count > room
      text += event.bytes.prefix(max(0, room))
    case .end: return end()
    case .damage: break
    }
    return nil
  }

  private mutating func start(_ name: String) {
    guard card != nil else {
      if name == "vcard" {
        card = XCard(line: line)
        path = []
      }
      return
    }
    path.append(name)
    text.removeAll(keepingCapacity: true)
    if depth == 1 {
      parameters = []
      values = []
      isTooLong = false
    }
  }

  /// How deep in its property an element stands, from 1; groups don't count.
  private var depth: Int { path.count - (path.first == "group" ? 1 : 0) }

  private mutating func end() -> XCard? {
    guard card != nil else { return nil }
    guard let name = path.last else {
      defer { card = nil }
      return card
    }
    let value = String(decoding: text, as: UTF8.self)
    if depth == 1 {
      endProperty(name)
    } else if depth == 2 && name != "parameters" {
      values.append((name, value))
    } else if path.contains("parameters") && depth == 4 {
      parameters.append((path[path.count - 2], value))
    }
    path.removeLast()
    text.removeAll(keepingCapacity: true)
    if path.isEmpty { group = "" }
    return nil
  }

  private mutating func endProperty(_ name: String) {
    guard !isTooLong else {
      if !["photo", "logo", "sound", "key"].contains(name) { card?.tooLong.append(line) }
      return
    }
    let types = parameters.filter { $0.name == "type" }.map(\.value).joined(separator: ",")
    var property = VCardProperty(head: Array((name + (types.isEmpty ? "" : ";type=" + types)).utf8))
    property.group = group
    property.label = parameters.first { $0.name == "label" }.map { escaped($0.value) } ?? ""
    property.value = Array(value(of: name).utf8)[...]
    if !property.value.isEmpty { card?.properties.append(property) }
  }

  private func value(of name: String) -> String {
    if let parts = Self.parts[name] {
      return parts.map { part in
        values.filter { $0.name == part && !$0.text.isEmpty }.map { escaped($0.text) }
          .joined(separator: ",")
      }.joined(separator: ";")
    }
    let texts = values.map { escaped($0.text) }
    switch name {
    case "org": return texts.joined(separator: ";")
    case "categories", "nickname": return texts.joined(separator: ",")
    default: return texts.first ?? ""
    }
  }

  private func escaped(_ text: String) -> String {
    var output = ""
    for letter in text.unicodeScalars {
      switch letter {
      case "\\", ",", ";": output.unicodeScalars += ["\\", letter]
      case "\n": output += "\\n"
      default: output.unicodeScalars.append(letter)
      }
    }
    return output
  }
}
