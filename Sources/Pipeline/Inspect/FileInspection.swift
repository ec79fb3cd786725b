package import Formats
package import Records

/// What a look through a file says of it; it holds no value of any contact.
package struct FileInspection: Sendable {
  /// One column, property or path.
  package struct Column: Sendable {
    /// As the source spells it; "column 1" where no row names the columns.
    package var name: String
    package var verdict: ColumnVerdict
    /// Of the file's records, how many have a value here.
    package var filled: Int
    package var distinct: Int
    /// Whether `distinct` is only a lower bound.
    package var isDistinctAtLeast: Bool
    /// Shapes of values with their counts, most frequent first.
    package var patterns: [(pattern: String, count: Int)]
    /// Oddities by their names in JSON, with counts.
    package var oddities: [(oddity: String, count: Int)]
    /// The element of records nested in others that it belongs to; nil: the record itself.
    package var nested: String?
  }

  /// As the user gave it, or below the folder that was given.
  package var path: String
  /// Which sheet of a workbook that has several; nil else.
  package var sheet: String?
  package var format: Format
  package var exports: [KnownExport] = []
  /// nil where the format says it itself.
  package var encoding: TextEncoding?
  /// Why that encoding.
  package var evidence = Phrase(de: "", en: "")
  /// Of a CSV file.
  package var dialect: CSVDialect?
  /// Whether it has rows under named columns.
  package var isTable = false
  /// Of a table: the line or row that names the columns; nil when none does.
  package var header: Int?
  /// The element that is a record, in XML.
  package var record: String?
  package var rows = 0
  package var rejected = 0
  /// Problems by code, sorted.
  package var problems: [(code: String, count: Int)] = []
  package var columns: [Column] = []
  package var role: FileRole = .contacts
  /// Of a table: the first column whose values are dates.
  var dateColumn: String?
  /// Customer numbers met, each with hashes of the names beside it: tells whether two files number
  /// the same customers.
  var numbers: CustomerNumbers = CustomerNumbers()

  init(path: String, format: Format) {
    self.path = path
    self.format = format
  }
}

extension FileInspection {
  /// The path, and the sheet of a workbook that has several.
  package func name(_ language: Language) -> String {
    Self.name(path, sheet: sheet)(language)
  }

  static func name(_ path: String, sheet: String?) -> Phrase {
    guard let sheet else { return Phrase(de: path, en: path) }
    return Phrase(de: "\(path), Blatt \(sheet)", en: "\(path), sheet \(sheet)")
  }
}

/// What a file is to a pipeline.
package enum FileRole: Hashable, Sendable {
  case contacts
  case activities
  case opportunities
  /// Mails: whom they were exchanged with, and each as an activity.
  case contactsAndActivities
  /// No source: why not.
  case none(Phrase)
}

/// Customer numbers with the names of whom they number, as hashes.
struct CustomerNumbers: Sendable {
  private static let limit = 50_000
  private(set) var names: [UInt64: Set<UInt64>] = [:]

  mutating func add(_ number: String, names words: [String]) {
    let key = valueHash(number)
    guard names.count < Self.limit || names[key] != nil else { return }
    var known = names[key] ?? []
    for word in words where known.count < 32 {
      for part in word.lowercased().split(whereSeparator: { !$0.isLetter }) where part.count > 2 {
        known.insert(valueHash(String(part)))
      }
    }
    names[key] = known
  }

  /// Whether both number the same customers: many numbers of the smaller are the other's too, and
  /// their names mostly share a word.
  func agree(with other: CustomerNumbers) -> Bool {
    let (small, large) = names.count <= other.names.count ? (self, other) : (other, self)
    var common = 0
    var named = 0
    var agreeing = 0
    for (number, own) in small.names {
      guard let theirs = large.names[number] else { continue }
      common += 1
      if own.isEmpty || theirs.isEmpty { continue }
      named += 1
      if !own.isDisjoint(with: theirs) { agreeing += 1 }
    }
    return common >= 3 && common * 5 >= small.names.count && agreeing * 2 > named && named >= 3
  }
}
