extension StoreReader {
  /// The model by which the store is linked; nil when it has none yet.
  package func currentModel() throws -> StoredModel? {
    try connection.statement(
      """
      SELECT hash, name, version, document, adopted_run FROM models WHERE undone_run IS NULL
      ORDER BY id DESC LIMIT 1
      """
    ).first { row in
      StoredModel(
        hash: row.text(0), name: row.text(1), version: row.int(2), document: row.text(3),
        adoptedRun: row.integer(4))
    }
  }

  /// How the last run that said so matched and merged; nil when none did.
  package func lastSettings() throws -> String? {
    try connection.statement(
      """
      SELECT settings FROM runs WHERE settings <> '{}' AND state = 'done' ORDER BY id DESC LIMIT 1
      """
    ).first { $0.text(0) }
  }
}
