package import Formats
internal import Foundation
internal import Linkage
package import Records
internal import Reports
internal import Survivorship

/// Finds the duplicates of one table, without a pipeline file or a store.
///
/// Writes `clusters.csv` (rec_id, cluster_id for every row) and `contacts.csv`, both sorted by rec_id and
/// the same for any order of the rows where a column names them; and `rejected.csv`, the rows that
/// were set aside, each with the reason.
package struct Dedupe {
  let file: String
  let folder: String
  package var operatingPoint = OperatingPointName.balanced
  package var country = "DE"
  package var language = Language.english
  /// The column that names the rows; nil: rec_id, else the row's number.
  package var idColumn: String?
  /// How many threads prepare rows and merge contacts, and the rows each takes at a time; no
  /// result depends on them.
  package var workers = ProcessInfo.processInfo.activeProcessorCount
  package var rowsAtATime = 8192
  /// Column → target, in place of what its name says.
  package var map: [String: MappingTarget] = [:]
  /// What isn't to be detected.
  package var csv = CSVSettings()

  package init(file: String, folder: String) {
    self.file = file
    self.folder = folder
  }

  /// Reads "given=vorname,family=nachname": field, then column.
  ///
  /// - Throws: `PipelineError.stopped` for a field that is none.
  package static func mapping(from text: String) throws -> [String: MappingTarget] {
    var map: [String: MappingTarget] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let target = MappingTarget(text: parts[0]) else {
        let known = Field.allCases.map(\.rawValue)
        let name = parts.first ?? ""
        throw PipelineError.stopped(
          Phrase(de: "--map: kein Feld heißt \"\(name)\"", en: "--map: no field \"\(name)\"")
            + suggestion(for: name, among: known))
      }
      map[parts[1]] = target
    }
    return map
  }

  private static let outputs = ["clusters.csv", "contacts.csv", "rejected.csv"]

  /// - Throws: `PipelineError` or `ReadError` when nothing can be done; then nothing is written.
  package func perform(progress: Progress) throws -> DedupeOutcome {
    try checkInputsAreKept([file], Self.outputs, in: folder)
    progress.begin(.read)
    let table = try DedupeTable(self)
    progress.end(count: table.count, unit: Unit.rows)
    var output = try OutputFolder(folder)
    let linkage = link(table, progress)
    do {
      progress.begin(.write)
      try writeClusters(table, linkage, to: output.begin("clusters.csv"))
      try writeContacts(table, linkage, to: output.begin("contacts.csv"))
      try writeRejected(table, to: output.begin("rejected.csv"))
      try output.complete()
      try output.publish()
      progress.end(count: 2, unit: Unit.files)
      return DedupeOutcome(
        rows: table.count, contacts: linkage.clusters.count,
        setAside: table.rejected.count,
        problems: table.rejected.map(\.problem) + table.problems,
        reviewPairs: linkage.reviewPairs.count,
        expectedPrecision: linkage.statistics.expectedPrecision,
        expectedRecall: linkage.statistics.expectedRecall, folder: folder,
        unmappedColumns: table.unmappedColumnsToTell)
    } catch {
      output.discard()
      throw error
    }
  }

  private func link(_ table: DedupeTable, _ progress: Progress) -> Linkage {
    progress.begin(.compare)
    let options = LinkOptions(
      at: operatingPoint == .safe ? .safe : .balanced, keptPairLimit: 0, findsRelations: false)
    let count = table.columns.count
    let linkage = Linker(options: options).link(table.columns, on: CoreExecutor()) { _, share in
      progress.advance(fraction: share, count: Int(share * Double(count)), unit: Unit.records)
    }
    progress.end(count: linkage.clusters.count, unit: Unit.clusters)
    return linkage
  }

  /// Every row with the first row of its cluster.
  private func writeClusters(_ table: DedupeTable, _ linkage: Linkage, to path: String) throws {
    var first = Array(0..<table.count)
    for cluster in linkage.clusters {
      for member in cluster.members {
        first[table.rowOfRecord[member]] = table.rowOfRecord[cluster.id]
      }
    }
    var writer = CSVWriter(try ByteOutput(path: path))
    try writer.write(["rec_id", "cluster_id"])
    for (row, cluster) in first.enumerated() {
      let name = table.name(row)
      try writer.write([name, row == cluster ? name : table.name(cluster)])
    }
    try writer.close()
  }

  /// A table that is handed on without copying its many arrays.
  private final class SharedTable: Sendable {
    let table: DedupeTable

    init(_ table: DedupeTable) { self.table = table }
  }

  /// One contact for each cluster; rows without contact data give none.
  private func writeContacts(_ table: DedupeTable, _ linkage: Linkage, to path: String) throws {
    let table = SharedTable(table)
    let output = try ByteOutput(path: path)
    _ = try contactWriter(output, table, hasHeader: true)
    let clusters = linkage.clusters
    let size = max(1, rowsAtATime / 8)
    let dedupe = self
    try WorkerLine<Range<Int>, [UInt8]>.run(workers: workers) {
      let merger = Merger(
        rules: SurvivorshipRules(), priorities: [:], objections: table.table.objections)
      return { range in
        let bytes = ByteOutput()
        // Memory can always be written to.
        guard var writer = try? dedupe.contactWriter(bytes, table, hasHeader: false) else {
          return []
        }
        for cluster in clusters[range] {
          let records = cluster.members.compactMap {
            table.table.record(table.table.rowOfRecord[$0])
          }
          let id = ContactID(table.table.rowOfRecord[cluster.id] + 1)
          try? writer.write(merger.contact(id: id, from: records))
        }
        return bytes.takeBytes()
      }
    } produce: { emit in
      for start in stride(from: 0, to: clusters.count, by: size) {
        try emit(start..<min(clusters.count, start + size))
      }
    } consume: { bytes in
      try output.write { $0 += bytes }
    }
    try output.close()
  }

  private func contactWriter(
    _ output: ByteOutput, _ table: SharedTable, hasHeader: Bool
  ) throws -> ContactCSVWriter {
    try ContactCSVWriter(
      output, extras: table.table.unmappedColumns, language: language, hasHeader: hasHeader,
      name: { table.table.name(Int($0) - 1) })
  }

  private func writeRejected(_ table: DedupeTable, to path: String) throws {
    let writer = RejectedWriter(path: path, language: language)
    for row in table.rejected {
      try writer.write(row.raw, source: "table", reason: row.problem)
    }
    try writer.finish()
  }
}
