// JSON documents, opening posts, and files that belong together.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Mapped formats")
struct MappedFormatsTests {
  static func read(_ yaml: String, _ files: [(String, [UInt8])]) throws -> (
    posts: [ImportedPost], summary: ImportSummary
  ) {
    let settings = ImportSettings(mappings: [try Mapping(yaml: yaml, file: "m.yaml")])
    var items: [ImportItem] = []
    let zip = ContainerBuilder.zip(files.map { ($0.0, $0.1) })
    let summary = try FileImporter(settings: settings).read(try ArchiveFile(bytes: zip), name: "export.zip") {
      items.append($0)
    }
    return (MappingTests.posts(items), summary)
  }

  static func read(_ yaml: String, _ name: String, _ text: String) throws -> (
    posts: [ImportedPost], summary: ImportSummary
  ) { try read(yaml, [(name, Array(text.utf8))]) }

  @Test("records of a JSON document are found at their path, with the replies inside them")
  func nested() throws {
    let yaml = """
      version: 1
      source: s
      files:
        - match: "*.json"
          format: json
          records: data.posts
          replies: comments
          fields:
            id: {path: id}
            title: {path: titel, optional: true}
            created: {path: op, date: iso8601}
            author: {path: wie.nr}
            body: {path: tekst}
      """
    let (posts, summary) = try Self.read(
      yaml, "export.json",
      """
      {"meta": {"n": 2}, "data": {"posts": [
       {"id": 12345678901234567890, "op": "2024-03-01T10:00:00Z", "wie": {"nr": 4}, "titel": "T", "tekst": "Vraag", "comments": [
         {"id": 2, "op": "2024-03-01T11:00:00Z", "wie": {"nr": 5}, "tekst": "Antwoord", "comments": [
           {"id": 3, "op": "2024-03-01T12:00:00Z", "wie": {"nr": 4}, "tekst": "Dank"}]},
         {"id": 4, "op": "morgen", "wie": {"nr": 5}, "tekst": "Geen datum", "comments": [
           {"id": 5, "op": "2024-03-01T13:00:00Z", "wie": null, "tekst": "Onder een fout bericht"}]}]},
       {"id": 6, "op": "2024-03-02T10:00:00Z", "wie": {"nr": 4}, "tekst": "Nog een"}, 7]}}
      """)
    let root = "12345678901234567890"
    #expect(posts.map(\.id) == [root, "2", "3", "5", "6"])
    #expect(posts.map(\.thread) == [root, root, root, root, "6"])
    #expect(posts.map(\.parent) == [nil, root, "2", "4", nil])
    #expect(posts.map(\.kind) == [.topic, .reply, .reply, .reply, .topic])
    #expect(summary.quarantined == 2 && summary.format == "mapped.json")
  }

  @Test("a JSON document may be a list itself, or keep its records under their numbers")
  func shapes() throws {
    let fields = "fields: {id: {path: id}, created: {path: t, epoch: s}, body: {path: b}}"
    let record = #"{"id": 1, "t": 1709287200, "b": "hoi"}"#
    let list = "version: 1\nsource: s\nfiles: [{match: \"*.json\", format: json}]\n\(fields)"
    #expect(try Self.read(list, "a.json", "[\(record)]").posts.map(\.body) == ["hoi"])
    let object =
      "version: 1\nsource: s\nfiles: [{match: \"*.json\", format: json, records: posts}]\n\(fields)"
    #expect(try Self.read(object, "a.json", "{\"posts\": {\"1\": \(record)}}").posts.count == 0)
    #expect(try Self.read(object, "a.json", "{\"posts\": [\(record)]}").posts.map(\.body) == ["hoi"])
    #expect(try Self.read(list, "a.json", "{\"posts\": [\(record)]}").summary.format == nil)
    #expect(try Self.read(list, "a.json", "[\(record)").summary.outcome == .fileQuarantined)
  }

  static let ownThreads = """
    version: 1
    source: s
    files: [{match: "*.csv", format: csv, OPENS}]
    fields:
      id: {column: id}
      thread: {column: gesprek}
      created: {column: op, date: "yyyy-MM-dd HH:mm"}
      author: {column: wie}
      body: {column: tekst}
      deleted: {column: weg}
    """
  static let rows = [
    "11,a,2024-03-01 10:05,1,Antwoord,nee,reactie", "9,a,2024-03-01 10:00,2,Vraag,nee,vraag",
    "12,b,2024-03-01 11:00,1,,ja,vraag", "13,b,2024-03-01 11:05,2,Op iets dat weg is,nee,reactie",
    "20,c,2024-03-02 09:00,1,Zelfde minuut,nee,reactie", "3,c,2024-03-02 09:00,2,Lager nummer,nee,vraag",
  ]

