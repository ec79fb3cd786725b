internal import Formats
internal import Foundation
package import Records

/// Writes a pipeline file from a look at a folder or at files.
package struct Init {
  /// A column of which a person may say what it is.
  package struct Question: Sendable {
    package var file: String
    package var column: String
    /// What it is taken for, in words.
    package var kind: String
    package var percent: Int
  }

  package private(set) var draft: PipelineDraft
  package let inspection: Inspection
  private let out: String

  /// Looks at the files.
  ///
  /// - Parameters:
  ///   - paths: One folder, or files.
  ///   - out: The pipeline file to write.
  /// - Throws: `PipelineError` when a path names nothing, or `out` is there already.
  package init(_ paths: [String], out: String, settings: Inspection.Settings) throws {
    guard !FileManager.default.fileExists(atPath: out) else { throw Self.exists(out) }
    self.out = out
    let (folder, names) = Self.input(paths)
    inspection = try Inspection.run(paths, settings)
    var renamed = inspection
    renamed.rename(names)
    draft = PipelineDraft(
      renamed,
      name: SourceNames.word(folder.split(separator: "/").last.map(String.init) ?? "import"),
      input: Self.relative(folder, to: parentFolder(of: out)), settings: settings)
  }

  /// Columns that are doubtful: between left out and sure.
  package func questions(_ language: Language) -> [Question] {
    draft.sources.flatMap { source in
      source.first.columns.filter(Self.isDoubtful).map { column in
        Question(
          file: source.first.name(language),
          column: (column.nested.map { $0 + " › " } ?? "") + column.name,
          kind: ColumnKindWords.name(of: column.verdict.target, language),
          percent: Int((column.verdict.confidence * 100).rounded()))
      }
    }
  }

  private static func isDoubtful(_ column: FileInspection.Column) -> Bool {
    column.verdict.target != nil && (0.3..<0.75).contains(column.verdict.confidence)
      && column.filled > 0
  }

  /// Takes a person's answers, in the order of the questions: yes maps the column, no leaves it out.
  package mutating func take(_ answers: [Bool]) {
    var answers = answers[...]
    for source in draft.sources.indices {
      for column in draft.sources[source].files[0].columns.indices
      where Self.isDoubtful(draft.sources[source].files[0].columns[column]) {
        guard let isRight = answers.popFirst() else { return }
        if isRight {
          draft.sources[source].files[0].columns[column].verdict.confidence = 1
        } else {
          draft.sources[source].files[0].columns[column].verdict = .unknown
        }
      }
    }
  }

  /// Writes the pipeline file, which must not be there.
  ///
  /// - Throws: `PipelineError.stopped` when it is, or can't be written.
  package func write(_ language: Language) throws {
    let descriptor = open(out, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Self.exists(out) }
      throw PipelineError.stopped(
        Phrase(de: "\(out): nicht zu schreiben", en: "\(out): can't be written"))
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(draft.yaml(language).utf8))
    try file.close()
  }

  /// What was written, in lines for a person.
  package func summary(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    var lines = draft.sources.map { source in
      let files = source.paths.map {
        FileInspection.name($0, sheet: source.first.sheet)(language)
      }.joined(separator: ", ")
      let map = DraftMapping(source)
      let mapped = map.outer.count + map.nested.reduce(0) { $0 + $1.lines.count }
      let count =
        source.first.format.namesItsFields
        ? "" : say(", \(mapped) Spalten zugeordnet", ", \(mapped) columns mapped")
      return "\(source.name): \(shownOnALine(files))\(count)"
    }
    lines += draft.history.map { "\($0.name): \(shownOnALine($0.paths.joined(separator: ", ")))" }
    lines += draft.leftOut.map {
      say("weggelassen: ", "left out: ") + shownOnALine($0.name(language)) + ": "
        + $0.reason(language)
    }
    lines.append(
      say("\(out) geschrieben; nun: kontor check \(out)", "wrote \(out); now: kontor check \(out)"))
    return lines.joined(separator: "\n")
  }

  private static func exists(_ out: String) -> PipelineError {
    PipelineError.stopped(
      Phrase(
        de:
          "\(out) gibt es schon und wird nicht überschrieben: nennen Sie mit --out eine andere Datei",
        en: "\(out) exists and is never overwritten: name another file with --out"))
  }

  // MARK: Paths

  /// The folder all files are in, and the name of each in it.
  private static func input(_ paths: [String]) -> (folder: String, names: [String: String]) {
    var isFolder: ObjCBool = false
    if paths.count == 1, FileManager.default.fileExists(atPath: paths[0], isDirectory: &isFolder),
      isFolder.boolValue
    {
      return (absolute(paths[0]), [:])
    }
    let parents = paths.map { parentFolder(of: absolute($0)).split(separator: "/") }
    var common = parents.first ?? []
    for parent in parents { common = Array(zip(common, parent).prefix { $0 == $1 }.map(\.0)) }
    let folder = "/" + common.joined(separator: "/")
    var names: [String: String] = [:]
    for path in paths {
      let full = absolute(path)
      names[path] =
        folder == "/" ? String(full.dropFirst()) : String(full.dropFirst(folder.count + 1))
    }
    return (folder, names)
  }

  private static func absolute(_ path: String) -> String {
    cleaned(inFolder(FileManager.default.currentDirectoryPath, path))
  }

  /// The folder as it is written in the pipeline file: relative to it, where both lie below the
  /// working folder.
  private static func relative(_ folder: String, to pipelines: String) -> String {
    let own = absolute(pipelines.isEmpty ? "." : pipelines).split(separator: "/")
    let parts = folder.split(separator: "/")
    let common = zip(own, parts).prefix { $0 == $1 }.count
    guard common > 0 else { return folder }
    let steps =
      Array(repeating: "..", count: own.count - common) + parts[common...].map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}

extension Inspection {
  /// Calls files by other names: as they are below the input folder.
  mutating func rename(_ names: [String: String]) {
    for index in files.indices { files[index].path = names[files[index].path] ?? files[index].path }
  }
}
