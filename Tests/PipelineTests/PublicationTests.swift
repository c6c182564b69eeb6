// Publication: whole or not at all, and nothing half-made left behind.
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PublicationTests {
  private let folder = TemporaryFolder()

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  private func visible() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func aNightIsPublishedAndLatestPointsToIt() throws {
    let publication = Publication(folder: folder.path)
    try publication.publish([("kerngroep/index.html", Array("een".utf8))], as: "2026-10-30")
    try publication.publish([("kerngroep/index.html", Array("twee".utf8))], as: "2026-10-31")
    #expect(try visible() == ["2026-10-30", "2026-10-31", "latest"])
    #expect(text(folder.path + "/latest/kerngroep/index.html") == "twee")
    #expect(text(folder.path + "/2026-10-30/kerngroep/index.html") == "een")
    #expect(publication.isPublished("2026-10-31") && !publication.isPublished("2026-10-30"))
  }

  @Test func theSameNightAgainReplacesItWhole() throws {
    let publication = Publication(folder: folder.path)
    try publication.publish([("a", [1]), ("old", [1])], as: "n")
    try publication.publish([("a", [2])], as: "n")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/n")
    #expect(names == ["a"])
    #expect(FileManager.default.contents(atPath: folder.path + "/n/a") == Data([2]))
  }

  @Test func whatADeadRunLeftIsClearedAway() throws {
    let leftover = folder.path + "/.building-n"
    try FileManager.default.createDirectory(atPath: leftover, withIntermediateDirectories: true)
    try "half".write(toFile: leftover + "/a", atomically: true, encoding: .utf8)
    try Publication(folder: folder.path).publish([("a", [2])], as: "n")
    #expect(FileManager.default.contents(atPath: folder.path + "/n/a") == Data([2]))
    #expect(!FileManager.default.fileExists(atPath: leftover))
  }

  @Test func onlyTheOwnerMayRead() throws {
    try Publication(folder: folder.path).publish([("kerngroep/index.html", [1])], as: "n")
    for (path, mode) in [("n", 0o700), ("n/kerngroep", 0o700), ("n/kerngroep/index.html", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
      #expect((attributes[.posixPermissions] as? Int) == mode)
    }
  }
}
