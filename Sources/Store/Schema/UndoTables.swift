extension Schema {
  /// What undo puts back, beside `events`, `record_changes` and `relation_changes`. Of the store's
  /// first run nothing is kept: before it there was nothing.
  static let undoTables = """
    -- What runs did with files. An undone file is not read again while it is as it was.
    CREATE TABLE file_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      file_id INTEGER NOT NULL REFERENCES files,
      kind TEXT NOT NULL CHECK (\(oneOf("kind", ["read", "missing", "undone", "redone"])))
    ) STRICT;

    ALTER TABLE files ADD COLUMN undone_run INTEGER REFERENCES runs;

    -- before: the activity or opportunity as it was, with the contact it was linked to.
    CREATE TABLE follow_up_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      follow_up TEXT NOT NULL CHECK (\(oneOf("follow_up", ["activities", "opportunities"]))),
      number INTEGER NOT NULL,
      before TEXT NOT NULL CHECK (json_valid(before))
    ) STRICT;

    -- The score as it was; null when the pair had none.
    CREATE TABLE pair_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      left_record INTEGER NOT NULL REFERENCES records,
      right_record INTEGER NOT NULL REFERENCES records,
      weight REAL,
      status TEXT,
      levels TEXT
    ) STRICT;

    ALTER TABLE models ADD COLUMN undone_run INTEGER REFERENCES runs;

    -- The run as a whole that this one undid.
    ALTER TABLE runs ADD COLUMN undoes_run INTEGER REFERENCES runs;

    """

  /// What was told of files before they were read again stays, so that undo can tell it again.
  static let toldTables = """
    -- The run whose reading told the problems and the rows set aside that count; null: none do.
    ALTER TABLE files ADD COLUMN told_run INTEGER REFERENCES runs;
    ALTER TABLE rejected_rows ADD COLUMN run_id INTEGER REFERENCES runs;
    ALTER TABLE file_changes ADD COLUMN told_before INTEGER REFERENCES runs;
    UPDATE files SET told_run = read_run WHERE missing_run IS NULL;
    UPDATE rejected_rows SET run_id = (SELECT read_run FROM files WHERE id = file_id);
    UPDATE problems SET run_id = (SELECT read_run FROM files WHERE id = file_id)
      WHERE file_id IS NOT NULL;

    CREATE VIEW told_problems AS
      SELECT p.* FROM problems p LEFT JOIN files f ON f.id = p.file_id
      WHERE p.file_id IS NULL OR p.run_id = f.told_run;

    CREATE VIEW told_rejected_rows AS
      SELECT r.* FROM rejected_rows r JOIN files f ON f.id = r.file_id
      WHERE r.run_id = f.told_run;

    """

  /// When a run's rows, and what was before it, were removed: nothing of it can be put back then.
  static let retentionColumns = """
    ALTER TABLE runs ADD COLUMN rows_removed_at TEXT;
    ALTER TABLE runs ADD COLUMN images_removed_at TEXT;

    """
}
