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
}

/// Makes records of rows; one for each worker, as it remembers what it has seen.
final class RowPreparer {
  private var mapping: Mapping
  private let normalizer: Normalizer
  private let idColumn: Int?

  init(mapping: Mapping, idColumn: Int?, country: String) {
    self.mapping = mapping
    self.idColumn = idColumn
    normalizer = Normalizer(phones: LibPhoneJudge(), country: country)
  }

  func prepared(_ batch: DedupeBatch) -> PreparedRows {
    var prepared = PreparedRows()
    // `append` throws nothing, and so `read` doesn't either.
    try? batch.rows.read { event in
      switch event {
      case .record(let raw): append(raw, isUsable: true, batch, to: &prepared)
      case .rejected(let raw, _): append(raw, isUsable: false, batch, to: &prepared)
      case .problem: break
      }
    }
    prepared.unmappedColumns = mapping.unmappedColumns
    return prepared
  }

  private func append(
    _ raw: RawRecord, isUsable: Bool, _ batch: DedupeBatch, to prepared: inout PreparedRows
  ) {
    let name = name(of: raw, row: batch.firstRow + prepared.names.count)
    prepared.names.append(name)
    let record =
      isUsable ? normalizer.record(from: mapping.apply(raw, keyed: name)).record : nil
    prepared.records.append(record)
    guard let record else { return }
    prepared.columns.append(record, numbering: record.source)
    if record.hasObjection { prepared.objecting.append(record) }
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
