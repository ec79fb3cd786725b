internal import Formats
internal import Linkage
internal import Normalization
internal import Phones
internal import Records

/// Some rows of a table, on their way to a worker.
struct DedupeBatch: Sendable {
  var rows: CSVBatch
  /// The number of the first row in the file, from 1.
  var firstRow: Int
}

/// What a worker made of some rows.
struct PreparedRows: Sendable {
  var names = RowNames()
  var records = PackedRecords()
  var columns = Columns()
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

  init(mapping: Mapping, idColumn: Int?, restatedNames: Set<String>, country: String) {
    self.mapping = mapping
    self.idColumn = idColumn
    self.restatedNames = restatedNames
    normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
  }

  func prepared(_ batch: DedupeBatch) -> PreparedRows {
    var prepared = PreparedRows()
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
      prepared.columns.append(compared(record), numbering: record.source)
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
    values.contains { value in
      if case .consent(let consent) = value.value { return consent.state == .denied }
      return false
    }
  }
}
