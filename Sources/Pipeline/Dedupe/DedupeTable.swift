internal import Formats
internal import Normalization
internal import Phones
internal import Records

/// The rows of one table as records, in the order of their ids.
struct DedupeTable {
  struct Row {
    var id: String
    /// nil when the row holds no contact data.
    var record: Record?
  }
  /// Sorted by id: nothing that follows depends on the order of the file.
  private(set) var rows: [Row] = []
  /// The rows that have a record, as the engine numbers them.
  private(set) var rowOfRecord: [Int] = []
  private(set) var unmappedColumns: [String] = []

  var records: [Record] { rows.compactMap(\.record) }
  var unusableCount: Int { rows.count - rowOfRecord.count }

  /// - Throws: `ReadError`, or `PipelineError` when no column is recognized or an id occurs twice.
  init(_ dedupe: Dedupe) throws {
    var reader = try CSVReader(.file(dedupe.file))
    let idColumn = try Self.idColumn(of: dedupe, in: reader.columns)
    var mapping = try Self.mapping(of: dedupe, columns: reader.columns, idColumn: idColumn)
    let normalizer = Normalizer(phones: LibPhoneJudge(), country: dedupe.country)
    let idIndex = idColumn.flatMap { reader.columns.firstIndex(of: $0) }
    var rows: [Row] = []
    try reader.read { event in
      switch event {
      case .record(let raw):
        let id = Self.id(of: raw, at: idIndex, row: rows.count + 1)
        rows.append(Row(id: id, record: normalizer.record(from: mapping.apply(raw)).record))
      case .rejected(let raw, _):
        rows.append(Row(id: Self.id(of: raw, at: idIndex, row: rows.count + 1)))
      case .problem: break
      }
    }
    unmappedColumns = mapping.unmappedColumns
    try arrange(rows, file: dedupe.file)
  }

  /// Sorts the rows, and makes everything a record says of its place follow from its id.
  private mutating func arrange(_ unsorted: [Row], file: String) throws {
    let areNumbers = unsorted.allSatisfy { Int($0.id) != nil }
    rows = unsorted.sorted { left, right in
      if areNumbers, let first = Int(left.id), let second = Int(right.id), first != second {
        return first < second
      }
      return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
    for index in rows.indices.dropFirst() where rows[index].id == rows[index - 1].id {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(file): die Spalte der Zeilennummern nennt eine zweimal: nennen Sie mit --id eine andere",
          en: "\(file): the column that names the rows has a name twice: choose another with --id"))
    }
    for index in rows.indices {
      guard var record = rows[index].record else { continue }
      record.id = RecordID(index + 1)
      record.key = rows[index].id
      record.location = Location(file: file, line: index + 1, ordinal: index + 1)
      rows[index].record = record
      rowOfRecord.append(index)
    }
  }

  private static func id(of raw: RawRecord, at column: Int?, row: Int) -> String {
    guard let column else { return String(row) }
    return raw.values.first { $0.column == column }?.text ?? ""
  }

  private static func idColumn(of dedupe: Dedupe, in columns: [String]) throws -> String? {
    guard let column = dedupe.idColumn else { return columns.first { $0 == "rec_id" } }
    guard columns.contains(column) else {
      throw PipelineError.stopped(missingColumn(column, in: columns, known: [], file: dedupe.file))
    }
    return column
  }

  /// What `--map` says, else what the columns' names say.
  private static func mapping(of dedupe: Dedupe, columns: [String], idColumn: String?) throws
    -> Mapping
  {
    for column in dedupe.map.keys.sorted() where !columns.contains(column) {
      throw PipelineError.stopped(missingColumn(column, in: columns, known: [], file: dedupe.file))
    }
    var targets = FieldVocabulary.targets(of: columns).mapValues { MappingTarget.field($0) }
    for (column, target) in dedupe.map { targets[column] = target }
    // The row's name says nothing about the contact.
    if let idColumn { targets[idColumn] = .ignore }
    targets = targets.filter { $0.value != .field(FieldTarget(.key)) }
    guard targets.contains(where: { $0.key != idColumn }) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(dedupe.file): keine Spalte wurde erkannt: ordnen Sie welche zu, "
            + "etwa --map family=SPALTE,given=SPALTE",
          en: "\(dedupe.file): no column was recognized: map some, "
            + "for example --map family=COLUMN,given=COLUMN"))
    }
    return Mapping(source: "table", columns: targets)
  }
}
