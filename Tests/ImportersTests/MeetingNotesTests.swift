// Notes of meetings in Markdown, Word and plain text: points, headings, days.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Meeting notes")
struct MeetingNotesTests {
  static let mapping = """
    version: 1
    source: werksessies
    timezone: Europe/Amsterdam
    files: [{match: ["*.md", "*.txt", "*.docx"], format: notes, fields: {channel: {value: Werksessie}}}]
    """

  static func read(
    _ bytes: [UInt8], name: String = "tafels.md", yaml: String = mapping
  ) throws -> (posts: [ImportedPost], summary: ImportSummary) {
    let (posts, items, summary) = try WorkbookTests.read(yaml, bytes, name: name)
    if summary.isKept { ImporterConformance.expectSums(items, summary) }
    return (posts, summary)
  }

  static let markdown = """
    ---
    title: Werksessie
    datum: 12 maart 2025
    ---
    # Werksessie jeugd

    Welkom en uitleg.

    ## Tafel 1

    - Wachtlijsten zijn **te lang**,
      vooral in Noord.
        - Hoe lang is lang?
    * [x] Zie [de regeling](https://example.nl)

    ## Tafel 2: toegang
    Wat hindert:
    1. Formulieren
    2) Geen vaste persoon
    Wat werkt?
    - Formulieren

    | Knelpunt | Idee |
    |---|---|
    | Te veel loketten | Eén ingang |
    | Reistijd | |
    """

