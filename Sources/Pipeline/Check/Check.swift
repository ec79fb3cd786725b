internal import Formats
package import Records
internal import Reports

/// Looks through a pipeline file's sources without writing anything.
package struct Check {
  private struct Source {
    var name: String
    var files: [String]
    var facts: FileFacts?
    var records: Int
    var rejected: Int
    var unmapped: [String]
    var met: MetColumns
    var mistakes: [Diagnostic]
    /// A known field whose name an unmapped column has.
    var suggestions: [(column: String, field: FieldTarget)]
  }
  private let file: PipelineFile
  private var sources: [Source] = []
  private var history: [(name: String, rows: Int)] = []

  /// Reads every source to its end.
  ///
  /// - Throws: `PipelineError` or `ReadError` for what would stop a run.
  package init(file: PipelineFile) throws {
    self.file = file
    let plan = try SourcePlan(file)
    try Self.compareColumns(plan)
    sources = try plan.sources.map { try Self.source($0, file) }
    let mistakes = sources.flatMap(\.mistakes).sorted { $0.position < $1.position }
    guard mistakes.isEmpty else { throw PipelineError.invalid(mistakes) }
    history = try plan.history.map { table in
      var rows = 0
      for file in table.files {
        var reader = try table.definition.open(file.located).reader
        try reader.read { if case .record = $0 { rows += 1 } }
      }
      return (table.definition.name, rows)
    }
  }

  /// Every column that is named and not there.
  private static func compareColumns(_ plan: SourcePlan) throws {
    var check = MappingCheck(path: plan.path)
    for source in plan.sources {
      for file in source.files { try check.compare(source.definition, file.located) }
    }
    for table in plan.history {
      for file in table.files { try check.compare(table.definition, file.located) }
    }
    try check.finish()
  }

  private static func source(_ source: SourcePlan.Source, _ pipeline: PipelineFile) throws
    -> Source
  {
    var reading = try SourceReading(
      source.definition, files: source.files.map(\.located), country: pipeline.country)
    var records = 0
    var rejected = 0
    for file in source.files {
      try reading.read(file.located) { batch in
        records += batch.rows.count
        rejected += batch.rejected.count
      }
    }
    let unmapped = reading.unmappedColumns
    return Source(
      name: source.definition.name, files: source.files.map(\.located.name),
      facts: source.files.first.map { FileFacts($0.located, of: source.definition) },
      records: records, rejected: rejected, unmapped: unmapped, met: reading.met,
      mistakes: reading.mistakes(in: pipeline.path),
      suggestions: unmapped.compactMap { column in
        FieldVocabulary.target(of: column).map { (column, $0) }
      })
  }

  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var lines: [String] = []
    for source in sources {
      let facts = [source.facts?.format ?? "", source.facts?.encoding ?? ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append("\(source.name): \(source.files.joined(separator: ", ")) (\(facts))")
      lines.append(
        "  \(numbers.count(source.records)) \(source.records == 1 ? say("Datensatz", "record") : say("Datensätze", "records")), "
          + "\(numbers.count(source.rejected)) \(say("würden ausgesondert", "would be set aside"))")
      if !source.unmapped.isEmpty {
        lines.append(
          "  " + say("keinem Feld zugeordnet, werden behalten: ", "mapped to no field, are kept: ")
            + source.unmapped.joined(separator: ", "))
      }
      for suggestion in source.suggestions {
        lines.append(
          "  " + say("vielleicht: ", "perhaps: ") + "\(suggestion.column): \(suggestion.field.text)"
        )
      }
      if !source.met.unused.isEmpty {
        lines.append(
          "  " + say("zugeordnet, kam aber nicht vor: ", "mapped, but never met: ")
            + source.met.unused.map { column in
              let near = nearestName(to: column, among: source.unmapped)
              return column + (near.map { " (\(say("etwa", "perhaps")) \($0)?)" } ?? "")
            }.joined(separator: ", "))
      }
    }
    for table in history {
      lines.append("\(table.name): \(numbers.count(table.rows)) \(say("Zeilen", "rows"))")
    }
    lines.append(say("\(file.path): in Ordnung", "\(file.path): valid"))
    return lines.joined(separator: "\n")
  }
}
