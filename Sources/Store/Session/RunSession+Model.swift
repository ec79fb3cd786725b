extension RunSession {
  /// Makes this the store's current model, from this run on.
  package func adopt(_ model: StoredModel) throws {
    var row = Row()
    row.text(model.hash)
    row.text(model.name)
    row.integer(model.version)
    row.text(model.document)
    row.integer(id)
    try connection.statement(
      "INSERT INTO models (hash, name, version, document, adopted_run) VALUES (?, ?, ?, ?, ?)"
    ).run(row)
    count("models-adopted")
  }

  /// Keeps how this run matches and merges, as JSON in the caller's form.
  package func keep(settings: String) throws {
    var row = Row()
    row.text(settings)
    row.integer(id)
    try connection.statement("UPDATE runs SET settings = ? WHERE id = ?").run(row)
  }
}
