internal import Formats
package import Records
internal import Reports

extension PipelineDraft {
  /// The draft as a pipeline file. It holds names of files and columns, and no value of a contact.
  package func yaml(_ language: Language) -> String {
    DraftWriter(draft: self, language: language).text
  }
}

/// Writes a draft line by line.
private struct DraftWriter {
  let draft: PipelineDraft
  let language: Language
  private var lines: [String] = []

  init(draft: PipelineDraft, language: Language) {
    self.draft = draft
    self.language = language
  }

  var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private func say(_ german: String, _ english: String) -> String {
    Phrase(de: german, en: english)(language)
  }

  private mutating func write() {
    lines += [
      say(
        "# Vorgeschlagen von kontor init. Sehen Sie die Zuordnungen durch: hinter jeder steht, wie",
        "# Proposed by kontor init. Look through the mappings: behind each stands how"),
      say(
        "# sicher sie ist. Dann: kontor check DATEI, kontor run DATEI --dry-run, kontor run DATEI.",
        "# sure it is. Then: kontor check FILE, kontor run FILE --dry-run, kontor run FILE."),
      "name: \(yamlScalar(draft.name))", "country: \(yamlScalar(draft.country))",
      "input: \(yamlScalar(draft.input))", "output: out",
    ]
    lines += ["", "sources:"]
    if draft.sources.isEmpty { lines[lines.count - 1] = "sources: []" }
    for source in draft.sources { write(source) }
    write(.activities, "activities")
    write(.opportunities, "opportunities")
    writeRest()
  }

  private mutating func write(_ source: PipelineDraft.Source) {
    writeHead(source)
    lines.append("    format: \(source.first.format.rawValue)")
    lines.append("    priority: \(source.priority)")
    if let numbering = source.numbering {
      lines.append("    numbering: \(yamlScalar(numbering))")
    }
    if let roles = source.export?.source.roles, !roles.isEmpty {
      lines.append("    roles: [\(roles.map(yamlScalar).joined(separator: ", "))]")
    }
    writeDialect(source.first)
    if let record = source.export?.source.xml?.record ?? source.first.record {
      lines.append("    record: \(yamlScalar(record))")
    }
    if source.first.format == .mail { writeOwn() }
    guard !source.first.format.namesItsFields else { return lines.append("") }
    let map = DraftMapping(source)
    write(map.outer, indent: "    ")
    if !map.constants.isEmpty {
      lines.append("    constants:")
      for constant in map.constants {
        if constant.text == DraftMapping.anyChannel {
          lines.append(
            say(
              "      # Ein Ja gilt so für nichts, ein Nein für alles. Wofür gilt es: email, phone, post?",
              "      # So a yes counts for nothing, a no for all. What is it about: email, phone, post?"
            ))
        }
        lines.append("      \(constant.field): \(yamlScalar(constant.text))")
      }
    }
    if !map.nested.isEmpty { lines.append("    nested:") }
    for nested in map.nested {
      lines.append("      - record: \(yamlScalar(nested.path))")
      write(nested.lines, indent: "        ")
    }
    writeLeftOut(map)
    lines.append("")
  }

  private mutating func writeHead(_ source: PipelineDraft.Source) {
    let rows = source.files.reduce(0) { $0 + $1.rows }
    var facts = [source.first.formatName]
    if let encoding = source.first.encoding { facts.append(encoding.label) }
    facts.append(
      "\(NumberText(language).count(rows)) "
        + (rows == 1 ? say("Datensatz", "record") : say("Datensätze", "records")))
    if let export = source.export { facts.append(export.title(language)) }
    lines.append("  # \(yamlComment(facts.joined(separator: ", ")))")
    lines.append("  - name: \(yamlScalar(source.name))")
    let paths = source.paths.map(yamlScalar)
    lines.append(
      "    file: " + (paths.count == 1 ? paths[0] : "[\(paths.joined(separator: ", "))]"))
  }

  private mutating func writeDialect(_ file: FileInspection) {
    if let sheet = file.sheet { lines.append("    sheet: \(yamlScalar(sheet))") }
    guard let dialect = file.dialect else { return }
    var parts = ["delimiter: \(Self.delimiter(dialect.delimiter))"]
    if dialect.quote != UInt8(ascii: "\"") {
      parts.append("quote: \(yamlScalar(String(Character(Unicode.Scalar(dialect.quote)))))")
    }
    // ASCII alone says nothing of what the next export will hold.
    if file.evidence.english != "ASCII alone" || draft.csv.encoding != nil {
      parts.append("encoding: \(draft.csv.encoding ?? dialect.encoding.rawValue)")
    }
    if !dialect.hasHeader { parts.append("header: false") }
    lines.append("    csv: { \(parts.joined(separator: ", ")) }")
  }

