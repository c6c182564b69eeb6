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
    /// What it quotes.
    var quoted: String?

    var bytes: [UInt8] { Array("\(post) \(noise) \(quoted, default: "")".utf8) }
  }

  private let naming = RecordNaming(sources: ["jeugd"])

  /// Imports records as an importer does: known ones are taken, the others are read, and what comes twice is told apart as
  /// `ImportSink` does.
  ///
  /// - Returns: the file's report, how many records were read, and how often the file was.
  @discardableResult
  private func add(
    _ records: [Record], in file: ImportFile, to store: CommunityStore, again: Bool = false,
    asking: Bool = true
  ) throws -> (report: FileReport, read: Int, times: Int) {
    let tombstones = try store.tombstones(pseudonymiser, naming: naming)
    var (read, times) = (0, 0)
    let report = try store.importFile(file, night: firstNight, again: again, tombstones: tombstones) {
      writer in
      times += 1
      read = 0
      let tagger = asking ? writer.recordTagger(reading: ["proef"]) : nil
      var seen: [PostID: Post] = [:]
      for (index, record) in records.enumerated() {
        let place = Provenance(file: file.path, entry: "", record: index + 1, line: index + 2)
        let tag = tagger.map { tagger in record.bytes.withUnsafeBytes { tagger.tag($0) } }
        if let tag, let outcome = try writer.add(known: tag, at: place) {
          if outcome == .duplicate { writer.noteDuplicates() }
          continue
        }
        read += 1
        let post = record.post
        guard let earlier = seen[post.id] else {
          seen[post.id] = post
          try writer.add(post, aside(of: record), record: tag, at: place)
          continue
        }
        if Self.content(earlier) == Self.content(post) {
          writer.noteDuplicates()
        } else if earlier.body == post.body || earlier.editedAt != post.editedAt {
          try writer.add(post, aside(of: record), record: tag, at: place)
        } else {
          try writer.quarantine(
            QuarantinedRecord(place: place, reason: "id-conflict", message: "", raw: Array(post.body.utf8)))
        }
      }
      return ReadSummary(format: "csv", records: records.count)
    }
    return (report, read, times)
  }

  private func aside(of record: Record) -> PostAside? { PostAside(quoted: record.quoted) }

  /// What tells a repeat from another state of a post, in a file.
  private static func content(_ post: Post) -> [String] {
    ["\(post.title, default: "-")", post.body, "\(post.thread)", "\(post.createdAt)", "\(post.state)"]
  }

  /// All that later files depend on, also what the dump leaves out.
  private func contents(_ store: CommunityStore) throws -> [String] {
    let hidden = [
      "SELECT path, sha256, newest_post FROM reading",
      """
      SELECT post.id, entry.reading, opening_assumed, kept_version, text_tag FROM post
      LEFT JOIN entry ON entry.id = state_entry
      """,
      """
      SELECT post.id, sighting.entry, sighting.record, coalesce(revision.body, sighting.revision) FROM sighting
      JOIN post ON post.number = sighting.post LEFT JOIN revision ON revision.id = sighting.revision
      """,
    ]
    let rows = try store.read { database in
      try hidden.flatMap { sql in try Row.fetchAll(database, sql: sql).map { "\($0)" }.sorted() }
    }
    return rows + [try store.dump()]
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

  @Test("nothing of an erased post is known, nor of what quoted it; a text past its term is read once")
  func erased() throws {
    let store = try scratch.store()
    let records = [
      Record(post: post("1")), Record(post: post("2", author: "k1-b"), quoted: "Wie heeft"),
      Record(post: post("3", author: "k1-b")),
    ]
    try add(records, in: file("a"), to: store)
    try erase(ErasureRequest(authors: [MemberID("k1-a")], day: firstNight), in: store)
    #expect(try known(store) == ["jeugd:3"])
    #expect(try add(records, in: file("b"), to: store).read == 2)
    #expect(try known(store) == ["jeugd:3"])
    try retire(before: 1, in: store)
    #expect(try known(store) == [])
    #expect(try add(records, in: file("c"), to: store).read == 3)
    let last = try add(records, in: file("d"), to: store)
    #expect(last.read == 2)
    #expect(last.report.counts.unchanged == 2)
    #expect(last.report.counts.erased == 1)
  }

  @Test("a record that says something older than what is stored is read every time")
  func older() throws {
    let store = try scratch.store()
    try add([Record(post: post("1", minute: 3, edited: 9))], in: file("a"), to: store)
    let other = Record(post: post("1", minute: 2, author: "k1-b", thread: "t2"))
    for name in ["b", "c"] { #expect(try add([other], in: file(name), to: store).read == 1) }
  }

  @Test("an erased record of a post stands beside a known one as when both are read")
  func besideAnErasedOne() throws {
    for order in [[0, 1], [1, 0]] {
      var results: [[String]] = []
      for asking in [true, false] {
        let store = try scratch.store("\(order)-\(asking).sqlite")
        let records = [Record(post: post("1")), Record(post: post("1", author: "k1-b"))]
        let around = [Record(post: post("0")), Record(post: post("9", minute: 9))]
        let first = file("a", completeness: .complete)
        try add(around + [records[1]], in: first, to: store, asking: asking)
        try erase(ErasureRequest(authors: [MemberID("k1-a")], day: firstNight), in: store)
        let next = file("b", completeness: .complete)
        try add(around + order.map { records[$0] }, in: next, to: store, asking: asking)
        results.append(try contents(store))
      }
      #expect(results[0] == results[1])
    }
  }

  @Test("records whose bytes always change are written anew now and then only")
  func alwaysChanging() throws {
    let store = try scratch.store()
    var written = 0
    for number in 0..<20 {
      let before = try tags(store)
      let records = (0..<40).map { Record(post: post("\($0)", minute: $0), noise: number) }
      #expect(try add(records, in: file("\(number)"), to: store).read == 40)
      if number > 0 { written += zip(before, try tags(store)).count { $0 != $1 } }
    }
    // One in eight of 760.
    #expect((50..<150).contains(written))
    // Those that then stand still are known again after some exports, also where others come in between.
    let still = (0..<40).map { Record(post: post("\($0)", minute: $0), noise: 99) }
    for number in 20..<60 {
      try add(still, in: file("\(number)"), to: store)
      for other in 0..<7 { try add([Record(post: post("x"))], in: file("\(number)-\(other)"), to: store) }
    }
    #expect(try add(still, in: file("60"), to: store).read < 5)
  }

  @Test("what is refused after posts came again is refused as when all was read")
  func refusedAfterPostsCameAgain() throws {
    let store = try scratch.store()
    let known = Record(post: post("1"))
    try add([known], in: file("a"), to: store)
    let tombstones = try store.tombstones(pseudonymiser, naming: naming)
    var times = 0
    let report = try store.importFile(file("b"), night: firstNight, tombstones: tombstones) { writer in
      times += 1
      let place = Provenance(file: "b", entry: "", record: 1)
      let tag = writer.recordTagger(reading: ["proef"]).map { tagger in
        known.bytes.withUnsafeBytes { tagger.tag($0) }
      }
      let outcome = try tag.flatMap { try writer.add(known: $0, at: place) }
      try writer.add(post("1", "Anders"), at: Provenance(file: "b", entry: "", record: 2))
      throw FileRefusal(reason: "proef", message: outcome == .unchanged ? "gekend" : "gelezen")
    }
    #expect(times == 2)
    #expect(report.outcome == .refused)
    #expect(report.message == "gelezen")
    #expect(try store.provenance(of: known.post.id).count == 1)
  }

  @Test("a file in which all posts come again is read as a whole, without going on to its end first")
  func allComeAgain() throws {
    let store = try scratch.store()
    let first = (0..<3000).map { Record(post: post("\($0)", "Een", minute: $0)) }
    try add(first, in: file("a"), to: store)
    let second = first.map {
      Record(post: post($0.post.id.description.replacing("jeugd:", with: ""), "Twee"))
    }
    let both = try add(zip(first, second).flatMap { [$0, $1] }, in: file("b"), to: store)
    #expect(both.times == 2)
    #expect(both.report.counts.unchanged == 3000)
    #expect(both.report.counts.quarantined == 3000)
  }

  private func tags(_ store: CommunityStore) throws -> [Int64] {
    try store.read { try Int64.fetchAll($0, sql: "SELECT record_tag FROM post ORDER BY id") }
  }

  private func known(_ store: CommunityStore) throws -> [String] {
    try store.read {
      try String.fetchAll($0, sql: "SELECT id FROM post WHERE record_tag NOT NULL ORDER BY id")
    }
  }

  private func erase(_ request: ErasureRequest, in store: CommunityStore) throws {
    let plain = ErasedWording(title: { _, _ in nil }, isErased: { _ in false }, state: { $0 })
    _ = try store.erase(request, pseudonymiser, naming: naming, wording: plain, isDryRun: false)
  }

  private func retire(before minute: Int, in store: CommunityStore) throws {
    _ = try store.retire(before: at(minute), night: firstNight, pseudonymiser, isDryRun: false) { post in
      RetiredText(title: post.title, body: "…", questions: [])
    }
  }

  /// Chance decides what files hold: posts that are edited, taken away, left out and repeated, in bytes that change or not;
  /// and what happens between files.
  @Test("the store is the same as when all was read, whatever comes", arguments: 0..<6)
  func sameAsReading(group: Int) throws {
    var (taken, repeated) = (0, 0)
    for seed in (group * 20)..<(group * 20 + 20) {
      var chance = SplitMix64(seed: UInt64(seed))
      func one<Value>(_ values: [Value]) -> Value { values[chance.next(below: values.count)] }
      let asked = try scratch.store("asked-\(seed).sqlite")
      let plain = try scratch.store("plain-\(seed).sqlite")
      let texts = ["Wie weet raad?", "Wie weet  raad?", "Anders", "Nog anders"]
      var records: [Record] = []
      for number in 1...7 {
        records.removeAll { _ in chance.next(below: 8) == 0 }
        for _ in 0..<chance.next(below: 5) {
          let id = chance.next(below: 8)
          let gone = chance.next(below: 6) == 0
          let post = post(
            "\(id)", gone ? "" : one(texts), title: gone ? nil : one([nil, nil, "Titel"]),
            minute: id + one([0, 0, 0, 3]), edited: one([nil, nil, 20, 30]),
            state: gone ? .withdrawn : .live, parent: one([nil, "0"]), author: one([nil, "k1-a", "k1-b"]),
            thread: one(["t1", "t1", "t2"]))
          records.append(Record(post: post, noise: one([0, 0, 1]), quoted: one([nil, nil, "Eerder"])))
        }
        if chance.next(below: 3) == 0 {
          records = records.map { ($0, chance.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
        }
        let file = file(
          one(["export-\(number).csv", "export \(number).csv", "los\(number)"]), content: "\(number)",
          mapping: one(["m1", "m1", "m1", "m2"]), exported: one([nil, nil, number, 10 - number]),
          completeness: one([.partial, .complete]))
        let mine = try add(records, in: file, to: asked)
        let other = try add(records, in: file, to: plain, asking: false)
        #expect(mine.report == other.report, "\(seed)")
        taken += other.read - mine.read
        repeated += mine.times - 1
        switch chance.next(below: 12) {
        case 0:
          let request = ErasureRequest(authors: [MemberID("k1-a")], day: firstNight)
          for store in [asked, plain] { try erase(request, in: store) }
        case 1: for store in [asked, plain] { try retire(before: 5, in: store) }
        case 2:
          try add(records, in: file, to: asked, again: true)
          try add(records, in: file, to: plain, again: true, asking: false)
        default: break
        }
      }
      #expect(try contents(asked) == contents(plain), "\(seed)")
    }
    #expect(taken > 20)
    #expect(repeated > 0)
  }
}
