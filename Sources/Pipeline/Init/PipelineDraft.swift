internal import Formats
package import Records

/// A pipeline file as `kontor init` proposes it: sources made of files, and what was left out.
package struct PipelineDraft: Sendable {
  /// Files that one mapping reads.
  package struct Source: Sendable {
    package var name: String
    package var files: [FileInspection]
    /// Paths or a glob, below the input folder.
    package var paths: [String]
    package var priority: Int
    package var numbering: String?
    package var export: KnownExport?

    /// All files of a source have the columns of its first, or more.
    var first: FileInspection { files[0] }
  }

  package var name: String
  package var country: String
  /// The folder of the files, relative to the pipeline file.
  package var input: String
  package var csv: CSVSettings
  package var sources: [Source]
  package var history: [Source]
  /// Files and sheets that are no source, with the reason.
  package var leftOut: [(name: Phrase, reason: Phrase)]

  /// Makes a draft of what was found.
  ///
  /// - Parameters:
  ///   - name: What the pipeline is called.
  ///   - input: The folder of the files, relative to the pipeline file.
  package init(
    _ inspection: Inspection, name: String, input: String,
    settings: Inspection.Settings = Inspection.Settings()
  ) {
    self.name = name
    self.input = input
    country = settings.country
    csv = settings.csv
    leftOut = []
    var contacts: [FileInspection] = []
    var events: [FileInspection] = []
    for file in inspection.files {
      switch file.role {
      case .contacts: contacts.append(file)
      case .activities, .opportunities: events.append(file)
      case .contactsAndActivities:
        contacts.append(file)
        events.append(file)
      case .none(let reason):
        leftOut.append((FileInspection.name(file.path, sheet: file.sheet), reason))
      }
    }
    leftOut += inspection.failures.map { failure in
      let said = Phrase(
        de: message(of: failure.error, .german), en: message(of: failure.error, .english))
      return (
        Phrase(de: failure.path, en: failure.path), (failure.error as? ReadError)?.reason ?? said
      )
    }
    var names = SourceNames()
    let groups = SourceGroups(contacts).groups
    let all = inspection.files.map(\.path)
    sources = groups.flatMap { Self.sources(of: $0, among: all, &names) }
    history = SourceGroups(events).groups.map { files in
      Source(
        name: names.name(for: files, export: nil), files: files,
        paths: SourceGroups.paths(of: files, among: all), priority: 0, export: nil)
    }
    Numberings.name(&sources, &history)
  }

  /// The sources of a group: one, or one for each export that the files are.
  private static func sources(
    of files: [FileInspection], among all: [String], _ names: inout SourceNames
  ) -> [Source] {
    let exports = files[0].exports
    let paths = SourceGroups.paths(of: files, among: all)
    guard !exports.isEmpty else {
      return [
        Source(
          name: names.name(for: files, export: nil), files: files, paths: paths,
          priority: priority(of: files[0]), export: nil)
      ]
    }
    return exports.map { export in
      Source(
        name: names.name(for: files, export: export), files: files, paths: paths,
        priority: export.source.priority, numbering: export.source.numbering, export: export)
    }
  }

  /// A program that numbers and dates its records keeps them better than a list does.
  private static func priority(of file: FileInspection) -> Int {
    let fields = Set(file.columns.compactMap(\.verdict.field))
    if file.format == .mail { return 5 }
    if file.format.namesItsFields { return 15 }
    var priority = 10
    if !fields.isDisjoint(with: [.key, .customerNumber]) { priority += 10 }
    if !fields.isDisjoint(with: [.createdAt, .changedAt]) { priority += 5 }
    if file.format == .xml { priority += 5 }
    return priority
  }
}

/// Gives sources names: of their export, their folder or their file, each once.
struct SourceNames {
  private var taken: Set<String> = []

  mutating func name(for files: [FileInspection], export: KnownExport?) -> String {
    let base = export?.source.name ?? Self.base(of: files)
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  private static func base(of files: [FileInspection]) -> String {
    let folders = Set(files.map { parentFolder(of: $0.path) })
    let folder = folders.count == 1 ? folders.first ?? "" : ""
    let last = folder.split(separator: "/").last.map(String.init) ?? ""
    let file = files.count > 1 && !last.isEmpty ? last : stem(of: files[0].path)
    return word(files[0].sheet.map { "\(file)-\($0)" } ?? file)
  }

  /// Letters, digits, "-", "." and "_", as a source's name may have.
  static func word(_ text: String) -> String {
    var word = ""
    for character in text.lowercased() {
      let isFine = character.isLetter || character.isNumber || character == "_"
      if isFine { word.append(character) } else if word.last != "-" { word.append("-") }
    }
    while word.last == "-" { word.removeLast() }
    while word.first == "-" { word.removeFirst() }
    return word.isEmpty ? "source" : word
  }
}

/// Tells which sources number the same customers.
enum Numberings {
  static func name(
    _ sources: inout [PipelineDraft.Source], _ history: inout [PipelineDraft.Source]
  ) {
    for index in sources.indices where hasNumber(sources[index]) {
      let other = sources[..<index].first { earlier in
        earlier.numbering != nil && agree(earlier, sources[index])
      }
      if let other {
        sources[index].numbering = other.numbering
      } else if sources[index].numbering == nil {
        sources[index].numbering = sources[index].name
      }
    }
    for index in history.indices {
      let own = sources.first { $0.numbering != nil && agree($0, history[index]) }
      history[index].numbering = own?.numbering
    }
  }

  private static func hasNumber(_ source: PipelineDraft.Source) -> Bool {
    source.numbering != nil
      || source.first.columns.contains { column in
        column.nested == nil
          && (column.verdict.field == .customerNumber
            || column.verdict.field == .key && !source.first.format.namesItsFields)
      } && source.files.contains { $0.numbers.names.count > 2 }
  }

  private static func agree(_ left: PipelineDraft.Source, _ right: PipelineDraft.Source) -> Bool {
    left.files.contains { one in right.files.contains { one.numbers.agree(with: $0.numbers) } }
  }
}
