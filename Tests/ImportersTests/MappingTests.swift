// Mappings: both forms, strictness, and what the rules do to records.
import Archives
import Discussion
import Testing

@testable import Importers

@Suite("Mappings")
struct MappingTests {
  /// Reads files with a mapping, as one archive would give them.
  static func read(_ yaml: String, _ files: [(String, String)]) throws -> (
    items: [ImportItem], summary: ImportSummary
  ) {
    let mapping = try Mapping(yaml: yaml, file: "m.yaml")
    let settings = ImportSettings(mappings: [mapping])
    var items: [ImportItem] = []
    let sink = ImportSink(file: "export.zip", settings: settings) { items.append($0) }
    for (name, content) in files {
      let entry = ArchiveEntry(name: name, blocks: [Array(content.utf8)])
      let sample = try EntrySample(file: "export.zip", entry: entry)
      let importers: [any Importer] = [
        MappedCSVImporter(mapping: mapping), MappedJSONLImporter(mapping: mapping),
      ]
      let importer = try #require(importers.first { $0.recognises(sample) }, "nothing reads \(name)")
      try importer.read(entry, sample, into: sink)
    }
    return (items, sink.summary)
  }

  static func posts(_ items: [ImportItem]) -> [ImportedPost] {
    items.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  static let platform = """
    version: 1
    source: jeugd
    timezone: Europe/Amsterdam
    range: {not_before: 2014-01-01}
    files:
      - match: "export/topics*.csv"
        format: csv
        encoding: utf-8
        delimiter: ";"
        fields:
          id: {column: Bericht-ID}
          thread: {column: Bericht-ID}
          title: {column: Onderwerp}
          created: {column: Geplaatst op, date: "dd-MM-yyyy HH:mm", on_gap: reject, on_fold: first}
          edited: {column: Gewijzigd, date: "dd-MM-yyyy HH:mm", optional: true}
          author: {column: Lidnummer, empty: anonymous}
          channel: {column: Groep}
          body: {column: Bericht, markup: html}
          deleted: {column: Status, true_values: [verwijderd]}
      - match: "export/reacties*.csv"
        inherit: 0
        fields:
          id: {column: Reactie-ID, prefix: "r-"}
          thread: {column: Bericht-ID}
          reply_to: {column: Bericht-ID}
      - match: "leden.csv"
        delimiter: ";"
        entity: member
        fields: {author: {column: Lidnummer}, organisation: {column: Organisatie}, role: {column: Functie, optional: true}}
    """

  @Test("files of one source inherit from each other, and members are read beside posts")
  func inherits() throws {
    let (items, summary) = try Self.read(
      Self.platform,
      [
        (
          "map/export/topics-2024.csv",
          """
          Bericht-ID;Onderwerp;Geplaatst op;Lidnummer;Groep;Bericht;Status
          7;Wachttijd;31-03-2024 02:30;12;Team;<p>Bestaat niet</p>;actief
          8;Wachttijd;27-10-2024 02:30;12;Team;<p>Twee keer</p>;actief
          9;Oud;01-01-2013 10:00;12;Team;<p>Te oud</p>;actief
          10;Weg;01-02-2024 10:00;;Team;<p>Weg</p>;Verwijderd
          """
        ),
        (
          "map/export/reacties.csv",
          "Reactie-ID;Bericht-ID;Geplaatst op;Lidnummer;Bericht\n8;8;28-10-2024 09:00;13;Antwoord\n"
        ),
        ("leden.csv", "Lidnummer;Naam;Organisatie\n12;Anna Bos;Jeugdteam Noord\n"),
      ])
    #expect(summary.quarantined == 2 && summary.undated == 2 && summary.deleted == 1 && summary.members == 1)
    let posts = Self.posts(items)
    #expect(posts.map(\.id) == ["8", "10", "r-8"])
    #expect(posts[0].createdAt.description == "2024-10-27T00:30:00Z")
    #expect(posts[0].flags == [.timeRepeated, .zoneAssumed])
    #expect(posts[0].kind == .topic && posts[0].title == "Wachttijd")
    #expect(posts[1].author == nil && posts[1].state == .withdrawn)
    #expect(
      posts[2].thread == "8" && posts[2].parent == "8" && posts[2].kind == .reply && posts[2].channel == nil)
    #expect(posts.allSatisfy { $0.source == "jeugd" })
    let member = try #require(
      items.compactMap { if case .member(let member) = $0 { member } else { nil } }.first)
    #expect(member.author == "12" && member.organisation == "Jeugdteam Noord" && member.role == nil)
  }

  @Test(
    "an unknown key, a wrong value or a missing field is an error at its place, with the nearest word",
    arguments: [
      ("version: 1\nsource: a\nfile: []", 3, 1, "files"),
      ("version: 1\nsource: a\nfiles:\n  - {match: x, formt: csv}", 4, 16, "format"),
      ("version: 1\nsource: a\nfiles:\n  - match: x\n    format: cvs", 5, 13, "csv"),
      ("version: 1\nsource: a\ntimezone: Europe/Amsterdm\nfiles: []", 3, 11, "tijdzone"),
      ("version: 2\nsource: a\nfiles: []", 1, 10, "versie"),
      ("version: 1\nsource: a\nfiles:\n  - match: x\n    fields: {creatd: {column: a}}", 5, 14, "created"),
      (
        "version: 1\nsource: a\nfiles:\n  - match: x\n    fields: {created: {column: a, date: q}, body: {column: b}}",
        5, 41, "datumpatroon"
      ),
      ("version: 1\nsource: a\nfiles:\n  - match: x\n    fields: {body: {column: b}}", 4, 5, "created"),
      (
        "version: 1\nsource: a\nfiles:\n  - match: x\n    fields: {created: {column: a}, body: {column: b}}",
        4, 5, "epoch"
      ),
      ("version: 1\nsource: a\nfiles:\n  - match: x\n    inherit: 3", 5, 14, "3"),
      ("version: 1\nfiles: []", 1, 1, "source"),
      ("version: 1\nsource: [", 3, 1, "YAML"),
      ("version: 1\nsource: a\nfiles:\n  - {match: x, header: misschien}", 4, 24, "true"),
    ])
  func strict(yaml: String, line: Int, column: Int, word: String) {
    do {
      _ = try Mapping(yaml: yaml, file: "m.yaml")
      Issue.record("this mapping was accepted")
    } catch {
      #expect(error.message.contains(word), "\(error)")
      #expect(error.line == line, "\(error)")
      if word != "YAML" { #expect(error.column == column, "\(error)") }
    }
  }

  @Test("a value comes from the first column that has one, records can be skipped, and ids can be derived")
  func rules() throws {
    let yaml = """
      version: 1
      source: s
      files: [{match: "*.csv"}]
      fields:
        created: {column: t, epoch: s}
        author: {first_of: [{column: lid}, {column: naam}]}
        body: {column: b}
      identity: {columns: [author, created, body]}
      skip: [{column: soort, values: [systeem, Welkom]}]
      """
    let csv = """
      t,lid,naam,b,soort
      1709287200,,Anna,hoi,
      1709287200,7,Anna,hoi,
      1709287200,7,Anna," hoi ",
      1709287200,7,Anna,welkom,WELKOM
      1709287200000,7,Anna,later,
      """
    let (items, summary) = try Self.read(yaml, [("a.csv", csv)])
    let posts = Self.posts(items)
    #expect(posts.map(\.author) == ["Anna", "7"])
    #expect(posts.allSatisfy { $0.identity == .derived && $0.kind == .topic && $0.thread == $0.id })
    #expect(summary.duplicates == 1 && summary.skipped == 1 && summary.quarantined == 1)
  }

  @Test("a mapping fits only where its name and all columns that are needed are there")
  func fits() throws {
    let mapping = try Mapping(yaml: Self.platform, file: "m.yaml")
    let importer = MappedCSVImporter(mapping: mapping)
    func recognises(_ name: String, _ header: String) throws -> Bool {
      let entry = ArchiveEntry(name: name, blocks: [Array(header.utf8)])
      return importer.recognises(try EntrySample(file: "x.zip", entry: entry))
    }
    let header = "Bericht-ID;Onderwerp;Geplaatst op;Lidnummer;Groep;Bericht;Status\n"
    #expect(try recognises("export/topics.csv", header))
    #expect(try recognises("diep/export/TOPICS-1.csv", header))
    #expect(try recognises("export/topics.csv.gz", header))
    #expect(try !recognises("topics.csv", header))
    #expect(try !recognises("export/topics.csv", "Bericht-ID;Onderwerp\n"))
    #expect(try !recognises("export/other.csv", header))
  }

  @Test("UTF-16 and Windows-1252 are read by mark, by name, or guessed with a warning")
  func encodings() throws {
    let mapping = try Mapping(
      yaml: """
        version: 1
        source: s
        files: [{match: "*.csv", fields: {id: {column: id}, created: {column: t, date: iso8601}, body: {column: b}}}]
        """, file: "m.yaml")
    let text = "id,t,b\n1,2024-03-01T10:00,caf\u{E9} kost \u{20AC}5\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let windows: [UInt8] = text.unicodeScalars.map { scalar in
      scalar == "\u{20AC}" ? 0x80 : UInt8(truncatingIfNeeded: scalar.value)
    }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [Array(text.utf8), marked, utf16, windows] {
      for size in [1, 5, 1000] {
        var bodies: [String] = []
        let sink = ImportSink(file: "a.csv", settings: ImportSettings()) {
          if case .post(let post) = $0 { bodies.append(post.body) }
        }
        let blocks = stride(from: 0, to: bytes.count, by: size).map {
          Array(bytes[$0..<min($0 + size, bytes.count)])
        }
        let entry = ArchiveEntry(name: "", blocks: blocks)
        try MappedCSVImporter(mapping: mapping).read(
          entry, try EntrySample(file: "a.csv", entry: entry), into: sink)
        #expect(bodies == ["caf\u{E9} kost \u{20AC}5"])
        #expect(sink.summary.warnings.map(\.code) == (bytes == windows ? ["encoding-guessed"] : []))
      }
    }
  }
}
