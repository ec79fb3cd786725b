internal import Formats
internal import Records

/// Looks through files: what they are, and what their columns hold.
package struct Inspector {
  private let country: String
  private let judge: ColumnJudge

  /// - Parameter country: ISO 3166 alpha-2: where phones without a country are.
  package init(country: String = "DE") {
    self.country = country
    judge = ColumnJudge(country: country)
  }

  /// Looks through a file from its first record to its last; through each sheet of a workbook.
  ///
  /// - Parameters:
  ///   - path: what to open.
  ///   - name: what to call it.
  ///   - csv: what the user says of a table; nil parts are detected.
  /// - Returns: One; of a workbook one for each sheet that is shown and holds rows.
  /// - Throws: `ReadError` when it can't be read.
  package func inspect(_ path: String, name: String, csv: CSVSettings = CSVSettings()) throws
    -> [FileInspection]
  {
    var input = try ByteInput.file(path, name: name)
    let sample = try input.peek(TextEncoding.sampleSize)
    let format = Format.sniffed(sample)
    if let foreign = ForeignFile(sample) { return [.none(name, format, foreign.advice)] }
    guard format.isWorkbook else { return [try inspect(input, format, sheet: nil, csv)] }
    let sheets = try SheetReader.sheets(of: input)
    guard sheets.count > 1 else { return [try inspect(input, format, sheet: nil, csv)] }
    return try sheets.map {
      try inspect(try ByteInput.file(path, name: name), format, sheet: $0, csv)
    }
  }

  private func inspect(
    _ input: ByteInput, _ format: Format, sheet: String?, _ csv: CSVSettings
  ) throws -> FileInspection {
    var input = input
    let name = input.name
    let sample = try input.peek(TextEncoding.sampleSize)
    var settings = SourceSettings(
      format: format, csv: csv.options(source: nil, names: []), sheet: sheet)
    var exports: [KnownExport] = []
    if settings.format == .xml {
      let outline = try XMLOutline(of: input)
      exports = KnownExports.named(byElements: Set(outline.paths.flatMap(\.self)))
      guard let record = exports.first?.source.xml?.record ?? outline.repeatingPath else {
        return .none(
          name, .xml, Phrase(de: "kein Element wiederholt sich", en: "no element repeats"))
      }
      settings.xml = XMLShape(record: record)
    }
    var source = try RecordSource.open(input, settings: settings)
    var inspection = FileInspection(path: name, format: source.format)
    inspection.sheet = sheet
    inspection.exports = exports
    inspection.record = source.shape?.record
    inspection.dialect = source.dialect
    inspection.header = source.table?.headerLine
    inspection.isTable = source.table != nil
    if let encoding = source.encoding {
      inspection.encoding = encoding
      inspection.evidence = try EncodingEvidence.phrase(for: encoding, source.format, sample, name)
    }
    var look = ColumnLook(isPath: !inspection.isTable)
    if let table = source.table { look.begin(table.columns) }
    try source.reader.read { look.add($0) }
    return finished(inspection, look)
  }

  private func finished(_ inspection: FileInspection, _ look: ColumnLook) -> FileInspection {
    var inspection = inspection
    inspection.rows = look.rows
    inspection.rejected = look.rejected
    inspection.problems = look.problems.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    let hasHeader = inspection.header != nil
    switch inspection.format {
    case .xml: inspection.columns = elements(look, inspection)
    case .icalendar:
      inspection.columns = look.columns(look.profiles.map { _ in .unknown })
      inspection.role = .activities
    case let format where format.namesItsFields:
      inspection.columns = properties(look, format)
      if format == .mail { inspection.role = .contactsAndActivities }
    default:
      let names = look.profiles.map { inspection.isTable && !hasHeader ? "" : $0.name }
      if hasHeader { inspection.exports = KnownExports.named(by: names).map { [$0] } ?? [] }
      let verdicts = judge.verdicts(
        on: look.profiles, names: names, export: inspection.exports.first, rows: look.rows)
      inspection.columns = look.columns(verdicts)
      inspection.dateColumn = FileRole.dateColumn(look, judge).map { inspection.columns[$0].name }
      inspection.role = FileRole.judged(inspection)
    }
    if look.rows == 0 {
      inspection.role = .none(Phrase(de: "kein Datensatz darin", en: "it holds no record"))
    }
    inspection.numbers = look.customerNumbers(inspection.columns)
    return inspection
  }

  /// What cards, directories and mails hold they say themselves.
  private func properties(_ look: ColumnLook, _ format: Format) -> [FileInspection.Column] {
    let targets = format.columns
    return look.columns(
      look.profiles.map { profile in
        guard let target = targets[profile.name] else { return .unknown }
        return ColumnVerdict(target: target, confidence: 0.99, reason: .export)
      })
  }

  private func elements(_ look: ColumnLook, _ inspection: FileInspection)
    -> [FileInspection.Column]
  {
    let scopes = ElementScopes(look.profiles, export: inspection.exports.first)
    return scopes.columns(look, judge)
  }
}

extension FileInspection {
  /// A file that is no source.
  static func none(_ path: String, _ format: Format, _ reason: Phrase) -> FileInspection {
    var inspection = FileInspection(path: path, format: format)
    inspection.role = .none(reason)
    return inspection
  }
}

/// Why a file is read in an encoding.
enum EncodingEvidence {
  /// - Throws: `ReadError` for an XML declaration that names no known encoding.
  static func phrase(
    for encoding: TextEncoding, _ format: Format, _ sample: ArraySlice<UInt8>, _ file: String
  ) throws -> Phrase {
    guard format == .xml else { return phrase(for: encoding, in: sample) }
    let isWhole = sample.count < TextEncoding.sampleSize
    let xml = try XMLEncoding(sample: sample, isWhole: isWhole, file: file)
    return xml.isDeclaredWrongly
      ? Phrase(de: "die Bytes, anders als angegeben", en: "the bytes, unlike the declaration")
      : Phrase(de: "angegeben", en: "declared")
  }

  private static func phrase(for encoding: TextEncoding, in sample: ArraySlice<UInt8>) -> Phrase {
    let start = Array(sample.prefix(3))
    let hasMark =
      start == [0xEF, 0xBB, 0xBF] || start.starts(with: [0xFF, 0xFE])
      || start.starts(with: [0xFE, 0xFF])
    if hasMark { return Phrase(de: "Marke am Anfang", en: "a byte order mark") }
    guard sample.contains(where: { $0 >= 0x80 || $0 == 0 }) else {
      return Phrase(de: "nur ASCII", en: "ASCII alone")
    }
    switch encoding {
    case .utf8: return Phrase(de: "gültige Folgen", en: "well-formed sequences")
    case .utf16LittleEndian, .utf16BigEndian:
      return Phrase(de: "jedes zweite Byte ist null", en: "every second byte is zero")
    default: return Phrase(de: "kein UTF-8", en: "not UTF-8")
    }
  }
}
