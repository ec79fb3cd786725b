internal import Foundation
package import Records

/// Why the system refused, by its error number: "no space left on the disk".
package func systemReason(_ code: Int32) -> Phrase {
  switch code {
  case ENOENT, ENOTDIR: Phrase(de: "der Ordner fehlt", en: "the folder is missing")
  case EACCES, EPERM: Phrase(de: "dafür fehlen die Rechte", en: "permission denied")
  case EROFS:
    Phrase(de: "das Dateisystem ist schreibgeschützt", en: "the file system is read-only")
  case ENOSPC, EDQUOT:
    Phrase(de: "der Datenträger ist voll", en: "no space left on the disk")
  case EFBIG: Phrase(de: "die Datei würde zu groß", en: "the file would be too large")
  case EISDIR: Phrase(de: "das ist ein Ordner", en: "this is a folder")
  case EMFILE, ENFILE: Phrase(de: "zu viele offene Dateien", en: "too many open files")
  case EIO: Phrase(de: "der Datenträger meldet einen Fehler", en: "the disk reports an error")
  default:
    Phrase(de: String(cString: strerror(code)), en: String(cString: strerror(code)))
  }
}
