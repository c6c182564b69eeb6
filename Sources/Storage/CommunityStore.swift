// The store of one community: one SQLite file that holds everything that is known.
import Discussion
import Foundation
import GRDB

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The store of one community, in one SQLite file that only its owner may read.
///
/// It holds posts with older texts and the places they were read at, members under pseudonyms, what could not be read,
/// the ledger of runs, and what runs derived. Every change is a transaction: a program that is killed at any
/// instant, or a disk that fills up, leaves the store as it was before that transaction.
///
/// The store keeps a rollback journal (`DELETE`, `synchronous = FULL`) instead of a write-ahead log: what was
/// committed survives a power cut, the store is one file at rest that can be copied, it works on a network
/// share, an import appends its pages once instead of twice, and a text that was erased does not live on in a log.
/// Its price is that readers wait while a transaction is being written.
///
/// The store may be used from any thread; calls wait for each other. It must not be called from inside the
/// closures given to ``importFile(_:night:again:read:)`` and ``completeStage(_:of:write:)``.
public final class CommunityStore: Sendable {
  /// Where the store lies.
  public let path: String
  private let queue: DatabaseQueue

  /// Limits that tests set.
  struct Limits: Sendable {
    /// Most pages that the file may have: a disk that fills up.
    var pages: Int?
    /// How much of the file SQLite holds in memory; little makes it write before the end of a transaction.
    var cacheKilobytes = 65_536
    /// How long a call waits for another program.
    var busySeconds = 30.0
  }

  /// Opens the store, or makes it when there is none; brings an older one up to date.
  ///
  /// - Parameter path: the file; its folder must exist. Made with permissions 0600, and brought back to them.
  public convenience init(path: String) throws(StoreError) { try self.init(path: path, limits: Limits()) }

  init(path: String, limits: Limits) throws(StoreError) {
    self.path = path
    try Self.makeOwnerOnly(path)
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(limits))
      let migrator = Schema.migrator
      if try queue.read(migrator.hasBeenSuperseded) { throw StoreError.newerStore(path: path) }
      if try queue.read({ try migrator.hasCompletedMigrations($0) }) == false { try migrator.migrate(queue) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens the store that is there to read from, and leaves its file as it is to the last byte.
  ///
  /// - Parameter path: the file. It must have been written by this version of the program.
  public init(readOnly path: String) throws(StoreError) {
    self.path = path
    do {
      var configuration = Configuration()
      configuration.label = "themaradar.store"
      configuration.readonly = true
      configuration.busyMode = .timeout(Limits().busySeconds)
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try queue.read(migrator.hasBeenSuperseded) { throw StoreError.newerStore(path: path) }
      guard try queue.read(migrator.hasCompletedMigrations) else { throw StoreError.olderStore(path: path) }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private static func configuration(_ limits: Limits) -> Configuration {
    var configuration = Configuration()
    configuration.label = "themaradar.store"
    configuration.busyMode = .timeout(limits.busySeconds)
    configuration.prepareDatabase { database in
      // Larger pages than SQLite's 4,096 bytes: a post fits in one, and an import writes a third fewer CPU seconds.
      try database.execute(
        sql: """
          PRAGMA page_size = 16384;
          PRAGMA journal_mode = DELETE;
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -\(limits.cacheKilobytes);
          PRAGMA secure_delete = ON;
          PRAGMA trusted_schema = OFF;
          """)
      if let pages = limits.pages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    return configuration
  }

  /// Makes the file before SQLite does, so that it is never readable by others; SQLite gives its journal the same
  /// permissions.
  private static func makeOwnerOnly(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemMessage()) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw .cannotOpen(path: path, reason: systemMessage()) }
  }

  /// Reads in one consistent view.
  func read<Value>(_ access: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(access) } catch { throw StoreError(error, path: path) }
  }

  /// Writes in one transaction that is kept whole or not at all.
  func write<Value>(_ access: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try access(database)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
        return value
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes the file anew without its free pages: what was there of rows that are gone goes with them.
  func rewriteFile() throws(StoreError) {
    do { try queue.vacuum() } catch { throw StoreError(error, path: path) }
  }
}

extension CommunityStore {
  /// Whether posts are stored.
  public func holdsPosts() throws(StoreError) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM post)") ?? false }
  }

  /// The pseudonymiser under the key in a file, made when there is none and no posts are stored.
  ///
  /// The store remembers a check value of the key that its first posts come under, and refuses another key: the
  /// same person would get two pseudonyms.
  public func pseudonymiser(keyFile: String, keyID: String = "k1") throws(StoreError) -> Pseudonymiser {
    let name = "key check " + keyID
    let known = try read {
      try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
    let holdsPosts = try holdsPosts()
    let pseudonymiser = try Pseudonymiser(keyFile: keyFile, keyID: keyID, mayCreate: !holdsPosts)
    if known == pseudonymiser.check { return pseudonymiser }
    guard known == nil || !holdsPosts else { throw .otherKey(path: keyFile) }
    try write {
      try $0.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        arguments: [name, pseudonymiser.check])
    }
    return pseudonymiser
  }

  /// What SQLite's own check of the whole file says: `["ok"]` when nothing is wrong.
  public func integrityCheck() throws(StoreError) -> [String] {
    try read { database in
      try String.fetchAll(database, sql: "PRAGMA integrity_check")
        + Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { "foreign key: \($0)" }
    }
  }
}
