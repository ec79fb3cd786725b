extension Schema {
  /// Contacts, where their values come from, and what hangs on them.
  static let contactTables = """
    CREATE TABLE contacts (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL
        CHECK (\(oneOf("kind", ["person", "organization", "contact_person", "household"]))),
      -- For lists: the first of each, as people read it.
      name TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      organization TEXT NOT NULL,
      place TEXT NOT NULL,
      email TEXT NOT NULL,
      phone TEXT NOT NULL,
      -- What else finds it: further names, numbers and addresses, umlauts spelled out.
      terms TEXT NOT NULL,
      may_email INTEGER NOT NULL CHECK (may_email IN (0, 1)),
      may_email_reason INTEGER REFERENCES phrases,
      may_phone INTEGER NOT NULL CHECK (may_phone IN (0, 1)),
      may_phone_reason INTEGER REFERENCES phrases,
      may_post INTEGER NOT NULL CHECK (may_post IN (0, 1)),
      may_post_reason INTEGER REFERENCES phrases,
      -- Of the cluster the contact was merged from.
      status TEXT NOT NULL CHECK (\(oneOf("status", ["merged", "review", "single"]))),
      record_count INTEGER NOT NULL,
      -- Of values, origins, records and permissions: equal digests, equal contacts.
      digest INTEGER NOT NULL,
      created_run INTEGER NOT NULL REFERENCES runs,
      changed_run INTEGER NOT NULL REFERENCES runs,
      retired_run INTEGER REFERENCES runs,
      merged_into INTEGER REFERENCES contacts DEFERRABLE INITIALLY DEFERRED,
      CHECK (merged_into IS NULL OR (retired_run IS NOT NULL AND merged_into <> id))
    ) STRICT;

    CREATE INDEX contacts_by_sort_key ON contacts (sort_key, id) WHERE retired_run IS NULL;

    -- The cluster: each record belongs to at most one contact.
    CREATE TABLE contact_records (
      record_id INTEGER PRIMARY KEY REFERENCES records,
      contact_id INTEGER NOT NULL REFERENCES contacts
    ) STRICT;

    -- Each value with the record it came from, the rule that chose it and the values that lost.
    CREATE TABLE value_origins (
      contact_id INTEGER NOT NULL REFERENCES contacts,
      position INTEGER NOT NULL,
      attribute TEXT NOT NULL,
      label TEXT,
      -- The column's name of an extra value.
      name TEXT,
      value TEXT NOT NULL,
      -- The value in parts with its raw spelling; null when the columns before say it all.
      field TEXT,
      record_id INTEGER NOT NULL REFERENCES records,
      rule TEXT NOT NULL,
      agreeing TEXT,
      lost TEXT,
      PRIMARY KEY (contact_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE permissions (
      contact_id INTEGER NOT NULL REFERENCES contacts,
      position INTEGER NOT NULL,
      channel TEXT NOT NULL CHECK (\(oneOf("channel", ["email", "phone", "post"]))),
      address TEXT NOT NULL,
      is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
      reason_id INTEGER NOT NULL REFERENCES phrases,
      PRIMARY KEY (contact_id, position)
    ) STRICT, WITHOUT ROWID;

    -- levels: [["name","exact",8.25], …], the steps from the prior to the weight, in bits.
    CREATE TABLE pair_scores (
      left_record INTEGER NOT NULL REFERENCES records,
      right_record INTEGER NOT NULL REFERENCES records,
      weight REAL NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('merged', 'review')),
      levels TEXT NOT NULL,
      PRIMARY KEY (left_record, right_record),
      CHECK (left_record < right_record)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE relations (
      kind TEXT NOT NULL CHECK (
        \(oneOf("kind", ["household", "works_at", "shared_mailbox", "shared_line"]))),
      left_contact INTEGER NOT NULL REFERENCES contacts,
      right_contact INTEGER NOT NULL REFERENCES contacts,
      created_run INTEGER NOT NULL REFERENCES runs,
      PRIMARY KEY (left_contact, right_contact, kind),
      CHECK (left_contact <> right_contact)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE relation_changes (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      change TEXT NOT NULL CHECK (change IN ('added', 'removed')),
      kind TEXT NOT NULL,
      left_contact INTEGER NOT NULL REFERENCES contacts,
      right_contact INTEGER NOT NULL REFERENCES contacts
    ) STRICT;

    -- before: the contact as it was; null when it was new. What came after is the next event's
    -- before, else what is stored now.
    CREATE TABLE events (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      run_id INTEGER NOT NULL REFERENCES runs,
      contact_id INTEGER NOT NULL REFERENCES contacts,
      kind TEXT NOT NULL
        CHECK (
          \(oneOf("kind", ["created", "changed", "merged", "split", "withdrawn", "returned"]))),
      -- Whom it was merged into, or split from.
      other_contact INTEGER REFERENCES contacts DEFERRABLE INITIALLY DEFERRED,
      before TEXT CHECK (before IS NULL OR json_valid(before))
    ) STRICT;

    """ + followUpTable("activities") + followUpTable("opportunities") + searchTables

  /// Which contact a withdrawn record was last in, so that it returns under its number.
  static let formerContactTable = """
    CREATE TABLE former_contacts (
      record_id INTEGER PRIMARY KEY REFERENCES records,
      contact_id INTEGER NOT NULL REFERENCES contacts
    ) STRICT;

    """

  /// Activities and opportunities have one shape.
  private static func followUpTable(_ name: String) -> String {
    """
    CREATE TABLE \(name) (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      source_id INTEGER NOT NULL REFERENCES sources,
      key TEXT NOT NULL,
      file_id INTEGER NOT NULL REFERENCES files,
      line INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      date TEXT NOT NULL,
      -- [{"name":"Betreff","text":"…"}, …] in source order.
      details TEXT NOT NULL CHECK (json_valid(details)),
      contact_id INTEGER REFERENCES contacts,
      created_run INTEGER NOT NULL REFERENCES runs,
      changed_run INTEGER NOT NULL REFERENCES runs,
      withdrawn_run INTEGER REFERENCES runs,
      UNIQUE (source_id, key)
    ) STRICT;

    """
  }

  /// The search reads its texts from a view, so that a rebuild leaves retired contacts out.
  private static let searchTables = """
    CREATE VIEW listed_contacts AS
      SELECT id, name, organization, place, email, phone, terms
      FROM contacts WHERE retired_run IS NULL;

    CREATE VIRTUAL TABLE contact_search USING fts5 (
      name, organization, place, email, phone, terms,
      content = 'listed_contacts', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2'
    );

    """
}
