// How the states of a post are held to those that there are.
import GRDB

extension Schema {
  /// Migration "states of posts that cost no table to check".
  ///
  /// For a check with `IN` SQLite (3.40) builds a table in memory for each row that is written: a third of the time of an
  /// import. The same rule with `OR` needs none. A check is changed as SQLite's documentation of ALTER TABLE says (section
  /// 7): in the text of the schema, as what is stored stays as it is.
  static func checkStatesWithoutTable(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA schema_version") ?? 0
    try database.execute(
      sql: """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'state IN (''live'', ''withdrawn'', ''missing'')',
          'state = ''live'' OR state = ''withdrawn'' OR state = ''missing''')
        WHERE type = 'table' AND name = 'post';
        PRAGMA schema_version = \(version + 1);
        PRAGMA writable_schema = RESET;
        """)
  }
}