  @Test("each point of Markdown is a post below its headings, points within points too")
  func markdownPoints() throws {
    let (posts, summary) = try Self.read(Array(Self.markdown.utf8))
    #expect(
      posts.map(\.body) == [
        "Wachtlijsten zijn te lang,\nvooral in Noord.", "Hoe lang is lang?", "Zie de regeling", "Formulieren",
        "Geen vaste persoon", "Formulieren", "Knelpunt: Te veel loketten\nIdee: Eén ingang",
        "Knelpunt: Reistijd",
      ])
    #expect(posts[1].parent == posts[0].id && posts[2].parent == nil)
    #expect(posts[0].title == "Werksessie jeugd › Tafel 1")
    #expect(posts[3].title == "Werksessie jeugd › Tafel 2: toegang › Wat hindert")
    // A heading that asks something must not make each point a question.
    #expect(posts[5].title == nil && posts[5].quoted == "Werksessie jeugd › Tafel 2: toegang › Wat werkt?")
    #expect(posts[6].title == "Werksessie jeugd › Tafel 2: toegang")
    #expect(Set(posts.map(\.thread)).count == 4)
    #expect(posts.allSatisfy { $0.author == nil && $0.kind == .reply && $0.channel == "Werksessie" })
    #expect(posts.allSatisfy { $0.createdAt.description == "2025-03-11T23:00:00Z" })
    #expect(summary.skipped == 1 && summary.warnings.map(\.code) == ["paragraphs-skipped"])
  }

  @Test("plain text has headings too: underlined, or a short line above a list")
  func plainText() throws {
    let text = """
      Verslag
      =======
      Datum: woensdag 12 maart 2025

      Tafel 1
      - Eerste punt
        loopt door
      - Tweede punt

      Tafel 2:

      • Derde punt
      """
    let (posts, _) = try Self.read(Array(text.utf8), name: "verslag.txt")
    #expect(posts.map(\.body) == ["Eerste punt\nloopt door", "Tweede punt", "Derde punt"])
    #expect(posts.map(\.title) == ["Verslag › Tafel 1", "Verslag › Tafel 1", "Verslag › Tafel 2"])
  }

  @Test("a Word document gives its lists, typed lists and tables, and nothing that was deleted")
  func word() throws {
    let styles =
      "<w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>"
      + "<w:style w:styleId=\"Mijnkop\"><w:name w:val=\"Mijn kop\"/><w:basedOn w:val=\"Kop2\"/></w:style>"
      + "<w:style w:styleId=\"Kop2\"><w:name w:val=\"heading 2\"/></w:style>"
      + "<w:style w:styleId=\"Lijst\"><w:name w:val=\"List Bullet\"/></w:style>"
      + "<w:style w:styleId=\"Lijst2\"><w:name w:val=\"List Bullet 2\"/></w:style>"
    func cell(_ texts: String...) -> String {
      "<w:tc>" + texts.map { OfficeBuilder.paragraph($0) }.joined() + "</w:tc>"
    }
    let body =
      OfficeBuilder.paragraph("Datum: 2025-03-12") + OfficeBuilder.paragraph("Opbrengst", style: "Kop1")
      + OfficeBuilder.paragraph("Tafel 1", style: "Mijnkop") + OfficeBuilder.paragraph("Genummerd", list: 0)
      + OfficeBuilder.paragraph("Daaronder", list: 1) + OfficeBuilder.paragraph("Met stijl", style: "Lijst")
      + OfficeBuilder.paragraph("Onder stijl", style: "Lijst2") + OfficeBuilder.paragraph("– Getypt")
      + "<w:p><w:r><w:t>Zomaar </w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:t>tekst</w:t></w:r></w:p>"
      + OfficeBuilder.paragraph("Bord", style: "Kop1")
      + "<w:tbl><w:tr>\(cell("Knelpunten"))\(cell("Kansen"))</w:tr><w:tr>\(cell("Tijd", "• Geld"))\(cell("Samen"))</w:tr></w:tbl>"
    let (posts, summary) = try Self.read(OfficeBuilder.document(body, styles: styles), name: "bord.docx")
    #expect(
      posts.map(\.body) == [
        "Genummerd", "Daaronder", "Met stijl", "Onder stijl", "Getypt", "Tijd", "Geld", "Samen",
      ])
    #expect(posts[1].parent == posts[0].id && posts[3].parent == posts[2].id && posts[4].parent == nil)
    #expect(posts[0].title == "Opbrengst › Tafel 1")
    #expect(posts[5...].map(\.title) == ["Bord › Knelpunten", "Bord › Knelpunten", "Bord › Kansen"])
    #expect(summary.format == "mapped.notes" && summary.skipped == 1)
  }

  @Test("notes that grew, in another file, give the old points the same identities")
  func identity() throws {
    let before = try Self.read(Array(Self.markdown.utf8)).posts
    let grown = Self.markdown.replacing("1. Formulieren", with: "0. Nieuw punt\n1.   Formulieren")
    let after = try Self.read(Array(grown.utf8), name: "tafels-v2.md").posts
    #expect(Set(before.map(\.id)).isSubset(of: after.map(\.id)) && after.count == before.count + 1)
    let another = Self.markdown.replacing("12 maart", with: "19 maart")
    #expect(Set(before.map(\.id)).isDisjoint(with: try Self.read(Array(another.utf8)).posts.map(\.id)))
  }

  /// Notes of a table with one point, below the same heading as those of every other.
  private static func table(_ title: String? = nil) -> [UInt8] {
    let head = title.map { "---\ntitel: \($0)\ndatum: 2025-03-12\n---\n" } ?? "Datum: 2025-03-12\n\n"
    return Array((head + "# Knelpunten\n- Wachtlijsten\n").utf8)
  }

  @Test(
    "the same point below the same heading in the notes of two tables is two points, in two conversations")
  func twoTables() throws {
    let zip = ContainerBuilder.zip([("tafel-1.md", Self.table()), ("tafel-2.md", Self.table())])
    let (posts, summary) = try Self.read(zip, name: "tafels.zip")
    #expect(posts.count == 2 && summary.duplicates == 0)
    #expect(Set(posts.map(\.id)).count == 2 && Set(posts.map(\.thread)).count == 2)
    let titled = ContainerBuilder.zip([("a.md", Self.table("Tafel 1")), ("b.md", Self.table("Tafel 2"))])
    #expect(Set(try Self.read(titled, name: "tafels.zip").posts.map(\.id)).count == 2)
  }

  @Test("the same document in another folder, archive or format, or under the same title, is one document")
  func sameDocument() throws {
    let word = OfficeBuilder.document(
      OfficeBuilder.paragraph("Datum: 2025-03-12") + OfficeBuilder.paragraph("Knelpunten", style: "Kop1")
        + OfficeBuilder.paragraph("– Wachtlijsten"), styles: "")
    let plain = try Self.read(Self.table(), name: "Tafel-1.md").posts
    let zip = ContainerBuilder.zip([
      ("map/tafel-1.md", Self.table()), ("tafel-1.docx", word), ("kopie/TAFEL-1.txt", Self.table()),
    ])
    let (posts, summary) = try Self.read(zip, name: "ander.zip")
    #expect(posts.map(\.id) == plain.map(\.id) && summary.duplicates == 2)
    let title = OfficeBuilder.paragraph("Tafel 1", style: "Title")
    let heading = OfficeBuilder.paragraph("Knelpunten", style: "heading 2")
    let titled = OfficeBuilder.document(
      title + OfficeBuilder.paragraph("Datum: 2025-03-12") + heading
        + OfficeBuilder.paragraph("– Wachtlijsten"), styles: "")
    let fromWord = try Self.read(titled, name: "verslag-definitief.docx").posts
    #expect(fromWord.map(\.title) == ["Tafel 1 › Knelpunten"])
    #expect(try Self.read(Self.table("tafel  1"), name: "concept.md").posts.map(\.id) == fromWord.map(\.id))
  }

  @Test("the same point twice below one heading is two points")
  func repeats() throws {
    let (posts, summary) = try Self.read(Array("Datum: 2025-03-12\n\n# T\n- Tijd\n- Geld\n- Tijd\n".utf8))
    #expect(posts.count == 3 && Set(posts.map(\.id)).count == 3 && summary.duplicates == 0)
  }

  @Test(
    "without a day that is sure, the notes are refused",
    arguments: [
      "# T\n- punt\n", "Datum: 03-04-2025\n\n- punt\n", "Datum: vorige week\n- punt\n",
      "# T\n- Datum: 2025-03-12\n",
    ])
  func noDate(text: String) throws {
    let (posts, summary) = try Self.read(Array(text.utf8))
    #expect(posts.isEmpty && summary.outcome == .fileQuarantined && summary.reason == "date")
    #expect(summary.message?.contains("mapping") == true)
  }

  @Test("the mapping may say the day, the word before it and how it is written, and take paragraphs too")
  func settings() throws {
    let yaml = Self.mapping.replacing("fields: {", with: "paragraphs: true, fields: {created: {CREATED}, ")
    for (created, text) in [
      ("value: 2025-04-03", "# T\nEen alinea.\n\n- punt\n"),
      ("label: Gehouden op, date: dd-MM-yyyy", "**Gehouden op:** 03-04-2025\n\n# T\nEen alinea.\n\n- punt\n"),
    ] {
      let (posts, _) = try Self.read(Array(text.utf8), yaml: yaml.replacing("CREATED", with: created))
      #expect(Set(posts.map(\.createdAt.description)) == ["2025-04-02T22:00:00Z"])
      #expect(posts.map(\.body).contains("Een alinea."))
    }
  }
}
