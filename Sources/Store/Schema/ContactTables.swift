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

    -- levels: [[12,17,8.250], …], the steps from the prior to the weight: the phrases of comparison
    -- and level, and the bits.
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

  /// A contact's values and permissions in one row: as many rows as values cost a store four times
  /// the time and twice the room. The two views show them as rows.
  static let contactValuesTable = """
    CREATE TABLE contact_values (
      contact_id INTEGER PRIMARY KEY REFERENCES contacts,
      -- [[{"a":"email",…},1,"union",[2],[…]], …]: each value with the record it came from, the rule
      -- that chose it (none: it was the only one), the records that agree, the values that lost.
      origins TEXT NOT NULL,
      -- [["email","a@b.de",1,17], …]: channel, address, whether allowed, the reason's phrase.
      permissions TEXT NOT NULL
    ) STRICT;

    INSERT INTO contact_values (contact_id, origins, permissions)
    SELECT c.id,
      '[' || coalesce((
        SELECT group_concat(
          '[' || coalesce(o.field,
              '{"a":' || json_quote(o.attribute) || iif(o.label IS NULL, '', ',"l":' || json_quote(o.label))
                || iif(o.name IS NULL, '', ',"n":' || json_quote(o.name))
                || ',"text":' || json_quote(o.value) || '}')
            || ',' || o.record_id
            || CASE
              WHEN o.lost IS NOT NULL
                THEN ',"' || o.rule || '",' || coalesce(o.agreeing, '[]') || ',' || o.lost
              WHEN o.agreeing IS NOT NULL THEN ',"' || o.rule || '",' || o.agreeing
              WHEN o.rule <> 'only-value' THEN ',"' || o.rule || '"'
              ELSE ''
            END || ']')
        FROM (SELECT * FROM value_origins WHERE contact_id = c.id ORDER BY position) o), '') || ']',
      '[' || coalesce((
        SELECT group_concat(
          json_array(p.channel, p.address, p.is_allowed, p.reason_id))
        FROM (SELECT * FROM permissions WHERE contact_id = c.id ORDER BY position) p), '') || ']'
    FROM contacts c WHERE c.retired_run IS NULL;

    DROP TABLE value_origins;
    DROP TABLE permissions;

    CREATE VIEW value_origins AS
      SELECT v.contact_id, o.key + 1 AS position, json_extract(o.value, '$[0].a') AS attribute,
        json_extract(o.value, '$[0].l') AS label, json_extract(o.value, '$[0].n') AS name,
        coalesce(json_extract(o.value, '$[0].text'), json_extract(o.value, '$[0].phone.number'),
          json_extract(o.value, '$[0].org.text'), json_extract(o.value, '$[0].raw')) AS value,
        json_extract(o.value, '$[0]') AS field, json_extract(o.value, '$[1]') AS record_id,
        coalesce(json_extract(o.value, '$[2]'), 'only-value') AS rule,
        json_extract(o.value, '$[3]') AS agreeing, json_extract(o.value, '$[4]') AS lost
      FROM contact_values v, json_each(v.origins) o;

    CREATE VIEW permissions AS
      SELECT v.contact_id, p.key + 1 AS position, json_extract(p.value, '$[0]') AS channel,
        json_extract(p.value, '$[1]') AS address, json_extract(p.value, '$[2]') AS is_allowed,
        json_extract(p.value, '$[3]') AS reason_id
      FROM contact_values v, json_each(v.permissions) p;

    """

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
