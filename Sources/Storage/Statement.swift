// A prepared statement on SQLite's own interface: what the import does hundred thousands of times.
// GRDB's prepared statements box every argument; measured over 100,000 rows this takes two thirds of the time.
import GRDB
import GRDBSQLite

/// A prepared statement. Lives inside one transaction, on the thread that holds the database.
final class Statement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer

  /// Prepares a statement of one command.
  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "closed connection")
    }
    self.connection = connection
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Self.error(connection, code, sql) }
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  /// Binds a text; nil is NULL.
  func bind(_ index: Int32, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(statement, index)
      return
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        // An empty text has no address, which SQLite would take for NULL.
        guard let start = bytes.baseAddress else {
          sqlite3_bind_text(statement, index, "", 0, Self.transient)
          return
        }
        sqlite3_bind_text64(
          statement, index, start, sqlite3_uint64(bytes.count), Self.transient, UInt8(SQLITE_UTF8))
      }
    }
  }

  /// Binds an integer; nil is NULL.
  func bind(_ index: Int32, _ value: Int64?) {
    if let value { sqlite3_bind_int64(statement, index, value) } else { sqlite3_bind_null(statement, index) }
  }

  /// Binds an integer; nil is NULL.
  func bind(_ index: Int32, _ value: Int?) { bind(index, value.map(Int64.init)) }

  /// Binds a real number.
  func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(statement, index, value) }

  /// Binds bytes.
  func bind(_ index: Int32, _ value: some Collection<UInt8>) {
    Array(value).withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else {
        sqlite3_bind_zeroblob(statement, index, 0)
        return
      }
      sqlite3_bind_blob64(statement, index, start, sqlite3_uint64(bytes.count), Self.transient)
    }
  }

  /// Goes to the next row; false when there is none.
  func step() throws -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    let failure = Self.error(connection, code, nil)
    sqlite3_reset(statement)
    throw failure
  }

  /// Makes it ready to be used again.
  func reset() { sqlite3_reset(statement) }

  /// Runs it once; gives how many rows it changed.
  @discardableResult
  func run() throws -> Int {
    while try step() {}
    sqlite3_reset(statement)
    return Int(sqlite3_changes(connection))
  }

  /// How many columns a row has.
  var columnCount: Int32 { sqlite3_column_count(statement) }

  /// The integer in a column of the current row.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The integer in a column of the current row; nil where it is NULL.
  func optionalInteger(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(statement, column)
  }

  /// The real number in a column of the current row.
  func real(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

  /// Whether a column of the current row is NULL.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The UTF-8 bytes in a column of the current row, valid until the next step or reset.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(statement, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The text in a column of the current row; empty where it is NULL.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The text in a column of the current row; nil where it is NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// The bytes of a blob in a column of the current row.
  func blob(_ column: Int32) -> [UInt8] {
    let start = sqlite3_column_blob(statement, column)
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// The row number of the last row inserted on this connection.
  var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(connection) }

  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  private static func error(_ connection: OpaquePointer, _ code: Int32, _ sql: String?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}
