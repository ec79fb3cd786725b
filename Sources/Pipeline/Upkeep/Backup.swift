package import Foundation
package import Records
internal import Reports
internal import Store

/// Copies a store, also while a run or the review page works on it.
package struct Backup {
  private let store: String

  /// - Parameter store: the store's file.
  package init(store: String) { self.store = store }

  /// Makes a backup.
  ///
  /// - Parameters:
  ///   - place: a folder, or the new file; nil: the folder `backups` beside the store.
  ///   - now: what its name and its entry say.
  /// - Throws: `StoreError`, `PipelineError`; then nothing is left over.
  package func make(to place: String? = nil, now: Date) throws -> MadeBackup {
    guard FileManager.default.fileExists(atPath: store) else {
      throw StoreError.missing(path: store)
    }
    let path = try file(place, now)
    let made = try StoreBackup.make(of: store, at: path)
    let backup = MadeBackup(
      path: Schedule.absolute(path), madeAt: now.ISO8601Format(), lastRun: made.lastRun,
      contacts: made.contacts, records: made.records, size: made.size)
    try backup.note(forStore: store)
    return backup
  }

  /// The file that is to be: in a folder, one that is not there yet.
  private func file(_ place: String?, _ now: Date) throws -> String {
    let place = place ?? inFolder(parentFolder(of: store), "backups/")
    guard place.hasSuffix("/") || Self.isFolder(place) else {
      try refuse(place)
      return place
    }
    do {
      try FileManager.default.createDirectory(
        atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw PipelineError.stopped(
        Phrase(
          de: "\(place): der Ordner kann nicht angelegt werden: prüfen Sie Pfad und Rechte",
          en: "\(place): the folder can't be made: check path and permissions"))
    }
    let name = "\(stem(of: store))-\(Self.stamp(now))"
    var number = 1
    var path = cleaned(inFolder(place, "\(name).sqlite"))
    while FileManager.default.fileExists(atPath: path) {
      number += 1
      path = cleaned(inFolder(place, "\(name)-\(number).sqlite"))
    }
    return path
  }

  /// "20261124T013000Z".
  static func stamp(_ time: Date) -> String {
    String(time.ISO8601Format().filter { !"-:".contains($0) })
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func refuse(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    throw PipelineError.stopped(
      Phrase(
        de: "\(path): gibt es schon: nennen Sie eine andere Datei oder einen Ordner",
        en: "\(path): is there already: name another file or a folder"))
  }
}

extension MadeBackup {
  /// What was made, for a terminal.
  package func text(_ language: Language) -> String {
    func say(_ german: String, _ english: String) -> String {
      Phrase(de: german, en: english)(language)
    }
    let numbers = NumberText(language)
    return textColumns([
      [say("Sicherung", "backup"), "\(shownOnALine(shownPath(path))), \(numbers.bytes(size))"],
      [
        say("geprüft", "checked"),
        say(
          "\(numbers.count(contacts)) Kontakte aus \(numbers.count(records)) Datensätzen, "
            + "Lauf \(lastRun)",
          "\(numbers.count(contacts)) contacts of \(numbers.count(records)) records, run \(lastRun)"
        ),
      ],
    ])
  }
}
