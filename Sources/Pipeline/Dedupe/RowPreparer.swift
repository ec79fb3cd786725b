internal import Formats
internal import Linkage
internal import Normalization
internal import Phones
internal import Records

/// Some rows of a table, on their way to a worker.
struct DedupeBatch: Sendable {
  var rows: any RecordBatch
  /// The number of the first row in the file, from 1.
  var firstRow: Int
}

/// What a worker hands over.
enum Prepared: Sendable {
  case rows(PreparedRows)
  /// At last the features of all records that the worker has prepared.
  case columns(Columns, worker: Int)
}

/// What a worker made of some rows.
struct PreparedRows: Sendable {
  /// Whose columns hold the records, one after the other from `firstRecord`.
  var worker: Int
  var firstRecord: Int
  var names = RowNames()
  var records = PackedRecords()
  /// The records that deny a channel.
  var objecting: [Record] = []
  var unmappedColumns: [String] = []
  var rejected: [(raw: RawRecord, problem: Problem)] = []
  var problems: [Problem] = []
}

/// Makes records of rows; one for each worker, as it remembers what it has seen.
final class RowPreparer {
  private var mapping: Mapping
  private let normalizer: Normalizer
  private let idColumn: Int?
  /// Unmapped columns that say a name once more; they are kept, but not compared.
  private let restatedNames: Set<String>
  private let worker: Int
  /// The features of all records so far: a value that comes again is derived only once.
  private var columns = Columns()

  /// - Parameter worker: the number of who uses it.
  init(
    worker: Int, mapping: Mapping, idColumn: Int?, restatedNames: Set<String>, country: String
  ) {
    self.worker = worker
    self.mapping = mapping
    self.idColumn = idColumn
    self.restatedNames = restatedNames
    normalizer = Normalizer(phones: LibPhoneJudge(), country: country, tellsSource: false)
  }

  func prepared(_ batch: DedupeBatch) -> PreparedRows {
    var prepared = PreparedRows(worker: worker, firstRecord: columns.count)
    // `append` throws nothing, and so `read` doesn't either.
    try? batch.rows.read { event in
      switch event {
      case .record(let raw): append(raw, because: nil, batch, to: &prepared)
      case .rejected(let raw, let problem): append(raw, because: problem, batch, to: &prepared)
      case .problem(let problem): prepared.problems.append(problem)
      }
    }
    prepared.unmappedColumns = mapping.unmappedColumns
    return prepared
  }

  /// Hands over the features of all records.
  func takeColumns() -> Columns {
    defer { columns = Columns() }
    return columns
  }

  private func append(
    _ raw: RawRecord, because problem: Problem?, _ batch: DedupeBatch,
    to prepared: inout PreparedRows
  ) {
    let name = name(of: raw, row: batch.firstRow + prepared.names.count)
    prepared.names.append(name)
    let normalized =
      problem == nil ? normalizer.record(from: mapping.apply(raw, keyed: name)) : nil
    prepared.records.append(normalized?.record)
    if let record = normalized?.record {
      columns.append(compared(record), numbering: record.source)
      if record.hasObjection { prepared.objecting.append(record) }
    } else {
      let reason = problem ?? normalized?.problems.first { $0.action == .setAside }
      prepared.rejected.append((raw, reason ?? noContactData(at: raw.location)))
    }
  }

  /// The record without what would be counted twice.
  private func compared(_ record: Record) -> Record {
    guard !restatedNames.isEmpty else { return record }
    var record = record
    record.values.removeAll { $0.attribute == .extra && restatedNames.contains($0.name) }
    return record
  }

  private func name(of raw: RawRecord, row: Int) -> String {
    guard let idColumn else { return String(row) }
    return raw.values.first { $0.column == idColumn }?.text ?? ""
  }
}

extension Record {
  fileprivate var hasObjection: Bool {
    for index in values.indices where values[index].attribute == .consent {
      if case .consent(let consent) = values[index].value, consent.state == .denied { return true }
    }
    return false
  }
}
