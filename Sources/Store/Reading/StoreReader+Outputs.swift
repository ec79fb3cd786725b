extension StoreReader {
  /// The folders that runs wrote to, with the names of the files that are theirs.
  package func outputs() throws -> [(folder: String, names: [String])] {
    var all: [(folder: String, names: [String])] = []
    try connection.statement("SELECT folder, name FROM outputs ORDER BY folder, name").forEach {
      let folder = $0.text(0)
      if all.last?.folder != folder { all.append((folder, [])) }
      all[all.count - 1].names.append($0.text(1))
    }
    return all
  }

  /// How many rows say what can't be, by a word for it; empty when all fits together.
  package func contradictions() throws -> [String: Int] {
    let questions = [
      (
        "live-records-without-contact",
        """
        SELECT count(*) FROM records r WHERE r.withdrawn_run IS NULL
          AND NOT EXISTS (SELECT 1 FROM contact_records m WHERE m.record_id = r.id)
        """
      ),
      (
        "withdrawn-records-in-contacts",
        """
        SELECT count(*) FROM contact_records m JOIN records r ON r.id = m.record_id
        WHERE r.withdrawn_run IS NOT NULL
        """
      ),
      (
        "records-of-retired-contacts",
        """
        SELECT count(*) FROM contact_records m JOIN contacts c ON c.id = m.contact_id
        WHERE c.retired_run IS NOT NULL
        """
      ),
      (
        "contacts-without-records",
        """
        SELECT count(*) FROM contacts c WHERE c.retired_run IS NULL
          AND NOT EXISTS (SELECT 1 FROM contact_records m WHERE m.contact_id = c.id)
        """
      ),
      (
        "relations-of-retired-contacts",
        """
        SELECT count(*) FROM relations t JOIN contacts c
          ON c.id IN (t.left_contact, t.right_contact) WHERE c.retired_run IS NOT NULL
        """
      ),
    ]
    var found: [String: Int] = [:]
    for (name, sql) in questions {
      let count = try connection.statement(sql).first { $0.int(0) } ?? 0
      if count > 0 { found[name] = count }
    }
    return found
  }
}
