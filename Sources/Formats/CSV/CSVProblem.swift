internal import Records

/// What can be wrong in a CSV file.
enum CSVProblem {
  case fieldCount(found: Int, expected: Int, hasHeader: Bool)
  case unclosedQuote
  case rowTooLong
  case repeatedHeader
  case badEncoding(TextEncoding)
  case nulBytes
  /// A row of `rejected.csv` is read as it was set aside.
  case uncorrected
  case empty

  var code: String {
    switch self {
    case .fieldCount(let found, let expected, _):
      found < expected ? "too-few-fields" : "too-many-fields"
    case .unclosedQuote: "unclosed-quote"
    case .rowTooLong: "row-too-long"
    case .repeatedHeader: "repeated-header"
    case .badEncoding: "bad-encoding"
    case .nulBytes: "nul-bytes"
    case .uncorrected: "not-corrected"
    case .empty: "csv-empty"
    }
  }

  var action: Problem.Action {
    switch self {
    case .fieldCount, .unclosedQuote, .rowTooLong: .setAside
    case .repeatedHeader, .uncorrected, .empty: .skipped
    case .badEncoding, .nulBytes: .repaired
    }
  }

  var message: Phrase {
    switch self {
    case .fieldCount(let found, let expected, let hasHeader):
      Phrase(
        de: "\(found) \(found == 1 ? "Feld" : "Felder"), "
          + (hasHeader ? "die Kopfzeile hat \(expected)" : "die meisten Zeilen haben \(expected)"),
        en: "\(found) \(found == 1 ? "field" : "fields"), "
          + (hasHeader ? "the header has \(expected)" : "most rows have \(expected)"))
    case .unclosedQuote:
      Phrase(
        de: "ein Anführungszeichen wird geöffnet und nicht geschlossen",
        en: "a quote is opened and not closed")
    case .rowTooLong:
      Phrase(
        de: "die Zeile ist länger als \(CSVLimits.rowLength >> 20) MiB",
        en: "the row is longer than \(CSVLimits.rowLength >> 20) MiB")
    case .repeatedHeader:
      Phrase(de: "die Kopfzeile steht noch einmal da", en: "the header stands here again")
    case .badEncoding(let encoding):
      Phrase(
        de: "Bytes, die kein \(encoding.label) sind, als Windows-1252 gelesen",
        en: "bytes that are not \(encoding.label), read as Windows-1252")
    case .uncorrected:
      Phrase(
        de: "noch nicht berichtigt; ist die Zeile richtig, leeren Sie kontor_reason",
        en: "not corrected yet; if the row is right, empty kontor_reason")
    case .nulBytes: Phrase(de: "NUL-Bytes entfernt", en: "NUL bytes removed")
    case .empty: Phrase(de: "die Datei ist leer", en: "the file is empty")
    }
  }
}
