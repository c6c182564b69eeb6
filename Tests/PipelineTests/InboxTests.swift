// The inbox: which files may still be on their way, and where files go that were read.
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("The inbox") struct InboxTests {
  /// A folder with a file that changed so many seconds ago.
  static func file(in folder: TemporaryFolder, _ name: String, secondsAgo: Double) throws -> Inbox.File {
    let path = folder.path + "/" + name
    try Data("een".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -secondsAgo)], ofItemAtPath: path)
    return Inbox.File(path: path, name: name, stamp: try #require(Inbox.Stamp(path: path)))
  }

  @Test("waits once, only as long as the youngest file needs, and not for what lies still or is known")
  func waitsOnce() throws {
    let folder = TemporaryFolder()
    let old = try Self.file(in: folder, "oud.csv", secondsAgo: 100)
    let young = try Self.file(in: folder, "jong.csv", secondsAgo: 4)
    let younger = try Self.file(in: folder, "jonger.csv", secondsAgo: 1)
    let known = try Self.file(in: folder, "bekend.csv", secondsAgo: 0)
    var waits: [Double] = []
    let moving = Inbox.moving(
      among: [old, young, younger, known], settleSeconds: 10, isKnown: { $0.name == "bekend.csv" },
      sleep: { waits.append($0) })
    #expect(moving.isEmpty)
    #expect(waits.count == 1)
    #expect(try #require(waits.first) > 8)
    #expect(try #require(waits.first) <= 9)
    waits = []
    #expect(
      Inbox.moving(among: [old, known], settleSeconds: 10, isKnown: { $0.name == "bekend.csv" }) {
        waits.append($0)
      }.isEmpty)
    #expect(waits.isEmpty)
  }

  @Test("a file that goes on changing while the night waits is left, its neighbour is not")
  func leavesWhatGrows() throws {
    let folder = TemporaryFolder()
    let growing = try Self.file(in: folder, "groeit.csv", secondsAgo: 1)
    let still = try Self.file(in: folder, "stil.csv", secondsAgo: 1)
    let moving = Inbox.moving(among: [growing, still], settleSeconds: 5, isKnown: { _ in false }) { _ in
      try? Data("een en twee".utf8).write(to: URL(filePath: growing.path))
    }
    #expect(moving == ["groeit.csv"])
  }

  @Test(
    "a date in the future says nothing: the whole time is waited, and the file is read when it did not change"
  )
  func dateInTheFuture() throws {
    let folder = TemporaryFolder()
    let file = try Self.file(in: folder, "straks.csv", secondsAgo: -3600)
    var waits: [Double] = []
    #expect(
      Inbox.moving(among: [file], settleSeconds: 7, isKnown: { _ in false }) { waits.append($0) }.isEmpty)
    #expect(waits == [7])
  }

  @Test("a settle time of nothing never waits")
  func noSettleTime() throws {
    let folder = TemporaryFolder()
    let file = try Self.file(in: folder, "nieuw.csv", secondsAgo: 0)
    #expect(
      Inbox.moving(among: [file], settleSeconds: 0, isKnown: { _ in false }) { _ in Issue.record("waited") }
        .isEmpty)
  }

  @Test("files move under their own path, nothing is overwritten, and a file that changed since stays")
  func moves() throws {
    let folder = TemporaryFolder()
    let inbox = folder.path + "/inbox"
    let target = folder.path + "/gelezen"
    try FileManager.default.createDirectory(atPath: inbox + "/mei", withIntermediateDirectories: true)
    func make(_ name: String, _ text: String) throws -> Inbox.File {
      let path = inbox + "/" + name
      try Data(text.utf8).write(to: URL(filePath: path))
      return Inbox.File(path: path, name: name, stamp: try #require(Inbox.Stamp(path: path)))
    }
    #expect(Inbox(folder: inbox).move([try make("mei/export.tar.gz", "eerste")], to: target).moved == 1)
    let second = try make("mei/export.tar.gz", "tweede")
    let changed = try make("ander.csv", "zoals gelezen")
    try Data("zoals het nu is".utf8).write(to: URL(filePath: changed.path))
    #expect(Inbox(folder: inbox).move([second, changed], to: target).moved == 1)
    #expect(try String(contentsOfFile: target + "/mei/export.tar.gz", encoding: .utf8) == "eerste")
    #expect(try String(contentsOfFile: target + "/mei/export-2.tar.gz", encoding: .utf8) == "tweede")
    #expect(FileManager.default.fileExists(atPath: inbox + "/ander.csv"))
    #expect(!FileManager.default.fileExists(atPath: inbox + "/mei/export.tar.gz"))
    // A file stands where the folder should be: what cannot be moved stays and is named.
    try Data("x".utf8).write(to: URL(filePath: folder.path + "/bezet"))
    let blocked = Inbox(folder: inbox).move([try make("nog.csv", "y")], to: folder.path + "/bezet")
    #expect(blocked.moved == 0 && blocked.failed == ["nog.csv"])
    #expect(FileManager.default.fileExists(atPath: inbox + "/nog.csv"))
  }
}
