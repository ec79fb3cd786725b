internal import Formats
internal import Records

/// Whether the columns that a pipeline file names are there, in every table at once.
///
/// A column that a table's header lacks is a wrong mapping or a wrong file: nothing is read then.
struct MappingCheck {
  /// The pipeline file, as its user gave it.
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Compares the header of a source's table with its mapping.
  ///
  /// - Throws: `ReadError` when the file can't be read.
  mutating func compare(_ source: SourceDefinition, _ file: LocatedFile) throws {
    let format = try source.format(of: file)
    guard format.isTable, try !source.isRejectedFile(file), let table = try source.open(file).table,
      !table.columns.isEmpty
    else { return }
    var mapping = source.mapping(of: format)
    let location = Location(file: file.name, line: 1, ordinal: 0)
    _ = mapping.apply(RawRecord(location: location, columns: table.columns, values: []))
    let missing = Set(mapping.unusedColumns)
    for line in source.map where line.target != .ignore && missing.contains(line.column) {
      add(missingColumn(line.column, in: table, file: file.name), at: line.position)
    }
  }

  /// Compares the header of a table of history with the columns that link it.
  ///
  /// - Throws: `ReadError` when the file can't be read.
  mutating func compare(_ table: ActivityDefinition, _ file: LocatedFile) throws {
    guard let reader = try table.open(file).table, !reader.columns.isEmpty else { return }
    guard table.hasLink else {
      return add(
        Phrase(
          de: "\"link\" fehlt: welche Spalten den Kontakt nennen",
          en: "\"link\" is missing: which columns name the contact"), at: table.position)
    }
    for column in table.columns where !reader.columns.contains(column) {
      add(
        missingColumn(column, in: reader, file: file.name),
        at: table.positions[column] ?? table.position)
    }
  }

  /// - Throws: `PipelineError.invalid` with every mistake that was found.
  func finish() throws {
    guard !diagnostics.isEmpty else { return }
    throw PipelineError.invalid(diagnostics.sorted { $0.position < $1.position })
  }

  private mutating func add(_ message: Phrase, at position: FilePosition) {
    diagnostics.append(Diagnostic(file: path, position: position, message: message))
  }
}

/// "erp.csv: no column "Nahme": did you mean "Name"?"
///
/// Where nothing shows that the first row is a header, it may hold a contact: then no name is told.
func missingColumn(_ column: String, in table: any TableReader, file: String) -> Phrase {
  let what = Phrase(
    de: "\(file): keine Spalte heißt \"\(column)\"", en: "\(file): no column \"\(column)\"")
  if table.isHeaderCertain {
    return what + suggestion(for: column, among: table.columnsToTell)
  }
  if table.headerLine == nil {
    return what
      + Phrase(
        de: ": es gibt \(table.columnsToTell.joined(separator: ", ")), denn die erste Zeile ist "
          + "wohl keine Kopfzeile",
        en: ": there is \(table.columnsToTell.joined(separator: ", ")), as the first row is hardly "
          + "a header")
  }
  return what
    + Phrase(
      de: ": die erste Zeile ist kaum eine Kopfzeile, fehlt sie?",
      en: ": the first row is hardly a header, is it missing?")
}
