internal import GRDB

/// One access to the database, with the statements it has prepared.
final class Connection {
  let database: Database
  private var statements: [String: Statement] = [:]

  init(_ database: Database) { self.database = database }

  /// The statement of this text; prepared once.
  ///
  /// A statement that is being stepped must not be run again until it is done.
  func statement(_ sql: String) throws -> Statement {
    if let known = statements[sql] { return known }
    let statement = try Statement(database, sql)
    statements[sql] = statement
    return statement
  }

  /// How many rows the last statement changed.
  var changesCount: Int { database.changesCount }

  /// The number of the row last inserted.
  var lastInsertedID: Int64 { database.lastInsertedRowID }

  func execute(_ sql: String) throws { try database.execute(sql: sql) }
}
