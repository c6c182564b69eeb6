// Erasing people and posts: out of every table, out of the file's free pages, and for good.
import Discussion
import GRDB

extension CommunityStore {
  /// The setting that stands while an erasure has left the tables but not yet everything else.
  static let unfinishedErasure = "erasure unfinished"

  /// The posts that a request would take out, with their texts.
  public func erasable(_ request: ErasureRequest) throws(StoreError) -> ErasableTexts {
    try read { try Eraser.texts($0, of: try Eraser.posts($0, request)) }
  }

  /// Takes people and posts out of all tables, in one transaction, and leaves tombstones. What is freed is overwritten
  /// (`secure_delete`). The caller goes on with ``finishErasure(_:)``.
  ///
  /// - Parameters:
  ///   - wording: rids texts that were made out of many posts of what only the erased ones gave them.
  ///   - isDryRun: whether to undo it all, and only tell what it would have been.
  public func erase(
    _ request: ErasureRequest, _ pseudonymiser: Pseudonymiser, naming: RecordNaming, wording: ErasedWording,
    isDryRun: Bool
  ) throws(StoreError) -> ErasureCounts {
    try write { database in
      try database.execute(sql: "SAVEPOINT erasure")
      var eraser = Eraser(database, request, pseudonymiser, naming)
      try eraser.erase(wording)
      if isDryRun { try database.execute(sql: "ROLLBACK TO erasure") }
      try database.execute(sql: "RELEASE erasure")
      return eraser.counts
    }
  }

  /// Whether an erasure was killed before it was finished.
  public func hasUnfinishedErasure() throws(StoreError) -> Bool {
    try read {
      try Bool.fetchOne(
        $0, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = ?)", arguments: [Self.unfinishedErasure])
        ?? false
    }
  }

  /// Finishes an erasure: what stands outside the store, and then the file itself, which is written anew without its free
  /// pages. May be done again when it was killed.
  /// - Parameter outside: takes away what was made from the store, such as dashboards.
  public func finishErasure(_ outside: () throws -> Void) throws {
    try outside()
    try rewriteFile()
    try write {
      try $0.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Self.unfinishedErasure])
    }
  }

  /// Whether these authors or posts were erased before.
  public func areErased(_ request: ErasureRequest, _ pseudonymiser: Pseudonymiser) throws(StoreError) -> Bool
  {
    let tombstones = try tombstones(pseudonymiser, naming: RecordNaming(sources: []))
    return request.authors.contains { tombstones.covers($0) }
      || request.posts.contains { tombstones.covers($0) }
  }

  /// Whether somebody is known by this pseudonym.
  public func knows(_ author: MemberID) throws(StoreError) -> Bool {
    try read {
      try Bool.fetchOne(
        $0,
        sql: """
          SELECT EXISTS (SELECT 1 FROM post WHERE author = ?1) OR EXISTS (SELECT 1 FROM member WHERE id = ?1)
          """, arguments: [author.description]) ?? false
    }
  }

  /// The names of the sources that posts came from.
  public func sources() throws(StoreError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT DISTINCT source FROM post ORDER BY source") }
  }
}
