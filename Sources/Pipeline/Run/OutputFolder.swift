internal import Foundation
internal import Records

/// The folder a run writes to: files are begun as `NAME.partial` and take their names all together.
///
/// Folders are 0700 and files 0600: contacts are nobody else's business.
struct OutputFolder {
  let path: String
  private var begun: [String] = []

  /// Makes the folder when it is missing.
  ///
  /// - Throws: `PipelineError.stopped` when it can't be made or written to.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
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
  }

  /// The path to write a file's content to; `publish` gives it its name.
  mutating func begin(_ name: String) -> String {
    begun.append(name)
    return partial(name)
  }

  /// Gives all begun files their names, replacing what was there; what was begun but had no content goes.
  func publish() throws {
    for name in begun {
      let target = inFolder(path, name)
      guard FileManager.default.fileExists(atPath: partial(name)) else {
        unlink(target)
        continue
      }
      chmod(partial(name), 0o600)
      guard rename(partial(name), target) == 0 else {
        throw PipelineError.stopped(
          Phrase(de: "\(target): nicht beschreibbar", en: "\(target): can't be written"))
      }
    }
  }

  /// Finds what would keep a file from taking its name while there is time to stop.
  ///
  /// - Throws: `PipelineError.stopped`.
  func checkTargets() throws {
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
    }
  }

  /// Removes what was begun and not published.
  func discard() {
    for name in begun { unlink(partial(name)) }
  }

  /// The length of a begun or published file in bytes.
  func length(of name: String) -> Int? {
    var status = stat()
    for path in [partial(name), inFolder(path, name)] where stat(path, &status) == 0 {
      return Int(status.st_size)
    }
    return nil
  }

  func contains(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: inFolder(path, name))
  }

  private func partial(_ name: String) -> String { inFolder(path, name + ".partial") }
}

/// Stops when an output would replace a file that is read: nobody's own data is overwritten.
func checkInputsAreKept(_ inputs: [String], _ outputs: [String], in folder: String) throws {
  func real(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
  let targets = Set(outputs.map { real(inFolder(folder, $0)) })
  for input in inputs where targets.contains(real(input)) {
    throw PipelineError.stopped(
      Phrase(
        de:
          "\(input): eine Ausgabe würde diese Quelle überschreiben: nennen Sie einen anderen Ausgabeordner",
        en: "\(input): an output would overwrite this source: name another output folder"))
  }
}
