// Lists of existing material: how rows are read, why they are refused, and to which topics they belong.
import Discussion
import Foundation
import TestSupport
import Testing
import Topics

@testable import Pipeline

@Suite struct ResourceTests {
  static let catalogue = ThemeCatalogue(
    themes: [
      Theme(slug: "scheiding", title: "Scheiding", task: "gezin", description: "", strongTerms: []),
      Theme(
        slug: "scheiding-na", title: "Scheiding: daarna", task: "gezin", description: "", strongTerms: []),
      Theme(
        slug: "pleegzorg", title: "Pleegzorg en pleegouders", task: "wonen", description: "", strongTerms: []),
    ],
    tasks: [
      DevelopmentTask(slug: "gezin", title: "Gezin", description: ""),
      DevelopmentTask(slug: "wonen", title: "Wonen", description: ""),
    ])

  static var directory: ResourceDirectory {
    ResourceDirectory(
      topic: { text throws(CorrectionRefusal) in
        guard let topic = CorrectionBook.identity(text), topic.number < 10 else { throw .noTopics }
        return topic
      }, catalogue: catalogue, redact: { $0.contains("Jansen") ? "[naam]" : nil })
  }

  private static func rows(_ text: String) throws -> [ResourceSheet.Row] {
    try ResourceSheet(Array(text.utf8)).rows
  }

