internal import Formats
internal import Records
internal import Reports
internal import Store
internal import Survivorship

/// Writes the run's files; each contact goes into all of them as it is merged.
struct WriteStage {
  private let file: PipelineFile
  private let language: Language
  private let isDryRun: Bool
  private var contacts: [any ContactWriting] = []
  private var postable: [Contact] = []
  private var paths: [String: String] = [:]
  /// How many postal lines there are and who has none; nil when none were asked for.
  private(set) var letters: LetterCount?

  /// The files a run writes beside the store: the report, the way back, and what the pipeline asks for.
  static func names(_ file: PipelineFile) -> [String] {
    [reportPage, reportData, clusters, ReviewTable.name] + file.outputs.map(\.rawValue)
  }

  private static let reportPage = "report.html"
  private static let reportData = "report.json"
  private static let clusters = "clusters.csv"
  static let rejected = "rejected.csv"

  /// - Parameter extras: columns mapped to no field; each is a column of contacts.csv.
  init(
    file: PipelineFile, language: Language, isDryRun: Bool, folder: inout OutputFolder,
    extras: [String], origin: @escaping (RecordID) -> RecordOrigin
  ) throws {
    self.file = file
    self.language = language
    self.isDryRun = isDryRun
    if isDryRun { return }
    for name in file.outputs {
      let path = folder.begin(name.rawValue)
      paths[name.rawValue] = path
      switch name {
      case .csv:
        contacts.append(
          try ContactCSVWriter(
            ByteOutput(path: path), extras: extras, language: language))
      case .jsonl: contacts.append(ContactJSONLWriter(try ByteOutput(path: path), origin: origin))
      case .vcf:
        contacts.append(
          VCardWriter(
            try ByteOutput(path: path), version: file.vCardVersion == "3.0" ? .v3 : .v4))
      case .crossReference, .households: break
      }
    }
    paths[Self.clusters] = folder.begin(Self.clusters)
    paths[ReviewTable.name] = folder.begin(ReviewTable.name)
    paths[Self.rejected] = folder.begin(Self.rejected)
  }

  mutating func add(_ contact: Contact) throws {
    for index in contacts.indices { try contacts[index].write(contact) }
    if file.outputs.contains(.households) { postable.append(contact) }
  }

  /// Writes what needs the whole store, and ends all files but the report.
  mutating func finish(_ reader: StoreReader, relations: [Relation], matching: Matching) throws {
    for index in contacts.indices { try contacts[index].close() }
    if file.outputs.contains(.households) { try writeHouseholds(relations) }
    if isDryRun { return }
    if let path = paths[OutputName.crossReference.rawValue] {
      var writer = try CrossReferenceWriter(ByteOutput(path: path))
      try reader.forEachCrossReference { reference in
        guard let contact = reference.contact else { return }
        try writer.write(source: reference.source, key: reference.key, contact: contact)
      }
      try writer.close()
    }
    try writeClusters(reader, matching)
    if let path = paths[ReviewTable.name] {
      try ReviewTable.write(matching, from: reader, to: path, language)
    }
    try writeRejected(reader)
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
      (Self.rejected, Phrase(de: "ausgesonderte Zeilen", en: "rows set aside")),
    ]
    return purposes.compactMap { name, purpose in
      guard name == Self.reportPage || paths[name] != nil else { return nil }
      let length = name == Self.reportPage ? nil : folder.length(of: name)
      if name == Self.rejected, length == nil { return nil }
      return OutputFile(name: name, purpose: purpose, lengthInBytes: length)
    }
  }

  private mutating func writeHouseholds(_ relations: [Relation]) throws {
    let pairs = relations.filter { $0.kind == .household }
      .map { (ContactID($0.left), ContactID($0.right)) }
    let lines = householdLines(of: households(of: postable, joined: pairs), language: language)
    letters = LetterCount(lines)
    guard let path = paths[OutputName.households.rawValue] else { return }
    var writer = try HouseholdWriter(ByteOutput(path: path))
    for line in lines.lines { try writer.write(line.postalLine) }
    try writer.close()
  }

  private func writeClusters(_ reader: StoreReader, _ matching: Matching) throws {
    guard let path = paths[Self.clusters] else { return }
    var lowest: [RecordID: RecordID] = [:]
    for cluster in matching.clusters {
      for record in cluster { lowest[record] = cluster.first }
    }
    var writer = try ClustersWriter(ByteOutput(path: path))
    try reader.forEachCrossReferenceByPlace { reference in
      guard let contact = reference.contact else { return }
      try writer.write(
        ClusterLine(
          cluster: String(lowest[reference.record] ?? reference.record), contact: contact,
          status: reference.status.rawValue, source: reference.source,
          location: reference.location, recordKey: reference.key, recID: reference.recID))
    }
    try writer.close()
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

/// A file that takes contacts one by one.
protocol ContactWriting {
  mutating func write(_ contact: Contact) throws
  mutating func close() throws
}

extension LetterCount {
  fileprivate init(_ households: HouseholdLines) {
    let leftOut = LeftOutReason.allCases.compactMap { reason in
      households.leftOut[reason].map {
        LeftOut(code: reason.rawValue, reason: reason.phrase, count: $0)
      }
    }
    self.init(
      lines: households.lines.count,
      leftOut: leftOut.sorted { ($1.count, $0.code) < ($0.count, $1.code) })
  }
}

extension HouseholdLine {
  /// The line as it is written: a contact person's organization stands under the name.
  fileprivate var postalLine: PostalLine {
    PostalLine(
      addressee: addressee,
      address: Address(
        street: street,
        addition: [organization, addition].filter { !$0.isEmpty }.joined(separator: ", "),
        postalCode: postalCode, place: place, country: country), contacts: contacts)
  }
}

extension ContactCSVWriter: ContactWriting {}
extension ContactJSONLWriter: ContactWriting {}
extension VCardWriter: ContactWriting {}
