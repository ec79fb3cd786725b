internal import Foundation
internal import Records
internal import Reports

/// A backup that was made of a store.
///
/// What was made is taken down in `STORE.backups`, a line each, for the store's owner alone: beside the
/// store and not in it, so that a run at work doesn't hold it up and a restored store knows it too.
package struct MadeBackup: Codable, Hashable, Sendable {
  /// The file's whole path.
  package var path: String
  /// ISO 8601.
  package var madeAt: String
  /// The newest run it knows; 0 when none was made.
  package var lastRun: Int64
  package var contacts: Int
  package var records: Int
  /// In bytes.
  package var size: Int

  /// Whether the file is still there.
  package var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  static func list(ofStore store: String) -> String { store + ".backups" }

  /// The backups that were made of a store and are still there, newest first.
  package static func all(ofStore store: String) -> [MadeBackup] {
    let data = FileManager.default.contents(atPath: list(ofStore: store)) ?? Data()
    var seen: Set<String> = []
    return data.split(separator: UInt8(ascii: "\n"))
      .compactMap { try? JSONDecoder().decode(MadeBackup.self, from: $0) }
      .reversed().filter { $0.isThere && seen.insert($0.path).inserted }
  }

  /// Takes it down: one write at the file's end, so that two at once don't harm each other.
  ///
  /// - Throws: `PipelineError.stopped`.
  func note(forStore store: String) throws {
    let path = Self.list(ofStore: store)
    let coder = JSONEncoder()
    coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Array(try coder.encode(self)) + [UInt8(ascii: "\n")]
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.unwritable(path) }
    defer { close(file) }
    guard write(file, line, line.count) == line.count else { throw Self.unwritable(path) }
  }

  private static func unwritable(_ path: String) -> PipelineError {
    .stopped(Phrase(de: "\(path): nicht zu schreiben", en: "\(path): can't be written"))
  }

  /// Where it is, how large, of when.
  func facts(_ numbers: NumberText) -> String {
    "\(shownOnALine(shownPath(path))), \(numbers.bytes(size)), \(madeAt)"
  }

  var json: JSON {
    .object([
      ("path", .string(path)), ("at", .string(madeAt)), ("run", .integer(Int(lastRun))),
      ("contacts", .integer(contacts)), ("records", .integer(records)), ("bytes", .integer(size)),
    ])
  }
}
