// Folders that are one export, through the inbox and through `themaradar import`.
import Archives
import Discussion
import Foundation
import Records
import Storage
import TestSupport
import Testing

@testable import Pipeline

@Suite("Folders as one export in the inbox") struct FolderInboxTests {
  private let folder = TemporaryFolder()

  private static let slack = [
    ("users.json", #"[{"id":"U1AAAAAA","profile":{"real_name":"Anna"}}]"#),
    ("channels.json", #"[{"id":"C1AAAAAA","name":"algemeen"}]"#),
    (
      "algemeen/2024-03-01.json",
      #"[{"type":"message","user":"U1AAAAAA","text":"hoi","ts":"1709287200.000100"}]"#
    ),
    (
      "algemeen/2024-03-02.json",
      #"[{"type":"message","user":"U1AAAAAA","text":"ja","ts":"1709373600.000100"}]"#
    ),
  ]

  private func writeSlack(to name: String) throws {
    for (file, text) in Self.slack { try folder.write(text, to: name + "/" + file) }
  }

  private static func source(_ name: String, _ files: String) -> PipelineFile.Source {
    PipelineFile.Source(name: name, files: files, mapping: nil, isComplete: false)
  }

  private func contents(_ sources: [PipelineFile.Source]) -> [[String]] {
    Inbox(folder: folder.path("inbox")).contents(for: sources).files.map { $0.files.map(\.name) }
  }

  @Test("each unpacked export is one, what lies beside it is read file by file")
  func exports() throws {
    try writeSlack(to: "inbox/slack/mei")
    try writeSlack(to: "inbox/slack/juni")
    try folder.write("x", to: "inbox/slack/los.json")
    try folder.write("x", to: "inbox/slack/export.zip")
    try folder.write("x", to: "inbox/map/een.csv")
    #expect(
      contents([Self.source("a", "*")]) == [
        ["map/een.csv", "slack/export.zip", "slack/juni", "slack/los.json", "slack/mei"]
      ])
  }

  @Test("an export belongs to the source that asks for its files, or for it by name; else it is no export")
  func sources() throws {
    try writeSlack(to: "inbox/slack-mei")
    let name = "slack-mei"
    #expect(contents([Self.source("a", "*.csv"), Self.source("b", "*.json")]) == [[], [name]])
    #expect(contents([Self.source("a", "slack*"), Self.source("b", "*.json")]) == [[name], []])
    try folder.write("x", to: "inbox/slack-mei/bijlage.csv")
    #expect(contents([Self.source("a", "*.csv"), Self.source("b", "slack*")]) == [[], [name]])
    // The lists go to one source and the folder's name to another: the export goes where its lists go, and never file by
    // file, in which its private conversations would not be told.
    #expect(contents([Self.source("a", "*.json"), Self.source("b", "*")]) == [[name], []])
    #expect(contents([Self.source("a", "*.csv"), Self.source("b", "*.json")]) == [[], [name]])
    #expect(contents([Self.source("a", "*.zip")]) == [[]])
  }

  @Test("a source that reads other formats takes the files one by one")
  func formats() throws {
    try writeSlack(to: "inbox/slack")
    var source = Self.source("a", "*")
    source.formats = ["mbox"]
    #expect(contents([source])[0].count == 4)
  }

  @Test("pipes in an export are told, and files that people filled in are still theirs")
  func oddities() throws {
    try writeSlack(to: "inbox/slack")
    try folder.write("actie;onderwerp\n", to: "inbox/slack/correcties.csv")
    mkfifo(folder.path("inbox/slack/algemeen/pijp"), 0o600)
    let contents = Inbox(folder: folder.path("inbox")).contents(for: [Self.source("a", "*")])
    #expect(contents.files[0].files.map(\.name) == ["slack"])
    #expect(contents.corrections.map(\.name) == ["slack/correcties.csv"])
    #expect(contents.passed.map(\.name) == ["slack/algemeen/pijp"])
  }

  @Test("an export of which one file still changes is left, and one that moved since is not moved")
  func settling() throws {
    try writeSlack(to: "inbox/slack")
    let inbox = Inbox(folder: folder.path("inbox"))
    let file = try #require(inbox.contents(for: [Self.source("a", "*")]).files[0].files.first)
    let moving = Inbox.moving(among: [file], settleSeconds: 5, isKnown: { _ in false }) { _ in
      _ = try? folder.write("[]", to: "inbox/slack/algemeen/2024-03-03.json")
    }
    #expect(moving == ["slack"])
    #expect(inbox.move([file], to: folder.path("gelezen")).moved == 0)
    let now = try #require(inbox.contents(for: [Self.source("a", "*")]).files[0].files.first)
    #expect(inbox.move([now], to: folder.path("gelezen")).moved == 1)
    #expect(try folder.text("gelezen/slack/users.json") == Self.slack[0].1)
    #expect(contents([Self.source("a", "*")]) == [[]])
  }

  @Test("an export is known by its content, and read again as a whole when one file changed")
  func reading() throws {
    try writeSlack(to: "inbox/slack")
    let yaml = """
      version: 1
      community: Proef
      inbox: inbox
      store: store.sqlite
      key: key
      dashboards: pages
      sources: [{name: team}]

      """
    let file = try PipelineFile.read(try folder.write(yaml, to: "p.yaml"))
    let store = try CommunityStore(path: file.store)
    let pseudonymiser = Pseudonymiser.underRandomKey()
    let tombstones = try store.tombstones(pseudonymiser, naming: try file.recordNaming())
    var day = 0
    func read() throws -> FileReport {
      day += 1
      let reader = try SourceReader(
        source: file.sources[0], file: file, store: store,
        night: try #require(CalendarDay(year: 2024, month: 4, day: day)), pseudonymiser: pseudonymiser,
        tombstones: tombstones)
      let found = Inbox(folder: file.inbox).contents(for: file.sources).files[0].files
      #expect(found.map(\.name) == ["slack"])
      return try reader.read(try #require(found.first))
    }
    let first = try read()
    #expect(first.outcome == .accepted && first.counts.stored == 2 && first.path == "slack")
    #expect(first.sha256 == (try ArchiveFolder(path: folder.path("inbox/slack")).sha256()))
    #expect(try read().outcome == .unchanged)
    try folder.write(
      #"[{"type":"message","user":"U1AAAAAA","text":"nieuw","ts":"1709459000.000100"}]"#,
      to: "inbox/slack/algemeen/2024-03-03.json")
    let second = try read()
    #expect(second.outcome == .accepted && second.counts.stored == 1 && second.counts.unchanged == 2)
  }

  @Test("the filter reads a folder that it is given, or that lies in one, as one export")
  func filter() throws {
    try writeSlack(to: "in/slack")
    func summary(_ path: String) throws -> [JSONValue] {
      var filter = ImportFilter(paths: [path])
      filter.summary = folder.path("summary")
      filter.posts = folder.path("posts")
      #expect(filter.run { _ in } == .clean)
      var lines: [JSONValue] = []
      try JSONLines.forEach(in: try ByteReader.contents(of: folder.path("summary"))) { result, _ in
        lines.append(try result.get())
      }
      return lines
    }
    for path in [folder.path("in"), folder.path("in/slack"), folder.path("in/slack") + "/"] {
      let lines = try summary(path)
      #expect(lines.map { $0["file"]?.string } == ["slack"])
      #expect(lines.map { $0["posts"]?.integer } == [2])
    }
  }
}
