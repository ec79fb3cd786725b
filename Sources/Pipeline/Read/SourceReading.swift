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

/// Reads the files of one source one after the other: bytes → raw records → fields → records.
struct SourceReading {
  private let source: SourceDefinition
  private let format: Format?
  private var mapping: Mapping
  private let normalizer: Normalizer

  /// Large enough that handing over costs nothing, small enough that few are in memory.
  private static let batchSize = 1024

  /// - Parameter files: all files of the source; their first tells its format where nothing else does.
  init(_ source: SourceDefinition, files: [LocatedFile], country: String) throws {
    self.source = source
    format = try files.first.map { try source.format(of: $0) }
    mapping = source.mapping(of: format ?? .csv)
    normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
  }

  /// The columns met so far that are mapped to no field.
  var unmappedColumns: [String] { mapping.unmappedColumns }
  /// Mapped columns that no record so far had.
  var unusedColumns: [String] { mapping.unusedColumns }

  /// - Throws: `ReadError` when the file can't be read, `PipelineError` when a mapped column is missing.
  mutating func read(_ file: LocatedFile, emit: (ReadBatch) throws -> Void) throws {
    let counter = ByteCounter()
    var reader = try source.reader(for: file, counting: counter)
    try checkFormat(of: file)
    if let csv = reader as? CSVReader { try checkColumns(csv.columns, file: file.name) }
    var batch = ReadBatch()
    try reader.read { event in
      switch event {
      case .record(let raw): add(raw, to: &batch)
      case .rejected(let raw, let problem): batch.rejected.append((raw, problem))
      case .problem(let problem): batch.problems.append(problem)
      }
      if batch.count >= Self.batchSize {
        batch.bytesRead = counter.bytes
        try emit(batch)
        batch = ReadBatch()
      }
    }
    batch.bytesRead = counter.bytes
    try emit(batch)
  }

  private mutating func add(_ raw: RawRecord, to batch: inout ReadBatch) {
    let normalized = normalizer.record(from: mapping.apply(raw))
    batch.problems += mapping.takeProblems()
    if let record = normalized.record {
      batch.rows.append((raw, record))
      batch.problems += normalized.problems
    } else {
      let reason = normalized.problems.first { $0.action == .setAside }
      batch.rejected.append((raw, reason ?? Self.empty(raw.location)))
      batch.problems += normalized.problems.filter { $0.action != .setAside }
    }
  }

  private static func empty(_ location: Location) -> Problem {
    Problem(
      code: "no-contact-data", location: location, action: .setAside,
      message: Phrase(de: "keine Kontaktdaten", en: "no contact data"))
  }

  /// One mapping reads all files of a source, so they are of one format.
  private func checkFormat(of file: LocatedFile) throws {
    let own = try source.format(of: file)
    guard let format, own != format, try !source.isRejectedFile(file) else { return }
    throw PipelineError.stopped(
      Phrase(
        de: "\(file.name): ist \(own.rawValue), die Dateien davor sind \(format.rawValue): "
          + "machen Sie zwei Quellen daraus",
        en: "\(file.name): is \(own.rawValue), the files before it are \(format.rawValue): "
          + "make them two sources"))
  }

  /// A mapped column that the header lacks is a wrong mapping or a wrong file.
  private func checkColumns(_ columns: [String], file: String) throws {
    if columns.contains(RejectedColumn.reason.rawValue) { return }
    var probe = mapping
    _ = probe.apply(
      RawRecord(location: Location(file: file, line: 1, ordinal: 0), columns: columns, values: []))
    let ignored = Set(source.map.filter { $0.target == .ignore }.map(\.column))
    for column in probe.unusedColumns where !ignored.contains(column) {
      throw PipelineError.stopped(missingColumn(column, in: columns, file: file))
    }
  }
}

/// Counts the bytes of a file while a reader goes through it, on one thread.
final class ByteCounter {
  var bytes = 0
}
