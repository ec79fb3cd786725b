internal import Foundation
internal import Records
internal import Store

/// What a run is going to read: every file found, before anything is written.
struct SourcePlan {
  /// A file with what tells whether it has changed.
  struct File {
    var located: LocatedFile
    var stamp: FileStamp

  }
  struct Source {
    var definition: SourceDefinition
    var files: [File]
  }
  struct History {
    var definition: ActivityDefinition
    var table: FollowUp
    var files: [File]
  }

  let sources: [Source]
  let history: [History]
  /// The pipeline file, as its user gave it.
  let path: String
  /// Whether files are read whose import was undone.
  let readsUndone: Bool
  /// Whether files are read whose size, time and inode are as before.
  let readsAll: Bool
  /// A hash of all that shapes what is made of the records that were read.
  let outcome: String

  /// - Throws: `PipelineError.invalid` with every source that lacks files, `.unreadable` for a model.
  init(
    _ file: PipelineFile, language: Language = .english, readsUndone: Bool = false,
    readsAll: Bool = false
  ) throws {
    path = file.path
    self.readsUndone = readsUndone
    self.readsAll = readsAll
    try Self.checkFiles(of: file)
    outcome = contentHash(of: try file.outcomeSettings + language.rawValue)
    let settings = kontorVersion + "\n" + file.country + "\n"
    sources = try file.sources.map { source in
      Source(
        definition: source,
        files: try Self.files(
          source.files, source.mode, in: file.input, source: source.name,
          settings: settings + fingerprint(of: source)))
    }
    let tables: [(FollowUp, [ActivityDefinition])] = [
      (.activities, file.activities), (.opportunities, file.opportunities),
    ]
    history = try tables.flatMap { table, definitions in
      try definitions.map { definition in
        History(
          definition: definition, table: table,
          files: try Self.files(
            definition.files, definition.mode, in: file.input, source: definition.name,
            settings: settings + fingerprint(of: definition)))
      }
    }
  }

  /// All files with the name of their source.
  var allFiles: [(source: String, file: File)] {
    sources.flatMap { source in source.files.map { (source.definition.name, $0) } }
      + history.flatMap { table in table.files.map { (table.definition.name, $0) } }
  }

  /// Whether a file is to be read: it is new or other than it was, or has come back.
  func isToBeRead(_ file: File, after stored: StoredFile?) -> Bool {
    guard let stored, !stored.isMissing else { return true }
    if stored.undoneRun != nil { return readsUndone || !file.stamp.isOfSameFile(as: stored.stamp) }
    return readsAll || !file.stamp.isUnchanged(since: stored.stamp)
  }

  private static func checkFiles(of file: PipelineFile) throws {
    let sources =
      file.sources.map { ($0.name, $0.files, $0.mode, $0.filePosition) }
      + (file.activities + file.opportunities).map {
        ($0.name, $0.files, $0.mode, $0.filePosition)
      }
    let missing = sources.flatMap { name, patterns, mode, position in
      patterns.compactMap { pattern -> Diagnostic? in
        do throws(PipelineError) {
          _ = try FileLocator.files(
            [pattern], in: file.input, source: name, mayBeNone: mode == .feed)
          return nil
        } catch {
          let message = Phrase(de: error.text(.german), en: error.text(.english))
          return Diagnostic(file: file.path, position: position, message: message)
        }
      }
    }
    guard missing.isEmpty else {
      throw PipelineError.invalid(missing.sorted { $0.position < $1.position })
    }
  }

  private static func files(
    _ patterns: [String], _ mode: StoredSource.Mode, in folder: String, source: String,
    settings: String
  ) throws -> [File] {
    let hash = contentHash(of: settings)
    let found = try FileLocator.files(
      patterns, in: folder, source: source, mayBeNone: mode == .feed)
    return try found.map { located in
      var status = stat()
      guard stat(located.path, &status) == 0, access(located.path, R_OK) == 0 else {
        throw PipelineError.unreadable(
          path: located.path,
          reason: Phrase(de: "prüfen Sie die Rechte", en: "check its permissions"))
      }
      // A pipe would be waited for without end.
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw PipelineError.unreadable(
          path: located.path, reason: Phrase(de: "keine gewöhnliche Datei", en: "not a plain file"))
      }
      return File(located: located, stamp: FileStamp(status, mappingHash: hash))
    }
  }
}

extension PipelineFile {
  /// What shapes the result beside what is read: when it changes, all is made anew, and no file is
  /// read for it.
  fileprivate var outcomeSettings: String {
    get throws {
      let model = try model.map { try NamedModel.read(file: $0).id } ?? ""
      return [
        kontorVersion, country, operatingPoint.rawValue, fingerprint(of: merge),
        fingerprint(of: priorities),
        outputs.map(\.rawValue).joined(separator: ","), vCardVersion,
        model,
      ].joined(separator: "\n")
    }
  }
}

extension SourcePlan.File {
  /// Sees to it that what was read is what was planned: of a file that is still being written, half
  /// would be stored, and the rest withdrawn.
  ///
  /// - Throws: `PipelineError.unreadable`, which ends the run.
  func checkIsAsPlanned() throws {
    var status = stat()
    guard stat(located.path, &status) == 0 else {
      throw PipelineError.unreadable(
        path: located.path,
        reason: Phrase(
          de: "sie verschwand, während sie gelesen wurde: nichts wurde geändert",
          en: "it vanished while it was read: nothing was changed"))
    }
    guard FileStamp(status).isOfSameFile(as: stamp) else {
      throw PipelineError.unreadable(
        path: located.path,
        reason: Phrase(
          de: "sie änderte sich, während sie gelesen wurde: nichts wurde geändert, starten Sie den "
            + "Lauf, wenn sie fertig geschrieben ist",
          en: "it changed while it was read: nothing was changed, start the run when it is written"
        ))
    }
  }
}

extension FileStamp {
  fileprivate init(_ status: stat, mappingHash: String = "") {
    let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
    self.init(
      size: Int(status.st_size), modifiedInNanoseconds: modified, inode: Int(status.st_ino),
      mappingHash: mappingHash)
  }
}

/// FNV-1a of a text's UTF-8, 16 hexadecimal digits.
func contentHash(of text: String) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
