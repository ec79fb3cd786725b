extension Schema {
  /// Whom people had erased, by what they are known again, and rows that wait because of that.
  static let erasureTables = """
    -- Contacts of which nothing is left but their number, when and why: the run says.
    CREATE TABLE erased_contacts (
      contact_id INTEGER PRIMARY KEY REFERENCES contacts,
      run_id INTEGER NOT NULL REFERENCES runs
    ) STRICT;

    -- Keyed hashes (HMAC-SHA256, its first 16 bytes in hexadecimal) of what erased people were;
    -- the key lies in a file of its own. check: of a fixed text, to know the key by. person: who
    -- agrees is kept out. trait: who agrees in this alone waits for a person's word.
    CREATE TABLE erased_keys (
      hash TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (\(oneOf("kind", ["check", "person", "trait"]))),
      run_id INTEGER NOT NULL REFERENCES runs
    ) STRICT, WITHOUT ROWID;

    -- Rows that agree with an erased person in a trait: where they stand, nothing of what they say.
    CREATE TABLE held_rows (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- Keyed, of source and source key.
      hash TEXT NOT NULL UNIQUE,
      file_id INTEGER NOT NULL REFERENCES files,
      line INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      -- That met it last.
      run_id INTEGER NOT NULL REFERENCES runs,
      -- In which a person let it in.
      allowed_run INTEGER REFERENCES runs
    ) STRICT;

    CREATE INDEX held_rows_by_file ON held_rows(file_id);

    """
}
