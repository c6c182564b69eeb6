// Worksheets of Excel: every way in which a cell may be written, and which sheet and header are meant.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Workbooks")
struct WorkbookTests {
  static func read(
    _ yaml: String, _ bytes: [UInt8], name: String = "lijst.xlsx"
  ) throws -> (posts: [ImportedPost], items: [ImportItem], summary: ImportSummary) {
    let settings = ImportSettings(mappings: [try Mapping(yaml: yaml, file: "m.yaml")])
    var items: [ImportItem] = []
    let summary = try FileImporter(settings: settings).read(try ArchiveFile(bytes: bytes), name: name) {
      items.append($0)
    }
    return (MappingTests.posts(items), items, summary)
  }

  static let mapping = """
    version: 1
    source: s
    timezone: Europe/Amsterdam
    files:
      - match: "*.xlsx"
        format: xlsx
        fields:
          id: {column: Nr}
          created: {column: Datum, date: ["dd-MM-yyyy HH:mm", excel]}
          title: {column: Titel, optional: true}
          author: {column: Wie, optional: true}
          body: {column: Tekst}
    """

  @Test("texts in runs, inline texts, numbers, formulas and booleans are read wherever their cells stand")
  func cells() throws {
    let strings =
      "<si><t>Nr</t></si><si><t>Datum</t></si><si><t>Tekst</t></si><si><r><t>Waar </t></r><r><rPr><b/></rPr>"
      + "<t xml:space=\"preserve\">vind ik </t></r><r><t>dit?</t></r><rPh sb=\"0\"><t>ruis</t></rPh></si><si><t>Wie</t></si>"
    let rows = """
      <row r="3"><c r="C3" t="s"><v>2</v></c><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="E3" t="s"><v>4</v></c></row>
      <row r="4"><c r="A4"><v>7</v></c><c r="B4" t="inlineStr"><is><t>01-03-2024 09:05</t></is></c><c r="C4" t="s"><v>3</v></c></row>
      <row r="9"><c r="E9" t="b"><v>1</v></c><c r="C9" t="str"><f>A1&amp;"x"</f><v>Berekend &amp; wel_x000D_\n_x0041_</v></c><c r="B9" t="str"><v>02-03-2024 10:00</v></c><c r="A9"><v>1.2E+3</v></c></row>
      <row r="10"><c r="A10"><v>9007199254740991</v></c><c r="B10" t="s"><v>99</v></c><c r="C10" t="inlineStr"><is><r><t>zonder </t></r><r><t>datum</t></r></is></c></row>
      <row r="11"><c r="A11"><v>8</v></c><c r="B11" t="e"><v>#N/A</v></c><c r="C11" t="inlineStr"><is><t>fout</t></is></c></row>
      <row r="12"><c r="H12"><v>12</v></c></row>
      """
    let (posts, items, summary) = try Self.read(
      Self.mapping, OfficeBuilder.workbook(sheets: [("Blad1", rows)], strings: strings))
    #expect(posts.map(\.id) == ["7", "1200"])
    #expect(posts.map(\.body) == ["Waar vind ik dit?", "Berekend & wel\nA"])
    #expect(posts.map(\.author) == [nil, "true"])
    #expect(posts.map(\.createdAt.description) == ["2024-03-01T08:05:00Z", "2024-03-02T09:00:00Z"])
    #expect(posts[0].provenance.line == 4)
    let problems = items.compactMap { if case .quarantined(let record) = $0 { record.reason } else { nil } }
    #expect(problems == ["date", "cell-error"])
    #expect(summary.records == 4)
  }

