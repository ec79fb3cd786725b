internal import GRDB
package import Records

/// What stops work on a store.
package enum StoreError: Error, Equatable {
  /// There is no file at the path, and none was to be created.
  case missing(path: String)
  /// The file is something else; it is left alone.
  case notAStore(path: String)
  /// A newer Kontor wrote it.
  case newer(path: String, version: Int, known: Int)
  /// Another program holds it.
  case busy(path: String)
  /// A run is at work on it, by this program or another of ours.
  case held(path: String, by: StoreLock.Holder?)
  /// The work was asked to stop.
  case interrupted
  case full(path: String)
  /// The system reads or writes it no further: a broken disk, a quota, a limit of size.
  case unreachable(path: String)
  case readOnly(path: String)
  /// What is stored can't be read: a damaged file, or one changed by other means.
  case damaged(path: String, what: String)
  case cannotOpen(path: String, reason: String)
  /// SQLite refused for another reason; its message names tables and columns, never values.
  case refused(path: String, reason: String)

  /// The error in words: where, what, and what can be done.
  package func text(_ language: Language) -> String {
    // A scratch store has no path.
    (path.isEmpty ? "" : "\(path): ") + what(language)
  }

  private var path: String {
    switch self {
    case .missing(let path), .notAStore(let path), .newer(let path, _, _), .busy(let path),
      .full(let path), .readOnly(let path), .damaged(let path, _), .cannotOpen(let path, _),
      .refused(let path, _), .held(let path, _), .unreachable(let path):
      path
    case .interrupted: ""
    }
  }

  private var what: Phrase {
    switch self {
    case .missing:
      Phrase(
        de: "kein Kontaktbestand: lassen Sie erst eine Pipeline laufen, oder nennen Sie einen mit "
          + "--store",
        en: "no contact store: run a pipeline first, or name one with --store")
    case .notAStore:
      Phrase(
        de: "kein Kontaktbestand: unberührt gelassen, nennen Sie eine andere Datei",
        en: "not a contact store: left alone, name another file")
    case .newer(_, let version, let known):
      Phrase(
        de: "von einer neueren Version geschrieben (Schema \(version), hier bekannt: \(known)): "
          + "aktualisieren Sie dieses Programm",
        en: "written by a newer version (schema \(version), known here: \(known)): "
          + "update this program")
    case .busy:
      Phrase(
        de: "von einem anderen Programm benutzt: versuchen Sie es danach noch einmal",
        en: "in use by another program: try again when it is done")
    case .held(_, let holder):
      Phrase(
        de:
          "ein anderer Lauf arbeitet daran\(Self.facts(holder, "Prozess", "seit")): versuchen Sie "
          + "es danach noch einmal",
        en: "another run is at work on it\(Self.facts(holder, "process", "since")): try again when "
          + "it is done")
    case .interrupted:
      Phrase(
        de: "auf Verlangen angehalten: nichts wurde geändert",
        en: "stopped on request: nothing was changed")
    case .full:
      Phrase(de: "kein Platz mehr: nichts wurde geändert", en: "no space left: nothing was changed")
    case .unreachable:
      Phrase(
        de:
          "das System liest oder schreibt nicht weiter: nichts wurde geändert, prüfen Sie Platte, "
          + "Kontingent und Größengrenzen (ulimit -f)",
        en: "the system reads or writes no further: nothing was changed, check disk, quota and "
          + "limits of size (ulimit -f)")
    case .readOnly:
      Phrase(
        de: "nicht beschreibbar: prüfen Sie die Rechte der Datei und ihres Ordners",
        en: "may not be written: check its permissions and its folder's")
    case .damaged(_, let what):
      Phrase(
        de: "beschädigt (\(what)): spielen Sie eine Sicherung ein",
        en: "damaged (\(what)): restore it from a backup")
    case .cannotOpen(_, let reason):
      Phrase(
        de: "nicht zu öffnen (\(reason)): prüfen Sie die Rechte der Datei und ihres Ordners",
        en: "can't be opened (\(reason)): check its permissions and its folder's")
    case .refused(_, let reason):
      Phrase(de: "\(reason): nichts wurde geändert", en: "\(reason): nothing was changed")
    }
  }

  private static func facts(
    _ holder: StoreLock.Holder?, _ process: String, _ since: String
  ) -> String {
    guard let holder else { return "" }
    return " (\(holder.work), \(process) \(holder.process), \(since) \(holder.startedAt))"
  }

  /// The same fault as SQLite names it.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_IOERR: self = .unreachable(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notAStore(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path, what: "SQLite")
    case .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .cannotOpen(path: path, reason: error.message ?? "SQLite \(error.resultCode.rawValue)")
    default: self = .refused(path: path, reason: error.message ?? "SQLite \(error.resultCode)")
    }
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String { text(.english) }
}

/// Stored JSON that is not of our own form.
struct MalformedJSON: Error {}
