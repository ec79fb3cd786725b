internal import Formats
internal import Linkage
internal import Records
internal import Reports
internal import Store

/// Writes the run's files; each contact goes into all of them as it is merged.
struct WriteStage {
  private let file: PipelineFile
  private let language: Language
  private let isDryRun: Bool
  /// How contacts are written, and the open files that take them.
  let plan: ContactFilePlan
  private var contacts: [ByteOutput] = []
  private var postable: [Contact] = []
  private var paths: [String: String] = [:]

  /// The files a run writes beside the store: the report, the way back, and what the pipeline asks for.
  static func names(_ file: PipelineFile) -> [String] {
    [reportPage, reportData, clusters, ReviewTable.name] + file.outputs.map(\.rawValue)
  }

  private static let reportPage = "report.html"
  private static let reportData = "report.json"
  private static let clusters = "clusters.csv"
  static let rejected = "rejected.csv"

  init(
    file: PipelineFile, language: Language, isDryRun: Bool, folder: inout OutputFolder,
    matching: Matching
  ) throws {
    self.file = file
    self.language = language
    self.isDryRun = isDryRun
    plan = ContactFilePlan(
      names: isDryRun ? [] : file.outputs.filter { [.csv, .jsonl, .vcf].contains($0) },
      wantsLetters: file.outputs.contains(.households), extras: matching.allExtraNames,
      language: language, vCardVersion: file.vCardVersion == "3.0" ? .v3 : .v4,
      matching: matching)
    if isDryRun { return }
    for name in file.outputs { paths[name.rawValue] = folder.begin(name.rawValue) }
    for name in plan.names {
      let output = try ByteOutput(path: paths[name.rawValue] ?? "")
      // What stands before the first contact.
      _ = try plan.writer(name, to: output, hasHeader: true)
      contacts.append(output)
    }
    paths[Self.clusters] = folder.begin(Self.clusters)
    paths[ReviewTable.name] = folder.begin(ReviewTable.name)
    paths[Self.rejected] = folder.begin(Self.rejected)
  }

  mutating func add(_ products: ContactProducts) throws {
    for (output, lines) in zip(contacts, products.lines) { try output.write { $0 += lines } }
    postable += products.postable
  }

  /// Ends the files that took contacts one by one, and writes what the store alone knows.
  ///
  /// - Parameters:
  ///   - contacts: of each cluster.
  ///   - questions: those to people, the most valuable first.
  /// - Returns: what is left to be written, on any thread.
  func finish(
    _ reader: StoreReader, relations: [Relation], contacts: [ContactID],
    questions: [ReviewQuestion]
  ) throws -> RemainingFiles {
    for output in self.contacts { try output.close() }
    if let path = paths[ReviewTable.name] {
      try ReviewTable.write(
        questions, of: plan.matching, from: reader, to: path,
        workbook: paths[OutputName.workbook.rawValue], language)
    }
    try writeRejected(reader)
    let wantsKeys = paths[OutputName.crossReference.rawValue] != nil
    return RemainingFiles(
      crossReference: paths[OutputName.crossReference.rawValue], clusters: paths[Self.clusters],
      letters: paths[OutputName.households.rawValue], language: language,
      matching: plan.matching, contacts: contacts,
      recordsByKey: wantsKeys ? try reader.recordsByKey() : [],
      postable: plan.wantsLetters ? postable : nil,
      joined: relations.filter { $0.kind == .household }
        .map { (ContactID($0.left), ContactID($0.right)) })
  }

  /// Writes both reports; a dry run has no other files.
  mutating func write(_ report: Report, to folder: inout OutputFolder) throws {
    let page = try ByteOutput(path: folder.begin(Self.reportPage))
    try HTMLReport(report, language: language).write { try page.write($0) }
    try page.close()
    let data = try ByteOutput(path: folder.begin(Self.reportData))
    try JSONReport(report, language: language).write { try data.write($0) }
    try data.close()
  }

  /// What was written so far, for the report's list.
  func outputs(_ folder: OutputFolder) -> [OutputFile] {
    let purposes: [(String, Phrase)] = [
      (Self.reportPage, Phrase(de: "dieser Bericht", en: "the report")),
      (OutputName.csv.rawValue, Phrase(de: "Kontakte als Tabelle", en: "contacts as a table")),
      (OutputName.vcf.rawValue, Phrase(de: "Kontakte als vCards", en: "contacts as vCards")),
      (
        OutputName.jsonl.rawValue,
        Phrase(de: "Kontakte mit Herkunft jedes Werts", en: "contacts with every value's origin")
      ),
      (
        OutputName.crossReference.rawValue,
        Phrase(de: "Schlüssel der Quellen → Kontakt", en: "the sources' keys → contact")
      ),
      (
        OutputName.households.rawValue,
        Phrase(de: "eine Postanschrift je Haushalt", en: "one postal line a household")
      ),
      (
        Self.clusters, Phrase(de: "jeder Datensatz mit seiner Gruppe", en: "every record's cluster")
      ),
      (
        ReviewTable.name,
        Phrase(de: "offene Fragen, zum Entscheiden", en: "open questions, to be decided")
      ),
      (
        OutputName.workbook.rawValue,
        Phrase(de: "dieselben Fragen als Arbeitsmappe", en: "the same questions as a workbook")
      ),
      (Self.rejected, Phrase(de: "ausgesonderte Zeilen", en: "rows set aside")),
    ]
    return purposes.compactMap { name, purpose in
      guard name == Self.reportPage || paths[name] != nil else { return nil }
      let length = name == Self.reportPage ? nil : folder.length(of: name)
      if name == Self.rejected, length == nil { return nil }
      return OutputFile(name: name, purpose: purpose, lengthInBytes: length)
    }
  }

  private func writeRejected(_ reader: StoreReader) throws {
    guard let path = paths[Self.rejected] else { return }
    var sources: [String: String] = [:]
    for source in try reader.sources() {
      for stored in try reader.files(of: source.id) { sources[stored.path] = source.source.name }
    }
    let writer = RejectedWriter(path: path, language: language)
    try reader.forEachRejectedRow { row in
      let problem = Problem(
        code: row.code, location: row.raw.location, action: .setAside, message: row.reason)
      try writer.write(row.raw, source: sources[row.raw.location.file] ?? "", reason: problem)
    }
    try writer.finish()
  }
}
