// Real exports of platforms for teams: the texts that an independent program took from them, and whose file is whose.
import Archives
import Records
import Testing

@testable import Importers

@Suite(
  "Real exports of platforms for teams",
  .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct WorkplaceSampleTests {
  static let files = SharedData.exports.filter {
    ["slack/", "mattermost/", "zulip/", "gitter/"].contains(where: $0.hasPrefix)
  }

  @Test("the bodies are those of an independent program", arguments: files)
  func bodies(name: String) throws {
    let expected = try #require(try SharedData.json("/data/exports/expected.json")["files"]?[name])
    let posts = try WorkplaceExport.read(
      path: (SharedData.folder ?? "") + "/data/exports/" + name, name: name, includesPrivate: true
    ).posts
    var bodies: [String: String] = [:]
    for post in posts {
      bodies[post.id] = PlainText.folded(post.body)
      // The samples name Slack's channels by their folder.
      let path = SlackPath(post.provenance.entry)
      bodies[path.folder + "/" + post.id.split(separator: "/").suffix(1).joined()] = bodies[post.id]
    }
    for sample in expected["samples"]?.elements.map(\.self) ?? [] {
      let id = try #require(sample["id"]?.text)
      let parts = id.split(separator: "/").map(String.init)
      let body = bodies[id] ?? bodies[DerivedIdentity.id(of: parts)]
      #expect(body == sample["text"]?.string, "\(id)")
    }
  }

  @Test("no entry of another export is taken for one of these, and each of these is taken by one importer")
  func recognition() throws {
    let files = try #require(try SharedData.json("/data/exports/expected.json")["files"])
    for (name, value) in files.members {
      guard let format = value["format"]?.string else { continue }
      let path = (SharedData.folder ?? "") + "/data/exports/" + name
      let isOurs = Self.files.contains(name)
      try ArchiveFile(path: path, limits: ArchiveLimits()).forEachEntry { entry in
        let sample = try EntrySample(file: name, entry: entry)
        let ours = WorkplaceFormats.all.filter { $0.recognises(sample) }.map(\.format)
        #expect(ours.count == (isOurs ? 1 : 0), "\(name) \(entry.name)")
        guard isOurs else { return }
        #expect(ours.allSatisfy { $0.prefix(5) == format.prefix(5) }, "\(name) \(entry.name)")
        #expect(FileImporter.formats.filter { $0.recognises(sample) }.count == 1, "\(name) \(entry.name)")
      }
    }
  }
}
