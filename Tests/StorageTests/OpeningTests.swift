// Opening a store: only for its owner, and clear about what cannot be opened.
import Discussion
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct OpeningTests {
  let scratch = Scratch()

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func onlyItsOwnerMayReadTheStoreAndItsJournal() throws {
    let store = try scratch.store()
    #expect(try permissions(store.path) == 0o600)
    _ = try store.importFile(file("a"), night: firstNight) { writer in
      try writer.add(post("1"), at: Provenance(file: "a", entry: "", record: 1))
      #expect(try permissions(store.path + "-journal") == 0o600)
      return ReadSummary()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["community.sqlite"])
  }

  @Test func aStoreThatOthersCouldReadIsClosedToThem() throws {
    let path = try scratch.store().path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    _ = try scratch.store()
    #expect(try permissions(path) == 0o600)
  }

  @Test func openingAgainKeepsEverything() throws {
    let first = try scratch.store()
    try first.add([post("1")], in: file("a"))
    let dump = try first.dump()
    #expect(try scratch.store().dump() == dump)
  }

  @Test func aStoreThatIsOnlyReadStaysAsItIsToTheLastByte() throws {
    let path = try scratch.store().path
    try scratch.store().add([post("1"), post("2", minute: 3)], in: file("a"))
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let before = try Data(contentsOf: URL(filePath: path))
    let store = try CommunityStore(readOnly: path)
    #expect(try store.posts().map(\.id.description) == ["jeugd:1", "jeugd:2"])
    #expect(throws: StoreError.self) { try store.add([post("3")], in: file("b")) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try permissions(path) == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["community.sqlite"])
  }

  @Test func nothingIsMadeWhereThereIsNothingToRead() throws {
    let path = scratch.path("nergens.sqlite")
    #expect(throws: StoreError.self) { try CommunityStore(readOnly: path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
  }

  @Test func aStoreOfAnOlderVersionIsNotBroughtUpToDateByReading() throws {
    let path = scratch.path("oud.sqlite")
    let first = try #require(Schema.migrator.migrations.first)
    let old = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(old, upTo: first)
    try old.close()
    #expect(throws: StoreError.olderStore(path: path)) { try CommunityStore(readOnly: path) }
    #expect(try scratch.store("oud.sqlite").posts().isEmpty)
    #expect(try CommunityStore(readOnly: path).posts().isEmpty)
  }

  @Test func aMissingFolderIsSaid() {
    let path = scratch.path("weg/community.sqlite")
    #expect {
      try CommunityStore(path: path)
    } throws: { error in
      "\(error)".hasPrefix("De opslag \(path) kan niet worden geopend: ")
    }
  }

  @Test func anotherFileIsNotTakenForAStore() throws {
    let path = scratch.path("brief.txt")
    let text = String(repeating: "Dit is een brief en geen opslag. ", count: 100)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect {
      try CommunityStore(path: path)
    } throws: { error in
      if case .notAStore = error as? StoreError { true } else { false }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func aStoreOfANewerVersionIsRefused() throws {
    let path = try scratch.store().path
    try DatabaseQueue(path: path).write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('something of next year')")
    }
    #expect(throws: StoreError.newerStore(path: path)) { try CommunityStore(path: path) }
  }

  @Test func aStoreInUseIsSaid() throws {
    let store = try scratch.store(limits: CommunityStore.Limits(busySeconds: 0.05))
    try DatabaseQueue(path: store.path).inTransaction(.exclusive) { _ in
      #expect(throws: StoreError.locked(path: store.path)) { try store.add([post("1")], in: file("a")) }
      return .rollback
    }
    try store.add([post("1")], in: file("a"))
  }

  /// Each migration with a hash over the statements that it adds or changes.
  private static let landed: [(name: String, hash: UInt64)] = [
    ("posts and where they came from", 4_646_655_570_565_661_271),
    ("runs and what they derived", 17_725_258_579_071_047_978),
    ("what people decided about topics", 13_813_336_938_902_084_748),
    ("neighbours of posts and history of topics", 16_760_820_341_014_272_616),
    ("vectors of texts", 9_183_856_557_781_143_900),
    ("signals with their weeks and questions", 9_527_685_135_464_657_836),
    ("earlier neighbours of questions", 8_813_015_112_563_003_602),
    ("what people decided about signals", 12_926_585_723_407_757_434),
    ("existing material on topics and themes", 14_742_410_877_246_530_988),
    ("earlier neighbours by run", 11_962_247_332_686_195_656),
    ("erased authors and posts", 72_428_283_147_283_176),
    ("texts kept without personal data", 1_560_207_944_890_526_670),
    ("what people decided about posts", 10_188_838_581_139_470_311),
    ("how new posts rank", 5_190_733_205_760_433_911),
    ("which text stood there before", 7_229_398_548_349_477_544),
    ("whether posts may be quoted", 11_436_229_745_785_602_559),
    ("reports of weeks as they were", 9_055_770_282_641_211_731),
    ("topics that people leave as they are", 16_360_180_962_453_231_195),
    ("whether posts may be quoted in public", 3_122_077_014_383_474_646),
    ("what stands beside the words of posts", 10_743_197_566_396_134_566),
    ("states of posts that cost no table to check", 16_057_780_710_370_878_031),
    ("what orders the texts of files", 10_283_085_028_419_523_222),
    ("records that are known by their bytes", 16_446_282_717_960_457_024),
  ]

  /// A table that landed is made by the same statement for ever: a change here means that stores in the field are
  /// other ones than new stores. Add a migration instead, and a line above.
  @Test(arguments: landed) func aLandedMigrationDoesNotChange(name: String, hash: UInt64) throws {
    let migrator = Schema.migrator
    let queue = try DatabaseQueue()
    var before: Set<String> = []
    let position = try #require(migrator.migrations.firstIndex(of: name))
    if position > 0 {
      try migrator.migrate(queue, upTo: migrator.migrations[position - 1])
      before = Set(try Self.statements(queue))
    }
    try migrator.migrate(queue, upTo: name)
    let made = try Self.statements(queue).filter { !before.contains($0) }
    // FNV-1a over the statements.
    let found = made.joined(separator: ";").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    #expect(found == hash)
    #expect(made.filter { $0.hasPrefix("CREATE TABLE") }.allSatisfy { $0.contains("STRICT") })
  }

  @Test func everyMigrationIsLookedAfter() {
    #expect(Schema.migrator.migrations == Self.landed.map(\.name))
  }

  private static func statements(_ queue: DatabaseQueue) throws -> [String] {
    try queue.read { database in
      try String.fetchAll(
        database,
        sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%' ORDER BY name")
    }
  }
}