  @Test(
    "a date is told by the format of its cell, in both of Excel's ways of counting",
    arguments: [
      (14, "", "45352", false, "2024-02-29T23:00:00Z"),
      (22, "", "45352.378472222219", false, "2024-03-01T08:05:00Z"),
      (164, "dd\\-mm\\-yyyy\\ hh:mm", "45352.378472222219", false, "2024-03-01T08:05:00Z"),
      (165, "[$-413]d mmmm yyyy;@", "45352", false, "2024-02-29T23:00:00Z"),
      (166, "[h]:mm:ss", "45352.5", false, "2024-03-01T11:00:00Z"),
      (22, "", "43890.378472222219", true, "2024-03-01T08:05:00Z"),
      (22, "", "45352.999999999", false, "2024-03-01T23:00:00Z"),
      (47, "", "45352.25", false, "2024-03-01T05:00:00Z"),
      // Not a date to Excel; the mapping says that it is one.
      (0, "", "45352.5", false, "2024-03-01T11:00:00Z"), (4, "", "45352.5", false, "2024-03-01T11:00:00Z"),
    ])
  func dates(format: Int, code: String, value: String, uses1904: Bool, expected: String) throws {
    let styles =
      "<numFmts><numFmt numFmtId=\"\(format)\" formatCode=\"\(code)\"/></numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(format)\"/></cellXfs><dxfs/>"
    let rows =
      "<row><c t=\"str\"><v>Nr</v></c><c t=\"str\"><v>Datum</v></c><c t=\"str\"><v>Tekst</v></c></row>"
      + "<row><c><v>1</v></c><c s=\"1\"><v>\(value)</v></c><c t=\"str\"><v>hoi</v></c></row>"
    let (posts, _, _) = try Self.read(
      Self.mapping,
      OfficeBuilder.workbook(
        sheets: [("Blad1", rows)],
        styles: code.isEmpty ? styles.replacing("formatCode=\"\"", with: "") : styles,
        properties: uses1904 ? "date1904=\"1\"" : ""))
    #expect(posts.map(\.createdAt.description) == [expected])
  }

