internal import Records

/// Reads entries of LDIF: address books of Thunderbird, and people of directories (inetOrgPerson).
///
/// Columns are attributes in small letters: see `LDIFMapping`. A list becomes a category of its
/// members. Memory stays bounded by the largest entry and the lists.
package struct LDIFReader: RecordReader {
  private var input: ByteInput

  package init(_ input: ByteInput) { self.input = input }

  package mutating func read(_ body: (ReaderEvent) throws -> Void) throws {
    let groups = try Self.groups(of: input)
    var records = LDIFRecords(file: input.name, groups: groups)
    let lines = try Self.forEachEntry(of: &input) { try records.add($0, body) }
    try records.finish(line: lines, body)
  }

  /// Calls `body` with each entry; gives the number of the last line.
  private static func forEachEntry(
    of input: inout ByteInput, _ body: (LDIFEntry) throws -> Void
  ) throws -> Int {
    let sample = try input.peek(TextEncoding.sampleSize)
    let isWhole = sample.count < TextEncoding.sampleSize
    let detected = TextEncoding.detected(in: sample, isWhole: isWhole)
    // Bytes that aren't UTF-8 are repaired value by value.
    let isWide = detected == .utf16LittleEndian || detected == .utf16BigEndian
    var decoder = isWide ? TextDecoder(detected) : nil
    var markLeft = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var splitter = VCardLineSplitter()
    var entries = LDIFEntries()
    var chunk: [UInt8] = []
    var text: [UInt8] = []
    while try input.read(into: &chunk) {
      text.removeAll(keepingCapacity: true)
      if decoder == nil { swap(&text, &chunk) }
      decoder?.decode(chunk, into: &text)
      let skipped = min(markLeft, text.count)
      markLeft -= skipped
      try text.withUnsafeBufferPointer { bytes in
        try splitter.split(UnsafeBufferPointer(rebasing: bytes[skipped...])) { line, number, _ in
          if let entry = entries.take(line, number) { try body(entry) }
        }
      }
    }
    try splitter.finish { line, number, _ in
      if let entry = entries.take(line, number) { try body(entry) }
    }
    if let entry = entries.finish() { try body(entry) }
    return max(1, splitter.number - 1)
  }

  /// The lists that an entry is in, by its name; a list may stand behind its members.
  private static func groups(of input: ByteInput) throws -> [String: [String]] {
    // A pipe can't be read twice.
    guard input.place != nil else { return [:] }
    var input = input
    input.onProgress = nil
    var groups: [String: [String]] = [:]
    var count = 0
    _ = try forEachEntry(of: &input) { entry in
      guard entry.isGroup, !entry["cn"].isEmpty else { return }
      for member in entry.attributes
      where ["member", "uniquemember", "mozmember"].contains(member.name) && count < limit {
        count += 1
        groups[LDIFEntry.key(member.text), default: []].append(entry["cn"])
      }
    }
    return groups
  }

  /// So many memberships are kept.
  private static let limit = 1_000_000
}

/// Makes raw records of entries.
private struct LDIFRecords {
  private let file: String
  private let groups: [String: [String]]
  private var columns: [String] = []
  private var indices: [String: Int] = [:]
  private var ordinal = 0

  init(file: String, groups: [String: [String]]) {
    self.file = file
    self.groups = groups
  }

  mutating func add(_ entry: LDIFEntry, _ body: (ReaderEvent) throws -> Void) throws {
    ordinal += 1
    let location = Location(file: file, line: entry.line, ordinal: ordinal)
    for fault in entry.faults {
      var place = location
      place.line = fault.line
      try body(.problem(fault.0.problem(at: place, field: fault.field)))
    }
    if entry.isGroup { return try body(.problem(LDIFProblem.group.problem(at: location))) }
    if entry.isContainer { return try body(.problem(LDIFProblem.container.problem(at: location))) }
    let raw = raw(entry, location)
    if !entry.change.isEmpty && entry.change != "add" {
      try body(.rejected(raw, LDIFProblem.change.problem(at: location)))
    } else if raw.values.allSatisfy({ LDIFMapping.saysNothing(columns[$0.column]) }) {
      if entry.faults.isEmpty || !raw.values.isEmpty {
        try body(.rejected(raw, LDIFProblem.empty.problem(at: location)))
      }
    } else {
      try body(.record(raw))
    }
  }

  func finish(line: Int, _ body: (ReaderEvent) throws -> Void) throws {
    guard ordinal == 0 else { return }
    let location = Location(file: file, line: line, ordinal: 0)
    try body(.problem(LDIFProblem.noEntry.problem(at: location)))
  }

  private mutating func raw(_ entry: LDIFEntry, _ location: Location) -> RawRecord {
    var values: [RawValue] = []
    var counts: [String: Int] = [:]
    func add(_ name: String, _ text: String) {
      counts[name, default: 0] += 1
      let number = counts[name] ?? 1
      let column = number > 1 ? "\(name)[\(number)]" : name
      values.append(RawValue(column: index(of: column), text: text))
    }
    if !entry.name.isEmpty { add("dn", entry.name) }
    for (name, text) in LDIFMapping.values(of: entry) { add(name, text) }
    for group in groups[LDIFEntry.key(entry.name)] ?? [] { add("category", group) }
    return RawRecord(location: location, columns: columns, values: values)
  }

  private mutating func index(of column: String) -> Int {
    if let index = indices[column] { return index }
    columns.append(column)
    indices[column] = columns.count - 1
    return columns.count - 1
  }
}
