// The conformance cases of what mappings read beside CSV and JSON Lines: documents, worksheets, notes.
@testable import Importers

extension ImporterCase {
  static let documentMapping = """
    version: 1
    source: proef
    timezone: Europe/Amsterdam
    files:
      - {match: "gesprekken.json", format: json, records: forum.berichten, replies: reacties}
      - {match: "*.xlsx", format: xlsx}
      - {match: "*.md", format: notes, fields: {created: {label: Datum, date: d MMMM yyyy}, body: {label: x}}}
    fields:
      id: {column: Nr, path: nr, label: x}
      created: {column: Tijd, path: tijd, label: Datum, date: "d MMMM yyyy HH:mm"}
      author: {column: Wie, path: wie, label: x}
      body: {column: Tekst, path: tekst, label: x, markup: html}
      deleted: {column: Weg, path: weg, label: x, true_values: [ja, "true"]}
    """

  static let documents: [ImporterCase] = {
    guard let mapping = try? Mapping(yaml: documentMapping, file: "proef.yaml") else { return [] }
    var workbook = ImporterCase(
      importer: MappedWorkbookImporter(mapping: mapping), name: "berichten.xlsx", content: "", posts: 2,
      records: 4)
    workbook.document = OfficeBuilder.workbook([
      ["Nr", "Tijd", "Wie", "Tekst", "Weg"], ["1", "1 maart 2024 09:05", "Anna", "<p>Een vraag?</p>", "nee"],
      ["2", "2 mrt 2024 10:00", "Bram", "Ja", "nee"], ["3", "morgen", "Cor", "Geen datum", "nee"],
      ["4", "2 mrt 2024 11:00", "Dirk", "weg", "ja"],
    ])
    return [
      workbook,
      ImporterCase(
        importer: MappedJSONImporter(mapping: mapping), name: "gesprekken.json",
        content: """
          {"forum": {"berichten": [
            {"nr": 1, "tijd": "1 maart 2024 09:05", "wie": "Anna", "tekst": "<p>Vraag</p>", "weg": false, "reacties": [
              {"nr": 2, "tijd": "1 maart 2024 09:06", "wie": "Bram", "tekst": "Antwoord", "weg": false}]},
            {"nr": 3, "tijd": "ooit", "wie": "Bram", "tekst": "Geen datum", "weg": false},
            {"nr": 4, "tijd": "1 maart 2024 10:00", "wie": "Cor", "tekst": "", "weg": true}]}}
          """, posts: 2, records: 4),
      ImporterCase(
        importer: MeetingNotesImporter(mapping: mapping), name: "tafels.md",
        content: """
          Datum: 12 maart 2025

          # Tafel 1
          - Eerste punt,
            dat doorloopt
          - Tweede caf\u{E9}

          Slot.
          """, posts: 2, records: 3),
    ]
  }()
}
