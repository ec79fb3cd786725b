internal import Records

/// What can be wrong with a cell.
enum SheetFault: Hashable {
  /// `#N/A`, `#REF!`: a formula gave no value.
  case error
  /// It names a text or date that isn't there.
  case unreadable
  /// Longer than any contact's value.
  case tooLong
}

/// What the reader of spreadsheets tells.
enum SheetProblem: Hashable {
  case cell(SheetFault)
  case repeatedHeader
  case empty
  case cutOff
  case columnBeyondLimit
  /// Another sheet holds rows too.
  case otherSheet(String)

  func problem(at location: Location, field: String = "") -> Problem {
    Problem(code: code, location: location, field: field, action: action, message: message)
  }

  private var code: String {
    switch self {
    case .cell(.error): "cell-error"
    case .cell(.unreadable): "cell-unreadable"
    case .cell(.tooLong): "cell-too-long"
    case .repeatedHeader: "repeated-header"
    case .empty: "sheet-empty"
    case .cutOff: "sheet-cut-off"
    case .columnBeyondLimit: "too-many-columns"
    case .otherSheet: "sheet-not-read"
    }
  }

  private var action: Problem.Action { .skipped }

  private var message: Phrase {
    switch self {
    case .cell(.error):
      Phrase(
        de: "ein Fehlerwert wie #NV statt eines Wertes", en: "an error such as #N/A, no value")
    case .cell(.unreadable):
      Phrase(de: "die Zelle ist nicht lesbar", en: "the cell can't be read")
    case .cell(.tooLong):
      Phrase(de: "ein Wert ist länger als 1 MiB", en: "a value is longer than 1 MiB")
    case .repeatedHeader:
      Phrase(de: "die Kopfzeile steht noch einmal da", en: "the header stands here again")
    case .empty: Phrase(de: "kein Blatt enthält Zeilen", en: "no sheet holds rows")
    case .cutOff:
      Phrase(de: "die Datei bricht hier ab", en: "the file breaks off here")
    case .columnBeyondLimit:
      Phrase(
        de: "Spalten jenseits der \(SheetLimits.columns).",
        en: "columns beyond the \(SheetLimits.columns)th")
    case .otherSheet(let name):
      Phrase(
        de: "auch das Blatt \"\(name)\" enthält Zeilen: es wird mit \"sheet\" gelesen",
        en: "the sheet \"\(name)\" holds rows too: it is read with \"sheet\"")
    }
  }
}
