internal import GRDB

/// The store's tables, as a list of named migrations that is only ever added to.
enum Schema {
  /// "KNTR": what tells our files from other SQLite files.
  static let applicationID = 0x4B4E_5452

  /// The schema that this program writes; kept as `user_version`.
  static let version = migrations.count

  /// What a new file is divided into; one that is there keeps what it has.
  static let pageSize = "PRAGMA page_size = 8192"

  private static let migrations: [(name: String, sql: String)] = [
    ("2026-11 sources, records, contacts", sourceTables + contactTables + indexes),
    ("2026-11 models", modelTables),
    ("2026-11 former contacts of withdrawn records", formerContactTable),
    ("2026-11 outputs", outputTable),
    ("2026-11 authors of runs", runAuthors),
    ("2026-11 what undo puts back", undoTables),
    ("2026-11 decisions", decisionTables),
    ("2026-11 values of a contact in one row", contactValuesTable),
    ("2026-11 what was told of files", toldTables),
    ("2026-11 questions, waiting decisions, facts of runs", reviewTables),
    ("2026-11 what is kept of runs", retentionColumns),
    ("2026-11 erased contacts", erasureTables),
  ]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
      migrator.registerMigration(migration.name) { database in
        try database.execute(sql: migration.sql)
        if migration.sql == contactValuesTable { try ContactImage.renewDigests(in: database) }
        try database.execute(
          sql: """
            PRAGMA application_id = \(applicationID);
            PRAGMA user_version = \(index + 1);
            """)
      }
    }
    return migrator
  }

  /// Indexes that the first load leaves out and makes at its end: (name, what it is on).
  static let secondaryIndexes: [(name: String, on: String)] = [
    ("contacts_by_sort_key", "contacts(sort_key, id) WHERE retired_run IS NULL"),
    ("records_by_file", "records(file_id)"),
    ("record_changes_by_record", "record_changes(record_id)"),
    ("contact_records_by_contact", "contact_records(contact_id)"),
    ("pair_scores_by_right", "pair_scores(right_record)"),
    ("pair_scores_in_review", "pair_scores(weight) WHERE status = 'review'"),
    ("relations_by_right", "relations(right_contact)"),
    ("events_by_contact", "events(contact_id)"),
    ("activities_by_contact", "activities(contact_id)"),
    ("opportunities_by_contact", "opportunities(contact_id)"),
    ("problems_by_file", "problems(file_id)"),
    ("rejected_rows_by_file", "rejected_rows(file_id)"),
  ]

  private static let indexes =
    secondaryIndexes.map { "CREATE INDEX \($0.name) ON \($0.on);" }.joined(separator: "\n")

  /// The condition that a column holds one of these words.
  ///
  /// Not `IN`: for more than two words SQLite then builds a table anew at every insert, which
  /// doubles its cost.
  static func oneOf(_ column: String, _ words: [String]) -> String {
    words.map { "\(column) = '\($0)'" }.joined(separator: " OR ")
  }
}
