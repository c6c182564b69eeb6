// A folder that holds an unpacked export is read as the same files in a zip are; any other is not one.
import Archives
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("A folder as one export")
struct FolderExportTests {
  /// What an item is, without the file's name and the order of entries.
  private static func plain(_ items: [ImportItem]) -> [String] {
    items.map { item in
      switch item {
      case .post(var post):
        post.provenance.file = ""
        return "post \(post)"
      case .revision(var post):
        post.provenance.file = ""
        return "revision \(post)"
      case .member(var member):
        member.provenance.file = ""
        return "member \(member)"
      case .quarantined(var record):
        record.provenance.file = ""
        return "quarantined \(record)"
      }
    }.sorted()
  }

  private static func read(
    _ source: any EntrySource, _ name: String, mapping: String? = nil, includesPrivate: Bool = false
  ) throws -> (items: [String], summary: ImportSummary) {
    var settings = ImportSettings(mappings: try mapping.map { [try Mapping(yaml: $0, file: "m")] } ?? [])
    settings.includesPrivate = includesPrivate
    var items: [ImportItem] = []
    let summary = try FileImporter(settings: settings).read(source, name: name) { items.append($0) }
    return (plain(items), summary)
  }

  private static func marks(_ folder: TemporaryFolder, mapping: String? = nil, formats: [String]? = nil)
    throws -> [String]
  {
    var settings = ImportSettings(mappings: try mapping.map { [try Mapping(yaml: $0, file: "m")] } ?? [])
    settings.formats = formats
    return FileImporter(settings: settings).marks(of: ArchiveFolder(path: folder.path), name: "export")
  }

  private static func write(_ files: [(String, String)], to folder: TemporaryFolder) throws {
    for (name, text) in files { try folder.write(text, to: name) }
  }

  /// Expects that files give the same as a folder and as a zip.
  private static func expectSame(
    _ files: [(String, String)], mapping: String? = nil, includesPrivate: Bool = false
  ) throws -> ImportSummary {
    let folder = TemporaryFolder()
    try write(files, to: folder)
    #expect(try !marks(folder, mapping: mapping).isEmpty)
    let zip = ContainerBuilder.zip(files.sorted { $0.0 < $1.0 }.map { ($0.0, Array($0.1.utf8)) })
    let packed = try read(
      ArchiveFile(bytes: zip), "export", mapping: mapping, includesPrivate: includesPrivate)
    let unpacked = try read(
      ArchiveFolder(path: folder.path), "export", mapping: mapping, includesPrivate: includesPrivate)
    #expect(unpacked.items == packed.items && !unpacked.items.isEmpty)
    var same = unpacked.summary
    same.sha256 = packed.summary.sha256
    #expect(same == packed.summary)
    return unpacked.summary
  }

