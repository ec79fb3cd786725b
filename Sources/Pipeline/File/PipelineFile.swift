package import Formats
package import Records
package import Store
package import Survivorship

/// A pipeline file, read and checked: what comes in, how it is matched and merged, what goes out.
package struct PipelineFile: Sendable {
  /// The path as the user gave it.
  package var path: String
  package var name: String
  package var language: Language?
  /// ISO 3166 alpha-2: where phones and postal codes without a country are.
  package var country: String
  /// The folder of the sources.
  package var input: String
  package var output: String
  package var store: String
  package var sources: [SourceDefinition]
  package var activities: [ActivityDefinition]
  package var opportunities: [ActivityDefinition]
  package var operatingPoint: OperatingPointName
  /// The file of the model to match by; nil: the store's own.
  package var model: String?
  package var merge: SurvivorshipRules
  /// The share of rows set aside above which a run ends with exit code 2; 0…1.
  package var problemLimit: Double
  /// What a scheduled run may change without a person.
  package var budget: ChangeBudget
  /// How long the store keeps what it needs for the past alone.
  package var retention: Retention
  package var outputs: [OutputName]
  /// Which vCard version `contacts.vcf` has.
  package var vCardVersion: String
}

/// Where on the curve between precision and recall a run cuts.
package enum OperatingPointName: String, CaseIterable, Sendable { case safe, balanced }

/// The files a run can write beside the store and the report.
package enum OutputName: String, CaseIterable, Sendable {
  case vcf = "contacts.vcf"
  case csv = "contacts.csv"
  case jsonl = "contacts.jsonl"
  case crossReference = "crossref.csv"
  case households = "households.csv"
  case workbook = "clusters.xlsx"

  /// What is written where the pipeline file doesn't say.
  static let usual = allCases.filter { $0 != .workbook }
}

/// A place in a pipeline file, from 1.
package struct FilePosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: FilePosition, right: FilePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One line of a mapping: a column of the source and what it becomes.
package struct ColumnMapping: Hashable, Sendable {
  package var column: String
  package var target: MappingTarget
  package var position: FilePosition
}

/// One source of contacts.
package struct SourceDefinition: Sendable {
  package var name: String
  /// Paths or globs, relative to the pipeline's input folder.
  package var files: [String]
  /// Of `file:`.
  package var filePosition: FilePosition
  /// What it means that a file, or a record in it, is gone.
  package var mode: StoredSource.Mode
  /// nil: told by content.
  package var format: Format?
  /// Higher wins where values disagree.
  package var priority: Int
  /// Customer numbers are equal only between sources of one numbering.
  package var numbering: String?
  package var roles: [String]
  package var map: [ColumnMapping]
  package var constants: [(target: FieldTarget, text: String)]
  package var csv: CSVSettings
  package var xml: XMLSettings?
  /// Of a workbook; nil: the first that is shown and holds rows.
  package var sheet: String?
  /// Of a mail archive: addresses and domains that are no contacts.
  package var own: [String]
  package var position: FilePosition
}

/// What the file says about a CSV source; nil: detected.
package struct CSVSettings: Hashable, Sendable {
  package var delimiter: String?
  package var quote: String?
  package var encoding: String?
  package var header: Bool?
  /// Lines to skip before the header.
  package var skip: Int?
}

extension CSVSettings {
  /// What a command line says; nil when it is not one ASCII character or `tab`, or no encoding.
  package init?(delimiter: String?, encoding: String?) {
    let character = delimiter == "tab" || delimiter == "\\t" ? "\t" : delimiter
    guard character.map({ $0.utf8.count == 1 }) ?? true,
      encoding.map({ TextEncoding(name: $0) != nil }) ?? true
    else { return nil }
    self.init()
    self.delimiter = character
    self.encoding = encoding
  }
}

/// Where the records of an XML source are.
package struct XMLSettings: Hashable, Sendable {
  package struct Nested: Hashable, Sendable {
    package var record: String
    package var map: [ColumnMapping]
    package var position: FilePosition
  }
  package var record: String
  package var position: FilePosition
  package var namespaces: [String: String]
  package var nested: [Nested]
}

/// A source of history: rows that are linked to contacts and create none.
package struct ActivityDefinition: Sendable {
  package var name: String
  package var files: [String]
  package var mode: StoredSource.Mode
  /// nil: told by content.
  package var format: Format?
  package var csv: CSVSettings
  package var sheet: String?
  /// Of a mail archive: addresses and domains that are no contacts.
  package var own: [String]
  /// Whether columns are named that link a row; mails and calendars need none.
  package var hasLink: Bool
  package var keyColumn: String?
  package var dateColumn: String?
  package var numbering: String?
  package var customerNumberColumn: String?
  package var emailColumn: String?
  package var nameColumn: String?
  package var organizationColumn: String?
  package var position: FilePosition
  /// Of `file:`.
  package var filePosition: FilePosition
  /// Where each column is named.
  package var positions: [String: FilePosition]

  /// The columns that the readers of mails and calendars have.
  mutating func useColumnsOfMail() {
    dateColumn = dateColumn ?? "date"
    emailColumn = "email"
    nameColumn = "name"
  }

  /// The columns that are named.
  package var columns: [String] {
    [
      keyColumn, dateColumn, customerNumberColumn, emailColumn, nameColumn, organizationColumn,
    ].compactMap { $0 }
  }
}
