extension Schema {
  /// What people said of pairs of records and of values.
  static let decisionTables = """
    -- About records by source and key, so that they stay what a record is imported as again.
    CREATE TABLE decisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (
        \(oneOf("kind", [
          "same", "different", "unsure", "household", "works_at", "shared_mailbox", "value",
        ]))),
      left_source TEXT NOT NULL,
      left_key TEXT NOT NULL,
      -- The record's content when the decision was made: another one since makes it stale.
      left_hash INTEGER NOT NULL,
      -- Null for the choice of a value, which the left record holds.
      right_source TEXT,
      right_key TEXT,
      right_hash INTEGER,
      value TEXT CHECK (value IS NULL OR json_valid(value)),
      author TEXT NOT NULL,
      reason TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_run INTEGER NOT NULL REFERENCES runs,
      -- Who took it back; nothing is ever deleted.
      withdrawn_by TEXT,
      withdrawn_at TEXT,
      withdrawn_run INTEGER REFERENCES runs,
      CHECK ((kind = 'value') = (value IS NOT NULL)),
      CHECK ((kind = 'value') = (right_source IS NULL)),
      CHECK ((right_source IS NULL) = (right_key IS NULL))
    ) STRICT;

    CREATE TABLE decision_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      decision_id INTEGER NOT NULL REFERENCES decisions,
      change TEXT NOT NULL CHECK (\(oneOf("change", ["made", "withdrawn", "restored"])))
    ) STRICT;

    """
}
