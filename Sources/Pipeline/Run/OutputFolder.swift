internal import Formats
internal import Foundation
internal import Records

/// The folder a run writes to: all files are complete and on the disk before any takes its name.
///
/// They are written into `.kontor-new` inside the folder, so that renaming is all that is left when
/// the store's transaction is kept. Folders are 0700 and files 0600: contacts are nobody else's
/// business.
struct OutputFolder {
  let path: String
  /// Whether a run died before it had published all it wrote: what is there may be older than the
  /// store.
  private(set) var isUnfinished = false
  private var begun: [String] = []
  private var former: [String] = []
  private let isWhole: Bool
  /// Folders that were missing, outermost first.
  private let made: [String]

  /// The folder inside it where files are written until they take their names.
  static let draftName = ".kontor-new"

  private var draft: String { inFolder(path, Self.draftName) }

  /// Makes the folder when it is missing.
  ///
  /// - Parameter isWhole: whether all files the folder shall have are written; a dry run's are not.
  /// - Throws: `PipelineError.stopped` when it can't be made or written to.
  init(_ path: String, isWhole: Bool = true) throws {
    self.path = path
    self.isWhole = isWhole
    made = Self.missingFolders(of: path)
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      Self.remove(made)
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): der Ordner kann nicht angelegt werden: prüfen Sie Pfad und Rechte",
          en: "\(path): the folder can't be made: check path and permissions"))
    }
    guard FileManager.default.isWritableFile(atPath: path) else {
      throw PipelineError.stopped(
        Phrase(
          de: "\(path): der Ordner ist nicht beschreibbar: prüfen Sie die Rechte",
          en: "\(path): the folder can't be written to: check its permissions"))
    }
    lookForDraft()
  }

  /// Sees whether a run died here: asked again once no other run can be at work.
  mutating func lookForDraft() {
    isUnfinished = FileManager.default.fileExists(atPath: draft)
  }

  /// Has the next run write all outputs anew: those in the folder tell of another store.
  static func markUnfinished(_ path: String) { mkdir(inFolder(path, draftName), 0o700) }

  /// The path to write a file's content to; `publish` gives it its name.
  mutating func begin(_ name: String) -> String {
    if begun.isEmpty {
      empty()
      mkdir(draft, 0o700)
    }
    begun.append(name)
    return inFolder(draft, name)
  }

  /// The begun files that have content.
  var written: [String] { begun.filter(hasContent) }

  /// Names files of earlier runs that `publish` removes.
  mutating func retire(_ names: [String]) { former = names }

  /// Makes sure that nothing but renaming is left: all content is on the disk, every name is free.
  ///
  /// - Throws: `PipelineError.stopped`.
  func complete() throws {
    var isFolder: ObjCBool = false
    for name in begun {
      let target = inFolder(path, name)
      if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue
      {
        throw PipelineError.stopped(
          Phrase(
            de: "\(target): ist ein Ordner: benennen Sie ihn um",
            en: "\(target): is a folder: rename it"))
      }
      guard hasContent(name) else { continue }
      chmod(inFolder(draft, name), 0o600)
      guard sync(inFolder(draft, name)) else { throw Self.unwritable(target) }
    }
    guard begun.isEmpty || sync(draft) else { throw Self.unwritable(path) }
  }

  /// Gives all begun files their names, replacing what was there; what was begun but had no content
  /// goes.
  ///
  /// - Throws: `PipelineError.stopped`.
  func publish() throws {
    guard !begun.isEmpty else { return }
    for name in begun {
      let target = inFolder(path, name)
      guard hasContent(name) else {
        unlink(target)
        continue
      }
      guard rename(inFolder(draft, name), target) == 0 else { throw Self.unwritable(target) }
    }
    for name in former { unlink(inFolder(path, name)) }
    if isWhole || !isUnfinished { rmdir(draft) }
    _ = sync(path)
  }

  /// Removes what was begun and not published.
  func discard() {
    if !begun.isEmpty {
      empty()
      if !isUnfinished { rmdir(draft) }
    }
  }

  /// Removes the folders that were made and hold nothing.
  func removeMade() { Self.remove(made) }

  /// The length of a begun or published file in bytes.
  func length(of name: String) -> Int? {
    var status = stat()
    for folder in [draft, path] where stat(inFolder(folder, name), &status) == 0 {
      return Int(status.st_size)
    }
    return nil
  }

  func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: inFolder(path, name))
  }

  private func hasContent(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: inFolder(draft, name))
  }

  private func empty() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: draft)) ?? [] {
      unlink(inFolder(draft, name))
    }
  }

  /// Has the system put a file or folder on the disk: a full one shows here at the latest.
  private func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Some file systems can't sync a folder, and need not.
    return fsync(descriptor) == 0 || errno == EINVAL
  }

  private static func missingFolders(of path: String) -> [String] {
    var missing: [String] = []
    var folder = path
    while !folder.isEmpty, folder != "/", !FileManager.default.fileExists(atPath: folder) {
      missing.insert(folder, at: 0)
      folder = parentFolder(of: folder)
    }
    return missing
  }

  /// Folders that hold something stay.
  private static func remove(_ folders: [String]) {
    for folder in folders.reversed() { rmdir(folder) }
  }

  private static func unwritable(_ path: String) -> PipelineError {
    let reason = systemReason(errno)
    return .stopped(
      Phrase(
        de: "\(path): nicht beschreibbar: \(reason.german)",
        en: "\(path): can't be written: \(reason.english)"))
  }
}

/// Stops when an output would replace a file that is read: nobody's own data is overwritten.
func checkInputsAreKept(_ inputs: [String], _ outputs: [String], in folder: String) throws {
  let targets = Set(outputs.map { realPath(inFolder(folder, $0)) })
  for input in inputs where targets.contains(realPath(input)) {
    throw PipelineError.stopped(
      Phrase(
        de:
          "\(input): eine Ausgabe würde diese Quelle überschreiben: nennen Sie einen anderen Ausgabeordner",
        en: "\(input): an output would overwrite this source: name another output folder"))
  }
}

/// The whole path, with links followed.
func realPath(_ path: String) -> String {
  URL(fileURLWithPath: path).resolvingSymlinksInPath().path
}
