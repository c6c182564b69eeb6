// What every importer promises, checked on each of them with the same tests.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

/// A small export in each format, made for these tests, and what is in it.
struct ImporterCase: Sendable, CustomTestStringConvertible {
  var importer: any Importer
  var name: String
  var content: String
  var posts: Int
  var records: Int
  var settings = ImportSettings()
  /// The bytes of a case that is no text.
  var document: [UInt8]?

  var testDescription: String { importer.format }
  var bytes: [UInt8] { document ?? Array(content.utf8) }

  static let mapping = """
    version: 1
    source: proef
    timezone: Europe/Amsterdam
    files:
      - {match: "*.csv", format: csv, delimiter: ";"}
      - {match: "*.jsonl", format: jsonl}
    fields:
      id: {column: Nr, path: nr}
      reply_to: {column: Op, path: op, empty: null}
      created: {column: Tijd, path: tijd, date: "d MMMM yyyy HH:mm"}
      author: {column: Wie, path: wie}
      body: {column: Tekst, path: tekst, markup: html}
      deleted: {column: Weg, path: weg, true_values: [ja]}
    skip: [{column: Wie, path: wie, values: [systeem]}]
    """

  static let all: [ImporterCase] = {
    guard let mapping = try? Mapping(yaml: mapping, file: "proef.yaml") else { return [] }
    return [
      ImporterCase(
        importer: MappedCSVImporter(mapping: mapping), name: "berichten.csv",
        content: """
          Nr;Op;Tijd;Wie;Tekst;Weg
          1;;1 maart 2024 09:05;Anna;"<p>Wie kent een ""goede"" aanpak;
          voor thuiszitters?</p>";nee
          2;1;2 mrt 2024 10:00;Bram;Wij werken met caf\u{E9}s.;nee
          3;;morgen;Cor;Geen datum;nee
          4;;3 maart 2024 11:00;systeem;Anna is lid geworden;nee
          5;1;3 maart 2024 12:00;Dirk;weggehaald;ja
          2;1;2 mrt 2024 10:00;Bram;Wij werken met caf\u{E9}s.;nee
          6;7;te weinig
          """, posts: 2, records: 7),
      ImporterCase(
        importer: MappedJSONLImporter(mapping: mapping), name: "berichten.jsonl",
        content: """
          {"nr":1,"tijd":"1 maart 2024 09:05","wie":"Anna","tekst":"Vraag \\ud83d\\ude00?","weg":false}
          {"nr":2,"op":1,"tijd":"1 maart 2024 09:06","wie":"Bram","tekst":"Antwoord"}
          {"nr":3,"tijd":
          {"nr":4,"nr":5,"tijd":"1 maart 2024 09:06","wie":"Bram","tekst":"dubbele sleutel"}

          [1]
          """, posts: 2, records: 5),
      ImporterCase(
        importer: MboxImporter(), name: "lijst.mbox",
        content: """
          From anna@example.nl Fri Mar  1 10:01:00 2024
          From: =?utf-8?q?Anna_Z=C3=A9?= <Anna@Example.nl>
          Message-ID: <1@example.nl>
          Date: Fri, 1 Mar 2024 10:01:00 +0100
          Subject: Vraag

          Wie weet dit?
          From mij uit gezien is het lastig.
          >From het begin af aan.

          From bram at example.nl  Fri Mar  1 10:02:00 2024
          From: bram at example.nl (Bram)
          In-Reply-To: <1@example.nl>
          Message-ID: <2@example.nl>
          Date: Fri Mar  1 10:02:00 2024
          Subject: Re: Vraag

          Ik.

          From cor@example.nl Fri Mar  1 10:03:00 2024
          From: cor@example.nl
          Message-ID: <3@example.nl>
          Date: geen idee

          Zonder datum.

          From bram at example.nl  Fri Mar  1 10:02:00 2024
          From: bram at example.nl (Bram)
          In-Reply-To: <1@example.nl>
          Message-ID: <2@example.nl>
          Date: Fri Mar  1 10:02:00 2024

          Ik.

          """, posts: 2, records: 4),
      ImporterCase(
        importer: MessageImporter(), name: "brief.eml",
        content: """
          From: Anna <anna@example.nl>
          Date: Fri, 1 Mar 2024 10:01:00 +0100
          Message-ID: <1@example.nl>
          Subject: Vraag
          Content-Type: multipart/alternative; boundary=x

          --x
          Content-Type: text/html

          <p>niet deze</p>
          --x
          Content-Type: text/plain; charset=iso-8859-1
          Content-Transfer-Encoding: quoted-printable

          caf=E9
          --x--
          """, posts: 1, records: 1),
      ImporterCase(
        importer: DiscoursePostImporter(), name: "17.json",
        content: """
          {"id":17,"username":"anna","user_id":4,"created_at":"2024-03-01T09:01:00.123Z","cooked":"<p>Vraag</p>",\
          "post_number":1,"post_type":1,"topic_id":9,"topic_title":"Titel","version":1}
          """, posts: 1, records: 1),
      ImporterCase(
        importer: DiscourseTopicImporter(), name: "9.json",
        content: """
          {"id":9,"title":"Titel","post_stream":{"posts":[
          {"id":1,"topic_id":9,"post_number":1,"post_type":1,"username":"a","created_at":"2024-03-01T09:01:00Z","cooked":"<p>V</p>"},
          {"id":2,"topic_id":9,"post_number":2,"post_type":3,"username":"s","created_at":"2024-03-01T09:02:00Z","cooked":""},
          {"id":3,"topic_id":9,"post_number":3,"reply_to_post_number":1,"post_type":1,"username":"b","created_at":"2024-03-01T09:03:00Z","cooked":"<p>A</p>"},
          {"id":4,"topic_id":9,"post_number":4,"post_type":1,"username":"b","created_at":null,"cooked":"<p>A</p>"},
          {"id":5,"topic_id":9,"post_number":5,"post_type":1,"username":"b","created_at":"2024-03-01T09:03:00Z","cooked":"","user_deleted":true}
          ],"stream":[1,2,3,4,5]}}
          """, posts: 2, records: 5),
      ImporterCase(
        importer: StackExchangePostsImporter(), name: "Posts.xml",
        content: """
          <?xml version="1.0" encoding="utf-8"?>
          <posts>
            <row Id="1" PostTypeId="1" CreationDate="2015-01-27T20:09:32.720" Body="&lt;p&gt;Vraag &amp;amp; zo&lt;/p&gt;" OwnerUserId="4" Title="T" />
            <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2015-01-27T20:10:32.720" Body="&lt;p&gt;Antwoord&lt;/p&gt;" OwnerDisplayName="gast" />
            <row Id="3" PostTypeId="5" CreationDate="2015-01-27T20:10:32.720" Body="" />
            <row Id="4" PostTypeId="2" ParentId="1" CreationDate="gisteren" Body="" />
          </posts>
          """, posts: 2, records: 4),
      ImporterCase(
        importer: StackExchangeAPIImporter(), name: "vragen.json",
        content: """
          {"items":[{"question_id":1,"creation_date":1459908076,"title":"T","owner":{"user_id":3},"body":"<p>V</p>",
          "answers":[{"answer_id":2,"creation_date":1459975066,"owner":{"user_id":1},"body":"<p>A</p>"}],
          "comments":[{"comment_id":1,"creation_date":1459909111,"owner":{"user_id":2}}]}],"quota_remaining":9}
          """, posts: 2, records: 3),
    ] + workplace + chats + web + documents
  }()

