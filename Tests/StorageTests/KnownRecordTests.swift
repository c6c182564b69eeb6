// Records that are known by their bytes: the store becomes what it would have become by reading them.
import Discussion
import GRDB
import TestSupport
import Testing

@testable import Storage

@Suite("Records known by their bytes") struct KnownRecordTests {
  private let scratch = Scratch()
  private let pseudonymiser = Pseudonymiser.underRandomKey()

  /// A record of an export: its bytes decide its post.
  private struct Record: Hashable {
    var post: Post
    /// What stands in its bytes and not in its post, such as how often it was looked at.
    var noise = 0

    var bytes: [UInt8] { Array("\(post) \(noise)".utf8) }
  }

  /// Imports records as an importer does: known ones are taken, repeats of bytes counted, all others read.
  ///
  /// - Returns: the file's report, how many records were read, and how often the file was.
  @discardableResult
  private func add(
    _ records: [Record], in file: ImportFile, to store: CommunityStore, again: Bool = false,
    asking: Bool = true
  ) throws -> (report: FileReport, read: Int, times: Int) {
    let tombstones = try store.tombstones(pseudonymiser, naming: RecordNaming(sources: ["jeugd"]))
    var (read, times) = (0, 0)
    let report = try store.importFile(file, night: firstNight, again: again, tombstones: tombstones) {
      writer in
      times += 1
      read = 0
      let tagger = asking ? writer.recordTagger(reading: ["proef"]) : nil
      var seen: Set<[UInt8]> = []
      for (index, record) in records.enumerated() {
        let place = Provenance(file: file.path, entry: "", record: index + 1, line: index + 2)
        let tag = tagger.map { tagger in record.bytes.withUnsafeBytes { tagger.tag($0) } }
        if let tag, let outcome = try writer.add(known: tag, at: place) {
          if outcome == .duplicate { writer.noteDuplicates() }
          continue
        }
        guard seen.insert(record.bytes).inserted else {
          writer.noteDuplicates()
          continue
        }
        read += 1
        try writer.add(record.post, record: tag, at: place)
      }
      return ReadSummary(format: "csv", records: records.count)
    }
    return (report, read, times)
  }

  @Test("an export with one new record reads one record, and knows of all of them where they stand")
  func nextExport() throws {
    let store = try scratch.store()
    let first = (1...20).map { Record(post: post("\($0)", "Bericht \($0)", minute: $0)) }
    #expect(try add(first, in: file("a"), to: store).read == 20)
    let next = try add(first + [Record(post: post("21", minute: 21))], in: file("b"), to: store)
    #expect(next.read == 1)
    #expect(next.report.counts.unchanged == 20)
    #expect(next.report.counts.new == 1)
    for record in first {
      #expect(try store.provenance(of: record.post.id).map(\.file) == ["a", "b"])
    }
    // The newest post of the file is known although it may not have been read.
    #expect(try add(first, in: file("c"), to: store).read == 0)
  }

  @Test("a record that was changed is read, and what was there before stays; then it is known")
  func changed() throws {
    let store = try scratch.store()
    try add([Record(post: post("1", "Oud"))], in: file("a", exported: 1), to: store)
    let edited = [Record(post: post("1", "Nieuw", edited: 5))]
    #expect(try add(edited, in: file("b", exported: 2), to: store).report.counts.revised == 1)
    // The record of the older text says no longer what stands there.
    let older = try add([Record(post: post("1", "Oud"))], in: file("c"), to: store)
    #expect(older.read == 1)
    #expect(older.report.counts.unchanged == 1)
    // The first time after a change it is read, and known from then on.
    #expect(try add(edited, in: file("d"), to: store).read == 1)
    #expect(try add(edited, in: file("e"), to: store).read == 0)
    #expect(try store.summary() == ["jeugd:1 live Nieuw < Oud"])
  }

  @Test("a post that comes twice in a file, known and otherwise, is judged by reading both")
  func twice() throws {
    for order in [[0, 1], [1, 0]] {
      let store = try scratch.store("\(order).sqlite")
      let known = Record(post: post("1", "Eerste tekst"))
      let other = Record(post: post("1", "Tweede tekst"))
      try add([known], in: file("a"), to: store)
      let both = try add(order.map { [known, other][$0] }, in: file("b"), to: store)
      #expect(both.times == (order == [0, 1] ? 2 : 1))
      #expect(both.read == 2)
      let plain = try scratch.store("\(order)-plain.sqlite")
      try add([known], in: file("a"), to: plain, asking: false)
      try add(order.map { [known, other][$0] }, in: file("b"), to: plain, asking: false)
      #expect(try store.dump() == plain.dump())
    }
  }

