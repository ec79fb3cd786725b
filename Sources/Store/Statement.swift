internal import GRDB
internal import GRDBSQLite

/// The values of one row, gathered before they are bound: text lies in one arena, so a row costs
/// no allocation.
struct Row: Sendable {
  enum Cell: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    /// A stretch of the arena.
    case text(start: Int, count: Int)
  }
  private(set) var cells: [Cell] = []
  private(set) var arena: [UInt8] = []

  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
  }

  mutating func null() { cells.append(.null) }
  mutating func integer(_ value: Int64) { cells.append(.integer(value)) }
  mutating func integer(_ value: Int) { cells.append(.integer(Int64(value))) }
  mutating func integer(_ value: Int64?) { cells.append(value.map { .integer($0) } ?? .null) }
  mutating func flag(_ value: Bool) { cells.append(.integer(value ? 1 : 0)) }
  mutating func real(_ value: Double) { cells.append(.real(value)) }

  mutating func text(_ value: String) {
    let start = arena.count
    arena.append(contentsOf: value.utf8)
    cells.append(.text(start: start, count: arena.count - start))
  }

  mutating func text(_ value: String?) {
    guard let value else { return null() }
    text(value)
  }

  /// Text that `write` appends, without a copy.
  mutating func text(writing write: (inout [UInt8]) -> Void) {
    let start = arena.count
    write(&arena)
    cells.append(.text(start: start, count: arena.count - start))
  }

  /// The bytes of the last text.
  var lastBytes: ArraySlice<UInt8> {
    guard case .text(let start, let count)? = cells.last else { return [] }
    return arena[start..<start + count]
  }

  /// A hash of the values and their bounds, on top of another.
  func hash(onto sum: UInt64) -> UInt64 {
    var sum = mixed(sum, hash64(of: arena))
    for cell in cells {
      switch cell {
      case .null: sum = mixed(sum, 1)
      case .integer(let value): sum = mixed(sum, UInt64(bitPattern: value))
      case .real(let value): sum = mixed(sum, value.bitPattern)
      case .text(_, let count): sum = mixed(sum, UInt64(count) &+ 2)
      }
    }
    return sum
  }
}

/// A prepared statement with raw binds: three times as fast as arguments.
///
/// Steps past GRDB, so it must be used only inside a database access of its connection.
final class Statement {
  private let statement: GRDB.Statement
  private let handle: SQLiteStatement
  private let database: SQLiteConnection?
  private let parameterCount: Int

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    self.database = database.sqliteConnection
    parameterCount = Int(sqlite3_bind_parameter_count(handle))
  }

  // MARK: Running

  /// Binds the row, runs the statement to its end and resets it.
  func run(_ row: Row) throws {
    try Interruption.check()
    try row.arena.withUnsafeBufferPointer { arena in
      try bind(row, arena)
      defer { sqlite3_reset(handle) }
      var code = sqlite3_step(handle)
      while code == SQLITE_ROW { code = sqlite3_step(handle) }
      guard code == SQLITE_DONE else { throw failure(code) }
    }
  }

  /// Runs the statement with whole numbers alone.
  func run(_ values: Int64...) throws {
    try bind(values)
    _ = try next()
    sqlite3_reset(handle)
  }

  /// Calls `body` for each result; stops and resets also when it throws.
  func forEach(_ row: Row, _ body: (Statement) throws -> Void) throws {
    try row.arena.withUnsafeBufferPointer { arena in
      try bind(row, arena)
      defer { sqlite3_reset(handle) }
      while try next() { try body(self) }
    }
  }

  func forEach(_ values: Int64..., body: (Statement) throws -> Void) throws {
    try bind(values)
    defer { sqlite3_reset(handle) }
    while try next() { try body(self) }
  }

  /// What `body` makes of the first result; nil when there is none.
  func first<T>(_ row: Row, _ body: (Statement) throws -> T) throws -> T? {
    try row.arena.withUnsafeBufferPointer { arena in
      try bind(row, arena)
      defer { sqlite3_reset(handle) }
      return try next() ? try body(self) : nil
    }
  }

  func first<T>(_ values: Int64..., body: (Statement) throws -> T) throws -> T? {
    try bind(values)
    defer { sqlite3_reset(handle) }
    return try next() ? try body(self) : nil
  }

  /// Begins to step by hand; `next` gives the rows, `reset` ends.
  func start() throws { try bind([]) }

  func reset() { sqlite3_reset(handle) }

  func next() throws -> Bool {
    try Interruption.check()
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      sqlite3_reset(handle)
      throw failure(code)
    }
    return false
  }

  private func failure(_ code: Int32) -> DatabaseError {
    let message = database.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  // MARK: Binding

  private func bind(_ values: [Int64]) throws {
    precondition(values.count == parameterCount, "a value for each parameter")
    for (index, value) in values.enumerated() {
      let code = sqlite3_bind_int64(handle, Int32(index + 1), value)
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// The arena outlives the step, so SQLite need not copy: the destructor stays nil.
  private func bind(_ row: Row, _ arena: UnsafeBufferPointer<UInt8>) throws {
    precondition(row.cells.count == parameterCount, "a value for each parameter")
    for (index, cell) in row.cells.enumerated() {
      let position = Int32(index + 1)
      let code: Int32
      switch cell {
      case .null: code = sqlite3_bind_null(handle, position)
      case .integer(let value): code = sqlite3_bind_int64(handle, position, value)
      case .real(let value): code = sqlite3_bind_double(handle, position, value)
      case .text(let start, let count):
        let bytes = count == 0 ? empty : UnsafeBufferPointer(rebasing: arena[start..<start + count])
        code = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, position, $0.baseAddress, Int32(count), nil)
        }
      }
      guard code == SQLITE_OK else { throw failure(code) }
    }
  }

  /// Empty text that never moves: a null pointer would bind NULL.
  private var empty: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: ("" as StaticString).utf8Start, count: 0)
  }

  // MARK: Results

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  func int(_ column: Int) -> Int { Int(integer(column)) }
  func flag(_ column: Int) -> Bool { integer(column) != 0 }
  func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }
  func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

  func text(_ column: Int) -> String {
    withBytes(column) { String(decoding: $0, as: UTF8.self) }
  }

  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// The text's bytes, copied: what is decoded outlives the step.
  func bytes(_ column: Int) -> [UInt8] { withBytes(column) { Array($0) } }

  private func withBytes<T>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
