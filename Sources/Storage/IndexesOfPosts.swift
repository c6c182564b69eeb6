// The indexes of posts, set aside while the first file fills an empty store.
import GRDB

/// Indexes that are taken away before an empty store is filled and made again once it is: an index that is kept up to date
/// row by row costs more than one that is made of all rows at once. Within the file's transaction, so that a store never
/// lacks them.
struct IndexesOfPosts {
  private let database: Database
  private let statements: [String]
  /// Whether the store held no posts, and they were set aside.
  let areSetAside: Bool

  init(_ database: Database) throws {
    self.database = database
    areSetAside = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM post)") ?? false
    guard areSetAside else {
      statements = []
      return
    }
    let found = try Row.fetchAll(
      database,
      sql: """
        SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'post' AND sql IS NOT NULL
        ORDER BY name
        """)
    statements = found.map { $0["sql"] }
    for row in found { try database.execute(sql: "DROP INDEX \"\(row["name"] as String)\"") }
  }

  /// Makes them again.
  func restore() throws {
    for statement in statements { try database.execute(sql: statement) }
  }
}
