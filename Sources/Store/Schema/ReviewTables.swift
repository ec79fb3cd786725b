extension Schema {
  /// What the review page has at hand: questions in their order, decisions that are still to be
  /// worked in, and what each run of a pipeline found.
  static let reviewTables = """
    -- As before, but that a decision without made_run, or withdrawn without withdrawn_run, waits to
    -- be worked in. action: the first of those made at one stroke. is_companion: it only says what
    -- another implies, such as that the other records of both contacts belong to them.
    CREATE TABLE new_decisions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (
        \(oneOf("kind", [
          "same", "different", "unsure", "household", "works_at", "shared_mailbox", "value",
        ]))),
      left_source TEXT NOT NULL,
      left_key TEXT NOT NULL,
      left_hash INTEGER NOT NULL,
      right_source TEXT,
      right_key TEXT,
      right_hash INTEGER,
      value TEXT CHECK (value IS NULL OR json_valid(value)),
      author TEXT NOT NULL,
      reason TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_run INTEGER REFERENCES runs,
      withdrawn_by TEXT,
      withdrawn_at TEXT,
      withdrawn_run INTEGER REFERENCES runs,
      action INTEGER,
      is_companion INTEGER NOT NULL DEFAULT 0 CHECK (is_companion IN (0, 1)),
      CHECK ((kind = 'value') = (value IS NOT NULL)),
      CHECK ((kind = 'value') = (right_source IS NULL)),
      CHECK ((right_source IS NULL) = (right_key IS NULL))
    ) STRICT;

    INSERT INTO new_decisions
    SELECT id, kind, left_source, left_key, left_hash, right_source, right_key, right_hash, value,
      author, reason, made_at, made_run, withdrawn_by, withdrawn_at, withdrawn_run, NULL, 0
    FROM decisions;

    DROP TABLE decisions;
    ALTER TABLE new_decisions RENAME TO decisions;

    CREATE INDEX decisions_by_left ON decisions(left_source, left_key);
    CREATE INDEX decisions_by_right ON decisions(right_source, right_key)
      WHERE right_key IS NOT NULL;
    CREATE INDEX decisions_by_run ON decisions(made_run);
    CREATE INDEX decisions_to_withdraw ON decisions(id)
      WHERE withdrawn_at IS NOT NULL AND withdrawn_run IS NULL;

    -- What a person is asked, named by its strongest pair; made anew from pair_scores by whatever
    -- changes those.
    CREATE TABLE questions (
      left_record INTEGER NOT NULL REFERENCES records,
      right_record INTEGER NOT NULL REFERENCES records,
      -- Equal where the question is about one contact's own records.
      left_contact INTEGER NOT NULL REFERENCES contacts,
      right_contact INTEGER NOT NULL REFERENCES contacts,
      -- 1 when the answer would follow from earlier ones.
      is_following INTEGER NOT NULL CHECK (is_following IN (0, 1)),
      -- The pairs of records that asking is expected to join.
      gain REAL NOT NULL,
      record_count INTEGER NOT NULL,
      weight REAL NOT NULL,
      -- The decision that answers it and waits.
      decision_id INTEGER REFERENCES decisions,
      PRIMARY KEY (left_record, right_record)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX questions_by_value ON questions(
      is_following, gain DESC, record_count, left_record, right_record)
      WHERE decision_id IS NULL;
    CREATE INDEX questions_by_weight ON questions(weight) WHERE decision_id IS NULL;
    CREATE INDEX questions_answered ON questions(decision_id) WHERE decision_id IS NOT NULL;
    CREATE INDEX questions_by_contacts ON questions(left_contact, right_contact);
    CREATE INDEX questions_by_right_contact ON questions(right_contact);

    CREATE INDEX IF NOT EXISTS pair_scores_in_review ON pair_scores(weight)
      WHERE status = 'review';

    -- What a run of a pipeline found, for charts over the runs.
    CREATE TABLE run_facts (
      run_id INTEGER PRIMARY KEY REFERENCES runs,
      facts TEXT NOT NULL CHECK (json_valid(facts))
    ) STRICT;

    """
}
