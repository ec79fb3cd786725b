internal import Records

extension RunSession {
  /// Notes which files this run writes to a folder.
  ///
  /// - Returns: The names of those that earlier runs wrote there and this one doesn't.
  package func setOutputs(_ names: [String], in folder: String) throws -> [String] {
    var row = Row()
    row.text(folder)
    var former: [String] = []
    try connection.statement("SELECT name FROM outputs WHERE folder = ? ORDER BY name")
      .forEach(row) { if !names.contains($0.text(0)) { former.append($0.text(0)) } }
    try connection.statement("DELETE FROM outputs WHERE folder = ?").run(row)
    for name in names {
      var row = Row()
      row.text(folder)
      row.text(name)
      row.integer(id)
      try connection.statement("INSERT INTO outputs (folder, name, run_id) VALUES (?, ?, ?)")
        .run(row)
    }
    return former
  }
}
