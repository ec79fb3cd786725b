internal import Formats
internal import Records

extension SourceDefinition {
  /// The mapping of the source's columns, nested records' included.
  func mapping(of format: Format) -> Mapping {
    // A vCard's properties say themselves what they are.
    var columns = format.columns
    for line in map { columns[line.column] = line.target }
    let nested = (xml?.nested ?? []).map { shape in
      shape.map.reduce(into: [String: MappingTarget]()) { $0[$1.column] = $1.target }
    }
    let roles = roles.map { MappedValue(FieldTarget(.role), $0) }
    return Mapping(
      source: name, columns: columns, nested: nested,
      constants: constants.map { MappedValue($0.target, $0.text) } + roles,
      holdsContacts: format.holdsContacts, keyIsCustomerNumber: numbering != nil)
  }

  /// The format of a file: the pipeline file's word, else what its first bytes show.
  ///
  /// A corrected `rejected.csv` is a table, whatever the source's own files are.
  func format(of file: LocatedFile) throws -> Format {
    var input = try ByteInput.file(file.path, name: file.name)
    let sample = try input.peek(TextEncoding.sampleSize)
    return Self.isRejectedFile(sample) ? .csv : format(ofSample: sample)
  }

  /// The same by its first bytes.
  func format(ofSample sample: some Collection<UInt8>) -> Format {
    if let format { return format }
    let sniffed = Format.sniffed(sample)
    // Who names an element wants to read it, whatever the XML is.
    let isXML = [.xcard, .fods, .excelXML].contains(sniffed)
    return isXML && xml != nil ? .xml : sniffed
  }

  func isRejectedFile(_ file: LocatedFile) throws -> Bool {
    var input = try ByteInput.file(file.path, name: file.name)
    return try Self.isRejectedFile(input.peek(64))
  }

  private static func isRejectedFile(_ sample: some Collection<UInt8>) -> Bool {
    let start = sample.starts(with: [0xEF, 0xBB, 0xBF]) ? sample.dropFirst(3) : sample.dropFirst(0)
    let name = RejectedColumn.source.rawValue.utf8
    return start.starts(with: name) || start.dropFirst().starts(with: name)
  }

  /// Opens one of the source's files.
  func open(_ file: LocatedFile, counting counter: ByteCounter? = nil) throws -> RecordSource {
    var input = try ByteInput.file(file.path, name: file.name)
    if let counter { input.onProgress = { counter.bytes = $0 } }
    let format = try format(of: file)
    guard format != .icalendar else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(file.name): ist ein Kalender und gehört unter \"activities\"",
          en: "\(file.name): is a calendar, and belongs under \"activities\""))
    }
    // Our own table has its own dialect, and a spreadsheet may have changed that.
    let ownTable = CSVSettings(header: true).options(source: name, names: [])
    let settings = try SourceSettings(
      format: format, csv: isRejectedFile(file) ? ownTable : csvOptions,
      xml: format == .xml ? shape(file) : nil, sheet: sheet, mail: MailOptions(own: own))
    return try RecordSource.open(input, settings: settings)
  }

  /// How its tables are read.
  var csvOptions: CSVOptions {
    csv.options(source: name, names: format == .xml ? [] : map.map(\.column))
  }

  private func shape(_ file: LocatedFile) throws -> XMLShape {
    guard let xml else {
      throw PipelineError.stopped(
        Phrase(
          de:
            "\(file.name): ist XML: nennen Sie in der Quelle \"\(name)\" mit \"record\" das Element, "
            + "das sich wiederholt",
          en: "\(file.name): is XML: name the element that repeats with \"record\" in source "
            + "\"\(name)\""))
    }
    return XMLShape(
      record: xml.record, nested: xml.nested.map(\.record), namespaces: xml.namespaces,
      columns: map.map(\.column) + xml.nested.flatMap(\.map).map(\.column))
  }
}

extension CSVSettings {
  /// - Parameter names: columns that the user names.
  func options(source: String?, names: [String]) -> CSVOptions {
    CSVOptions(
      delimiter: delimiter?.utf8.first, quote: quote?.utf8.first,
      encoding: encoding.flatMap { TextEncoding(name: $0) }, header: header, skipLines: skip,
      sourceName: source, names: names)
  }
}
