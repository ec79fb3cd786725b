internal import Records

/// What a pipeline file or a user says of a file; what is nil is told by its content.
package struct SourceSettings: Sendable {
  package var format: Format?
  package var csv: CSVOptions
  /// Where an XML file holds its records.
  package var xml: XMLShape?
  /// Of a workbook; nil: the first that is shown and holds rows.
  package var sheet: String?
  package var mail: MailOptions

  package init(
    format: Format? = nil, csv: CSVOptions = CSVOptions(), xml: XMLShape? = nil,
    sheet: String? = nil, mail: MailOptions = MailOptions()
  ) {
    self.format = format
    self.csv = csv
    self.xml = xml
    self.sheet = sheet
    self.mail = mail
  }

  /// A workbook's header is told by what is said of a table's.
  var sheetOptions: SheetOptions {
    SheetOptions(sheet: sheet, header: csv.header, skippedRows: csv.skipLines, names: csv.names)
  }
}

/// A file that is open for reading, whatever its format, and what a look at it has shown.
package struct RecordSource {
  package let format: Format
  /// Of the file; one that names its columns is a `TableReader`.
  package var reader: any RecordReader
  /// How the bytes spell characters; nil where the format says it itself.
  package private(set) var encoding: TextEncoding?
  /// Of a CSV file.
  package private(set) var dialect: CSVDialect?
  /// Of an XML file: as it was given, else the element that repeats.
  package private(set) var shape: XMLShape?
  /// Of a workbook; nil when none of its sheets holds rows.
  package private(set) var sheet: String?

  /// Opens a file.
  ///
  /// - Throws: `ReadError` when it can't be read, or is XML in which nothing repeats.
  package static func open(
    _ input: ByteInput, settings: SourceSettings = SourceSettings()
  ) throws -> RecordSource {
    var input = input
    let sample = try input.peek(TextEncoding.sampleSize)
    let format = settings.format ?? Format.sniffed(sample)
    let isWhole = sample.count < TextEncoding.sampleSize
    switch format {
    case .csv:
      let reader = try CSVReader(input, options: settings.csv)
      var source = RecordSource(format, reader)
      source.encoding = reader.dialect.encoding
      source.dialect = reader.dialect
      return source
    case .vcard, .ldif, .mail, .icalendar:
      var source = RecordSource(format, linesReader(format, input, settings))
      source.encoding = .detected(in: sample, isWhole: isWhole)
      return source
    case .xcard: return RecordSource(format, XCardReader(input))
    case .xml:
      let shape = try settings.xml ?? XMLShape(record: repeatingElement(of: input))
      var source = RecordSource(format, XMLReader(input, shape: shape))
      source.shape = shape
      source.encoding = try XMLEncoding(sample: sample, isWhole: isWhole, file: input.name).encoding
      return source
    case .xlsx, .ods, .fods, .excelXML:
      let reader = try SheetReader(input, options: settings.sheetOptions)
      var source = RecordSource(format, reader)
      source.sheet = reader.sheet
      return source
    }
  }

  /// A reader of what stands line by line.
  private static func linesReader(
    _ format: Format, _ input: ByteInput, _ settings: SourceSettings
  ) -> any RecordReader {
    switch format {
    case .ldif: LDIFReader(input)
    case .mail: MailReader(input, options: settings.mail)
    case .icalendar: CalendarReader(input)
    default: VCardReader(input)
    }
  }

  private init(_ format: Format, _ reader: any RecordReader) {
    self.format = format
    self.reader = reader
  }

  /// The columns and header of a table; nil where records name what they hold one by one.
  package var table: (any TableReader)? { reader as? any TableReader }

  private static func repeatingElement(of input: ByteInput) throws -> String {
    if let path = try XMLOutline(of: input).repeatingPath { return path }
    throw ReadError.malformed(
      file: input.name, line: 1,
      what: Phrase(
        de: "kein Element wiederholt sich: nennen Sie eines mit \"record\"",
        en: "no element repeats: name one with \"record\""))
  }
}
