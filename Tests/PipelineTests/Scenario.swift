import Foundation
import Formats
import GRDB
import Records
import Store
import Support

@testable import Pipeline

/// A pipeline with its inputs in a folder of its own, run as often as a test likes.
struct Scenario {
  let work: Workdir
  var pipeline = "pipeline.yaml"

  /// - Parameters:
  ///   - pipeline: the text of the pipeline file; inputs lie beside it, outputs in `out`.
  ///   - files: the text of each input.
  init(_ pipeline: String, _ files: [String: String]) throws {
    work = try Workdir()
    try work.write("pipeline.yaml", pipeline)
    for (name, text) in files { try work.write(name, text) }
  }

  var file: PipelineFile {
    get throws { try PipelineFile.read(work.path(pipeline), output: work.path("out")) }
  }

  @discardableResult
  func run(isDryRun: Bool = false, language: Language = .english) throws -> RunOutcome {
    try Run(file: file, options: RunOptions(isDryRun: isDryRun, language: language))
      .perform(progress: Progress(mode: .silent, language: language))
  }

  /// What stopped a run, as a person reads it; nil when it went through.
  func stop(isDryRun: Bool = false) -> String? {
    do {
      try run(isDryRun: isDryRun)
      return nil
    } catch {
      return message(of: error, .english)
    }
  }

  var outputs: [String] { Repository.names(in: work.path("out")) }

  /// Every written file with its bytes.
  func snapshot() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in outputs { files[name] = try work.bytes("out/" + name) }
    return files
  }

  func store<T>(_ body: (StoreReader) throws -> T) throws -> T {
    let store = try ContactStore(path: work.path("out/kontor.sqlite"), create: false)
    let result = try store.read(body)
    try store.close()
    return result
  }

  /// A digest of what the store says.
  func digest() throws -> String { try store { try $0.digest() } }

  /// How many rows each table of the store holds.
  func counts() throws -> [String: Int] { try store { try $0.counts() } }

  /// Has all runs begun at another time, as if nobody had looked since.
  func backdateRuns(to time: String) throws {
    let queue = try DatabaseQueue(path: work.path("out/kontor.sqlite"))
    try queue.write {
      try $0.execute(sql: "UPDATE runs SET started_at = ?", arguments: [time])
    }
    try queue.close()
  }

  /// The rows of a written table, by column.
  func rows(_ name: String) throws -> [[String: String]] {
    try readTable(work.path("out/" + name))
  }

  /// "SOURCE:KEY" of each record → its contact.
  func contacts() throws -> [String: String] {
    var contacts: [String: String] = [:]
    for row in try rows("clusters.csv") {
      contacts[(row["source"] ?? "") + ":" + (row["record_key"] ?? "")] = row["contact_id"]
    }
    return contacts
  }
}

/// The rows of a table, by column.
func readTable(_ path: String) throws -> [[String: String]] {
  var reader = try CSVReader(.file(path), options: CSVOptions(header: true))
  var rows: [[String: String]] = []
  try reader.read { event in
    guard case .record(let raw) = event else { return }
    rows.append(
      Dictionary(
        raw.values.map { (raw.columns[$0.column], $0.text) },
        uniquingKeysWith: { first, _ in first }))
  }
  return rows
}