  /// Reads the case's bytes in blocks of a size.
  func read(_ bytes: [UInt8], blockSize: Int = .max, file: String = "map/bestand.zip") throws -> (
    items: [ImportItem], summary: ImportSummary
  ) {
    let size = min(blockSize, max(bytes.count, 1))
    let blocks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    var items: [ImportItem] = []
    let sink = ImportSink(file: file, settings: settings) { items.append($0) }
    sink.entry = name
    if let survey = importer.makeSurvey() {
      try survey.look(at: ArchiveEntry(name: name, blocks: blocks))
      sink.survey = survey
    }
    let entry = ArchiveEntry(name: name, blocks: blocks)
    let sample = try EntrySample(file: file, entry: entry)
    try importer.read(entry, sample, into: sink)
    return (items, sink.summary)
  }
}

@Suite("Every importer")
struct ImporterConformance {
  @Test("there is a case for each importer")
  func complete() {
    let covered = Set(ImporterCase.all.map(\.importer.format))
    #expect(
      covered
        == Set(FileImporter.formats.map(\.format)).union([
          "mapped.csv", "mapped.jsonl", "mapped.json", "mapped.xlsx", "mapped.notes",
        ]))
  }

  @Test("recognises its own format and no other", arguments: ImporterCase.all)
  func recognises(subject: ImporterCase) throws {
    for other in ImporterCase.all {
      let sample = try EntrySample(
        file: "x.zip", entry: ArchiveEntry(name: other.name, blocks: [other.bytes]))
      #expect(
        subject.importer.recognises(sample) == (subject.importer.format == other.importer.format),
        "\(subject.importer.format) on \(other.importer.format)")
    }
  }

  @Test("yields what is in the export, and its counts add up", arguments: ImporterCase.all)
  func counts(subject: ImporterCase) throws {
    let (items, summary) = try subject.read(subject.bytes)
    #expect(summary.posts == subject.posts)
    #expect(summary.records == subject.records)
    Self.expectSums(items, summary)
  }

  @Test("gives the same items whatever the blocks", arguments: ImporterCase.all, [1, 2, 3, 7, 64, 1000])
  func blocks(subject: ImporterCase, size: Int) throws {
    let whole = try subject.read(subject.bytes)
    let pieces = try subject.read(subject.bytes, blockSize: size)
    #expect(pieces.items == whole.items)
    #expect(pieces.summary == whole.summary)
  }

  @Test("says of every item where it came from", arguments: ImporterCase.all)
  func provenance(subject: ImporterCase) throws {
    let places = try subject.read(subject.bytes).items.map { item in
      switch item {
      case .post(let post), .revision(let post): post.provenance
      case .member(let member): member.provenance
      case .quarantined(let record): record.provenance
      }
    }
    #expect(places.allSatisfy { $0.file == "map/bestand.zip" && $0.entry == subject.name && $0.record > 0 })
    #expect(Set(places).count == places.count)
  }

  @Test(
    "text is NFC with LF, and no quarantined record is without reason, words and bytes",
    arguments: ImporterCase.all)
  func textForm(subject: ImporterCase) throws {
    for item in try subject.read(subject.bytes).items {
      if case .post(let post) = item {
        #expect(Array(PlainText.normalised(post.body).utf8) == Array(post.body.utf8))
        #expect(!post.body.contains("<p>"))
      }
      if case .quarantined(let record) = item {
        #expect(!record.reason.isEmpty && !record.message.isEmpty && !record.raw.isEmpty)
        #expect(record.raw.count <= 4096)
      }
    }
  }

  @Test("truncated at any place it never crashes and its counts add up", arguments: ImporterCase.all)
  func truncated(subject: ImporterCase) {
    let step = max(1, subject.bytes.count / 150)
    for length in stride(from: 0, to: subject.bytes.count, by: step) {
      guard let (items, summary) = try? subject.read(Array(subject.bytes.prefix(length))) else { continue }
      Self.expectSums(items, summary)
    }
  }

  @Test("altered at random it never crashes and its counts add up", arguments: ImporterCase.all)
  func altered(subject: ImporterCase) {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<120 {
      var bytes = subject.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let position = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[position] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.remove(at: position)
        }
      }
      guard let (items, summary) = try? subject.read(bytes, blockSize: 100) else { continue }
      Self.expectSums(items, summary)
    }
  }

  @Test("the same export twice in one file gives each post once", arguments: ImporterCase.all)
  func twice(subject: ImporterCase) throws {
    var posts: [ImportedPost] = []
    let sink = ImportSink(file: "f", settings: subject.settings) {
      if case .post(let post) = $0 { posts.append(post) }
    }
    for _ in 0..<2 {
      let entry = ArchiveEntry(name: subject.name, blocks: [subject.bytes])
      try subject.importer.read(entry, try EntrySample(file: "f", entry: entry), into: sink)
    }
    #expect(Set(posts.map(\.id)).count == posts.count)
    #expect(sink.summary.records == 2 * subject.records)
    #expect(sink.summary.posts == subject.posts)
  }

  static func expectSums(_ items: [ImportItem], _ summary: ImportSummary) {
    #expect(
      summary.records == summary.posts + summary.quarantined + summary.skipped + summary.events
        + summary.deleted
        + summary.duplicates + summary.members)
    let posts = items.filter { if case .post = $0 { true } else { false } }.count
    let quarantined = items.filter { if case .quarantined = $0 { true } else { false } }.count
    #expect(posts == summary.posts + summary.deleted)
    #expect(quarantined == summary.quarantined)
  }
}
