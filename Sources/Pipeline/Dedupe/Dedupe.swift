package import Formats
internal import Foundation
internal import Linkage
package import Records
internal import Reports
internal import Survivorship

/// Finds the duplicates of one table, without a pipeline file or a store.
///
/// Writes `clusters.csv` (rec_id, cluster_id for every row) and `contacts.csv`, both sorted by rec_id and
/// the same for any order of the rows where a column names them.
package struct Dedupe {
  let file: String
  let folder: String
  package var operatingPoint = OperatingPointName.balanced
  package var country = "DE"
  package var language = Language.english
  /// The column that names the rows; nil: rec_id, else the row's number.
  package var idColumn: String?
  /// Column → target, in place of what its name says.
  package var map: [String: MappingTarget] = [:]

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

  /// - Throws: `PipelineError` or `ReadError` when nothing can be done; then nothing is written.
  package func perform(progress: Progress) throws -> DedupeOutcome {
    try checkInputsAreKept([file], ["clusters.csv", "contacts.csv"], in: folder)
    progress.begin(.read)
    let table = try DedupeTable(self)
    progress.end(count: table.rows.count, unit: Unit.rows)
    var output = try OutputFolder(folder)
    let linkage = link(table, progress)
    do {
      progress.begin(.write)
      let clusters = clusters(of: table, linkage)
      try writeClusters(table, clusters, to: output.begin("clusters.csv"))
      try writeContacts(table, clusters, to: output.begin("contacts.csv"))
      try output.publish()
      progress.end(count: 2, unit: Unit.files)
      return DedupeOutcome(
        rows: table.rows.count, contacts: Set(clusters).count, unusable: table.unusableCount,
        reviewPairs: linkage.reviewPairs.count,
        expectedPrecision: linkage.statistics.expectedPrecision,
        expectedRecall: linkage.statistics.expectedRecall, folder: folder,
        unmappedColumns: table.unmappedColumns)
    } catch {
      output.discard()
      throw error
    }
  }

  private func link(_ table: DedupeTable, _ progress: Progress) -> Linkage {
    var columns = Columns()
    for record in table.records {
      _ = columns.append(record, inheriting: nil, numbering: "table")
    }
    progress.begin(.compare)
    let options = LinkOptions(at: operatingPoint == .safe ? .safe : .balanced)
    let count = table.records.count
    let linkage = Linker(options: options).link(columns, on: CoreExecutor()) { _, share in
      progress.advance(fraction: share, count: Int(share * Double(count)), unit: Unit.records)
    }
    progress.end(count: linkage.clusters.count, unit: Unit.clusters)
    return linkage
  }

  /// For each row the lowest row of its cluster.
  private func clusters(of table: DedupeTable, _ linkage: Linkage) -> [Int] {
    var lowest = Array(table.rows.indices)
    for cluster in linkage.clusters {
      let rows = cluster.members.map { table.rowOfRecord[$0] }
      guard let first = rows.min() else { continue }
      for row in rows { lowest[row] = first }
    }
    return lowest
  }

  private func writeClusters(_ table: DedupeTable, _ clusters: [Int], to path: String) throws {
    var writer = CSVWriter(try ByteOutput(path: path))
    try writer.write(["rec_id", "cluster_id"])
    for (row, cluster) in clusters.enumerated() {
      try writer.write([table.rows[row].id, table.rows[cluster].id])
    }
    try writer.close()
  }

  /// One contact for each cluster; rows without contact data give none.
  private func writeContacts(_ table: DedupeTable, _ clusters: [Int], to path: String) throws {
    var members: [Int: [Record]] = [:]
    for (row, cluster) in clusters.enumerated() {
      if let record = table.rows[row].record { members[cluster, default: []].append(record) }
    }
    let merger = Merger(rules: SurvivorshipRules(), priorities: [:])
    let inputs = members.keys.sorted().map { (row: $0, records: members[$0] ?? []) }
    let contacts = concurrentMap(inputs) { input in
      merger.contact(id: ContactID(input.row + 1), from: input.records)
    }
    var writer = try ContactCSVWriter(
      ByteOutput(path: path), extras: table.unmappedColumns, language: language,
      name: { table.rows[Int($0) - 1].id })
    for contact in contacts { try writer.write(contact) }
    try writer.close()
  }
}

/// What came of a table.
package struct DedupeOutcome: Sendable {
  package var rows: Int
  /// Clusters, rows that are alone among them.
  package var contacts: Int
  /// Rows without contact data; each is a cluster of its own.
  package var unusable: Int
  package var reviewPairs: Int
  package var expectedPrecision: Double
  package var expectedRecall: Double
  package var folder: String
  package var unmappedColumns: [String]

  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var lines = [
      [say("Zeilen", "rows"), numbers.count(rows)],
      [say("Kontakte", "contacts"), numbers.count(contacts)],
      [say("Dubletten", "duplicates"), numbers.count(rows - contacts)],
    ]
    if unusable > 0 {
      lines.append([say("ohne Kontaktdaten", "without contact data"), numbers.count(unusable)])
    }
    var text = table(lines)
    if !unmappedColumns.isEmpty {
      text +=
        "\n" + say("keinem Feld zugeordnet: ", "mapped to no field: ")
        + unmappedColumns.joined(separator: ", ")
    }
    return text + "\n" + say("geschrieben nach ", "written to ") + folder
  }
}
