package import Foundation
package import Records
internal import Reports
internal import Store

/// Makes a store's file as small as what it holds.
package struct Vacuum {
  private let store: String
  private let retention: Retention

  /// - Parameters:
  ///   - store: the store's file.
  ///   - retention: what is kept no longer is removed first.
  package init(store: String, retention: Retention = Retention()) {
    self.store = store
    self.retention = retention
  }

  /// What was done.
  package struct Outcome: Sendable {
    package var store: String
    /// In bytes.
    package var before: Int
    package var after: Int
    var removed: RemovedPast
  }

  /// - Parameter now: from when on it is too long ago.
  /// - Throws: `StoreError`, `PipelineError`; what the store says is as it was then.
  package func perform(now: Date) throws -> Outcome {
    guard FileManager.default.fileExists(atPath: store) else {
      throw StoreError.missing(path: store)
    }
    let lock = try StoreLock(store: store, startedAt: now.ISO8601Format(), work: "kontor vacuum")
    defer { withExtendedLifetime(lock) {} }
    let opened = try ContactStore(path: store, create: false, lock: lock)
    let before = try opened.extent()
    let removed = try opened.remove(retention.limits(now: now), at: now.ISO8601Format())
    try checkRoom(for: try opened.extent().used)
    try opened.vacuum()
    let after = try opened.extent()
    try opened.close()
    return Outcome(store: store, before: before.size, after: after.size, removed: removed)
  }

  /// SQLite writes the whole store twice before anything becomes free.
  private func checkRoom(for used: Int) throws {
    let folder = parentFolder(of: store)
    guard let free = freeRoom(in: folder.isEmpty ? "." : folder), free < 2 * used else { return }
    func text(_ language: Language) -> (needed: String, free: String) {
      let numbers = NumberText(language)
      return (numbers.bytes(2 * used), numbers.bytes(free))
    }
    let (german, english) = (text(.german), text(.english))
    throw PipelineError.stopped(
      Phrase(
        de: "\(store): dafür braucht es \(german.needed) freien Platz, hier sind \(german.free): "
          + "nichts wurde geändert",
        en: "\(store): this takes \(english.needed) of free space, here are \(english.free): "
          + "nothing was changed"))
  }
}

/// What a user may still write to a folder's disk, in bytes.
func freeRoom(in folder: String) -> Int? {
  var status = statvfs()
  guard statvfs(folder, &status) == 0 else { return nil }
  return Int(status.f_bavail) * Int(status.f_frsize)
}

extension Vacuum.Outcome {
  /// What was done, for a terminal.
  package func text(_ language: Language) -> String {
    let numbers = NumberText(language)
    let sizes = Phrase(
      de: "\(numbers.bytes(before)), jetzt \(numbers.bytes(after))",
      en: "\(numbers.bytes(before)), now \(numbers.bytes(after))")(language)
    return ["\(shownOnALine(shownPath(store))): \(sizes)", removed.text(language)]
      .compactMap { $0 }.joined(separator: "\n")
  }
}
