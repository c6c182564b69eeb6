// Texts that are made to keep a reader busy: each of these takes minutes or more where time grows with the square of the length.
import Archives
import Discussion
import Records
import TestSupport
import Testing

@testable import Importers

@Suite("Long texts of hostile files")
struct LongTextTests {
  static let count = 100_000

  static func repeated(_ text: String, _ count: Int = count) -> String {
    String(repeating: text, count: count)
  }

  @Test("Signal: links to files, and quotes below empty lines")
  func signal() throws {
    let links = Self.repeated("![a](./media/a)", 40_000) + Self.repeated("](media/", 20_000)
    let text = """
      [2024-03-01, 09:03] Anna: Hoi
      [2024-03-01, 09:04] Bram: Hoi
      [2024-03-01, 09:05] Anna: Kijk \(links)
      [2024-03-01, 09:06] Anna: \(Self.repeated("\n", 60_000))\(Self.repeated("> citaat\n", 60_000))
      [2024-03-01, 09:07] Anna: Dag
      """
    let reading = try ChatReading(SignalImporter(), [("", text)], file: "chat.md")
    #expect(reading.posts.map(\.attachments) == [0, 0, 40_000, 0, 0])
    #expect(reading.posts.dropFirst(2).first?.body == "Kijk " + Self.repeated("](media/", 20_000))
    #expect(reading.posts.dropFirst(3).first?.quoted?.hasPrefix("> citaat") == true)
  }

  @Test("WhatsApp: lines that each hold a mark of the program")
  func whatsApp() throws {
    let lines = Self.repeated("\u{200E}regel\n")
    let reading = try ChatReading.whatsApp("24-11-2017 14:36 - Yu: Dag\n\(lines)24-11-2017 14:37 - Mi: Dag\n")
    #expect(reading.posts.first?.body.utf8.count == 3 + 6 * Self.count)
  }

  @Test("Zulip: blocks within blocks")
  func zulip() {
    let html = Self.repeated("<blockquote>") + "diep" + Self.repeated("</blockquote>")
    #expect(ZulipQuotes(html + "<p>Eigen</p>").own == html + "<p>Eigen</p>")
  }

  @Test(
    "Teams: tags without end",
    arguments: ["<a ", "<a \"", "<a \"<b'", "<at id=\"0\" '"])
  func teams(start: String) {
    let text = Self.repeated(start)
    #expect(TeamsMarkup(text, mentioned: [:]).html == Array(text.utf8))
  }

  @Test("bulletin boards: quotes within quotes, tags without counterpart")
  func bulletinBoards() {
    func quoted(_ lines: [String]) -> (pieces: Int, quoted: Int) {
      let pieces = BulletinBoardQuotes.pieces(of: lines.map { MarkedLine(text: $0, mark: .own) })
      #expect(pieces.map(\.text).joined() == lines.joined())
      return (pieces.count, pieces.count { $0.mark == .quoted })
    }
    let count = 50_000
    #expect(quoted([Self.repeated("[quote=a]", count), "[/quote]"]) == (count + 1, 2))
    let nested = quoted([Self.repeated("[quote]", count) + Self.repeated("[/quote]", count), "eigen"])
    #expect(nested == (2 * count, 2 * count - 1))
    #expect(quoted([Self.repeated("[/quote]", count)]).quoted == 0)
  }

  @Test("signatures: lines that look like the start of a footer, below a long quote or above nothing")
  func signatures() {
    func lines(_ key: String, _ mark: TextMark = .own) -> [SplitLine] {
      (0..<20_000).map { _ in SplitLine(BulletinBoardQuotes.Piece(text: key, mark: mark, endsLine: true)) }
    }
    var below = lines("eerder", .quoted) + lines("disclaimer")
    SignatureLines.mark(&below)
    // The last of them may be a footer.
    #expect(below.count { $0.mark == .signature } == 40)
    var unended = lines("-----BEGIN PGP SIGNATURE-----")
    SignatureLines.mark(&unended)
    #expect(unended.allSatisfy { $0.mark == .signature })
  }

  @Test("warnings of many entries; those that nobody reads are one, with their number")
  func warnings() {
    let sink = ImportSink(file: "f", settings: ImportSettings()) { _ in }
    for code in ["encoding", "unknown-format", "unknown-format"] {
      for entry in 0..<50_000 {
        sink.entry = "\(entry)"
        sink.warn(code)
      }
    }
    #expect(sink.summary.warnings.count == 50_001)
    #expect(sink.summary.warnings.last == ImportWarning(code: "unknown-format", entry: "0", count: 50_000))
  }

