internal import Records

/// Puts cards together from property lines.
struct VCardAssembler {
  /// What a card may hold without its pictures.
  static let cardLimit = 8 << 20

  private struct Card {
    var location: Location
    var properties: [VCardProperty] = []
    var size = 0
    var isCharsetTold = false
  }

  private let file: String
  private var columns = VCardColumns()
  private var properties = VCardProperties()
  private var card: Card?
  private var ordinal = 0
  /// How many cards inside the card (AGENT) are open.
  private var agents = 0
  /// Whether the last property was an AGENT whose card follows.
  private var awaitsAgent = false
  private var isGarbageTold = false
  private let groups: VCardGroups

  /// - Parameter groups: The file's, where they are known before.
  init(file: String, groups: VCardGroups = VCardGroups()) {
    self.file = file
    self.groups = groups
  }

  /// Takes a card whose properties are known already, as that of an xCard.
  mutating func take(
    _ properties: [VCardProperty], line: Int, isWhole: Bool,
    _ body: (ReaderEvent) throws -> Void
  ) throws {
    ordinal += 1
    let location = Location(file: file, line: line, ordinal: ordinal)
    if !isWhole { try body(.problem(VCardProblem.noEnd.problem(at: location))) }
    let size = properties.reduce(0) { $0 + $1.value.count + MemoryLayout<VCardProperty>.size }
    card = Card(location: location, properties: properties, size: size)
    try end(body)
  }

  /// Tells of a value that is left out.
  func tell(
    _ kind: VCardProblem, line: Int, _ body: (ReaderEvent) throws -> Void
  ) throws {
    try body(
      .problem(kind.problem(at: Location(file: file, line: line, ordinal: ordinal))))
  }

  /// Takes the next property line.
  mutating func take(
    _ line: VCardUnfolder.Line, _ body: (ReaderEvent) throws -> Void
  ) throws {
    if isMarker("begin:vcard", line.bytes) { return try begin(line, body) }
    if isMarker("end:vcard", line.bytes) {
      if agents > 0 { agents -= 1 } else { try end(body) }
      return
    }
    guard agents == 0 else { return }
    guard var open = card else { return try tellOfGarbage(line, body) }
    card = nil
    defer { card = open }
    try add(line, to: &open, body)
  }

  /// Takes the end of the file.
  mutating func finish(line: Int, _ body: (ReaderEvent) throws -> Void) throws {
    if let open = card {
      try body(.problem(VCardProblem.noEnd.problem(at: open.location)))
      try end(body)
    } else if ordinal == 0 {
      let location = Location(file: file, line: line, ordinal: 0)
      try body(.problem(VCardProblem.noCard.problem(at: location)))
    }
  }

  private mutating func begin(
    _ line: VCardUnfolder.Line, _ body: (ReaderEvent) throws -> Void
  ) throws {
    if awaitsAgent || agents > 0 {
      agents += 1
      awaitsAgent = false
      return
    }
    if let open = card {
      try body(.problem(VCardProblem.noEnd.problem(at: open.location)))
      try end(body)
    }
    ordinal += 1
    isGarbageTold = false
    card = Card(location: Location(file: file, line: line.number, ordinal: ordinal))
  }

  private mutating func add(
    _ line: VCardUnfolder.Line, to open: inout Card, _ body: (ReaderEvent) throws -> Void
  ) throws {
    awaitsAgent = false
    var place = open.location
    place.line = line.number
    guard !line.isTooLong else {
      return try body(.problem(VCardProblem.lineTooLong.problem(at: place)))
    }
    guard let property = properties.property(of: line.bytes) else {
      return try body(.problem(VCardProblem.lineWithoutColon.problem(at: place)))
    }
    if property.name == "AGENT" {
      awaitsAgent = property.value.allSatisfy(\.isBlank)
      if isMarker("begin:vcard", property.value) { agents = 1 }
      return
    }
    open.size += line.bytes.count + MemoryLayout<VCardProperty>.size
    guard open.size <= Self.cardLimit else { return }
    if property.hasUnknownCharset && !open.isCharsetTold
      && property.value.contains(where: { $0 >= 0x80 || $0 == 0x3D })
    {
      open.isCharsetTold = true
      try body(.problem(VCardProblem.unknownCharset.problem(at: place, field: property.name)))
    }
    open.properties.append(property)
  }

  private mutating func end(_ body: (ReaderEvent) throws -> Void) throws {
    guard let open = card else { return }
    card = nil
    agents = 0
    awaitsAgent = false
    var values = VCardValues(columns: columns)
    let properties = VCardText.withEncoding(open.properties)
    columns = values.add(properties + groups.categories(of: properties))
    let raw = RawRecord(
      location: open.location, columns: columns.names, values: values.values)
    if open.size > Self.cardLimit {
      try body(.rejected(raw, VCardProblem.tooLarge.problem(at: open.location)))
    } else if values.isGroup && !values.isReachable {
      try body(.problem(VCardProblem.group.problem(at: open.location)))
    } else if !values.isContact {
      try body(.rejected(raw, VCardProblem.empty.problem(at: open.location)))
    } else {
      if values.isGroup {
        try body(.problem(VCardProblem.groupWithAddress.problem(at: open.location)))
      }
      try body(.record(raw))
    }
  }

  private mutating func tellOfGarbage(
    _ line: VCardUnfolder.Line, _ body: (ReaderEvent) throws -> Void
  ) throws {
    if isGarbageTold { return }
    isGarbageTold = true
    let location = Location(file: file, line: line.number, ordinal: ordinal)
    try body(.problem(VCardProblem.garbage.problem(at: location)))
  }
}
