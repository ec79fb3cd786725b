internal import Formats
internal import Normalization
internal import Phones
internal import Records

/// Some records of a file, normalized, with what was set aside among them.
struct ReadBatch: Sendable {
  var rows: [(raw: RawRecord, record: Record)] = []
  var rejected: [(raw: RawRecord, problem: Problem)] = []
  var problems: [Problem] = []
  /// Of the file, up to here.
  var bytesRead = 0

  var count: Int { rows.count + rejected.count }
}

/// A step on the way through a file: what a reader found, mapped and then normalized.
private enum ReadStep<Found: Sendable>: Sendable {
  case record(RawRecord, Found)
  case rejected(RawRecord, Problem)
  case problem(Problem)
}

/// What a row says, before and after it was normalized.
private struct FoundRecord: Sendable {
  var mapped: UnkeyedRecord
  var normalized: NormalizedRecord
}

/// Some steps, and how much of the file was read at their end.
private struct ReadSteps<Found: Sendable>: Sendable {
  var steps: [ReadStep<Found>] = []
  var bytesRead = 0
}

/// Reads the files of one source one after the other: bytes → raw records → fields → records.
///
/// All cores normalize; what depends on the order of the rows is done on the calling thread.
struct SourceReading {
  private let source: SourceDefinition
  private let format: Format?
  private var mapping: Mapping
  private let country: String
  /// Of the tables read so far, as messages name them.
  private var unmappedTableColumns: [String] = []
  /// The last record that is not nested: the one around those that follow.
  private var lastOuter: Record?
  private var hasRecords = false
  /// Of the last file.
  private var bytesRead = 0
  /// Files that hold something, but no record.
  private var missingRecords: [Phrase] = []

  /// Large enough that handing over costs nothing, small enough that few are in memory.
  private static let batchSize = 1024

  /// - Parameter files: all files of the source; their first tells its format where nothing else does.
  init(_ source: SourceDefinition, files: [LocatedFile], country: String) throws {
    self.source = source
    format = try files.first.map { try source.format(of: $0) }
    mapping = source.mapping(of: format ?? .csv)
    self.country = country
  }

  /// The columns met so far that are mapped to no field, as messages name them.
  ///
  /// Where nothing shows that a table's first row is a header, it may hold a contact: then columns are
  /// named by number.
  var unmappedColumns: [String] {
    guard format?.isTable != true else { return unmappedTableColumns }
    let names = mapping.unmappedColumns.filter { RejectedColumn(rawValue: $0) == nil }
    guard format == .vcard || format == .xcard else { return names }
    return names.enumerated().map { index, name in
      VCardMapping.isPropertyName(name) ? name : "property \(index + 1)"
    }
  }

  /// - Throws: `ReadError` when the file can't be read, `PipelineError` when it is of another format.
  mutating func read(_ file: LocatedFile, emit: (ReadBatch) throws -> Void) throws {
    let counter = ByteCounter()
    try checkFormat(of: file)
    let opened = try source.open(file, counting: counter)
    var reader = opened.reader
    mapping.beginFile()
    if let table = opened.table { note(table) }
    let country = country
    try WorkerLine<ReadSteps<UnkeyedRecord>, ReadSteps<FoundRecord>>.run {
      let normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
      return { $0.normalized(by: normalizer) }
    } produce: { emit in
      var batch = ReadSteps<UnkeyedRecord>()
      try reader.read { event in
        batch.steps.append(try step(event, in: file))
        guard batch.steps.count == Self.batchSize else { return }
        batch.bytesRead = counter.bytes
        try emit(batch)
        batch = ReadSteps()
      }
      batch.bytesRead = counter.bytes
      try emit(batch)
    } consume: { normalized in
      try emit(finished(normalized))
    }
    bytesRead = counter.bytes
  }

  private mutating func step(
    _ event: ReaderEvent, in file: LocatedFile
  ) throws -> ReadStep<UnkeyedRecord> {
    switch event {
    case .record(let raw):
      hasRecords = true
      return .record(raw, mapping.fields(of: raw))
    case .rejected(let raw, let problem): return .rejected(raw, problem)
    case .problem(let problem):
      if problem.code == "xml-no-record", let xml = source.xml {
        try missingRecord(xml, in: file).map { missingRecords.append($0) }
      }
      return .problem(problem)
    }
  }

  private mutating func finished(_ normalized: ReadSteps<FoundRecord>) -> ReadBatch {
    var batch = ReadBatch(bytesRead: normalized.bytesRead)
    for step in normalized.steps {
      switch step {
      case .record(let raw, let found): add(raw, found, to: &batch)
      case .rejected(let raw, let problem): batch.rejected.append((raw, problem))
      case .problem(let problem): batch.problems.append(problem)
      }
    }
    return batch
  }

