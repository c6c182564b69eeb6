// The machine breaks: killed in the middle of an import or a run, a full disk, a damaged file.
import Discussion
import Foundation
import Testing

@testable import Storage

#if canImport(Glibc)
  import Glibc
#endif

/// A store that writes to disk long before the end of a transaction, so that a kill finds it half written.
private let smallCache = CommunityStore.Limits(cacheKilobytes: 128)

private func importMany(_ store: CommunityStore, count: Int = 1000, atRecord: (Int) -> Void = { _ in }) throws
{
  let file = file("groot.csv")
  _ = try store.importFile(file, night: firstNight) { writer in
    for number in 1...count {
      atRecord(number)
      let body = "Bericht \(number): " + String(repeating: "hoe gaan jullie om met wachttijden? ", count: 6)
      try writer.add(
        post("\(number)", body, minute: number), at: Provenance(file: file.path, entry: "", record: number))
    }
    return ReadSummary(records: count)
  }
}

private func earlierImport(_ store: CommunityStore) throws {
  try store.add((1...300).map { post("\($0)", "Eerder \($0)") }, in: file("eerder.csv"))
}

private func size(of path: String) throws -> Int {
  try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
}

@Suite struct CrashTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = Scratch()
    path = scratch.path("community.sqlite")
  }

  /// What the store ends as when nothing goes wrong, and how long the large import takes then.
  private struct Undisturbed {
    let before: String
    let after: String
    let duration: Duration
  }

  private static let undisturbedResult = Result {
    let scratch = Scratch()
    let store = try scratch.store(limits: smallCache)
    try earlierImport(store)
    let before = try store.dump()
    let duration = try ContinuousClock().measure { try importMany(store) }
    return Undisturbed(before: before, after: try store.dump(), duration: duration)
  }

  private func undisturbed() throws -> Undisturbed { try Self.undisturbedResult.get() }

  @Test(arguments: [1, 700, 1000])
  func anImportThatIsKilledAtARecordLeavesNoTrace(record: Int) async throws {
    let expected = try undisturbed()
    try earlierImport(try scratch.store(limits: smallCache))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, record = record as Int] in
      let store = try CommunityStore(path: path, limits: smallCache)
      try importMany(store) { if $0 == record { kill(getpid(), SIGKILL) } }
    }
    let store = try scratch.store(limits: smallCache)
    #expect(try store.integrityCheck() == ["ok"])
    #expect(try store.dump() == expected.before)
    try importMany(store)
    #expect(try store.dump() == expected.after)
  }

  /// The moments are drawn with a fixed seed as parts of what an undisturbed import takes, and a little after it.
  @Test(arguments: 1...8)
  func anImportThatIsKilledAtAnyMomentIsKeptWholeOrNotAtAll(draw: Int) async throws {
    let expected = try undisturbed()
    let part = Double((UInt64(draw) &* 0x9E37_79B9_7F4A_7C15) >> 40) / Double(1 << 24)
    let microseconds = UInt32(max(1, expected.duration / .microseconds(1) * part * 1.2))
    try earlierImport(try scratch.store(limits: smallCache))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, microseconds = microseconds as UInt32] in
      let store = try CommunityStore(path: path, limits: smallCache)
      Thread.detachNewThread {
        usleep(microseconds)
        kill(getpid(), SIGKILL)
      }
      try importMany(store)
      kill(getpid(), SIGKILL)
    }
    let reopened = try scratch.store(limits: smallCache)
    #expect(try reopened.integrityCheck() == ["ok"])
    let found = try reopened.dump()
    #expect(found == expected.before || found == expected.after)
    try importMany(reopened)
    #expect(try reopened.dump() == expected.after)
  }

  @Test func aRunThatIsKilledInAStageEndsAsIfNothingHadHappened() async throws {
    func night(_ store: CommunityStore, beforePublishing: () -> Void = {}) throws {
      let run = try store.beginRun(
        asOf: firstNight, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 1))
      _ = try store.settleBase(of: run.id, fingerprint: try store.contentFingerprint())
      try store.completeStage(StageRecord(position: 1, name: "vragen"), of: run.id) { writer in
        try writer.replaceQuestions(
          (1...300).map { Question(post: post("\($0)").id, range: nil, text: "Hoe?") })
      }
      beforePublishing()
      try store.publish(run.id, exitStatus: 0, finishedAt: Timestamp(seconds: 2))
    }
    let calm = try scratch.store("calm.sqlite")
    try earlierImport(calm)
    try night(calm)
    try earlierImport(try scratch.store())
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let store = try CommunityStore(path: path)
      let run = try store.beginRun(
        asOf: firstNight, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 1))
      try store.completeStage(StageRecord(position: 1, name: "vragen"), of: run.id) { writer in
        try writer.replaceQuestions(
          (1...100).map { Question(post: post("\($0)").id, range: nil, text: "Half?") })
      }
      try store.completeStage(StageRecord(position: 2, name: "onderwerpen"), of: run.id) { writer in
        try writer.replaceTopics(TopicState(nextNumber: 9))
        kill(getpid(), SIGKILL)
      }
    }
    let store = try scratch.store()
    try night(store)
    #expect(try store.dump() == calm.dump())
  }

  @Test func aFullDiskFailsCleanlyAndLaterImportsGoOn() throws {
    let expected = try undisturbed()
    do {
      let store = try scratch.store(limits: smallCache)
      try earlierImport(store)
    }
    var limits = smallCache
    // Room for a few pages more than there are: the disk fills up halfway.
    limits.pages = try size(of: path) / 16_384 + 5
    let full = try scratch.store(limits: limits)
    #expect(throws: StoreError.diskFull(path: path)) { try importMany(full) }
    #expect(try full.dump() == expected.before)
    // A reader that swallows the error cannot make half a file of it.
    #expect(throws: StoreError.diskFull(path: path)) {
      try full.importFile(file("x"), night: firstNight) { writer in
        for number in 1...1000 {
          _ = try? writer.add(
            post("x\(number)", String(repeating: "x", count: 300)),
            at: Provenance(file: "x", entry: "", record: number))
        }
        return ReadSummary()
      }
    }
    #expect(try full.dump() == expected.before)
    #expect(try full.integrityCheck() == ["ok"])
    let store = try scratch.store(limits: smallCache)
    try importMany(store)
    #expect(try store.dump() == expected.after)
  }

  /// The real thing: the system refuses to make the file longer.
  @Test func aDiskThatTakesNoMoreFailsCleanly() async throws {
    let expected = try undisturbed()
    try earlierImport(try scratch.store(limits: smallCache))
    await #expect(processExitsWith: .exitCode(41)) { [path = path as String] in
      let store = try CommunityStore(path: path, limits: smallCache)
      signal(SIGXFSZ, SIG_IGN)
      let bytes = rlim_t(try size(of: path) + 5 * 16_384)
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      do { try importMany(store) } catch StoreError.diskFull { exit(41) }
    }
    let store = try scratch.store(limits: smallCache)
    #expect(try store.integrityCheck() == ["ok"])
    #expect(try store.dump() == expected.before)
    try importMany(store)
    #expect(try store.dump() == expected.after)
  }
}
