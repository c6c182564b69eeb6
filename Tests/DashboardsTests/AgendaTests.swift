import Discussion
import Records
import Testing

@testable import Dashboards
@testable import Moderation

@Suite("Agenda, open questions and data quality equal the CSV")
struct AgendaTests {
  private func rows(_ files: [RenderedFile], _ name: String) -> [[String: String]] {
    let records = CSVParser.records(
      in: files.first { $0.path == "kerngroep/data/\(name).csv" }?.bytes ?? []
    ).map(\.strings)
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0)) { $1 } }
  }

  private func number(_ row: [String: String], _ column: String) -> Int { Int(row[column] ?? "") ?? -1 }

  @Test("every signal that asks a decision is a point of the agenda with the numbers of the CSV")
  func items() throws {
    let files = try Dashboards.render(Sample.busy)
    let page = files.text("kerngroep/agenda.html")
    let points = page.between("<tr><td>", "</tr>")
    let signals = rows(files, "signalen")
    #expect(points.count == 3)
    for (number, (point, row)) in zip(points, signals).enumerated() {
      #expect(point.hasPrefix("\(number + 1)</td>"))
      #expect(point.contains("href=\"\(row["pagina"] ?? "")\""))
      let people = self.number(row, "periode_mensen")
      #expect(
        point.contains(
          row["mensen_onderdrukt"] == "ja"
            ? "<strong>\(Texts.questions(self.number(row, "periode_vragen")))</strong>"
            : "<strong>\(DutchFormat.number(people)) mensen</strong>"))
      #expect(
        point.contains(
          "\(row["periode_verwacht_laag"] ?? "") tot en met \(row["periode_verwacht_hoog"] ?? "") was te verwachten"
        ))
      #expect(point.contains("<li>themabijeenkomst</li>") && point.contains("<li>gegevensfout</li>"))
    }
    #expect(page.contains("2 vragen wachten op een antwoord."))
  }

  @Test("what is decided is no point any more, and is looked back on with what came of it")
  func lookBack() throws {
    var report = Sample.busy
    report.signals[1].decision = SignalDecisionNote(word: "Volgen")
    let decision = SignalDecision(
      signal: report.signals[1].signal.id, topic: TopicID(number: 2), kind: .watch, line: 1,
      decidedOn: Sample.asOf.advanced(by: -20))
    report.decisions.standing = [
      DecidedSignal(decision: decision, topic: TopicID(number: 2), standing: .watched),
      DecidedSignal(
        decision: SignalDecision(
          signal: SignalID(week: Sample.week.advanced(by: -30), number: 1), topic: TopicID(number: 3),
          kind: .notNow, line: 0, decidedOn: Sample.asOf.advanced(by: -200)), topic: TopicID(number: 3)),
    ]
    let page = try Dashboards.render(report).text("kerngroep/agenda.html")
    #expect(page.contains("<h1>Agenda: twee besluiten</h1>"))
    let back = try #require(page.between("<h2 id=\"terugblik\">", "<h2").first)
    #expect(
      back.contains("29 oktober 2026") && back.contains("Wachttijd") && back.contains("het signaal loopt nog")
    )
    #expect(!back.contains("Overgang naar 18+"))
  }

  @Test("six signals: five points, and the sixth is counted")
  func six() throws {
    let report = Sample.report(
      (1...6).map { Sample.topic($0, "Onderwerp \($0)", last: [9], signal: .strong, observed: 10 + $0) })
    let page = try Dashboards.render(report).text("kerngroep/agenda.html")
    #expect(page.between("<tr><td>", "</td>").count == 5)
    #expect(page.contains("Er is nog 1 signaal. Dat staat in het rapport."))
    #expect(page.contains("<h1>Agenda: zes besluiten</h1>"))
  }

  @Test("open questions per topic add up to the figure, and small topics are told together")
  func open() throws {
    var report = Sample.busy
    report.topics[2].askersInYear = 4
    report.unanswered =
      (1...9).map { Sample.unanswered($0, topic: 1) } + [
        Sample.unanswered(3, topic: 3), Sample.unanswered(4, topic: nil),
      ]
    report.unanswered[0].day = Sample.day("2026-09-02")
    let files = try Dashboards.render(report)
    let table = rows(files, "onbeantwoord")
    #expect(table.map { $0["soort"] } == ["onderwerp", "kleine_onderwerpen", "zonder_onderwerp"])
    #expect(table.map { number($0, "open") } == [9, 1, 1])
    #expect(table.map { number($0, "lang_open") } == [1, 0, 0])
    #expect(table[0]["oudste_week"] == "2026-W36")
    let figures = rows(files, "kerncijfers").first { $0["maat"] == "zonder_antwoord" }
    #expect(table.reduce(0) { $0 + number($1, "open") } == number(figures ?? [:], "waarde"))
    let page = files.text("kerngroep/onbeantwoord.html")
    #expect(page.contains("<h1>11 vragen wachten op een antwoord</h1>"))
    #expect(!page.contains("Overgang naar 18+") && !page.contains("Wie weet dit?"))
    for row in table {
      #expect(page.contains("<td class=\"n\" data-label=\"Nog open\">\(row["open"] ?? "")</td>"))
    }
  }

  @Test("what is measured of the data says what is wrong, on the page as in the file")
  func quality() throws {
    var report = Sample.busy
    report.intake.coveredUntil = Sample.day("2026-11-13")
    report.intake.files.append(IntakeFile(file: "b.zip", outcome: .failed, duplicates: 4))
    report.oldPostsLately = 12
    report.days = [DayVolume(day: Sample.day("2026-11-10"), posts: 17)]
    let files = try Dashboards.render(report)
    let table = Dictionary(rows(files, "kwaliteit").map { ($0["maat"] ?? "", $0) }) { $1 }
    #expect(table["dagen_verwerkt"]?["waarde"] == "5")
    #expect(table["dagen_verwerkt"]?["in_orde"] == "nee")
    #expect(table["bestanden_niet_te_lezen"]?["waarde"] == "1")
    #expect(table["regels_niet_te_lezen"]?["waarde"] == "1")
    #expect(table["dubbele_berichten"]?["in_orde"] == "ja")
    #expect(table["oude_berichten_later_gekomen"]?["waarde"] == "12")
    let bad = table.values.count { $0["in_orde"] == "nee" }
    let page = files.text("kerngroep/kwaliteit.html")
    #expect(page.contains("<h1>Let op \(DutchFormat.word(bad)) dingen bij de gegevens van week 46</h1>"))
    #expect(page.between("<span class=\"mark bad\">", "</span>").count == bad)
    #expect(page.contains("<td class=\"n\">17</td>"))
  }

  @Test("the week of a theme meeting is marked in the chart, the table and the file")
  func meetings() throws {
    var report = Sample.report([Sample.topic(1, "Wachttijd")])
    let day = Sample.day("2026-10-08")
    report.decisions.meetings = [
      MeetingReport(
        meeting: DecidedMeeting(
          signal: SignalID(week: Sample.week.advanced(by: -8), number: 1), topic: TopicID(number: 1),
          date: day,
          isConfirmed: true), topic: TopicID(number: 1), isHeld: true)
    ]
    let files = try Dashboards.render(report)
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    #expect(page.between("class=\"meetingline\"", ">").count == 3)
    #expect(page.contains("themabijeenkomst op 8 oktober 2026"))
    #expect(page.contains("Themabijeenkomst op 8 oktober 2026."))
    let marked = rows(files, "onderwerp_week").filter { !($0["bijeenkomst"] ?? "").isEmpty }
    #expect(marked.map { [$0["iso_week"], $0["bijeenkomst"]] } == [["2026-W41", "2026-10-08"]])
  }
}