  @Test(
    "the first post of each conversation opens it, whatever the order of records, and a deleted one too",
    arguments: ["first_in_thread", "{column: soort, values: [Vraag]}"])
  func openers(rule: String) throws {
    let yaml = Self.ownThreads.replacing("OPENS", with: "opens: \(rule)")
    for rows in [Self.rows, Array(Self.rows.reversed())] {
      let text = "id,gesprek,op,wie,tekst,weg,soort\n" + rows.joined(separator: "\n") + "\n"
      let (posts, summary) = try Self.read(yaml, "a.csv", text)
      #expect(Set(posts.filter { $0.kind == .topic }.map(\.id)) == ["9", "12", "3"])
      #expect(summary.deleted == 1 && summary.posts == 5)
      let assumed = posts.filter { $0.flags.contains(.openingAssumed) }.count
      #expect(assumed == (rule == "first_in_thread" ? 3 : 0))
    }
  }

  @Test(
    "without a rule a conversation with a number of its own has no opening post; all and none mean what they say"
  )
  func noRule() throws {
    let text = "id,gesprek,op,wie,tekst,weg,soort\n" + Self.rows.joined(separator: "\n") + "\n"
    for (rule, count) in [("header: true", 0), ("opens: none", 0), ("opens: all", 6)] {
      let posts = try Self.read(Self.ownThreads.replacing("OPENS", with: rule), "a.csv", text).posts
      #expect(posts.filter { $0.kind == .topic }.count == count)
    }
  }

  @Test("first posts are looked up over all files of an export")
  func openersAcrossFiles() throws {
    let yaml = Self.ownThreads.replacing("OPENS", with: "opens: first_in_thread")
    let header = "id,gesprek,op,wie,tekst,weg\n"
    let (posts, _) = try Self.read(
      yaml,
      [
        ("2.csv", Array((header + "5,a,2024-03-02 10:00,1,Later,nee\n").utf8)),
        ("1.csv", Array((header + "4,a,2024-03-01 10:00,1,Eerst,nee\n").utf8)),
      ])
    #expect(posts.map(\.kind) == [.reply, .topic])
  }

