// Which records importers know by their bytes, and which they always read.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Records known by their bytes") struct KnownRecordTests {
  /// Knows what it was given, by the bytes themselves.
  private final class Memory: KnownRecords, RecordTags {
    var known: Set<RecordTag> = []
    var taken: Set<RecordTag> = []
    private var readings: [[String]] = []
    private var reading = 0

    func tags(reading: [String]) -> (any RecordTags)? {
      if !readings.contains(reading) { readings.append(reading) }
      self.reading = readings.firstIndex(of: reading) ?? 0
      return self
    }

    func tag(_ bytes: UnsafeRawBufferPointer) -> RecordTag {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return RecordTag(first: Int64(bitPattern: hash), second: Int64(reading))
    }

    func take(_ tag: RecordTag, at place: Provenance) -> KnownRecord {
      guard known.contains(tag) else { return .no }
      return taken.insert(tag).inserted ? .unchanged : .repeated
    }
  }

  private let memory = Memory()

  private static func yaml(_ format: String, _ more: String = "") -> String {
    let key = format == "csv" ? "column" : "path"
    return """
      version: 1
      source: s
      files: [{match: "*", format: \(format), entity: post\(more)}]
      fields:
        id: {\(key): id}
        thread: {\(key): draad}
        created: {\(key): op, date: iso8601}
        edited: {\(key): gewijzigd, date: iso8601, optional: true}
        body: {\(key): tekst, markup: plain}
      """
  }

  /// Reads a file; what comes of it is known the next time.
  private func read(_ yaml: String, _ text: String, now: Timestamp? = nil) throws -> (
    posts: [String], summary: ImportSummary
  ) {
    memory.taken = []
    let settings = ImportSettings(notAfter: now, mappings: [try Mapping(yaml: yaml, file: "m.yaml")])
    var items: [ImportItem] = []
    let file = try ArchiveFile(bytes: Array(text.utf8))
    let summary = try FileImporter(settings: settings).read(file, name: "a.csv", known: memory) {
      items.append($0)
    }
    let posts = MappingTests.posts(items)
    memory.known.formUnion(posts.compactMap(\.record))
    #expect(summary.records == summary.posts + summary.quarantined + summary.duplicates + summary.skipped)
    return (posts.map(\.id), summary)
  }

  private static let lines = """
    {"id": 1, "draad": "a", "op": "2024-03-01T10:00:00Z", "tekst": "Een"}
    {"id": 2, "draad": "a", "op": "2024-03-01T11:00:00Z", "tekst": "Twee"}

    """

  @Test("lines of JSON that did not change are counted and not read again; what is new is")
  func jsonLines() throws {
    let yaml = Self.yaml("jsonl")
    #expect(try read(yaml, Self.lines).posts == ["1", "2"])
    let more = Self.lines + #"{"id": 3, "draad": "a", "op": "2024-03-01T12:00:00Z", "tekst": "Drie"}"#
    let next = try read(yaml, more + "\n" + Self.lines)
    #expect(next.posts == ["3"])
    #expect(next.summary.posts == 3)
    #expect(next.summary.duplicates == 2)
    #expect(try read(yaml, Self.lines.replacing("Twee", with: "Drie")).posts == ["2"])
  }

  @Test("a line that cannot be read, or is read with a warning, is read every time")
  func warnings() throws {
    let yaml = Self.yaml("jsonl")
    let lines =
      Self.lines + #"""
        {"id": 3, "draad": "a", "op": "morgen", "tekst": "Drie"}
        {"id": 4, "draad": "a", "op": "2024-03-01T12:00:00Z", "tekst": "\ud800 vier"}
        """#
    let first = try read(yaml, lines)
    let second = try read(yaml, lines)
    #expect(first.summary == second.summary)
    #expect(first.summary.quarantined == 1)
    #expect(!first.summary.warnings.isEmpty)
    #expect(second.posts == ["4"])
  }

  @Test("rows are known by the cells that the mapping reads, in whatever order the columns stand")
  func rows() throws {
    let yaml = Self.yaml("csv")
    #expect(try read(yaml, "id,draad,op,tekst,gelezen\n1,a,2024-03-01T10:00:00Z,Een,3\n").posts == ["1"])
    #expect(try read(yaml, "gelezen;tekst;id;draad;op\n9;\"Een\";1;a;2024-03-01T10:00:00Z\n").posts == [])
    // The same cells in other columns are another record.
    #expect(try read(yaml, "id,draad,tekst,op\n1,a,2024-03-01T10:00:00Z,Een\n").summary.quarantined == 1)
    #expect(try read(yaml, "id,draad,op,gewijzigd,tekst\n1,a,2024-03-01T10:00:00Z,,Een\n").posts == ["1"])
    // What belongs to one cell and what to the next matters.
    #expect(try read(yaml, "id,draad,op,tekst\n1,a2024,-03-01T10:00:00Z,Een\n").summary.quarantined == 1)
    #expect(try read(yaml, "id,draad,op,tekst\n1,a,2024-03-01T10:00:00Z\n").summary.quarantined == 1)
  }

  @Test("where other records decide what a record gives, all are read every time")
  func surveys() throws {
    for format in ["jsonl", "csv"] {
      let yaml = Self.yaml(format, ", opens: first_in_thread")
      let text = format == "csv" ? "id,draad,op,tekst\n1,a,2024-03-01T10:00:00Z,Een\n" : Self.lines
      let first = try read(yaml, text)
      #expect(!first.posts.isEmpty)
      #expect(try read(yaml, text).posts == first.posts)
    }
  }

  @Test("an edit in the future is left out; when that has passed it counts")
  func editInTheFuture() throws {
    let yaml = Self.yaml("csv")
    let text = "id,draad,op,gewijzigd,tekst\n1,a,2024-03-01T10:00:00Z,2024-03-05T10:00:00Z,Een\n"
    let before = try #require(Timestamp(iso8601: "2024-03-02T00:00:00Z"))
    let after = try #require(Timestamp(iso8601: "2024-03-06T00:00:00Z"))
    #expect(try read(yaml, text, now: before).posts == ["1"])
    #expect(try read(yaml, text, now: after).posts == ["1"])
    #expect(try read(yaml, text, now: after).posts == [])
  }
}