  private static func refusal(_ row: String) throws -> ResourceRefusal? {
    let row = try #require(
      try rows("bron;titel;uitgever;link;onderwerp;thema;toelichting;geldig_tot\n\(row)\n").first)
    do {
      _ = try row.resource(directory)
      return nil
    } catch { return error }
  }

  @Test func aRowIsReadWhole() throws {
    let text =
      "# uitleg, met komma's\nbron;titel;uitgever;link;onderwerp;thema;toelichting;geldig_tot\n"
      + "# zo\nnji;Een  wijzer;NJi;https://www.nji.nl/a?b=c;ond-3;pleegzorg en PLEEGOUDERS;Kijk eens;31-12-2027\n;;;;;;;\n"
    let rows = try Self.rows(text)
    #expect(rows.map(\.isComment) == [true, false] && rows.map(\.line) == [3, 4])
    #expect(
      try rows[1].resource(Self.directory)
        == Resource(
          name: "nji", title: "Een wijzer", publisher: "NJi", link: "https://www.nji.nl/a?b=c",
          topic: TopicID(number: 3), theme: "pleegzorg", note: "Kijk eens",
          validUntil: CalendarDay(year: 2027, month: 12, day: 31)))
    let commas = try Self.rows("\u{FEFF}thema,titel\nscheiding,Wijzer\n")
    #expect(try commas[0].resource(Self.directory) == Resource(title: "Wijzer", theme: "scheiding"))
    #expect(try Self.rows("thema;titel\ngezin;Wijzer\n")[0].resource(Self.directory).theme == "gezin")
  }

  @Test(arguments: [
    (";;;;;scheiding;;", ResourceRefusal.emptyColumn("titel")), (";Wijzer;;;;;;", .noSubject),
    (";Wijzer;;nji.nl;;scheiding;;", .badLink), (";Wijzer;;javascript:alert(1);;scheiding;;", .badLink),
    (";Wijzer;;https://n ji.nl;;scheiding;;", .badLink), (";Wijzer;;https://nji;;scheiding;;", .badLink),
    (";Wijzer;;https://wie@nji.nl;;scheiding;;", .badLink), (";Wijzer;;HTTPS://;;scheiding;;", .badLink),
    (";Wijzer;;https://www.nji.nl\u{202E};;scheiding;;", .badLink),
    (";Wijzer;;;OND-0012;;;", .topic(.noTopics)),
    (";Wijzer;;;;scheding;;", .unknownTheme("scheding", nearest: "scheiding")),
    (";Wijzer;;;;scheiding;;morgen", .badDay), (";Wijzer;;;;scheiding;;2027-02-30", .badDay),
    (";Wijzer;Jansen;;;scheiding;;", .personalData(.publisher)),
    (";\(String(repeating: "w", count: 201));;;;scheiding;;", .longText(.title, 201, most: 200)),
    (";Wijzer \"van\" nu;;;;scheiding;;", nil), (";Wijzer;;http://nji.nl;;scheiding;;", nil),
    (";\"Wijzer;;;;scheiding;;", .unreadableRow),
  ])
  func aWrongRowIsRefusedForItsReason(row: String, refusal: ResourceRefusal?) throws {
    #expect(try Self.refusal(row) == refusal)
  }

  @Test func messagesSayWhatToDoAndRepeatNothingOnAPage() {
    let theme = ResourceRefusal.unknownTheme("Piet", nearest: "scheiding")
    #expect(
      ResourceTexts.reason(theme, quoting: true)
        == "er is geen thema dat “Piet” zo heet. Bedoelde u scheiding?")
    #expect(!ResourceTexts.reason(theme, quoting: false).contains("Piet"))
    #expect(ResourceTexts.reason(.badLink, quoting: false).contains("https://www.nji.nl"))
    #expect(ResourceTexts.code(theme).hasPrefix("bron-"))
    #expect(!QuarantineAdvice.text(for: ResourceTexts.code(theme)).isEmpty)
  }

  @Test(arguments: [
    ("", "is leeg"), ("bron;link\na;b\n", "heeft geen kolom “titel”"),
    ("titel;thema;uitgver\n", "onbekende kolom “uitgver”; bedoelt u “uitgever”?"),
  ])
  func aFileThatIsNoListIsSaid(text: String, message: String) {
    #expect {
      try ResourceSheet(Array(text.utf8))
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  @Test(arguments: [
    ("bronnen.csv", true), ("Bronnen 2026.CSV", true), ("map/bronnen-2.csv", true),
    ("mijn bronnen.csv", false),
    ("bronnen.csv.zip", false), ("bronnen.jsonl", false),
  ])
  func aListIsToldByItsName(name: String, isList: Bool) {
    #expect(ResourceIntake.recognises(name) == isList)
  }

  @Test func aListIsNeverTakenForPosts() throws {
    let folder = TemporaryFolder()
    for name in ["export.csv", "bronnen.csv", "correcties.csv"] { try folder.write("x", to: name) }
    let source = PipelineFile.Source(name: "a", files: "*.csv", mapping: nil, isComplete: false)
    let contents = Inbox(folder: folder.path).contents(for: [source])
    #expect(contents.files[0].files.map(\.name) == ["export.csv"])
    #expect(contents.resources.map(\.name) == ["bronnen.csv"])
  }

  private static func topic(
    _ number: Int, _ title: String, origin: TopicOrigin = .catalogue, theme: String? = nil
  ) -> Topic {
    Topic(id: TopicID(number: number), title: title, words: [], theme: theme, origin: origin)
  }

  @Test func aTopicsOwnMaterialGoesBeforeThatOfItsTheme() throws {
    let day = try #require(CalendarDay(iso8601: "2026-06-01"))
    var merged = Self.topic(3, "Weg")
    (merged.status, merged.successor) = (.merged, TopicID(number: 1))
    let topics = [
      Self.topic(1, "Scheiding", theme: "Gezin"), Self.topic(2, "Scheiding: daarna: omgang, school"), merged,
      Self.topic(4, "Scheiding", origin: .free),
    ]
    let shelf = ResourceShelf(
      [
        Resource(title: "opgave", theme: "gezin"), Resource(title: "thema", theme: "scheiding"),
        Resource(title: "verlopen", theme: "scheiding", validUntil: day.advanced(by: -1)),
        Resource(title: "eigen", topic: TopicID(number: 1)),
        Resource(title: "eigen", topic: TopicID(number: 3)),
        Resource(title: "later", theme: "scheiding-na", validUntil: day),
        Resource(title: "elders", theme: "pleegzorg"),
      ], topics: topics, catalogue: Self.catalogue, day: day)
    func titles(_ topic: Int) -> [String] { shelf.resources(on: topics[topic]).map(\.title) }
    #expect(titles(0) == ["eigen", "thema", "opgave"])
    #expect(titles(1) == ["later"], "the longest title is the theme's")
    #expect(titles(3) == [], "a topic that formed by itself has no theme of the catalogue")
    #expect(
      shelf.title(ofTheme: "pleegzorg") == "Pleegzorg en pleegouders" && shelf.title(ofTheme: "weg") == "weg")
  }

  @Test func theDemosListCanBeUsedWhole() throws {
    let file = try PipelineFile.read(Repository.root.appending(path: "pipelines/demo.yaml").path)
    let list = try #require(try file.checkedResources())
    #expect(list.messages == [] && list.resources.count == 9)
    #expect(list.resources.allSatisfy { $0.link.hasPrefix("https://") })
  }
}
