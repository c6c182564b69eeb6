// Proposed mappings: right for the exports that we have, honest where nothing can be proposed, and mappings themselves.
import Archives
import Discussion
import Records
import TestSupport
import Testing

@testable import Importers

@Suite("Proposed mappings")
struct MapSuggestTests {
  static func suggest(_ text: String, name: String = "export.csv") throws -> MappingSuggestion {
    try MappingSuggestion(for: try ArchiveFile(bytes: Array(text.utf8)), name: name)
  }

  /// The first file of the mapping that is proposed, read back.
  static func file(_ suggestion: MappingSuggestion) throws -> MappedFile {
    try #require(try Mapping(yaml: suggestion.yaml, file: "voorstel.yaml").files.first)
  }

  static func column(_ file: MappedFile, _ name: MappedField.Name) -> String? {
    file.fields[name]?.sources.first.flatMap { $0.column ?? $0.path?.joined(separator: ".") }
  }

  static func table(_ header: String, rows: Int, _ row: (Int) -> String) -> String {
    header + "\n" + (1...rows).map { row($0) + "\n" }.joined()
  }

  @Test("a Dutch table is proposed whole, with a reason for everything")
  func dutch() throws {
    let text = Self.table(
      "Berichtnr;Onderwerp;Antwoord op;Geplaatst op;Gewijzigd;Lidnr;Naam;Groep;Tekst;Verwijderd;E-mail",
      rows: 40
    ) { number in
      let parent = number % 3 == 0 ? "\(1000 + number - 1)" : ""
      return
        "\(1000 + number);\(parent.isEmpty ? "Titel \(number)" : "");\(parent);\(number % 28 + 1)-3-2024 9:0\(number % 10);;"
        + "\(number % 7 + 50);Anna van Dijk \(number % 7);Team \(number % 3);<p>Een vraag van \(number), met uitleg en al.</p>;"
        + "\(number % 20 == 0 ? "ja" : "nee");anna\(number % 7)@voorbeeld.nl"
    }
    let suggestion = try Self.suggest(text)
    let file = try Self.file(suggestion)
    #expect(suggestion.isComplete)
    for (name, column) in [
      (MappedField.Name.id, "Berichtnr"), (.title, "Onderwerp"), (.replyTo, "Antwoord op"),
      (.created, "Geplaatst op"),
      (.author, "Lidnr"), (.channel, "Groep"), (.body, "Tekst"), (.deleted, "Verwijderd"),
    ] { #expect(Self.column(file, name) == column, "\(name)") }
    #expect(file.fields[.body]?.markup == .html)
    #expect(suggestion.yaml.contains("# voorstel: naam, en elke waarde komt één keer voor"))
    #expect(suggestion.yaml.contains("E-mail [niet gebruikt]: a…@…"))
    #expect(!suggestion.yaml.contains("Anna") && !suggestion.yaml.contains("voorbeeld.nl"))
    let check = try MappingCheck(
      try Mapping(yaml: suggestion.yaml, file: "v"), on: try ArchiveFile(bytes: Array(text.utf8)),
      name: "export.csv",
      settings: ImportSettings())
    #expect(check.verdict == .clean && check.summary.posts == 38 && check.summary.deleted == 2)
    #expect(check.threads == 27 && check.posts.count == 10)
  }

  @Test("without names that say anything, the values do")
  func byValues() throws {
    let text = Self.table("a,b,c,d", rows: 30) { number in
      "\(500 + number),\(number > 10 ? "\(500 + number - 9)" : ""),2024-03-\(number < 10 ? "0" : "")\(number)T10:00:00Z,"
        + "\"Tekst nummer \(number), lang genoeg om een bericht te zijn.\""
    }
    let suggestion = try Self.suggest(text)
    let file = try Self.file(suggestion)
    #expect(Self.column(file, .id) == "a" && Self.column(file, .replyTo) == "b")
    #expect(Self.column(file, .created) == "c" && Self.column(file, .body) == "d")
    #expect(suggestion.yaml.contains("# author: {column: …}"))
  }

  @Test(
    "dates are proposed by how they are written, and it is said when day and month cannot be told apart",
    arguments: [
      (["27-01-2015 21:09", "01-02-2015 08:00"], "date: \"dd-MM-yyyy HH:mm\"", false),
      (["03-04-2024 21:09", "01-02-2024 08:00"], "date: \"dd-MM-yyyy HH:mm\"", true),
      (["3/28/2024 9:09 PM", "1/2/2024 8:00 AM"], "date: \"M/d/yyyy h:mm a\"", false),
      (["2024-03-01T10:00:00Z", "2024-03-01 10:00"], "date: \"iso8601\"", false),
      (["1709287200", "1709287300"], "epoch: s", false),
      (["1709287200123", "1709287300456"], "epoch: ms", false),
      (["45352.38", "45353.5"], "date: excel", false),
      (["1 maart 2024 09:05", "12 mrt 2024 10:00"], "date: \"d MMMM yyyy HH:mm\"", false),
      (
        ["01-03-2024 09:05", "15-03-2024", "16-03-2024 10:00"],
        "date: [\"dd-MM-yyyy HH:mm\", \"dd-MM-yyyy\"]", false
      ),
      (["2025-01-03 10:00:00 UTC", "2025-01-13 11:00:00 UTC"], "date: \"yyyy-MM-dd HH:mm:ss XXX\"", false),
      (["Fri, 1 Mar 2024 10:01:00 +0100"], "date: \"rfc2822\"", false),
    ])
  func dates(values: [String], setting: String, isUndecided: Bool) throws {
    var column = ColumnProfile(name: "datum")
    for value in values { column.take(value) }
    let proposal = try #require(DateProposal.of(column, isNamedDate: true))
    #expect(proposal.setting == setting && proposal.isUndecided == isUndecided && proposal.unread == 0)
  }

  @Test(
    "numbers and words are no dates",
    arguments: [["1", "2"], ["ja", "nee"], ["1015 AB", "2011 CD"], ["45352", "45353"]])
  func noDates(values: [String]) {
    var column = ColumnProfile(name: "aantal")
    for value in values { column.take(value) }
    #expect(DateProposal.of(column, isNamedDate: false) == nil)
  }

  @Test("replies in a second table are tied to the first, with a prefix where numbers collide")
  func related() throws {
    let topics = Self.table("TopicID\tTitel\tDatum\tAuteur\tInhoud", rows: 20) {
      "\($0)\tTitel \($0)\t2024-03-01 10:0\($0 % 10)\tA\($0 % 5)\tVraag nummer \($0) met een lange tekst"
    }
    let replies = Self.table("ReactieID\tTopicID\tDatum\tAuteur\tInhoud", rows: 30) {
      "\($0)\t\($0 % 20 + 1)\t2024-03-02 10:0\($0 % 10)\tA\($0 % 5)\tAntwoord nummer \($0) met een lange tekst"
    }
    let zip = ContainerBuilder.zip([
      ("topics.tsv", Array(topics.utf8)), ("reacties.tsv", Array(replies.utf8)),
    ])
    let suggestion = try MappingSuggestion(for: try ArchiveFile(bytes: zip), name: "export.zip")
    let mapping = try Mapping(yaml: suggestion.yaml, file: "v")
    let file = try #require(mapping.files.first { $0.match == ["reacties.tsv"] })
    #expect(Self.column(file, .thread) == "TopicID" && Self.column(file, .replyTo) == "TopicID")
    #expect(file.fields[.id]?.prefix == "r-")
    let check = try MappingCheck(
      mapping, on: try ArchiveFile(bytes: zip), name: "export.zip", settings: ImportSettings())
    #expect(check.verdict == .clean && check.summary.posts == 50 && check.threads == 20)
  }

  @Test("JSON with replies inside, worksheets, member lists and question lists are proposed as what they are")
  func others() throws {
    let json = try Self.suggest(
      """
      {"forum": {"berichten": [{"id": 1, "datum": "2024-03-01T10:00:00Z", "auteur": {"id": 7}, "tekst": "Een vraag met veel woorden",
      "reacties": [{"id": 2, "datum": "2024-03-01T11:00:00Z", "auteur": {"id": 8}, "tekst": "Een antwoord met veel woorden"}]}]}}
      """, name: "forum.json")
    let file = try Self.file(json)
    #expect(file.format == .json && file.records == ["forum", "berichten"] && file.replies == ["reacties"])
    #expect(Self.column(file, .author) == "auteur.id")
    let sheet = OfficeBuilder.workbook(
      [["Lidnummer", "Naam", "Organisatie", "Regio"]]
        + (1...5).map { ["\($0)", "Anna B", "Wijkteam", "Noord"] })
    let members = try MappingSuggestion(for: try ArchiveFile(bytes: sheet), name: "leden.xlsx")
    #expect(try Self.file(members).entity == .member && (try Self.file(members).format) == .xlsx)
    let answers = try Self.suggest(
      Self.table("Respondent;Regio;Waar loop je in je werk tegenaan?;Welk cijfer geef je?", rows: 12) {
        "\($0);Noord;Dat het \($0) keer zo lang duurt als nodig;\($0 % 10)"
      })
    let list = try Self.file(answers)
    #expect(list.entity == .answers && list.questions == ["Waar loop je in je werk tegenaan?"])
    let notes = try Self.suggest("Datum: 12 maart 2025\n\n# Tafel\n- punt\n", name: "verslag 12-3.md")
    #expect(try Self.file(notes).format == .notes && (try Self.file(notes).match) == ["verslag *.md"])
  }

  @Test("how conversations hang together is proposed by what the numbers do, not by their looks")
  func conversations() throws {
    // Numbers of conversations that happen to be numbers of posts too, and a post in each that answers nothing.
    let apart = Self.table("id,topic_id,parent_id,created_at,user_id,body", rows: 40) { number in
      let parent = number % 4 == 1 ? 0 : number - 1
      return
        "\(number + 2),\((number - 1) / 4 + 1),\(parent == 0 ? 0 : parent + 2),2024-03-01T10:\(number + 10):00Z,\(number % 5),"
        + "Een bericht met genoeg tekst \(number)"
    }
    let all = try Self.file(try Self.suggest(apart))
    #expect(
      all.opens == .all && all.fields[.replyTo]?.none == ["0"] && Self.column(all, .thread) == "topic_id")
    let chains = Self.table("id,parent_id,created_at,user_id,body", rows: 40) { number in
      "\(number),\(number % 4 == 1 ? "" : "\(number - 1)"),2024-03-01T10:\(number + 10):00Z,\(number % 5),Een bericht met genoeg tekst \(number)"
    }
    let followed = try Self.file(try Self.suggest(chains))
    #expect(followed.fields[.thread]?.followsReplies == true)
    for text in [apart, chains] {
      let suggestion = try Self.suggest(text)
      let check = try MappingCheck(
        try Mapping(yaml: suggestion.yaml, file: "v"), on: try ArchiveFile(bytes: Array(text.utf8)),
        name: "export.csv",
        settings: ImportSettings())
      #expect(check.verdict == .clean && check.threads == 10)
      #expect(check.lines.contains { $0.contains("waarvan 10 met een openingsbericht") })
    }
  }