  @Test("a WhatsApp zip with its pictures gives one warning")
  func pictures() throws {
    let chat = "24-11-2017 14:36 - Yu: Dag\n24-11-2017 14:37 - Mi: Dag\n"
    let pictures = (1...30).map { ("IMG-\($0).jpg", "\u{1}\u{2}beeld \($0)") }
    let reading = try WorkplaceExport.read([("_chat.txt", chat)] + pictures)
    #expect(reading.posts.count == 2)
    #expect(
      reading.summary.warnings == [ImportWarning(code: "unknown-format", entry: "IMG-1.jpg", count: 30)])
  }

  @Test("XML: the number of fields of a record is limited, and what is cut is known")
  func fields() throws {
    let shape = XMLRecordParser.Shape(records: ["a/b"], fields: ["c": 10, "d": 10])
    let count = XMLRecordParser.fieldLimit
    let text = "<a><b>" + Self.repeated("<c/>", 3 * count) + "<d>tekst</d></b><b><d>tekst</d></b></a>"
    var records: [XMLRecord] = []
    try XMLRecordParser.read(shape, { try Array(text.utf8).withUnsafeBytes($0) }) { record, _ in
      records.append(record)
    }
    #expect(records.map(\.fields.count) == [count, 1])
    #expect(records.map(\.cut) == [["c", "d"], []])
  }
}

@Suite("What is said of a record that cannot be read")
struct ProblemTextTests {
  @Test("people's words are not in it: the place and the length are")
  func words() throws {
    let mapping = try Mapping(
      yaml: ImporterCase.mapping, file: "proef.yaml")
    let subject = ImporterCase(
      importer: MappedCSVImporter(mapping: mapping), name: "berichten.csv",
      content: "Nr;Op;Tijd;Wie;Tekst;Weg\n1;;Jan de Groot;Anna;Vraag;nee\n", posts: 0, records: 1)
    let keys = ImporterCase(
      importer: MappedJSONLImporter(mapping: mapping), name: "berichten.jsonl",
      content: "{\"nr\":1,\"Jan de Groot\":1,\"Jan de Groot\":2,\"tijd\":\"x\",\"tekst\":\"a\"}\n", posts: 0,
      records: 1)
    let linkedIn = ImporterCase(
      importer: LinkedInImporter(), name: "Comments.csv",
      content:
        "Date,Link,Message\nJan de Groot,https://www.linkedin.com/feed/update/urn:li:activity:1,Mooi\n",
      posts: 0, records: 1)
    for (subject, words) in [
      (subject, "“Tijd” (12 tekens)"), (keys, "sleutel van 12 tekens"), (linkedIn, "Date"),
    ] {
      let items = try subject.read(subject.bytes).items
      guard case .quarantined(let record)? = items.first else {
        Issue.record("\(subject.testDescription) read it")
        continue
      }
      #expect(!record.message.contains("Groot") && record.message.contains(words), "\(record.message)")
      #expect(String(decoding: record.raw, as: UTF8.self).contains("Jan de Groot"))
    }
  }

  @Test("a number that stands twice is not repeated, and neither is a name that broken XML makes a tag of")
  func numbers() throws {
    let sink = ImportSink(file: "f", settings: ImportSettings()) {
      if case .quarantined(let record) = $0 { #expect(!record.message.contains("Jansen")) }
    }
    for body in ["een", "twee"] {
      try sink.post(
        ImportedPost(
          source: "s", id: "Jansen", thread: "t", kind: .reply, createdAt: Timestamp(seconds: 1_700_000_000),
          body: body, provenance: sink.place(record: 1)))
    }
    #expect(sink.summary.quarantined == 1)
    for text in ["<a><b>zei Piet <Jansen></b></a>", "<a>&Jansen;</a>", "<a>zei <Piet Jansen></a>"] {
      let parser = XMLEventParser { _ in }
      let refusal = #expect(throws: ImportRefusal.self) {
        try Array(text.utf8).withUnsafeBytes { try parser.feed($0) }
        try parser.finish()
      }
      #expect(refusal.map { !$0.message.contains("Jansen") } == true, "\(refusal?.message ?? "")")
    }
  }
}

@Suite("Stack Exchange by two ways")
struct StackExchangeIdentityTests {
  @Test("a question and its answer have the same identity by the API and in the data dump")
  func same() throws {
    let dump = ImporterCase(
      importer: StackExchangePostsImporter(), name: "Posts.xml",
      content: """
        <posts><row Id="123" PostTypeId="1" CreationDate="2015-01-27T20:09:32.720" Body="V" OwnerUserId="4" Title="T" />
        <row Id="456" PostTypeId="2" ParentId="123" CreationDate="2015-01-27T20:10:32.720" Body="A" OwnerUserId="5" /></posts>
        """, posts: 2, records: 2)
    let page = ImporterCase(
      importer: StackExchangeAPIImporter(), name: "vragen.json",
      content: """
        {"items":[{"question_id":123,"creation_date":1422389372,"title":"T","owner":{"user_id":4},"body":"V",
        "answers":[{"answer_id":456,"creation_date":1422389432,"owner":{"user_id":5},"body":"A",
        "comments":[{"comment_id":456,"post_id":456,"creation_date":1422389500,"owner":{"user_id":6},"body":"C"}]}]}],
        "quota_remaining":9}
        """, posts: 3, records: 3)
    func posts(_ subject: ImporterCase) throws -> [ImportedPost] {
      try subject.read(subject.bytes).items.compactMap { if case .post(let post) = $0 { post } else { nil } }
    }
    let (first, second) = (try posts(dump), try posts(page))
    #expect(first.map(\.id) == ["123", "456"])
    #expect(second.map(\.id) == ["123", "456", "c456"])
    #expect(second.map(\.parent) == [nil, "123", "456"])
    #expect(Set((first + second).map(\.thread)) == ["123"])
  }
}
