// Files of corrections as spreadsheets save them.
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CorrectionSheetTests {
  private static let text = """
    actie;onderwerp;naar;titel;bericht;toelichting;door
    hernoem;OND-0001;;Privé of zakelijk;;;Ank
    # uitleg;;;;;;
    ;;;;;;
    verplaats;;geen;;"jeugd:p1
    jeugd:p2";"zie ""mail""; later";Ank

    """

  private func rows(_ bytes: [UInt8]) throws -> [[CorrectionColumn: String]] {
    try CorrectionSheet(bytes).rows.filter { !$0.isComment }.map(\.cells)
  }

  @Test func theFormsInWhichASpreadsheetSavesAreOneAndTheSame() throws {
    let plain = try rows(Array(Self.text.utf8))
    #expect(plain.count == 2)
    #expect(plain[0][.title] == "Privé of zakelijk")
    #expect(plain[1][.post] == "jeugd:p1 jeugd:p2")
    #expect(plain[1][.note] == "zie \"mail\"; later")
    let windows = Self.text.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array(windows.utf8)) == plain)
    #expect(try rows(Array(windows.data(using: .windowsCP1252) ?? Data())) == plain)
    #expect(try rows(Array(windows.data(using: .utf16) ?? Data())) == plain)
    #expect(try rows(Array("sep=;\r\n\(windows)".utf8)) == plain)
  }

  @Test func commasAndAnotherOrderOfColumnsDoAsWell() throws {
    let sheet = try CorrectionSheet(Array("Door, Actie ,extra,onderwerp\nAnk,Zet vast,x,ond-2\n".utf8))
    #expect(try sheet.rows[0].request() == .pin(topic: "ond-2", isOn: true))
    let other = try CorrectionSheet(Array("actie;onderwerp;door\nZet vast;ond-2;Ank\n".utf8))
    #expect(sheet.rows[0].hash == other.rows[0].hash)
    #expect(
      sheet.rows[0].hash
        != (try CorrectionSheet(Array("actie;onderwerp\nZet vast;ond-2\n".utf8))).rows[0].hash)
  }

  @Test func aRowKnowsItsLine() throws {
    #expect(try CorrectionSheet(Array(Self.text.utf8)).rows.map(\.line) == [2, 3, 5])
  }

  @Test(arguments: [
    ("hernoem;ond-1;;Titel;", CorrectionRequest.rename(topic: "ond-1", title: "Titel")),
    ("hernoem;ond-1;Titel;;", .rename(topic: "ond-1", title: "Titel")),
    ("Voeg samen;ond-1;ond-2;;", .merge(topics: ["ond-1"], into: "ond-2")),
    ("splits;ond-1;;Titel;p1", .split(topic: "ond-1", title: "Titel", posts: ["p1"])),
    ("verplaats;;geen;;p1", .move(posts: ["p1"], to: "geen")),
    ("laat-los;ond-1;;;", .pin(topic: "ond-1", isOn: false)),
    ("VERBERG;ond-1;;;", .mute(topic: "ond-1", isOn: true)),
    ("toon;ond-1;;;", .mute(topic: "ond-1", isOn: false)),
    ("herroep;regel 4;;;", .withdraw(lines: "regel 4")), ("herroep;;4-6;;", .withdraw(lines: "4-6")),
  ])
  func everyActionHasItsColumns(row: String, request: CorrectionRequest) throws {
    let sheet = try CorrectionSheet(Array("actie;onderwerp;naar;titel;bericht\n\(row)\n".utf8))
    #expect(try sheet.rows[0].request() == request)
  }

  @Test(arguments: [
    ("hernoem;ond-1;;;", CorrectionRefusal.emptyColumn("titel")),
    ("hernoem;;;Titel;", .emptyColumn("onderwerp")),
    ("voeg-samen;ond-1;;;", .emptyColumn("naar")), ("splits;ond-1;;Titel;", .emptyColumn("bericht")),
    (";ond-1;;;", .emptyColumn("actie")), ("verbreg;ond-1;;;", .unknownAction("verbreg", nearest: "verberg")),
    ("weg ermee;ond-1;;;", .unknownAction("weg ermee", nearest: nil)),
  ])
  func aRowThatLacksSomethingIsToldSo(row: String, refusal: CorrectionRefusal) throws {
    let sheet = try CorrectionSheet(Array("actie;onderwerp;naar;titel;bericht\n\(row)\n".utf8))
    #expect(throws: refusal) { try sheet.rows[0].request() }
  }

  @Test func aQuoteThatIsNotClosedCostsItsRowOnly() throws {
    let sheet = try CorrectionSheet(Array("actie;onderwerp\nverberg;ond-1\ntoon;\"ond-1\n".utf8))
    #expect(try sheet.rows[0].request() == .mute(topic: "ond-1", isOn: true))
    #expect(throws: CorrectionRefusal.unreadableRow) { try sheet.rows[1].request() }
  }

  @Test(arguments: ["", "\n\n", "id;bericht\n1;Hallo\n"])
  func aFileWithoutActionsIsRefusedWhole(text: String) {
    #expect(throws: SheetFailure.self) { try CorrectionSheet(Array(text.utf8)) }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 7)
    for length in 0..<200 {
      let bytes =
        Array("actie;onderwerp\n".utf8)
        + (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      for row in (try? CorrectionSheet(bytes))?.rows ?? [] { _ = try? row.request() }
    }
  }

  @Test(arguments: [
    ("correcties.csv", true), ("Correcties week 12.CSV", true), ("map/correcties-2.csv", true),
    ("mijn correcties.csv", false), ("correcties.csv.zip", false), ("correcties.jsonl", false),
  ])
  func theNameTellsAFileOfCorrections(name: String, isOne: Bool) {
    #expect(CorrectionIntake.recognises(name) == isOne)
  }

  @Test func noSourceGetsAFileOfCorrectionsWhateverItsPattern() throws {
    let folder = TemporaryFolder()
    for name in ["export.csv", "correcties.csv", "mei/Correcties 2.CSV"] { try folder.write("x", to: name) }
    let source = PipelineFile.Source(name: "jeugd", files: "*", mapping: nil, isComplete: false)
    let contents = Inbox(folder: folder.path).contents(for: [source])
    #expect(contents.files[0].files.map(\.name) == ["export.csv"])
    #expect(contents.corrections.map(\.name) == ["correcties.csv", "mei/Correcties 2.CSV"])
    #expect(contents.passed.isEmpty)
  }
}
