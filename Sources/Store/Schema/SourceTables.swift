extension Schema {
  /// Who had a run made, and why; empty for the runs of a pipeline.
  static let runAuthors = """
    ALTER TABLE runs ADD COLUMN author TEXT NOT NULL DEFAULT '';
    ALTER TABLE runs ADD COLUMN reason TEXT NOT NULL DEFAULT '';

    """

  /// The files that runs have written, so that those no longer asked for can go.
  static let outputTable = """
    CREATE TABLE outputs (
      -- The whole path, with links followed.
      folder TEXT NOT NULL,
      name TEXT NOT NULL,
      run_id INTEGER NOT NULL REFERENCES runs,
      PRIMARY KEY (folder, name)
    ) STRICT, WITHOUT ROWID;

    """

  /// Runs, sources, files, and what was read from them.
  static let sourceTables = """
    CREATE TABLE runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      pipeline TEXT NOT NULL,
      started_at TEXT NOT NULL,
      finished_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
      counts TEXT NOT NULL CHECK (json_valid(counts))
    ) STRICT;

    -- Texts for people that recur: reasons of permissions, messages of problems.
    CREATE TABLE phrases (
      id INTEGER PRIMARY KEY,
      german TEXT NOT NULL,
      english TEXT NOT NULL,
      UNIQUE (german, english)
    ) STRICT;

    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      priority INTEGER NOT NULL,
      -- Customer numbers are equal only between sources of one numbering.
      numbering TEXT,
      -- snapshot: what a file no longer holds is withdrawn; feed: it stays.
      mode TEXT NOT NULL CHECK (mode IN ('snapshot', 'feed'))
    ) STRICT;

    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      source_id INTEGER NOT NULL REFERENCES sources,
      path TEXT NOT NULL,
      size INTEGER NOT NULL,
      mtime_ns INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      content_hash TEXT NOT NULL,
      -- Of the mapping and settings the file was read with: another one means reading again.
      mapping_hash TEXT NOT NULL,
      record_count INTEGER NOT NULL,
      read_run INTEGER NOT NULL REFERENCES runs,
      -- The run that found it gone.
      missing_run INTEGER REFERENCES runs,
      UNIQUE (source_id, path)
    ) STRICT;

    CREATE TABLE records (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source_id INTEGER NOT NULL REFERENCES sources,
      key TEXT NOT NULL,
      file_id INTEGER NOT NULL REFERENCES files,
      line INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL
        CHECK (\(oneOf("kind", ["person", "organization", "contact_person", "household"]))),
      parent_key TEXT,
      rec_id TEXT NOT NULL,
      -- Of the raw values, as the mapping gives it.
      content_hash INTEGER NOT NULL,
      -- Of kind, parent, rec_id and fields: another normalizer may change these alone.
      fields_hash INTEGER NOT NULL,
      created_run INTEGER NOT NULL REFERENCES runs,
      changed_run INTEGER NOT NULL REFERENCES runs,
      withdrawn_run INTEGER REFERENCES runs,
      UNIQUE (source_id, key)
    ) STRICT;

    -- Apart from records, so that a row inserted above a million others rewrites narrow rows only.
    CREATE TABLE record_fields (
      record_id INTEGER PRIMARY KEY REFERENCES records,
      fields TEXT NOT NULL
    ) STRICT;

    CREATE TABLE raw_columns (
      id INTEGER PRIMARY KEY,
      names TEXT NOT NULL UNIQUE
    ) STRICT;

    -- cells: [column, text, column, text, …], columns from 0 as in raw_columns.names.
    CREATE TABLE raw_records (
      record_id INTEGER PRIMARY KEY REFERENCES records,
      columns_id INTEGER NOT NULL REFERENCES raw_columns,
      cells TEXT NOT NULL
    ) STRICT;

    CREATE TABLE rejected_rows (
      id INTEGER PRIMARY KEY,
      file_id INTEGER NOT NULL REFERENCES files,
      line INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      message_id INTEGER NOT NULL REFERENCES phrases,
      columns_id INTEGER NOT NULL REFERENCES raw_columns,
      cells TEXT NOT NULL
    ) STRICT;

    -- before: the record as it was, with raw cells and location; null when it was new.
    CREATE TABLE record_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      record_id INTEGER NOT NULL REFERENCES records,
      kind TEXT NOT NULL CHECK (\(oneOf("kind", ["changed", "withdrawn", "returned"]))),
      before TEXT NOT NULL CHECK (json_valid(before))
    ) STRICT;

    CREATE TABLE consents (
      record_id INTEGER NOT NULL REFERENCES records,
      position INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (\(oneOf("channel", ["email", "phone", "post"]))),
      address TEXT NOT NULL,
      state TEXT NOT NULL CHECK (\(oneOf("state", ["granted", "denied", "unknown"]))),
      date TEXT NOT NULL,
      source TEXT NOT NULL,
      evidence TEXT NOT NULL,
      PRIMARY KEY (record_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE problems (
      id INTEGER PRIMARY KEY,
      run_id INTEGER NOT NULL REFERENCES runs,
      -- Null when it concerns no registered file.
      file_id INTEGER REFERENCES files,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      code TEXT NOT NULL,
      field TEXT NOT NULL,
      action TEXT NOT NULL,
      message_id INTEGER NOT NULL REFERENCES phrases
    ) STRICT;

    """
}