  private static func delimiter(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "tab" : yamlScalar(String(Character(Unicode.Scalar(byte))))
  }

  private mutating func write(_ map: [DraftMapping.Line], indent: String) {
    guard !map.isEmpty else { return }
    lines.append(indent + "map:")
    let cells = map.map { "\(indent)  \(yamlScalar($0.column)): \($0.target.text)" }
    let width = min(60, cells.map(\.count).max() ?? 0)
    for (cell, line) in zip(cells, map) {
      let gap = String(repeating: " ", count: max(1, width - cell.count + 2))
      lines.append(cell + gap + "# \(line.percent) %")
    }
  }

  private mutating func writeLeftOut(_ map: DraftMapping) {
    if !map.ignored.isEmpty {
      lines.append("    ignore: [\(map.ignored.map(yamlScalar).joined(separator: ", "))]")
    }
    for line in map.doubtful {
      lines.append(
        "    # " + say("zweifelhaft, weggelassen: ", "doubtful, left out: ")
          + yamlComment(line.column) + ": \(line.target.text)  (\(line.percent) %)")
    }
    guard !map.unmapped.isEmpty else { return }
    lines.append(
      "    # "
        + say(
          "keinem Feld zugeordnet, unter eigenem Namen behalten: ",
          "mapped to no field, kept under their own names: ")
        + yamlComment(map.unmapped.joined(separator: ", ")))
  }

  private mutating func write(_ role: FileRole, _ key: String) {
    let tables = draft.history.filter { table in
      table.first.role == role || role == .activities && table.first.role == .contactsAndActivities
    }
    guard !tables.isEmpty else { return }
    lines.append("\(key):")
    for table in tables {
      let links = HistoryLinks(table.first)
      writeHead(table)
      lines.append("    format: \(table.first.format.rawValue)")
      if table.first.format == .mail { writeOwn() }
      guard table.first.format.isTable else {
        lines.append("")
        continue
      }
      writeDialect(table.first)
      if let key = links.key { lines.append("    key: \(yamlScalar(key))") }
      if let date = links.date { lines.append("    date: \(yamlScalar(date))") }
      if let numbering = table.numbering {
        lines.append("    numbering: \(yamlScalar(numbering))")
      }
      let pairs = links.pairs(withNumbers: table.numbering != nil)
        .map { "\($0.field): \(yamlScalar($0.column))" }
      lines.append("    link: { \(pairs.joined(separator: ", ")) }")
      lines.append("")
    }
  }

  /// Whose mails they are can't be told from them.
  private mutating func writeOwn() {
    lines.append(
      say(
        "    # Nennen Sie Ihre eigenen Adressen und Domains, sie sind keine Kontakte:",
        "    # Name your own addresses and domains, they are no contacts:"))
    lines.append("    own: []")
  }

  private mutating func writeRest() {
    lines += [
      say(
        "# safe: nur was sicher ist, wird zusammengeführt, der Rest wartet auf Durchsicht; balanced: mehr.",
        "# safe: only what is sure is merged, the rest waits for review; balanced: more."),
      "match: { at: safe }", "",
      say(
        "# Welcher Wert gilt, wo Quellen sich widersprechen: voreingestellt ist je Merkmal eine Folge von",
        "# Which value wins where sources disagree: each attribute has rules of its own by default;"
      ),
      say(
        "# Regeln; \"priority\" nimmt die Quelle mit der höchsten Zahl. Beispiel: phone: [priority, newest]",
        "# \"priority\" takes the source with the highest number. Example: phone: [priority, newest]"
      ),
      "merge: {}", "",
      "write: [contacts.vcf, contacts.csv, contacts.jsonl, crossref.csv, households.csv, clusters.xlsx]",
    ]
    guard !draft.leftOut.isEmpty else { return }
    lines += ["", say("# Keine Quellen:", "# No sources:")]
    for file in draft.leftOut {
      lines.append("#   \(yamlComment(file.name(language))): \(yamlComment(file.reason(language)))")
    }
  }
}
