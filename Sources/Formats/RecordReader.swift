package import Records

/// What a reader tells while it goes through its input.
package enum ReaderEvent: Sendable {
  /// A record, as the source spells it.
  case record(RawRecord)
  /// A row that can't be a record; it goes to `rejected.csv` as it was, with the reason.
  case rejected(RawRecord, Problem)
  /// Something that is wrong with a value or a part, and doesn't cost the record.
  case problem(Problem)
}

/// Goes through one input from its first record to its last.
///
/// To add a format: a type of this protocol, a case in `Format` and in `RecordSource.open`, a test
/// that calls `checkReader`.
package protocol RecordReader {
  /// Calls `body` for every record, rejected row and problem, in the order of the file.
  ///
  /// Memory stays bounded whatever the input's size. Bad data is an event, never an error.
  ///
  /// - Throws: `ReadError` for what stops the file, and what `body` throws.
  mutating func read(_ body: (ReaderEvent) throws -> Void) throws

  /// Calls `body` with the same in batches, of which records can be made on other threads.
  ///
  /// - Parameter size: how many rows a batch holds; the last may hold less.
  mutating func readBatches(of size: Int, _ body: (any RecordBatch) throws -> Void) throws
}

/// What stops the reading of a file.
package enum ReadError: Error, Hashable, Sendable {
  case notFound(file: String)
  case isFolder(file: String)
  /// The system's reason: "permission denied".
  case unreadable(file: String, reason: Phrase)
  /// From this line on nothing can be read: "the DOCTYPE is refused: …".
  case malformed(file: String, line: Int, what: Phrase)

  /// The error in words: where, what, and what can be done.
  package func text(_ language: Language) -> String {
    switch self {
    case .notFound(let file):
      "\(file): " + Phrase(de: "es gibt keine solche Datei", en: "no such file")(language)
    case .isFolder(let file):
      "\(file): "
        + Phrase(
          de: "das ist ein Ordner: nennen Sie eine Datei darin oder ein Muster wie *.vcf",
          en: "this is a folder: name a file in it, or a pattern like *.vcf")(language)
    case .unreadable(let file, let reason):
      "\(file): " + Phrase(de: "nicht lesbar: ", en: "can't be read: ")(language)
        + reason(language)
    case .malformed(let file, let line, let what):
      "\(file):\(line): \(what(language))"
    }
  }
}

extension ReadError {
  /// What is wrong with the file, without its name.
  package var reason: Phrase {
    switch self {
    case .malformed(_, 1, let what): what
    case .malformed(_, let line, let what):
      Phrase(de: "Zeile \(line): \(what.german)", en: "line \(line): \(what.english)")
    case .unreadable(_, let reason): reason
    case .notFound, .isFolder: phrase
    }
  }

  /// The error in both languages.
  var phrase: Phrase { Phrase(de: text(.german), en: text(.english)) }
}

extension ReadError: CustomStringConvertible {
  package var description: String { text(.english) }
}
