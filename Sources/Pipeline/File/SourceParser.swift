internal import Formats
internal import Records
internal import Store
internal import Yams

extension YAMLSection {
  func sourceDefinition() -> SourceDefinition {
    let map = columnMappings()
    let ignored = texts("ignore").map {
      ColumnMapping(column: $0, target: .ignore, position: position(of: "ignore"))
    }
    let source = SourceDefinition(
      name: name(), files: files(), filePosition: position(of: "file"), mode: mode(),
      format: choice("format", Format.self),
      priority: integer("priority") ?? 0, numbering: text("numbering"), roles: texts("roles"),
      map: map + ignored, constants: constants(), csv: csvSettings(), xml: xmlSettings(),
      sheet: text("sheet"), own: texts("own"), position: position)
    if source.format == .xml, source.xml == nil {
      complain(
        de: "eine XML-Quelle braucht \"record\": das Element, das sich wiederholt",
        en: "an XML source needs \"record\": the element that repeats")
    }
    explainPrefixes(of: source)
    finish()
    return source
  }

  func activityDefinition() -> ActivityDefinition {
    let link = section("link")
    var definition = ActivityDefinition(
      name: name(), files: files(), mode: mode(), format: choice("format", Format.self),
      csv: csvSettings(), sheet: text("sheet"), own: texts("own"), hasLink: link != nil,
      keyColumn: text("key"), dateColumn: text("date"), numbering: text("numbering"),
      customerNumberColumn: link?.text("customer_number"), emailColumn: link?.text("email"),
      nameColumn: link?.text("name"), organizationColumn: link?.text("organization"),
      position: position, filePosition: position(of: "file"), positions: columnPositions(link))
    if link == nil { definition.useColumnsOfMail() }
    link?.finish()
    finish()
    return definition
  }

  private func columnPositions(_ link: YAMLSection?) -> [String: FilePosition] {
    var positions: [String: FilePosition] = [:]
    for key in ["key", "date"] {
      if let column = node(key)?.scalar?.string { positions[column] = position(of: key) }
    }
    for key in ["customer_number", "email", "name", "organization"] {
      if let link, let column = link.node(key)?.scalar?.string {
        positions[column] = link.position(of: key)
      }
    }
    return positions
  }

  /// A prefix that stands for no namespace matches no element.
  private func explainPrefixes(of source: SourceDefinition) {
    guard let xml = source.xml else { return }
    let nested = xml.nested.flatMap { [($0.record, $0.position)] + $0.map.places }
    for (path, position) in [(xml.record, xml.position)] + source.map.places + nested {
      for prefix in XMLShape(record: path, namespaces: xml.namespaces).undeclaredPrefixes {
        complain(
          Phrase(
            de: "\"\(path)\": für \"\(prefix)\" nennt \"namespaces\" keinen Namensraum",
            en: "\"\(path)\": \"namespaces\" names none for \"\(prefix)\"")
            + (xml.namespaces.isEmpty
              ? Phrase(de: "", en: "")
              : suggestion(for: prefix, among: xml.namespaces.keys.sorted())),
          at: position)
      }
    }
  }

  /// A source's name is a word: it stands in crossref.csv and in `SOURCE:KEY`.
  private func name() -> String {
    let name = requiredText("name")
    let isWord = name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 95 || byte == 46 || byte >= 128
    }
    if !isWord {
      complain(
        de: "der Name einer Quelle besteht aus Buchstaben, Ziffern, - . und _",
        en: "a source's name has letters, digits, - . and _ only", at: position(of: "name"))
    }
    return name
  }

  private func mode() -> StoredSource.Mode { choice("mode", StoredSource.Mode.self) ?? .snapshot }

  private func files() -> [String] {
    let files = texts("file")
    if files.isEmpty {
      complain(
        de: "\"file\" fehlt: ein Pfad, ein Muster oder eine Liste davon",
        en: "\"file\" is missing: a path, a glob or a list of them")
    }
    return files
  }

  private func columnMappings() -> [ColumnMapping] {
    guard let section = section("map") else { return [] }
    return section.pairs().compactMap { pair in
      guard let text = pair.value.scalar?.string else {
        section.complain(
          de: "eine Spalte wird einem Feld zugeordnet", en: "a column is mapped to one field",
          at: FilePosition(pair.value))
        return nil
      }
      guard let target = section.target(text, at: FilePosition(pair.value)) else { return nil }
      return ColumnMapping(column: pair.key, target: target, position: pair.position)
    }
  }

  private func target(_ text: String, at position: FilePosition) -> MappingTarget? {
    if let target = MappingTarget(text: text) { return target }
    let parts = text.split(separator: ".").map(String.init)
    let word = parts.first { FieldTarget(text: $0) == nil && ValueLabel(rawValue: $0) == nil }
    let known =
      Field.allCases.map(\.rawValue) + ValueLabel.allCases.map(\.rawValue) + ["label", "ignore"]
    complain(
      Phrase(de: "kein Feld heißt \"\(text)\"", en: "no field \"\(text)\"")
        + suggestion(for: word ?? text, among: known), at: position)
    return nil
  }

  private func constants() -> [(target: FieldTarget, text: String)] {
    guard let section = section("constants") else { return [] }
    return section.pairs().compactMap { pair in
      guard case .field(let target)? = section.target(pair.key, at: pair.position) else {
        return nil
      }
      return (target, pair.value.scalar?.string ?? "")
    }
  }

  private func csvSettings() -> CSVSettings {
    guard let section = section("csv") else { return CSVSettings() }
    let settings = CSVSettings(
      delimiter: section.character("delimiter"), quote: section.character("quote"),
      encoding: section.text("encoding"), header: section.flag("header"),
      skip: section.integer("skip"))
    if let name = settings.encoding, TextEncoding(name: name) == nil {
      let known = TextEncoding.allCases.map(\.rawValue)
      section.complain(
        Phrase(de: "keine Zeichenkodierung heißt \"\(name)\"", en: "no encoding \"\(name)\"")
          + suggestion(for: name, among: known), at: section.position(of: "encoding"))
    }
    section.finish()
    return settings
  }

  /// One ASCII character; `tab` and `\t` are the tabulator.
  private func character(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if text == "tab" || text == "\\t" { return "\t" }
    if text.utf8.count == 1 { return text }
    complain(
      de: "\"\(key)\" ist ein Zeichen oder tab", en: "\"\(key)\" must be one character, or tab",
      at: position(of: key))
    return nil
  }

  private func xmlSettings() -> XMLSettings? {
    let nested = sections("nested").map { section in
      defer { section.finish() }
      return XMLSettings.Nested(
        record: section.requiredText("record"), map: section.columnMappings(),
        position: section.position(of: "record"))
    }
    var namespaces: [String: String] = [:]
    for pair in section("namespaces")?.pairs() ?? [] {
      namespaces[pair.key] = pair.value.scalar?.string ?? ""
    }
    guard let record = text("record") else {
      if !nested.isEmpty {
        complain(
          de: "\"nested\" braucht \"record\": das Element darum herum",
          en: "\"nested\" needs \"record\": the element around it")
      }
      return nil
    }
    return XMLSettings(
      record: record, position: position(of: "record"), namespaces: namespaces, nested: nested)
  }
}

extension [ColumnMapping] {
  /// The columns with their places.
  fileprivate var places: [(String, FilePosition)] { map { ($0.column, $0.position) } }
}