  /// What the mapping names and no file had, after the last of them.
  var met: MetColumns {
    MetColumns(
      source: source, unusedOuter: hasRecords ? unusedColumns : [],
      unusedNested: hasRecords ? mapping.unusedNestedColumns : [], unmapped: mapping.unmappedColumns
    )
  }

  /// What is told at the end of the source's last file.
  func closing(_ file: LocatedFile) -> ReadBatch {
    ReadBatch(problems: met.problems(in: file.name), bytesRead: bytesRead)
  }

  /// Mistakes of the mapping that only the files could show, with their places.
  func mistakes(in path: String) -> [Diagnostic] {
    let position = source.xml?.position ?? source.position
    return missingRecords.map { Diagnostic(file: path, position: position, message: $0) }
      + met.mistakes(in: path)
  }

  private mutating func add(_ raw: RawRecord, _ found: FoundRecord, to batch: inout ReadBatch) {
    let normalized = found.normalized
    let key = mapping.key(of: found.mapped, raw)
    if normalized.record == nil { mapping.takeBackKey() }
    batch.problems += mapping.takeProblems()
    if var record = normalized.record {
      record.key = key.text
      record.parentKey = key.parent ?? record.parentKey
      inherit(&record)
      nameNumbers(of: &record)
      batch.rows.append((raw, record))
      batch.problems += normalized.problems
    } else {
      let reason = normalized.problems.first { $0.action == .setAside }
      batch.rejected.append((raw, reason ?? noContactData(at: raw.location)))
      batch.problems += normalized.problems.filter { $0.action != .setAside }
    }
  }

  /// A contact person works at the organization whose element is around theirs.
  ///
  /// The value is the organization's own, and so is what it is traced to: the lines around the person.
  private mutating func inherit(_ record: inout Record) {
    guard let parentKey = record.parentKey else {
      lastOuter = record
      return
    }
    guard let outer = lastOuter, outer.key == parentKey, record.first(.organization) == nil,
      let organization = outer.first(.organization)
    else { return }
    let order = Attribute.allCases
    let place = record.values.firstIndex { value in
      (order.firstIndex(of: value.attribute) ?? 0) > (order.firstIndex(of: .organization) ?? 0)
    }
    record.values.insert(organization, at: place ?? record.values.count)
    for byte in organization.raw.utf8 {
      record.contentHash = (record.contentHash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }

  /// A customer number counts in the source's numbering; without one it is the source's own.
  private func nameNumbers(of record: inout Record) {
    for index in record.values.indices where record.values[index].attribute == .customerNumber {
      record.values[index].name = source.numbering ?? source.name
    }
  }

  /// One mapping reads all files of a source, so they are of one format.
  private func checkFormat(of file: LocatedFile) throws {
    let own = try source.format(of: file)
    guard let format, own != format, !(own.isTable && format.isTable),
      try !source.isRejectedFile(file)
    else { return }
    throw PipelineError.stopped(
      Phrase(
        de: "\(file.name): ist \(own.rawValue), die Dateien davor sind \(format.rawValue): "
          + "machen Sie zwei Quellen daraus",
        en: "\(file.name): is \(own.rawValue), the files before it are \(format.rawValue): "
          + "make them two sources"))
  }

  /// The source's own columns that no record so far had.
  private var unusedColumns: [String] {
    let own = Set(source.map.map(\.column))
    return mapping.unusedColumns.filter(own.contains)
  }

  private mutating func note(_ table: any TableReader) {
    let names = table.columnsToTell
    for index in mapping.unmapped(among: table.columns)
    where !unmappedTableColumns.contains(names[index]) {
      unmappedTableColumns.append(names[index])
    }
  }
}

/// Why a row is set aside whose values say nothing of a contact.
func noContactData(at location: Location) -> Problem {
  Problem(
    code: "no-contact-data", location: location, action: .setAside,
    message: Phrase(de: "keine Kontaktdaten", en: "no contact data"))
}

extension ReadSteps where Found == UnkeyedRecord {
  func normalized(by normalizer: Normalizer) -> ReadSteps<FoundRecord> {
    ReadSteps<FoundRecord>(
      steps: steps.map { step in
        switch step {
        case .record(let raw, let mapped):
          let normalized = normalizer.record(from: mapped.record)
          return .record(raw, FoundRecord(mapped: mapped, normalized: normalized))
        case .rejected(let raw, let problem): return .rejected(raw, problem)
        case .problem(let problem): return .problem(problem)
        }
      }, bytesRead: bytesRead)
  }
}

/// Counts the bytes of a file while a reader goes through it, on one thread.
final class ByteCounter {
  var bytes = 0
}
