// What verdicts teach the ranking, how it is kept, and the filter that ranks files.
import Discussion
import Foundation
import Moderation
import Storage
import TestSupport
import Testing
import Triage

@testable import Pipeline

@Suite struct TriageNightTests {
  private static let redactor = Redactor(lexicon: NameLexicon())
  private static let post = Post(
    id: PostID("s:1"), source: "s", thread: ThreadID("s:1"), kind: .topic, createdAt: Timestamp(seconds: 0),
    title: "Vraag", body: "Mail mij op jan@voorbeeld.nl over het gevaar.")

  private static func verdicts(
    _ said: [(VerdictKind, [ReviewReason], [ReviewReason])], of version: TextVersion?
  )
    throws -> Verdicts
  {
    let version = try #require(version)
    return Verdicts(
      said.enumerated().map { index, line in
        Verdict(
          number: index + 1,
          action: .judge(
            Verdict.Judgement(
              post: post.id, version: version, kind: line.0, about: line.1, shown: line.2,
              until: line.0 == .postponed ? CalendarDay(number: 9) : nil)),
          recordedOn: CalendarDay(number: 0))
      })
  }

  private static let crisis = ReviewReason.triage(.crisis, confidence: 0.98)
  private static let spam = ReviewReason.triage(.spam, confidence: 0.99)

  private static func example(_ said: [(VerdictKind, [ReviewReason], [ReviewReason])]) throws
    -> TriageExample?
  {
    let version = TextVersion.of(post)
    return VerdictExamples(verdicts: try verdicts(said, of: version), redactor: redactor)
      .example(post, version: version)
  }

  @Test("a verdict teaches the classes it is about and nothing of the others, from redacted text")
  func teaches() throws {
    let example = try #require(try Self.example([(.referred, [Self.crisis], [Self.crisis, Self.spam])]))
    #expect(example.classes == [.crisis] && example.unlabelled == [.identifiableClient, .hostile, .spam])
    #expect(example.text.contains("[e-mailadres]") && !example.text.contains("jan@"))
    let unjust = try #require(try Self.example([(.unjust, [], [Self.crisis, .personalData(.email)])]))
    #expect(unjust.classes.isEmpty && !unjust.unlabelled.contains(.crisis))
  }

