internal import Foundation
internal import Reports
internal import Store

/// A copy of a store that still holds whoever was in it: a backup, or what a restore put aside.
package struct StoreCopy: Hashable, Sendable {
  package var path: String
  /// ISO 8601.
  package var madeAt: String

  /// The copies of a store that may know a run; the newest first.
  static func all(ofStore store: String, since run: RunID) -> [StoreCopy] {
    let backups = MadeBackup.all(ofStore: store).filter { $0.lastRun >= run }
      .map { StoreCopy(path: $0.path, madeAt: $0.madeAt) }
    return (backups + formerStores(of: store)).sorted {
      ($1.madeAt, $1.path) < ($0.madeAt, $0.path)
    }
  }

  /// What `kontor restore` put aside.
  private static func formerStores(of store: String) -> [StoreCopy] {
    let folder = parentFolder(of: store)
    let start = (store.split(separator: "/").last.map(String.init) ?? "") + Restore.formerEnding
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
    return (names ?? []).filter { $0.hasPrefix(start) }.map { name in
      let path = inFolder(folder, name)
      let facts = try? FileManager.default.attributesOfItem(atPath: path)
      let date = facts?[.modificationDate] as? Date
      return StoreCopy(path: path, madeAt: date?.ISO8601Format() ?? "")
    }
  }

  /// "backups/kontor-20261124T013000Z.sqlite (2026-11-24)".
  var text: String { "\(shownOnALine(shownPath(path))) (\(madeAt.prefix(10)))" }

  var json: JSON { .object([("path", .string(path)), ("made_at", .string(madeAt))]) }
}