  static let slack: [(String, String)] = [
    ("users.json", #"[{"id":"U1AAAAAA","profile":{"real_name":"Anna"}}]"#),
    ("channels.json", #"[{"id":"C1AAAAAA","name":"algemeen"}]"#),
    ("dms.json", #"[{"id":"D1AAAAAA","members":["U1AAAAAA"]}]"#),
    (
      "algemeen/2024-03-01.json",
      #"[{"type":"message","user":"U1AAAAAA","text":"hoi","ts":"1709287200.000100"}]"#
    ),
    (
      "algemeen/2024-03-02.json",
      #"[{"type":"message","user":"U1AAAAAA","text":"ja","ts":"1709373600.000100"}]"#
    ),
    (
      "D1AAAAAA/2024-03-01.json",
      #"[{"type":"message","user":"U1AAAAAA","text":"privé","ts":"1709287300.000100"}]"#
    ),
  ]

  @Test("an unpacked export of Slack gives what its zip gives, private parts left out")
  func slackExport() throws {
    let summary = try Self.expectSame(Self.slack)
    #expect(summary.posts == 2 && summary.skipped == 1 && summary.format == "slack")
    #expect(try Self.expectSame(Self.slack, includesPrivate: true).posts == 3)
    // Without lists the folders of days still tell that there is more than one conversation.
    let days = try Self.expectSame(Array(Self.slack.suffix(3)))
    #expect(days.posts == 2 && days.skipped == 1)
  }

  @Test("mails in a folder find each other, whatever their order")
  func mails() throws {
    func mail(_ id: String, _ answers: String?) -> String {
      "From: a@voorbeeld.nl\nDate: Fri, 1 Mar 2024 10:00:00 +0100\nMessage-ID: <\(id)@x>\nSubject: s\n"
        + (answers.map { "In-Reply-To: <\($0)@x>\n" } ?? "") + "\nTekst \(id)\n"
    }
    let files = [("1.eml", mail("c", "b")), ("2.eml", mail("b", "a")), ("3.eml", mail("a", nil))]
    #expect(try Self.expectSame(files).posts == 3)
    let folder = TemporaryFolder()
    try Self.write(files, to: folder)
    var threads: Set<String> = []
    _ = try FileImporter(settings: ImportSettings()).read(folder.path, name: "mail") { item in
      if case .post(let post) = item { threads.insert(post.thread) }
    }
    #expect(threads.count == 1)
  }

  @Test("a member's export of LinkedIn is of the member that its profile names")
  func linkedIn() throws {
    let summary = try Self.expectSame([
      ("Profile.csv", LinkedInTests.profile), ("Comments.csv", LinkedInTests.comments),
      ("Shares.csv", LinkedInTests.shares),
    ])
    #expect(summary.posts == 3)
  }

  @Test("an account of Messenger is private as a whole, also when it is unpacked")
  func messenger() throws {
    func chat(_ name: String) -> String {
      #"{"participants":[{"name":"A"},{"name":"\#(name)"}],"title":"\#(name)","thread_path":"inbox/\#(name)","#
        + #""messages":[{"sender_name":"A","timestamp_ms":1709287200000,"content":"hoi \#(name)"}]}"#
    }
    for root in ["", "inbox/", "messages/inbox/", "your_facebook_activity/messages/inbox/"] {
      let summary = try Self.expectSameItems([
        (root + "b_1/message_1.json", chat("b")), (root + "c_2/message_1.json", chat("c")),
      ])
      #expect(summary.posts == 0 && summary.skipped == 2)
    }
  }

  @Test("a chat beside its pictures is one export, so that those are not each refused")
  func chatWithMedia() throws {
    let chat = "01-03-2024 10:00 - Anna: hoi\n01-03-2024 10:01 - Bas: ja\n01-03-2024 10:02 - Anna: dag\n"
    let picture = "\u{1}\u{2}JFIF"
    let whatsApp = try Self.expectSame([("_chat.txt", chat), ("IMG-1.jpg", picture)])
    #expect(whatsApp.posts == 3 && whatsApp.outcome == .accepted && whatsApp.format == "whatsapp.txt")
    let telegram = try Self.expectSame([
      (
        "result.json",
        #"{"name":"g","type":"private_group","id":1,"messages":[{"id":1,"type":"message","date":"2024-03-01T10:00:00","date_unixtime":"1709287200","from":"A","from_id":"user1","text":"hoi"}]}"#
      ), ("photos/1.jpg", picture),
    ])
    #expect(telegram.posts == 1)
    let two = TemporaryFolder()
    try Self.write([("_chat.txt", chat), ("ander.txt", chat), ("IMG-1.jpg", picture)], to: two)
    #expect(try Self.marks(two).isEmpty)
    let table = TemporaryFolder()
    try Self.write([("_chat.txt", chat), ("IMG-1.jpg", picture), ("posts.csv", "id,body")], to: table)
    #expect(try Self.marks(table).isEmpty)
  }

  private static func expectSameItems(_ files: [(String, String)]) throws -> ImportSummary {
    let folder = TemporaryFolder()
    try write(files, to: folder)
    #expect(try !marks(folder).isEmpty)
    return try read(ArchiveFolder(path: folder.path), "export").summary
  }

  static let set = """
    version: 1
    source: s
    files:
      - {match: "vragen*.csv", format: csv, opens: first_in_thread}
      - {match: "reacties*.csv", format: csv}
    fields:
      id: {column: id}
      thread: {column: gesprek}
      created: {column: tijd, date: iso8601}
      body: {column: tekst}
    """

  @Test("tables of a mapping that asks for first posts are one export; more of one table are not")
  func mappedSet() throws {
    let head = "id,gesprek,tijd,tekst\n"
    let first = head + "2,g,2024-03-02T10:00:00Z,Later\n"
    let second = head + "1,g,2024-03-01T10:00:00Z,Eerder\n"
    #expect(
      try Self.expectSame([("vragen.csv", first), ("reacties.csv", second)], mapping: Self.set).posts == 2)
    let folder = TemporaryFolder()
    try Self.write([("vragen-1.csv", first), ("vragen-2.csv", second)], to: folder)
    #expect(try Self.marks(folder, mapping: Self.set).isEmpty)
    let plain = Self.set.replacing(", opens: first_in_thread", with: "")
    try Self.write([("reacties.csv", second)], to: folder)
    #expect(try Self.marks(folder, mapping: plain).isEmpty)
  }

  @Test(
    "a folder is no export when its names only look like one, when it holds several, or one conversation",
    arguments: [
      [("users.json", "[1]"), ("channels.json", "{}"), ("a/2024-03-01.json", "[]")],
      FolderExportTests.slack.map { ("eerste/" + $0.0, $0.1) }
        + FolderExportTests.slack.map { ("tweede/" + $0.0, $0.1) },
      [FolderExportTests.slack[3], FolderExportTests.slack[4]],
      [("a.eml", "From: a@x.nl\nSubject: s\n\nx"), ("b.txt", "x")],
      [("export.zip", "x"), ("map/users.json", "[]")],
      [
        ("s.2024-01-01.000.xml", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"></rss>"),
        ("s.2024-02-01.000.xml", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"></rss>"),
      ],
    ])
  func notOne(files: [(String, String)]) throws {
    let folder = TemporaryFolder()
    try Self.write(files, to: folder)
    #expect(try Self.marks(folder).isEmpty)
  }

  @Test("formats whose files belong together are known by their lists and parts")
  func known() throws {
    let cases: [[(String, String)]] = [
      [
        ("stream_index.json", #"{"streams":{"vragen":{"id":7,"latest_id":1,"topic_data":{"x":{}}}}}"#),
        ("7-vragen/.23x.json", "[]"),
      ],
      [
        ("teams/teamsList.json", #"[{"Name":"Jeugd","Privacy":"Private","GroupsId":"t"}]"#),
        ("teams/t/messages_t.json", "[]"),
      ],
      [
        ("s.2024-01-01.000.xml", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"></rss>"),
        ("s.2024-01-01.001.xml", "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"></rss>"),
      ],
      [
        (
          "S - a [123456].json",
          #"{"guild":{"id":"1"},"channel":{"id":"2","type":"GuildTextChat"},"messages":[]}"#
        ),
        (
          "S - b [123457].json",
          #"{"guild":{"id":"1"},"channel":{"id":"3","type":"GuildTextChat"},"messages":[]}"#
        ),
      ],
      [
        (
          "C1AAAAAA.json",
          #"{"channel_id":"C1AAAAAA","name":"a","messages":[{"type":"message","ts":"1709287200.000100"}]}"#
        ),
        ("C2AAAAAA.json", #"{"channel_id":"C2AAAAAA","name":"b","messages":[]}"#),
      ],
    ]
    for files in cases {
      let folder = TemporaryFolder()
      try Self.write(files, to: folder)
      #expect(try !Self.marks(folder).isEmpty, "\(files[0].0)")
      #expect(try Self.marks(folder, formats: ["mbox"]).isEmpty)
    }
  }

  @Test("a pipe in the folder is passed over and told, and the rest is kept")
  func pipe() throws {
    let folder = TemporaryFolder()
    try Self.write(Self.slack, to: folder)
    mkfifo(folder.path("algemeen/2024-03-03.json"), 0o600)
    let (_, summary) = try Self.read(ArchiveFolder(path: folder.path), "export")
    #expect(summary.outcome == .partial && summary.posts == 2)
    #expect(summary.warnings.contains(.init(code: "unsafe-entry-type", entry: "algemeen/2024-03-03.json")))
  }

  @Test("a posts' place is the folder and the path in it, and one broken file costs the whole folder")
  func places() throws {
    let folder = TemporaryFolder()
    try Self.write(Self.slack, to: folder)
    var places: [Provenance] = []
    let importer = FileImporter(settings: ImportSettings())
    let summary = try importer.read(folder.path, name: "mei/slack") { item in
      if case .post(let post) = item { places.append(post.provenance) }
    }
    #expect(summary.sha256 == (try ArchiveFolder(path: folder.path).sha256()))
    #expect(places.map(\.file) == ["mei/slack", "mei/slack"])
    #expect(places.map(\.entry) == ["algemeen/2024-03-01.json", "algemeen/2024-03-02.json"])
    try folder.write("PK\u{3}\u{4} en dan niets", to: "bijlage.zip")
    let refused = try importer.read(folder.path, name: "mei/slack") { _ in }
    #expect(!refused.isKept && refused.reason == "archive-truncated")
    #expect(refused.message?.hasPrefix("bijlage.zip: ") == true)
  }
}

@Suite(
  "Real exports unpacked", .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct UnpackedExportTests {
  @Test(
    "a real export gives the same out of its archive and out of a folder",
    arguments: [
      "slack/testarchive.zip", "slack/zulip_test_slack_importer.zip", "zulip/dataverse_zulip_archive.tar.gz",
      "linkedin/Basic_LinkedInDataExport.zip",
    ])
  func same(name: String) throws {
    let archive = (SharedData.folder ?? "") + "/data/exports/" + name
    let folder = TemporaryFolder()
    var root = ""
    try ArchiveFile(path: archive).forEachEntry { entry in
      let path = entry.name.split(separator: "!/").last.map(String.init) ?? entry.name
      if path.hasPrefix("zulip_json/") { root = "/zulip_json" }
      let file = URL(filePath: folder.path(path))
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(try entry.contents()).write(to: file)
    }
    let importer = FileImporter(settings: ImportSettings())
    func read(_ path: String) throws -> (posts: [String], summary: ImportSummary) {
      var posts: [String] = []
      let summary = try importer.read(path, name: "x") { item in
        guard case .post(var post) = item else { return }
        post.provenance = Provenance(file: "", entry: "", record: 0)
        posts.append("\(post)")
      }
      return (posts.sorted(), summary)
    }
    #expect(!importer.marks(of: ArchiveFolder(path: folder.path + root), name: "x").isEmpty)
    let (packed, unpacked) = (try read(archive), try read(folder.path + root))
    #expect(packed.posts == unpacked.posts && !packed.posts.isEmpty)
    #expect(packed.summary.records == unpacked.summary.records)
    #expect(packed.summary.skipped == unpacked.summary.skipped)
    #expect(packed.summary.format == unpacked.summary.format)
  }
}