  @Test("other readings, a mapping that changed and a file that is read again ask for every record")
  func otherReadings() throws {
    let store = try scratch.store()
    let records = [Record(post: post("1"))]
    try add(records, in: file("a"), to: store)
    #expect(try add(records, in: file("b", mapping: "m2"), to: store).read == 1)
    #expect(try add(records, in: file("c", mapping: "m2"), to: store).read == 0)
    #expect(try add(records, in: file("d", mapping: "m2", reader: "2"), to: store).read == 1)
    #expect(try add(records, in: file("d", mapping: "m2", reader: "2"), to: store, again: true).read == 1)
    let tagger = pseudonymiser.recordTagger(reading: ["a", "bc"])
    let tag = { (tagger: RecordTagger) in Array("x".utf8).withUnsafeBytes { tagger.tag($0) } }
    #expect(tag(tagger) == tag(pseudonymiser.recordTagger(reading: ["a", "bc"])))
    #expect(tag(tagger) != tag(pseudonymiser.recordTagger(reading: ["ab", "c"])))
    #expect(tag(tagger) != tag(Pseudonymiser.underRandomKey().recordTagger(reading: ["a", "bc"])))
  }

  @Test("an entry that is taken back leaves nothing known as taken")
  func entryTakenBack() throws {
    let store = try scratch.store()
    let record = Record(post: post("1"))
    try add([record], in: file("a"), to: store)
    let tombstones = try store.tombstones(pseudonymiser, naming: RecordNaming(sources: ["jeugd"]))
    _ = try store.importFile(file("b.zip"), night: firstNight, tombstones: tombstones) { writer in
      let tagger = writer.recordTagger(reading: ["proef"])
      for entry in ["stuk.csv", "goed.csv"] {
        try writer.entry(entry) {
          let place = Provenance(file: "b.zip", entry: entry, record: 1)
          let tag = tagger.map { tagger in record.bytes.withUnsafeBytes { tagger.tag($0) } }
          let outcome = try tag.flatMap { try writer.add(known: $0, at: place) }
          if outcome == nil { try writer.add(record.post, record: tag, at: place) }
          if entry == "stuk.csv" { throw FileRefusal(reason: "archive-truncated", message: "kapot") }
        }
      }
      return ReadSummary(format: "csv")
    }
    #expect(try store.provenance(of: record.post.id).map(\.entry) == ["", "goed.csv"])
  }

  @Test("nothing of an erased post is known, and a post whose text is past its term is read")
  func erased() throws {
    let store = try scratch.store()
    try add([Record(post: post("1")), Record(post: post("2", author: "k1-b"))], in: file("a"), to: store)
    try store.write { database in
      try database.execute(sql: "DELETE FROM post WHERE id = 'jeugd:1'")
      try database.execute(
        sql: "UPDATE post SET title = NULL, body = '', text_tag = 'x' WHERE id = 'jeugd:2'")
    }
    let tags = try store.read {
      try Int64.fetchAll($0, sql: "SELECT record_tag FROM post WHERE record_tag NOT NULL")
    }
    #expect(tags.isEmpty)
    let next = try add(
      [Record(post: post("1")), Record(post: post("2", author: "k1-b"))], in: file("b"), to: store)
    #expect(next.read == 2)
  }

  /// Chance decides what files hold: posts that are edited, taken away, left out and repeated, in bytes that change or not.
  @Test("the store is the same as when all was read, whatever comes", arguments: 0..<150)
  func sameAsReading(seed: Int) throws {
    var chance = SplitMix64(seed: UInt64(seed))
    func one<Value>(_ values: [Value]) -> Value { values[chance.next(below: values.count)] }
    let asked = try scratch.store("asked.sqlite")
    let plain = try scratch.store("plain.sqlite")
    let texts = ["Wie weet raad?", "Wie weet  raad?", "Anders", "Nog anders"]
    var known: [Record] = []
    var (taken, all) = (0, 0)
    for number in 1...7 {
      var records: [Record] = known.filter { _ in chance.next() % 8 != 0 }
      for _ in 0..<Int(chance.next() % 5) {
        let id = Int(chance.next() % 8)
        let gone = chance.next() % 6 == 0
        records.append(
          Record(
            post: post(
              "\(id)", gone ? "" : one(texts), title: gone ? nil : one([nil, nil, "Titel"]), minute: id,
              edited: one([nil, nil, 20, 30]), state: gone ? .withdrawn : .live, parent: one([nil, "0"]),
              author: one([nil, "k1-a"]), thread: one(["t1", "t1", "t2"])), noise: one([0, 0, 1])))
      }
      if chance.next(below: 3) == 0 {
        records = records.map { ($0, chance.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
      }
      known = records
      let file = file(
        one(["export-\(number).csv", "export \(number).csv", "los\(number)"]), content: "\(number)",
        exported: one([nil, nil, number, 10 - number]), completeness: one([.partial, .complete]))
      let mine = try add(records, in: file, to: asked)
      let other = try add(records, in: file, to: plain, asking: false)
      #expect(mine.report == other.report)
      taken += records.count - mine.read
      all += records.count - other.read
    }
    #expect(try asked.dump() == plain.dump())
    #expect(taken >= all)
  }
}