  @Test("the last word on a class counts, and what was postponed is not judged yet")
  func lastWord() throws {
    let changed = try #require(
      try Self.example([(.removed, [Self.crisis], [Self.crisis]), (.unjust, [Self.crisis], [Self.crisis])]))
    #expect(changed.classes.isEmpty)
    #expect(try Self.example([(.removed, [Self.crisis], []), (.postponed, [Self.crisis], [])]) == nil)
    #expect(try Self.example([(.removed, [.personalData(.email)], [.personalData(.email)])]) == nil)
  }

  @Test("what was said of another text teaches nothing of this one")
  func otherText() throws {
    let other = TextVersion(digits: "0123456789abcdef")
    let examples = VerdictExamples(
      verdicts: try Self.verdicts([(.removed, [Self.crisis], [])], of: other), redactor: Self.redactor)
    #expect(examples.posts == [Self.post.id])
    #expect(examples.example(Self.post, version: TextVersion.of(Self.post)) == nil)
  }

  private static let written: [(String, Int64)] = [
    ("15m", 999_100), ("2h", 992_800), ("1d", 913_600), ("1970-01-02T00:00:00Z", 86_400),
    ("1970-01-02T01:00", 86_400), ("1970-01-02", 82_800),
  ]

  @Test(
    "moments are read as people write them",
    arguments: Self.written)
  func moments(_ text: String, _ seconds: Int64) throws {
    let zone = try #require(LocalZone(identifier: "Europe/Amsterdam"))
    let now = Timestamp(seconds: 1_000_000)
    #expect(SinceTime.read(text, zone: zone, now: now) == Timestamp(seconds: seconds))
  }

  @Test(
    "what is no moment is none", arguments: ["", "m", "-5m", "0h", "gisteren", "15", "2026-13-01", "1e3m"])
  func noMoments(_ text: String) throws {
    let zone = try #require(LocalZone(identifier: "Europe/Amsterdam"))
    #expect(SinceTime.read(text, zone: zone, now: Timestamp(seconds: 0)) == nil)
  }

  @Test("a ranking that learned is kept, made anew when verdicts change, and forgotten without them")
  func shelf() throws {
    let folder = TemporaryFolder()
    let store = try CommunityStore(path: folder.path("store.sqlite"))
    var shelf = TriageShelf(besideStore: store.path)
    shelf.shipped = { _ in
      [
        TriageExample(id: "a", text: "er is gevaar bij het gezin", classes: [.crisis]),
        TriageExample(id: "b", text: "er is gevaar in de straat", classes: [.crisis]),
        TriageExample(id: "c", text: "wie heeft een werkvorm voor ouders", classes: []),
        TriageExample(id: "d", text: "wie heeft een tip voor ouders", classes: []),
      ]
    }
    let none = try shelf.model(store: store, verdicts: Verdicts(), redactor: Self.redactor)
    #expect(none.learned == 0 && !none.isNew && !FileManager.default.fileExists(atPath: shelf.path))
    #expect(try shelf.current() == none.model)
    let lesson = TriageExample(id: "! s:1", text: "een tip voor ouders", classes: [.crisis])
    let first = try shelf.model(examples: [lesson], redactor: Self.redactor)
    #expect(first.isNew && first.learned == 1)
    #expect(try shelf.current() == first.model)
    let again = try shelf.model(examples: [lesson], redactor: Self.redactor)
    #expect(!again.isNew && again.model == first.model)
    var other = lesson
    other.classes = []
    #expect(try shelf.model(examples: [other], redactor: Self.redactor).isNew)
    let mode = try FileManager.default.attributesOfItem(atPath: shelf.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try Data("stuk".utf8).write(to: URL(filePath: shelf.path))
    #expect(try shelf.current() == none.model, "a broken file is none")
    #expect(try shelf.model(examples: [other], redactor: Self.redactor).isNew)
    _ = try shelf.model(examples: [], redactor: Self.redactor)
    #expect(!FileManager.default.fileExists(atPath: shelf.path))
  }

  @Test("a file of verdicts is read in the form's and the log's words; what cannot be read is told")
  func verdictFile() throws {
    let folder = TemporaryFolder()
    let path = try folder.write(
      "bericht;oordeel;reden\na;onterecht;crisis\nb;verwijderd;reclame, naam\nb;uitgesteld;vijandig\nz;verwijderd;crisis\n"
        + "a;foutje;crisis\n# uitleg\nc;;\nc;citaat_akkoord;\n", to: "oordelen.csv")
    var messages: [String] = []
    let file = try TriageVerdictFile(path, texts: [("a", "x"), ("b", "y"), ("c", "z")]) {
      messages.append($0)
    }
    #expect(file.refused == 2 && messages.count == 2)
    #expect(file.examples.map(\.text) == ["x", "y"])
    #expect(file.examples.map(\.classes) == [[], [.spam]])
    #expect(file.examples.map { $0.unlabelled.contains(.crisis) } == [false, true])
    let log = try folder.write("post_id,verdict,class\na,verwijderd,identifiable_client\n", to: "log.csv")
    let read = try TriageVerdictFile(log, texts: [("a", "x")]) { _ in }
    #expect(read.examples.map(\.classes) == [[.identifiableClient]])
    let undone = try folder.write(
      "bericht_id,oordeel,reden,geldt\na,verwijderd,crisis,nee\n", to: "undone.csv")
    #expect(try TriageVerdictFile(undone, texts: [("a", "x")]) { _ in }.examples.isEmpty)
    #expect(throws: FilterInputError.self) {
      try TriageVerdictFile(try folder.write("a,b\n", to: "geen.csv"), texts: []) { _ in }
    }
  }

  // The filter.

  private static let lines = """
    {"id":"a","text":"Meisje heeft pillen geslikt en neemt niet meer op, wat moet ik nu doen?"}
    {"id":"b","title":"Werkvorm","body":"Wie heeft een werkvorm voor een ouderavond?"}
    {"id":"c","text":""}

    """

  private static func run(_ folder: TemporaryFolder, verdicts: String? = nil) throws -> (
    rows: [[String]], status: Pipeline.ExitStatus, messages: [String]
  ) {
    let (posts, scores) = (folder.path("posts.ndjson"), folder.path("scores.csv"))
    try lines.write(toFile: posts, atomically: true, encoding: .utf8)
    if let verdicts { try verdicts.write(toFile: folder.path("v.csv"), atomically: true, encoding: .utf8) }
    var messages: [String] = []
    let filter = TriageFilter(
      posts: posts, verdicts: verdicts == nil ? nil : folder.path("v.csv"), dictionary: "/none",
      scores: scores)
    let status = filter.run { messages.append($0) }
    let text = try String(contentsOfFile: scores, encoding: .utf8)
    return (text.split(separator: "\n").map { $0.components(separatedBy: ",") }, status, messages)
  }

  @Test("every post has a row for each class, with its rank and the words that weighed")
  func filter() throws {
    let (rows, status, _) = try Self.run(TemporaryFolder())
    #expect(rows[0] == ["post_id", "class", "score", "rank", "reasons", "standing"])
    #expect(rows.count == 13 && status == .incomplete, "the word list is missing")
    let crisis = rows.filter { $0[1] == "crisis" }
    #expect(crisis.map { $0[0] } == ["a", "b", "c"] && crisis[0][3] == "1")
    #expect(crisis[0][4].contains("pillen"))
    #expect(Set(crisis.map { $0[3] }) == ["1", "2", "3"])
  }
}
