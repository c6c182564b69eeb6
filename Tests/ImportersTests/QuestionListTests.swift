// Question lists: answers as posts, questions as conversations, and identities that hold over later exports.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Question lists")
struct QuestionListTests {
  static let mapping = """
    version: 1
    source: lijsten
    timezone: Europe/Amsterdam
    files:
      - match: "*.csv"
        format: csv
        delimiter: ";"
        entity: answers
        list: voorjaar
        questions: ["Waar loop je tegenaan?", "Wat*goed?"]
        fields:
          AUTHOR
          created: CREATED
          region: {column: Regio, optional: true}
          role: {column: Functie, optional: true}
    """

  static func yaml(author: Bool = true, created: String = "{value: 2025-03-12}") -> String {
    mapping.replacing("AUTHOR", with: author ? "author: {column: Nr}" : "channel: {value: Lijst}")
      .replacing("CREATED", with: created)
  }

  static let header = "Nr;Ingevuld;Regio;Functie;Cijfer;Waar loop je tegenaan?;Wat gaat er goed?\n"
  static let rows = [
    "1;12-03-2025 10:00;Noord;wijkteam;7;Wachtlijsten bij de ggz.;n.v.t.\n",
    "2;12-03-2025 11:00;;;6;Hoe regel ik een indicatie?;\"Het overleg,\nelke week.\"\n",
    "3;13-03-2025 09:00;Zuid;;5;-;\n", "4;13-03-2025 09:30;;;5;Wachtlijsten bij de ggz.;-\n",
    "5;13-03-2025 09:30;;;5;Wachtlijsten bij de ggz.;-\n",
  ]

  static func read(_ yaml: String, _ rows: [String]) throws -> (items: [ImportItem], summary: ImportSummary) {
    try MappingTests.read(yaml, [("lijst.csv", header + rows.joined())])
  }

  @Test(
    "each open answer is a post of its respondent in the conversation of its question; empty ones are skipped"
  )
  func answers() throws {
    let (items, summary) = try Self.read(Self.yaml(), Self.rows)
    let posts = MappingTests.posts(items)
    #expect(
      posts.map(\.body) == [
        "Wachtlijsten bij de ggz.", "Hoe regel ik een indicatie?", "Het overleg,\nelke week.",
        "Wachtlijsten bij de ggz.", "Wachtlijsten bij de ggz.",
      ])
    #expect(posts.map(\.author) == ["1", "2", "2", "4", "5"])
    #expect(Set(posts.map(\.thread)).count == 2 && Set(posts.map(\.id)).count == 5)
    #expect(
      posts.allSatisfy { $0.createdAt.description == "2025-03-11T23:00:00Z" && $0.channel == "voorjaar" })
    let members = items.compactMap { if case .member(let member) = $0 { member } else { nil } }
    #expect(members.map(\.author) == ["1", "3"] && members.map(\.region) == ["Noord", "Zuid"])
    #expect(summary.skipped == 5 && summary.records == 12)
    ImporterConformance.expectSums(items, summary)
  }

  @Test(
    "the question is no post and no title, so that nobody is counted as asking it; it stands beside the answer"
  )
  func question() throws {
    let posts = MappingTests.posts(try Self.read(Self.yaml(), Self.rows).items)
    #expect(posts.allSatisfy { $0.kind == .reply && $0.parent == nil && $0.title == nil })
    #expect(Set(posts.map(\.quoted)) == ["Waar loop je tegenaan?", "Wat gaat er goed?"])
    #expect(posts.allSatisfy { $0.wholeText == $0.body })
  }

  @Test(
    "a later export with more respondents gives the same identities, with numbers and without",
    arguments: [true, false])
  func stable(hasNumbers: Bool) throws {
    let yaml = Self.yaml(author: hasNumbers)
    let before = Set(MappingTests.posts(try Self.read(yaml, Array(Self.rows.prefix(4))).items).map(\.id))
    let after = MappingTests.posts(try Self.read(yaml, Array(Self.rows.reversed())).items)
    #expect(before.isSubset(of: after.map(\.id)))
    #expect(Set(after.map(\.id)).count == 5)
    // Two people who answer the same are two people.
    #expect(Set(after.map(\.author)).count == 4)
  }

  @Test("the time may stand in a column; a row without one is put aside, once")
  func times() throws {
    let yaml = Self.yaml(created: "{column: Ingevuld, date: \"dd-MM-yyyy HH:mm\"}")
    let (items, summary) = try Self.read(yaml, [Self.rows[0], "6;gisteren;;;5;Iets;Iets\n"])
    #expect(MappingTests.posts(items).map(\.createdAt.description) == ["2025-03-12T09:00:00Z"])
    #expect(summary.quarantined == 1 && summary.undated == 1)
  }

  @Test("two lists with the same respondents and question stay apart by their names")
  func lists() throws {
    let other = Self.yaml().replacing("voorjaar", with: "najaar")
    let ids = try [Self.yaml(), other].map {
      Set(MappingTests.posts(try Self.read($0, Self.rows).items).map(\.id))
    }
    #expect(ids[0].isDisjoint(with: ids[1]))
  }

  @Test("a worksheet is read the same way")
  func worksheet() throws {
    let yaml = Self.yaml().replacing("format: csv", with: "format: xlsx").replacing("*.csv", with: "*.xlsx")
    let bytes = OfficeBuilder.workbook([
      ["Nr", "Regio", "Functie", "Waar loop je tegenaan?", "Wat gaat er goed?"],
      ["1", "Noord", "", "Wachtlijsten", "nvt"],
    ])
    let (posts, _, summary) = try WorkbookTests.read(yaml, bytes)
    #expect(posts.map(\.body) == ["Wachtlijsten"] && summary.skipped == 1 && summary.members == 1)
  }

  @Test("questions that are not there, or two columns of one name, are said and not guessed")
  func misfits() throws {
    for header in [
      "Nr;Regio;Waar loopt u tegenaan?;Wat gaat er goed?", "Nr;Regio;Waar loop je tegenaan?;Cijfer?",
    ] {
      let summary = try FileImporter(
        settings: ImportSettings(mappings: [try Mapping(yaml: Self.yaml(), file: "m.yaml")])
      ).read(try ArchiveFile(bytes: Array((header + "\n1;a;b;c\n").utf8)), name: "lijst.csv") { _ in }
      #expect((summary.reason == "no-mapping") == header.contains("loopt u"))
    }
    let twice = "Nr;Regio;Waar loop je tegenaan?;Waar loop je tegenaan?\n1;a;b;c\n"
    #expect(throws: ImportRefusal.self) { try MappingTests.read(Self.yaml(), [("a.csv", twice)]) }
  }

  @Test(
    "an answer that says nothing is known as such",
    arguments: ["-", "n.v.t.", "NVT", "N/A", " ", "...", "x", "niet van toepassing"])
  func nothing(answer: String) { #expect(MappedAnswersReader.isEmpty(answer)) }

  @Test("a short answer is an answer", arguments: ["nee", "ja", "7", "geld", "?!ggz", "geen tijd"])
  func something(answer: String) { #expect(!MappedAnswersReader.isEmpty(answer)) }
}
