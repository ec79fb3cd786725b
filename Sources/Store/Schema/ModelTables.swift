extension Schema {
  /// The models a store was linked by, and what else a run was told.
  static let modelTables = """
    -- The last one is the store's current model; none is ever changed.
    CREATE TABLE models (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      -- Of what weighs in it: equal hashes link alike.
      hash TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      document TEXT NOT NULL CHECK (json_valid(document)),
      adopted_run INTEGER NOT NULL REFERENCES runs
    ) STRICT;

    -- How the run matched and merged, for commands that have no pipeline file.
    ALTER TABLE runs ADD COLUMN settings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(settings));
    """
}
