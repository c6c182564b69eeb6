// The next export of a source, through its reader: what did not change is known, and the store is the same as without that.
import Discussion
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Pipeline
@testable import Storage

@Suite("The next export of a source") struct NextExportTests {
  private let folder = TemporaryFolder()
  private let pseudonymiser = Pseudonymiser.underRandomKey()

  /// A row: its number, time, edit time, text and whether it was taken away.
  private typealias Row = (id: Int, time: String, edited: String, text: String, gone: String)

  private static let exports: [[Row]] = [
    [
      (1, "10:00", "", "Wie weet raad?", ""), (2, "11:00", "", "Ik.\n\n> Wie weet raad?", ""),
      (3, "12:00", "", "Dank, “je”; wel", ""), (4, "13:00", "", "Nog een", ""),
    ],
    [
      (1, "10:00", "14:00", "Wie weet er raad?", ""), (2, "11:00", "", "Ik.\n\n> Wie weet raad?", ""),
      (2, "11:00", "", "Ik.\n\n> Wie weet raad?", ""), (3, "12:00", "", "Dank, “je”; wel", ""),
      (5, "15:00", "", "Nieuw", ""), (6, "morgen", "", "Zonder datum", ""),
    ],
    [
      (5, "15:00", "", "Nieuw", ""), (1, "10:00", "14:00", "Wie weet er raad?", ""),
      (3, "12:00", "", "Dank, “je”; wel", "ja"), (2, "11:00", "", "Ik.\n\n> Wie weet raad?", ""),
      (2, "11:00", "16:00", "Ik niet.", ""), (6, "16:00", "", "Met datum", ""),
    ],
    [
      (2, "11:00", "16:00", "Ik niet.", ""), (2, "11:00", "", "Ik.\n\n> Wie weet raad?", ""),
      (5, "15:00", "", "Nieuw", ""), (6, "16:00", "", "Met datum", ""),
    ],
  ]

  private static func text(_ rows: [Row], _ format: String) throws -> String {
    if format == "csv" {
      let lines = rows.map { row in
        let text = row.text.replacing("\"", with: "\"\"")
        return "\(row.id);\(row.time);\(row.edited);\"\(text)\";\(row.gone)"
      }
      return (["nr;op;anders;tekst;weg"] + lines).joined(separator: "\n")
    }
    return try rows.map { row in
      let record = [
        "nr": "\(row.id)", "op": row.time, "anders": row.edited, "tekst": row.text, "weg": row.gone,
      ]
      let data = try JSONSerialization.data(withJSONObject: record, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }.joined(separator: "\n")
  }

  private static func mapping(_ format: String, _ remark: String) -> String {
    let key = format == "csv" ? "column" : "path"
    return """
      # \(remark)
      version: 1
      source: forum
      files: [{match: "*", format: \(format), entity: post}]
      fields:
        id: {\(key): nr}
        thread: {value: t}
        created: {\(key): op, date: "HH:mm dd-MM-yyyy"}
        edited: {\(key): anders, date: "HH:mm dd-MM-yyyy"}
        deleted: {\(key): weg, true_values: [ja]}
        body: {\(key): tekst, markup: plain}
      """
  }

  /// Reads the exports into a store of its own.
  ///
  /// - Parameter remark: what stands in the mapping for each export: another remark makes it another mapping, under which no
  ///   record is known.
  private func read(
    _ format: String, _ name: String, isComplete: Bool, remark: (Int) -> String,
    before: (CommunityStore, Int) throws -> Void = { _, _ in }
  ) throws -> (store: CommunityStore, counts: [ImportCounts]) {
    let yaml = """
      version: 1
      community: Proef
      inbox: \(name)/inbox
      store: \(name)/store.sqlite
      key: key
      dashboards: \(name)/pages
      sources: [{name: forum, files: "*", mapping: mapping.yaml\(isComplete ? ", complete: true" : "")}]

      """
    try folder.write("", to: "\(name)/inbox/.keep")
    let path = try folder.write(yaml, to: "p.yaml")
    var store: CommunityStore?
    var counts: [ImportCounts] = []
    for (number, rows) in Self.exports.enumerated() {
      try folder.write(Self.mapping(format, remark(number)), to: "mapping.yaml")
      let file = try PipelineFile.read(path)
      let open = try store ?? CommunityStore(path: file.store)
      store = open
      try before(open, number)
      let dated = rows.map { row in
        Row(
          row.id, row.time + " 01-03-2024", row.edited.isEmpty ? "" : row.edited + " 01-03-2024", row.text,
          row.gone)
      }
      try folder.write(try Self.text(dated, format), to: "\(name)/inbox/export-\(number).\(format)")
      let reader = try SourceReader(
        source: file.sources[0], file: file, store: open,
        night: try #require(CalendarDay(year: 2024, month: 4, day: number + 1)), pseudonymiser: pseudonymiser,
        tombstones: try open.tombstones(pseudonymiser, naming: try file.recordNaming()))
      for found in Inbox(folder: file.inbox).contents(for: file.sources).files[0].files
      where found.name == "export-\(number).\(format)" {
        counts.append(try reader.read(found).counts)
      }
    }
    return (try #require(store), counts)
  }

  @Test(
    "gives the same posts, older texts, places and counts as when every record is read",
    arguments: ["csv", "jsonl"], [false, true])
  func sameAsReading(format: String, isComplete: Bool) throws {
    let known = try read(format, "known", isComplete: isComplete) { _ in "altijd dezelfde" }
    let plain = try read(format, "plain", isComplete: isComplete) { "\($0)" }
    #expect(known.counts.count == 4)
    #expect(known.counts == plain.counts)
    #expect(known.counts[1].unchanged == 2 && known.counts[1].duplicates == 1)
    #expect(try known.store.dump([.content]) == plain.store.dump([.content]))
  }

  /// Two posts that change their tags change their places: so much is known by them.
  @Test("knows records by their tags", arguments: ["csv", "jsonl"])
  func isUsed(format: String) throws {
    let (store, _) = try read(format, "known", isComplete: false, remark: { _ in "" }) { store, number in
      guard number == 1 else { return }
      try store.write { database in
        try database.execute(
          sql: """
            CREATE TEMP TABLE other AS SELECT id, record_tag AS tag, record_tag_rest AS rest FROM post;
            UPDATE post SET (record_tag, record_tag_rest) = (
              SELECT tag, rest FROM other WHERE other.id = CASE post.id
                WHEN 'forum:2' THEN 'forum:3' ELSE 'forum:2' END)
            WHERE id IN ('forum:2', 'forum:3');
            """)
      }
    }
    let places = try store.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT post.id || ' ' || sighting.record FROM sighting JOIN post ON post.number = sighting.post
          WHERE sighting.entry = 2 ORDER BY sighting.record
          """)
    }
    #expect(places == ["forum:3 2", "forum:2 4"])
  }
}