  @Test(
    "replies in a record that is left out or cannot be read stay replies in its conversation",
    arguments: [
      (#""id": 7, "soort": "systeem", "op": "2024-03-01T10:00:00Z""#, "7", "7"),
      (#""id": 7, "draad": 3, "soort": "systeem", "op": "2024-03-01T10:00:00Z""#, "7", "3"),
      (#""id": 7, "op": "morgen""#, "7", "7"), (#""id": 7, "draad": 3, "op": "morgen""#, "7", "3"),
      (#""id": {"x": 1}, "draad": 3, "op": "2024-03-01T10:00:00Z""#, nil, "3"),
      (#""op": "2024-03-01T10:00:00Z""#, nil, nil),
    ])
  func unreadRoot(record: String, parent: String?, thread: String?) throws {
    let yaml = """
      version: 1
      source: s
      files:
        - match: "*.json"
          format: json
          replies: reacties
          opens: all
          skip: [{path: soort, values: [systeem]}]
          fields:
            id: {path: id}
            thread: {path: draad, optional: true}
            created: {path: op, date: iso8601}
            body: {path: tekst}
      """
    func read(_ replies: String) throws -> [ImportedPost] {
      let (posts, summary) = try Self.read(
        yaml, "e.json",
        """
        [{"id": 1, "draad": 1, "op": "2024-03-01T09:00:00Z", "tekst": "Ervoor"},
         {\(record), "tekst": "Onder", "reacties": [\(replies)]}]
        """)
      #expect(summary.skipped + summary.quarantined == 1)
      return Array(posts.dropFirst())
    }
    let reply = #"{"id": 8, "op": "2024-03-01T11:00:00Z", "tekst": "Antwoord"}"#
    let posts = try read(reply)
    #expect(posts.map(\.kind) == [.reply])
    if let parent { #expect(posts[0].parent == parent) }
    if let thread { #expect(posts[0].thread == thread) }
    #expect(posts[0].parent != nil && posts[0].parent != "8" && posts[0].thread != "8")
    // A later export with more replies changes nothing of the first.
    let more = try read(reply + #", {"id": 9, "op": "2024-03-01T12:00:00Z", "tekst": "Nog een"}"#)
    #expect(more.map(\.thread) == [posts[0].thread, posts[0].thread] && more[0].parent == posts[0].parent)
  }

  @Test(
    "a mapping that names a file and its columns goes before a format that knows the file; two mappings do not"
  )
  func mappingBeforeFormat() throws {
    let yaml = """
      version: 1
      source: linkedin
      files: [{match: "Comments.csv"}]
      fields:
        created: {column: Date, date: "yyyy-MM-dd HH:mm:ss"}
        thread: {column: Link}
        body: {column: Message}
      """
    let table = "Date,Link,Message\n2026-01-05 10:00:00,https://www.linkedin.com/feed/update/1,Eens\n"
    func summary(_ name: String, _ mappings: [String]) throws -> (sources: [String], summary: ImportSummary) {
      let settings = ImportSettings(mappings: try mappings.map { try Mapping(yaml: $0, file: "m.yaml") })
      var items: [ImportItem] = []
      let zip = ContainerBuilder.zip([(name, Array(table.utf8))])
      let summary = try FileImporter(settings: settings).read(try ArchiveFile(bytes: zip), name: "e.zip") {
        items.append($0)
      }
      return (MappingTests.posts(items).map(\.source), summary)
    }
    let mapped = try summary("Comments.csv", [yaml])
    #expect(mapped.summary.format == "mapped.csv" && mapped.sources == ["linkedin"])
    #expect(mapped.summary.warnings.map(\.code) == ["mapping-preferred"])
    #expect(try summary("Comments_1.csv", [yaml]).summary.format == "linkedin.export")
    let other = yaml.replacing("column: Message", with: "column: Bericht")
    #expect(try summary("Comments.csv", [other]).summary.format == "linkedin.export")
    #expect(try summary("Comments.csv", [yaml, yaml]).summary.reason == "ambiguous-format")
  }

  @Test("topics and replies in two UTF-16 files of one zip are one community")
  func related() throws {
    func utf16(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let yaml = """
      version: 1
      source: s
      timezone: Europe/Amsterdam
      files:
        - match: "topics.tsv"
          format: csv
          delimiter: tab
          encoding: utf-16
          fields:
            id: {column: TopicID}
            title: {column: Titel}
            created: {column: Datum, date: "dd/MM/yyyy HH:mm"}
            author: {column: Auteur}
            body: {column: Inhoud}
            deleted: {column: Status, true_values: [verwijderd]}
        - match: "reacties.tsv"
          inherit: 0
          fields:
            id: {column: ReactieID, prefix: "r-"}
            reply_to: {column: TopicID}
            thread: {column: TopicID}
      """
    let topics =
      "TopicID\tTitel\tDatum\tAuteur\tInhoud\tStatus\r\n1\tCafé\t01/03/2024 10:00\ta\tVraag ✓\tactief\r\n"
    let replies =
      "ReactieID\tTopicID\tDatum\tAuteur\tInhoud\tStatus\r\n1\t1\t01/03/2024 11:00\tb\tJa\tverwijderd\r\n"
    let (posts, summary) = try Self.read(
      yaml, [("reacties.tsv", utf16(replies)), ("topics.tsv", utf16(topics))])
    #expect(Set(posts.map(\.id)) == ["1", "r-1"] && Set(posts.map(\.thread)) == ["1"])
    #expect(posts.first { $0.id == "1" }?.body == "Vraag ✓" && summary.deleted == 1)
  }

  @Test("a source counts only under its condition, records can be limited to some, and values can mean none")
  func conditions() throws {
    let yaml = """
      version: 1
      source: s
      files: [{match: "*.csv"}]
      fields:
        id: {column: id}
        thread: {first_of: [{column: ouder, when: {column: soort, values: [reply]}}, {column: id}], none: ["0"]}
        reply_to: {column: ouder, when: {column: soort, values: [reply]}, none: ["0", "NULL"]}
        created: {column: op, date: [iso8601, "dd-MM-yyyy"]}
        channel: {value: Forum}
        body: {column: tekst}
        deleted: {column: gewist op, true_values: ["*"]}
      only: [{column: soort, values: [topic, reply]}]
      """
    let (posts, summary) = try Self.read(
      yaml, "a.csv",
      "id,ouder,soort,op,tekst,gewist op\n1,77,topic,2024-03-01,Vraag,\n2,1,reply,02-03-2024,Antwoord,2024-04-01\n3,1,pagina,2024-03-01,x,\n4,0,reply,2024-03-01,los,\n"
    )
    #expect(posts.map(\.thread) == ["1", "1", "4"] && posts.map(\.parent) == [nil, "1", nil])
    #expect(posts.map(\.state) == [.live, .withdrawn, .live] && posts.allSatisfy { $0.channel == "Forum" })
    #expect(summary.skipped == 1)
  }

  @Test(
    "replies to replies are followed to the first post, in any order; a circle is one conversation, without a crash"
  )
  func followsReplies() throws {
    let yaml = """
      version: 1
      source: s
      files: [{match: "*.csv"}]
      fields:
        id: {column: id}
        reply_to: {column: op, none: ["0"]}
        thread: {follow: reply_to}
        created: {column: t, date: iso8601}
        body: {column: b}
      """
    let rows = ["1,0", "2,1", "3,2", "4,3", "5,0", "6,99", "7,6", "8,9", "9,8", "10,9"].map {
      "\($0),2024-03-01,tekst\n"
    }
    for rows in [rows, Array(rows.reversed())] {
      let posts = try Self.read(yaml, "a.csv", "id,op,t,b\n" + rows.joined()).posts
      let threads = Dictionary(uniqueKeysWithValues: posts.map { ($0.id, $0.thread) })
      #expect(
        threads == [
          "1": "1", "2": "1", "3": "1", "4": "1", "5": "5", "6": "99", "7": "99", "8": "8", "9": "8",
          "10": "8",
        ])
      #expect(posts.filter { $0.kind == .topic }.map(\.id).sorted() == ["1", "5"])
    }
  }
}
