internal import GRDB

/// What stops work on a store.
package enum StoreError: Error, Equatable, CustomStringConvertible {
  /// There is no file at the path, and none was to be created.
  case missing(path: String)
  /// The file is something else; it is left alone.
  case notAStore(path: String)
  /// A newer Kontor wrote it.
  case newer(path: String, version: Int, known: Int)
  /// Another program holds it.
  case busy(path: String)
  case full(path: String)
  case readOnly(path: String)
  /// What is stored can't be read: a damaged file, or one changed by other means.
  case damaged(path: String, what: String)
  case cannotOpen(path: String, reason: String)
  /// SQLite refused for another reason; its message names tables and columns, never values.
  case refused(path: String, reason: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): no contact store: run a pipeline first, or name one with --store"
    case .notAStore(let path):
      "\(path): not a contact store: left alone, name another file"
    case .newer(let path, let version, let known):
      "\(path): written by a newer version (schema \(version), known here: \(known)): "
        + "update this program"
    case .busy(let path):
      "\(path): in use by another program: try again when it is done"
    case .full(let path):
      "\(path): no space left: nothing was changed"
    case .readOnly(let path):
      "\(path): may not be written: check its permissions and its folder's"
    case .damaged(let path, let what):
      "\(path): damaged (\(what)): restore it from a backup"
    case .cannotOpen(let path, let reason):
      "\(path): can't be opened (\(reason)): check its permissions and its folder's"
    case .refused(let path, let reason):
      "\(path): \(reason): nothing was changed"
    }
  }

  /// The same fault as SQLite names it.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: "SQLite")
    case .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .cannotOpen(path: path, reason: error.message ?? "SQLite \(error.resultCode.rawValue)")
    default: self = .refused(path: path, reason: error.message ?? "SQLite \(error.resultCode)")
    }
  }
}

/// Stored JSON that is not of our own form.
struct MalformedJSON: Error {}