  @Test("what cannot be proposed stands there in comments, and the mapping is said to be incomplete")
  func incomplete() throws {
    let suggestion = try Self.suggest("nr;kleur\n1;rood\n2;blauw\n")
    #expect(!suggestion.isComplete && suggestion.yaml.contains("# created: {column: …"))
    let zip = ContainerBuilder.zip([
      ("kleuren.csv", Array("nr;kleur\n1;rood\n2;blauw\n".utf8)),
      ("berichten.csv", Array("nr;datum;tekst\n1;2024-03-01;Een bericht met genoeg tekst\n".utf8)),
    ])
    let both = try MappingSuggestion(for: try ArchiveFile(bytes: zip), name: "export.zip")
    #expect(both.isComplete)
    #expect(try Mapping(yaml: both.yaml, file: "v").files.map(\.match) == [["berichten.csv"]])
    #expect(both.yaml.contains("  #   - match: \"kleuren.csv\""))
    #expect(throws: ImportRefusal.self) { try Self.suggest("\u{1}\u{2}\u{3}") }
  }

  @Test("UTF-16 without a mark and Windows-1252 are found")
  func encodings() throws {
    let text = Self.table("id;datum;tekst", rows: 5) { "\($0);2024-03-01;Een caf\u{E9} met lange tekst" }
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for (bytes, encoding) in [(utf16, TextEncoding.utf16LittleEndian), (latin, .windows1252)] {
      let suggestion = try MappingSuggestion(for: try ArchiveFile(bytes: bytes), name: "a.csv")
      #expect(try Self.file(suggestion).encoding == encoding)
      let check = try MappingCheck(
        try Mapping(yaml: suggestion.yaml, file: "v"), on: try ArchiveFile(bytes: bytes), name: "a.csv",
        settings: ImportSettings())
      #expect(check.posts.first?.body == "Een café met lange tekst")
    }
  }