  @Test(
    "Excel's days before March 1900 are one off, and its 29 February 1900 never was",
    arguments: [(1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (60, nil), (-1, nil)])
  func firstDays(days: Double, expected: String?) {
    let date = ExcelSerial.date(days, uses1904: false, withTime: false)
    #expect(date == expected.flatMap { CalendarDay(iso8601: $0) }.map(ReadDate.day))
  }

  @Test(
    "formats of numbers, money and text make no dates",
    arguments: [
      "General", "0.00", "#,##0 \"dagen\"", "[Red]0;[Blue]0", "@", "0.00E+00", "_-* #,##0.00_-", "Standaard",
      "\"d\" 0", "\\d0",
    ])
  func numberFormats(code: String) { #expect(CellStyles.date(ofCode: code) == nil) }

  @Test(
    "the header may stand below a title, with names in merged cells, and the sheet may have a name or number")
  func header() throws {
    func text(_ cell: String, _ text: String) -> String { "<c r=\"\(cell)\" t=\"str\"><v>\(text)</v></c>" }
    let rows =
      "<row r=\"1\">\(text("A1", "Export van het forum"))</row><row r=\"3\">\(text("A3", "Nr"))\(text("B3", "Bericht"))</row>"
      + "<row r=\"4\">\(text("B4", "Datum"))\(text("C4", "Tekst"))</row>"
      + "<row r=\"5\">\(text("A5", "1"))\(text("B5", "01-03-2024 09:05"))\(text("C5", "hoi"))</row>"
    let other = "<row>\(text("A1", "Niets"))</row>"
    let bytes = OfficeBuilder.workbook(
      sheets: [("Verborgen", other), ("Uitleg", other), ("Berichten", rows)], state: ["Verborgen": "hidden"])
    #expect(try Self.read(Self.mapping, bytes).summary.reason == "no-mapping")
    for sheet in ["berichten", "3"] {
      let yaml = Self.mapping.replacing("format: xlsx", with: "format: xlsx\n    sheet: \(sheet)")
      #expect(try Self.read(yaml, bytes).posts.map(\.body) == ["hoi"])
    }
  }

  @Test("a workbook in a zip is one entry, and within another archive too")
  func nested() throws {
    let rows = [["Nr", "Datum", "Tekst"], ["1", "01-03-2024 09:05", "hoi"]]
    let bytes = OfficeBuilder.workbook(rows)
    let zip = ContainerBuilder.zip([("map/lijst.xlsx", bytes), ("lees mij.pdf", [0x25, 0x50])])
    let (posts, _, summary) = try Self.read(Self.mapping, zip, name: "export.zip")
    #expect(posts.map(\.provenance.entry) == ["map/lijst.xlsx"])
    #expect(summary.format == "mapped.xlsx")
    let twice = ContainerBuilder.zip([("a.zip", zip)])
    #expect(
      try Self.read(Self.mapping, twice, name: "b.zip").posts.map(\.provenance.entry) == [
        "a.zip!/map/lijst.xlsx"
      ])
  }

  @Test("a zip with a folder xl that is no workbook stays a container")
  func notAWorkbook() throws {
    let zip = ContainerBuilder.zip([("xl/workbook.xml", Array("<x/>".utf8)), ("a.csv", Array("a,b".utf8))])
    var names: [String] = []
    _ = try ArchiveFile(bytes: zip).forEachEntry { names.append($0.name) }
    #expect(names == ["xl/workbook.xml", "a.csv"])
  }

  @Test("what a workbook unpacks to counts against the limits of the file, whatever part it is in")
  func bombs() throws {
    let rows = [["Nr", "Datum", "Tekst"], ["1", "01-03-2024 09:05", String(repeating: "a", count: 50_000)]]
    let bytes = OfficeBuilder.workbook(rows)
    var settings = ImportSettings(mappings: [try Mapping(yaml: Self.mapping, file: "m.yaml")])
    for (limits, reason) in [
      (ArchiveLimits(unpackedBytes: 40_000), "limit-bytes"), (ArchiveLimits(entries: 3), "limit-entries"),
      (ArchiveLimits(ratio: 0 + 1, ratioFreeBytes: 100), nil), (ArchiveLimits(), nil),
    ] as [(ArchiveLimits, String?)] {
      settings.limits = limits
      let file = try ArchiveFile(bytes: bytes, limits: limits)
      let summary = try FileImporter(settings: settings).read(file, name: "a.xlsx") { _ in }
      #expect(summary.reason == reason, "\(summary.message ?? "")")
    }
  }

  @Test("a damaged workbook is refused with a reason, at whatever byte it is damaged")
  func damaged() throws {
    let bytes = OfficeBuilder.workbook([["Nr", "Datum", "Tekst"], ["1", "01-03-2024 09:05", "hoi"]])
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var altered = bytes
      altered[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      let (posts, items, summary) = try Self.read(Self.mapping, altered)
      if summary.isKept {
        #expect(posts.count <= 1 && items.count <= 1)
      } else {
        #expect(summary.reason != nil)
      }
    }
    let summary = try Self.read(Self.mapping, Array(bytes.dropLast(30))).summary
    #expect(summary.reason == "archive-truncated")
  }

  @Test("parts altered at random in a sound zip never crash, and their counts add up")
  func alteredParts() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>"
      + "<row r=\"2\"><c r=\"A2\"><v>7</v></c><c r=\"B2\" s=\"1\"><v>45352.5</v></c><c r=\"C2\" t=\"inlineStr\"><is><t>hoi</t></is></c></row>"
    let strings = "<si><t>Nr</t></si><si><t>Datum</t></si><si><r><t>Tek</t></r><r><t>st</t></r></si>"
    let styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs>"
    var random = SeededGenerator(seed: 11)
    func altered(_ text: String) -> String {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    var read = 0
    for _ in 0..<300 {
      let bytes = OfficeBuilder.workbook(
        sheets: [("Blad1", altered(rows))], strings: altered(strings), styles: altered(styles))
      let (posts, items, summary) = try Self.read(Self.mapping, bytes)
      if summary.isKept { ImporterConformance.expectSums(items, summary) }
      read += posts.count
    }
    #expect(read > 20)
  }
}
