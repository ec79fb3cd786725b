internal import Formats
internal import Linkage
internal import Normalization
internal import Phones
internal import Records
internal import Survivorship

/// The rows of one table, in the order of their names: nothing that follows depends on the order of
/// the file.
struct DedupeTable: Sendable {
  /// In the order of the file.
  private var names = RowNames()
  /// Some rows each, in the order of the file.
  private var records: [PackedRecords] = []
  /// For each of `records`: the worker whose columns hold its features, and where they begin there.
  private var places: [(worker: Int, firstRecord: Int)] = []
  /// The row of the file, by the row in order.
  private var rows: [Int] = []
  /// The records in order, for the engine.
  private(set) var columns = Columns()
  /// The rows that have a record, as the engine numbers them.
  private(set) var rowOfRecord: [Int] = []
  private(set) var unmappedColumns: [String] = []
  private(set) var objections = Objections()
  /// The same as messages name them.
  private(set) var unmappedColumnsToTell: [String] = []
  /// The rows that were set aside, in the order of the file.
  private(set) var rejected: [(raw: RawRecord, problem: Problem)] = []
  /// What else is wrong in the file.
  private(set) var problems: [Problem] = []

  var count: Int { names.count }

  /// What a row is called.
  func name(_ row: Int) -> String { names[rows[row]] }

  /// The record of a row; nil when it holds no contact data.
  func record(_ row: Int) -> Record? {
    let place = rows[row].quotientAndRemainder(dividingBy: batchSize)
    return records[place.quotient].record(place.remainder, id: RecordID(row + 1))
  }

  /// How many rows each of `records` holds; the last may hold less.
  private let batchSize: Int

  /// - Throws: `ReadError`, or `PipelineError` when no column is recognized or an id occurs twice.
  init(_ dedupe: Dedupe) throws {
    batchSize = max(1, dedupe.rowsAtATime)
    let batchSize = batchSize
    let names = dedupe.map.keys.sorted() + [dedupe.idColumn].compactMap { $0 }
    let source = try RecordSource.open(
      .file(dedupe.file),
      settings: SourceSettings(csv: dedupe.csv.options(source: nil, names: names)))
    var reader = source.reader
    let idColumn = try Self.idColumn(of: dedupe, in: source)
    let mapping = try Self.mapping(of: dedupe, source, idColumn: idColumn)
    let columns = source.table?.columns ?? []
    let told = source.table?.columnsToTell ?? []
    unmappedColumnsToTell = mapping.unmapped(among: columns).map { told[$0] }
    let idIndex = idColumn.flatMap { columns.firstIndex(of: $0) }
    let country = dedupe.country
    let restated = FieldVocabulary.restatedNames(in: columns).subtracting(dedupe.map.keys)
    var firstRow = 1
    var parts = [Columns](repeating: Columns(), count: max(1, dedupe.workers))
    try WorkerLine<DedupeBatch, Prepared>.run(workers: dedupe.workers) { worker in
      let preparer = RowPreparer(
        worker: worker, mapping: mapping, idColumn: idIndex, restatedNames: restated,
        country: country)
      return .init {
        .rows(preparer.prepared($0))
      } finish: {
        .columns(preparer.takeColumns(), worker: worker)
      }
    } produce: { emit in
      try reader.readBatches(of: batchSize) { rows in
        try emit(DedupeBatch(rows: rows, firstRow: firstRow))
        firstRow += rows.rowCount
      }
    } consume: { prepared in
      switch prepared {
      case .rows(let rows): append(rows)
      case .columns(let columns, let worker): parts[worker] = columns
      }
    }
    let starts = join(&parts)
    try arrange(from: starts, file: dedupe.file)
  }

  private mutating func append(_ prepared: PreparedRows) {
    names.append(contentsOf: prepared.names)
    records.append(prepared.records)
    places.append((prepared.worker, prepared.firstRecord))
    for record in prepared.objecting { objections.add(record) }
    rejected += prepared.rejected
    problems += prepared.problems
    if unmappedColumns.isEmpty { unmappedColumns = prepared.unmappedColumns }
  }

  /// Joins the columns of the workers; where those of each begin.
  private mutating func join(_ parts: inout [Columns]) -> [Int] {
    parts.indices.map { worker in
      let start = columns.count
      // The first are taken as they are: a copy would be a second table in memory.
      if start == 0 {
        swap(&columns, &parts[worker])
      } else {
        columns.append(contentsOf: parts[worker])
      }
      parts[worker] = Columns()
      return start
    }
  }

  /// Puts rows and records in the order of their names.
  private mutating func arrange(from starts: [Int], file: String) throws {
    rows = names.sortedRows()
    for row in rows.indices.dropFirst() where names.areEqual(rows[row], rows[row - 1]) {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(file): die Spalte der Zeilennummern nennt eine zweimal: nennen Sie mit --id eine andere",
          en: "\(file): the column that names the rows has a name twice: choose another with --id"))
    }
    var recordOfRow: [Int?] = []
    recordOfRow.reserveCapacity(count)
    for (batch, (worker, firstRecord)) in zip(records, places) {
      var record = starts[worker] + firstRecord
      for place in 0..<batch.count {
        recordOfRow.append(batch.hasRecord(place) ? record : nil)
        if batch.hasRecord(place) { record += 1 }
      }
    }
    columns.arrange(by: rows.compactMap { recordOfRow[$0] })
    rowOfRecord = rows.indices.filter { recordOfRow[rows[$0]] != nil }
  }

  private static func idColumn(of dedupe: Dedupe, in source: RecordSource) throws -> String? {
    guard let table = source.table else { return nil }
    guard let column = dedupe.idColumn else { return table.columns.first { $0 == "rec_id" } }
    guard table.columns.contains(column) else {
      throw PipelineError.stopped(missingColumn(column, in: table, file: dedupe.file))
    }
    return column
  }

  /// What `--map` says, else what the columns' names say, or the format itself.
  private static func mapping(of dedupe: Dedupe, _ source: RecordSource, idColumn: String?) throws
    -> Mapping
  {
    guard let table = source.table else {
      let targets = source.format.columns.merging(dedupe.map) { $1 }
      guard !targets.isEmpty else { throw noColumnKnown(in: dedupe.file) }
      return Mapping(
        source: "table", columns: targets, holdsContacts: source.format.holdsContacts)
    }
    let columns = table.columns
    for column in dedupe.map.keys.sorted() where !columns.contains(column) {
      throw PipelineError.stopped(missingColumn(column, in: table, file: dedupe.file))
    }
    var targets = FieldVocabulary.targets(of: columns).mapValues { MappingTarget.field($0) }
    for (column, target) in dedupe.map { targets[column] = target }
    // The row's name says nothing about the contact.
    if let idColumn { targets[idColumn] = .ignore }
    targets = targets.filter { $0.value != .field(FieldTarget(.key)) }
    guard targets.contains(where: { $0.key != idColumn }) || columns.isEmpty else {
      throw noColumnKnown(in: dedupe.file)
    }
    return Mapping(source: "table", columns: targets)
  }

  private static func noColumnKnown(in file: String) -> PipelineError {
    .stopped(
      Phrase(
        de: "\(file): keine Spalte wurde erkannt: ordnen Sie welche zu, "
          + "etwa --map family=SPALTE,given=SPALTE",
        en: "\(file): no column was recognized: map some, "
          + "for example --map family=COLUMN,given=COLUMN"))
  }
}