  @Test("telephone numbers and addresses are not shown, names by their first letters")
  func masks() {
    #expect(SampleValue.shown("bel 0612345678 of anna@voorbeeld.nl") == "bel 06… of a…@…")
    #expect(SampleValue.shown("+31 6 1234 5678") == "06…")
    #expect(SampleValue.shortened("Sanne de Vries") == "S… d… V…")
    #expect(SampleValue.shortened("m049") == "m049")
  }
}

@Suite("Trying a mapping")
struct MappingCheckTests {
  static func check(_ yaml: String, _ text: String, name: String = "berichten.csv") throws -> MappingCheck {
    try MappingCheck(
      try Mapping(yaml: yaml, file: "m.yaml"), on: try ArchiveFile(bytes: Array(text.utf8)), name: name,
      settings: ImportSettings())
  }

  static let yaml = """
    version: 1
    source: s
    files: [{match: "berichten*.csv", delimiter: ";"}]
    fields:
      id: {column: Nr}
      created: {column: Geplaatst op, date: iso8601}
      author: {column: Auteur}
      body: {column: Bericht}
    """

  @Test("shows posts without names, every reject with its place, and counts")
  func shows() throws {
    let check = try Self.check(
      Self.yaml, "Nr;Geplaatst op;Auteur;Bericht\n1;2024-03-01;Sanne de Vries;Hallo daar\n2;morgen;Bram;Nee\n"
    )
    #expect(check.verdict == .rejects)
    #expect(check.lines[0] == "1  gesprek 1  opent  2024-03-01T00:00:00Z  S… d… V…")
    #expect(check.lines[1] == "    Hallo daar")
    #expect(check.lines[2].hasPrefix("niet te lezen: record 2, regel 3: de waarde bij “"))
    #expect(
      check.lines.last
        == "1 berichten, 1 gesprekken (waarvan 1 met een openingsbericht), 1 schrijvers, 1 niet te lezen.")
  }

  @Test("says why a mapping does not fit: which column is missing, and the nearest name")
  func misfit() throws {
    let check = try Self.check(Self.yaml, "Nr;Geplaast op;Auteur;Bericht\n1;2024-03-01;a;b\n")
    #expect(check.verdict == .misfit)
    #expect(
      check.lines.contains { $0.contains("de kolom “Geplaatst op” ontbreekt; bedoelt u “Geplaast op”?") })
    let zip = ContainerBuilder.zip([
      ("berichten1.csv", Array("Nr;Geplaatst op;Auteur;Bericht\n1;2024-03-01;a;b\n".utf8)),
      ("berichten2.csv", Array("Nr;Datum;Auteur;Bericht\n2;2024-03-01;a;b\n".utf8)),
      ("leden.csv", Array("Nr;Naam\n2;a\n".utf8)),
    ])
    let part = try MappingCheck(
      try Mapping(yaml: Self.yaml, file: "m.yaml"), on: try ArchiveFile(bytes: zip), name: "export.zip",
      settings: ImportSettings())
    #expect(part.verdict == .misfit && part.summary.posts == 1)
    #expect(
      part.lines.contains { $0.hasPrefix("niet gelezen: berichten2.csv: de kolom “Geplaatst op” ontbreekt") })
    let name = try Self.check(
      Self.yaml, "Nr;Geplaatst op;Auteur;Bericht\n1;2024-03-01;a;b\n", name: "export.csv")
    #expect(name.verdict == .misfit && name.lines.contains { $0.contains("“berichten*.csv”") })
  }
}

@Suite(
  "Proposed mappings for real exports",
  .enabled(if: SharedData.folder != nil, "the folder with shared data is not there"))
struct RealSuggestionTests {
  @Test(
    "what is proposed reads the export as counted by an independent program",
    arguments: ["mapped/forum_export_nl.csv", "mapped/posts.jsonl", "overlap/forum_export_nl_v1.csv"])
  func counts(name: String) throws {
    let expected = try #require(try SharedData.json("/data/exports/expected.json")["files"]?[name])
    let file = try ArchiveFile(path: (SharedData.folder ?? "") + "/data/exports/" + name)
    let leaf = MappingWriter.leaf(name)
    let suggestion = try MappingSuggestion(for: file, name: leaf)
    let check = try MappingCheck(
      try Mapping(yaml: suggestion.yaml, file: "voorstel.yaml"), on: file, name: leaf,
      settings: ImportSettings())
    #expect(check.verdict == .clean)
    #expect(check.summary.posts == expected["messages"]?.integer)
    #expect(check.authors == expected["authors"]?.integer && check.threads == expected["threads"]?.integer)
  }
}
