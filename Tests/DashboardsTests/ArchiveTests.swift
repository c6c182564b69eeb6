import Discussion
import Foundation
import Records
import TestSupport
import Testing

@testable import Dashboards

@Suite("Reports of weeks: fixed once, shown again, and never against what people decided since")
struct ArchiveTests {
  /// The busy week as it was fixed on its Wednesday, and the same week two days later.
  private func fixed(_ change: (inout NightReport) -> Void = { _ in }) throws -> NightReport {
    var later = Sample.busy
    later.asOf = Sample.asOf.advanced(by: 2)
    later.records = [try #require(try Dashboards.record(of: Sample.busy))]
    change(&later)
    return later
  }

  /// The week after the busy one, in which nothing happened.
  private func nextWeek(_ change: (inout NightReport) -> Void = { _ in }) throws -> NightReport {
    var next = Sample.busy
    next.asOf = Sample.asOf.advanced(by: 7)
    next.reportWeek = Sample.week.advanced(by: 1)
    next.previousReportWeek = Sample.week
    next.intake.coveredUntil = next.reportWeek.sunday
    for index in next.signals.indices { next.signals[index].signal.isOpen = false }
    next.records = [try #require(try Dashboards.record(of: Sample.busy))]
    change(&next)
    return next
  }

  private func rows(_ files: [RenderedFile], _ path: String) -> [[String: String]] {
    let records = CSVParser.records(in: files.first { $0.path == path }?.bytes ?? []).map(\.strings)
    guard let header = records.first else { return [] }
    return records.dropFirst().map { Dictionary(zip(header, $0)) { $1 } }
  }

  @Test("a later night of the same week shows the same numbers, and no note when nothing came in")
  func sameNumbers() throws {
    let before = try Dashboards.render(Sample.busy)
    let after = try Dashboards.render(fixed())
    for path in ["index.html", "onderwerpen.html", "onderwerpen/OND-0001.html", "data/signalen.csv"] {
      #expect(after.text("kerngroep/" + path) == before.text("kerngroep/" + path), "\(path)")
    }
    #expect(try Dashboards.record(of: fixed()) == nil)
  }

  @Test("what came in later is told above the page and changes no number below it")
  func late() throws {
    let files = try Dashboards.render(
      fixed { report in
        report.volumes[1].questions = 44
        report.topics[3].weeks[79].questions = 30
        report.signals.removeLast()
      })
    let index = files.text("kerngroep/index.html")
    #expect(
      index.contains(
        "Dit rapport is vastgesteld op woensdag 18 november 2026. Daarna kwamen er nog 3 vragen uit deze week bij en zou "
          + "één signaal vervallen. De cijfers hieronder zijn niet veranderd."))
    #expect(index.between("<span class=\"big\">", "</span>").first == "41")
    #expect(!files.text("kerngroep/onderwerpen/OND-0004.html").contains(">30<"))
    #expect(files.text("kerngroep/index.html").between("<article", ">").count == 3)
  }

  @Test("a report from before all data were in is not kept to")
  func incomplete() throws {
    var early = Sample.busy
    early.intake.coveredUntil = Sample.day("2026-11-13")
    let record = try #require(try Dashboards.record(of: early))
    #expect(!record.isComplete)
    let files = try Dashboards.render(
      fixed { report in
        report.records = [record]
        report.volumes[1].questions = 50
      })
    #expect(files.text("kerngroep/index.html").between("<span class=\"big\">", "</span>").first == "50")
  }

  @Test("a night done again on the same day is made anew")
  func sameDay() throws {
    let files = try Dashboards.render(
      fixed { report in
        report.asOf = Sample.asOf
        report.volumes[1].questions = 50
      })
    #expect(files.text("kerngroep/index.html").between("<span class=\"big\">", "</span>").first == "50")
  }

  @Test("what people mute, rename, approve, refuse and decide holds at once")
  func live() throws {
    let files = try Dashboards.render(
      fixed { report in
        report.topics[0].decisions.isMuted = true
        report.topics[1].topic.title = "Wachten op hulp"
        report.topics[1].examples = [Sample.quote("Nu vrijgegeven?", "n1")]
        report.topics[2].examples = []
        report.signals[1].decision = SignalDecisionNote(word: "Volgen")
      })
    for file in files where file.path.hasPrefix("kerngroep/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Inzage in het dossier"), "\(file.path)")
      // The method page explains what such a number is.
      #expect(file.path.hasSuffix("werkwijze.html") || !text.contains("OND-0001"), "\(file.path)")
      #expect(!text.contains("Wachttijd"), "\(file.path)")
    }
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains("<h1>Wachten op hulp</h1>"))
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains("Nu vrijgegeven?"))
    #expect(!files.text("kerngroep/onderwerpen/OND-0003.html").contains("<blockquote>"))
    #expect(files.text("kerngroep/index.html").contains("<h1>Week 46: één signaal vraagt een besluit</h1>"))
  }

  @Test("nothing that anybody wrote is kept")
  func holdsNoText() throws {
    var report = Sample.busy
    report.signals[0].decision = SignalDecisionNote(word: "Volgen", lines: ["Toelichting: geheim"])
    let record = try #require(try Dashboards.record(of: report))
    let kept = String(decoding: record.summary + record.topics, as: UTF8.self)
    for text in [
      "Inzage", "Wachttijd", "Mag dat", "Hoe zit dat", "dossier", "inzage", "geheim", "BSN", "Wie weet",
    ] {
      #expect(!kept.contains(text), "\(text)")
    }
    #expect(kept.contains("OND-0001") && kept.contains("SIG-2026-W44-1"))
    #expect(try Dashboards.record(of: report) == record)
  }

  @Test("an earlier week stays at its address, with its agenda, signals and files, and every link holds")
  func archived() throws {
    let files = try Dashboards.render(nextWeek())
    let folder = "kerngroep/archief/2026-W46/"
    let index = files.text(folder + "index.html")
    #expect(index.contains("<h1>Week 46: drie signalen</h1>"))
    #expect(index.contains("Dit is een eerder rapport."))
    #expect(index.between("<span class=\"big\">", "</span>").first == "41")
    #expect(files.text(folder + "signalen/SIG-2026-W44-1.html").contains("<h1>Inzage in het dossier</h1>"))
    #expect(files.text(folder + "agenda.html").contains("<h1>Agenda: drie besluiten</h1>"))
    let list = files.text("kerngroep/archief/index.html")
    #expect(list.contains("<a href=\"2026-W46/index.html\">week 46 van 2026</a>"))
    let paths = Set(files.map(\.path))
    var links = 0
    for file in files where file.path.hasPrefix("kerngroep/archief/") && file.path.hasSuffix(".html") {
      let folder = Array(file.path.split(separator: "/").dropLast())
      for href in String(decoding: file.bytes, as: UTF8.self).between("href=\"", "\"") where href.first != "#"
      {
        var parts = folder
        for part in href.prefix(while: { $0 != "#" }).split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        #expect(paths.contains(parts.joined(separator: "/")), "\(file.path) -> \(href)")
        links += 1
      }
    }
    #expect(links > 50)
    let then = try Dashboards.render(Sample.busy)
    #expect(
      rows(files, folder + "data/kerncijfers.csv") == rows(then, "kerngroep/data/kerncijfers.csv"))
    #expect(
      rows(files, folder + "data/signalen.csv").map { [$0["signaal_id"], $0["periode_vragen"]] }
        == rows(then, "kerngroep/data/signalen.csv").map { [$0["signaal_id"], $0["periode_vragen"]] })
    #expect(
      rows(files, "kerngroep/data/rapporten.csv").map { $0["iso_week"] } == ["2026-W47", "2026-W46"])
  }

  @Test("what is muted or refused later is gone from earlier weeks as well")
  func archivedIsLive() throws {
    let files = try Dashboards.render(
      nextWeek { report in
        report.topics[0].decisions.isMuted = true
        for index in report.signals.indices { report.signals[index].examples = [] }
      })
    for file in files where file.path.hasPrefix("kerngroep/archief/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Inzage in het dossier") && !text.contains("OND-0001"), "\(file.path)")
      #expect(!text.contains("Hoe zit dat"), "\(file.path)")
    }
  }

  @Test("a stricter threshold holds for what was fixed under a laxer one")
  func stricter() throws {
    let files = try Dashboards.render(
      fixed { report in report.method.minimumAskers = 20 })
    let signals = rows(files, "kerngroep/data/signalen.csv")
    #expect(signals.map { $0["mensen_onderdrukt"] } == ["nee", "ja", "ja"])
    let index = files.text("kerngroep/index.html")
    #expect(index.contains("1.031 mensen") && !index.contains("17 mensen"))
    #expect(rows(files, "kerngroep/data/wie_vraagt.csv").allSatisfy { $0["onderdrukt"] == "ja" })
  }

  @Test("numbers of people of two weeks cannot be set off against each other")
  func subtraction() throws {
    var first = Sample.report([Sample.topic(1, "Wachttijd")])
    first.signals = [Sample.signal(window: 1, observed: 9)]
    var next = first
    next.asOf = Sample.asOf.advanced(by: 7)
    next.reportWeek = Sample.week.advanced(by: 1)
    next.intake.coveredUntil = next.reportWeek.sunday
    next.records = [try #require(try Dashboards.record(of: first))]
    // The window of the next week holds that of the first, with two people more.
    next.signals = [Sample.signal(latest: next.reportWeek, window: 2, observed: 11)]
    let files = try Dashboards.render(next)
    #expect(files.text("kerngroep/index.html").contains("11 mensen"))
    #expect(try Dashboards.render(first).text("kerngroep/index.html").contains("9 mensen"))
    let folder = "kerngroep/archief/2026-W46/"
    for file in files where file.path.hasPrefix(folder) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("9 mensen"), "\(file.path)")
    }
    #expect(rows(files, folder + "data/signalen.csv").map { $0["mensen_onderdrukt"] } == ["ja"])
    #expect(rows(files, folder + "data/signalen.csv").allSatisfy { $0["organisaties"] == "" })
  }

  @Test("muting takes its numbers along, also what earlier signals are named")
  func mutedNumbers() throws {
    let files = try Dashboards.render(
      fixed { report in
        report.topics[0].decisions.isMuted = true
        report.signals[1].isMuted = true
      })
    let figures = Dictionary(
      rows(files, "kerngroep/data/kerncijfers.csv").map { ($0["maat"] ?? "", $0["waarde"] ?? "") }
    ) { $1 }
    #expect(figures["onderwerpen"] == "4" && figures["zonder_antwoord"] == "1")
    #expect(files.text("kerngroep/onbeantwoord.html").contains("<h1>1 vraag wacht op een antwoord</h1>"))
    for file in files where file.path.hasPrefix("kerngroep/") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("SIG-2026-W46-2"), "\(file.path)")
    }
  }

  @Test("a night of the past that is done again leaves what was reported then")
  func past() throws {
    var again = Sample.busy
    again.records = [
      try #require(try Dashboards.record(of: Sample.busy)),
      WeekRecord(
        week: Sample.week.advanced(by: 2), asOf: Sample.asOf.advanced(by: 14), isComplete: true, summary: []),
    ]
    #expect(try Dashboards.record(of: again) == nil)
  }

  /// A report as version 1 of the form kept it: stores in the field hold such.
  @Test("what an earlier version of the program kept can still be read")
  func versionOne() throws {
    let file = Repository.root.appending(path: "Tests/Golden/week-record-1.json")
    let record = try #require(try Dashboards.record(of: Sample.busy))
    if ProcessInfo.processInfo.environment["THEMARADAR_GOLDEN"] == "first" {
      try Data(record.summary + [10] + record.topics + [10]).write(to: file)
    }
    let parts = Array(try Data(contentsOf: file)).split(separator: 10)
    let kept = WeekRecord(
      week: Sample.week, asOf: Sample.asOf, isComplete: true, summary: Array(parts[0]),
      topics: Array(parts[1]))
    #expect(kept.facts != nil && kept.facts == record.facts)
    #expect(kept.topicFacts != nil && kept.topicFacts == record.topicFacts)
  }

  @Test("only so many weeks are shown, and a record that cannot be read costs nothing else")
  func bounds() throws {
    let files = try Dashboards.render(
      nextWeek { report in
        report.records.append(
          WeekRecord(
            week: Sample.week.advanced(by: -1), asOf: Sample.asOf.advanced(by: -7), isComplete: true,
            summary: Array("{\"version\":99}".utf8)))
      })
    #expect(files.contains { $0.path == "kerngroep/archief/2026-W46/index.html" })
    #expect(!files.contains { $0.path.hasPrefix("kerngroep/archief/2026-W45/") })
    let none = try Dashboards.render(nextWeek { $0.archiveWeeks = 0 })
    #expect(!none.contains { $0.path.hasPrefix("kerngroep/archief/2026") })
    #expect(none.text("kerngroep/archief/index.html").contains("Er zijn nog geen eerdere rapporten"))
  }

  @Test("a week by itself has all its topics, from what was kept or made afterwards")
  func byItself() throws {
    let record = try #require(try Dashboards.record(of: Sample.busy))
    let rebuilt = try #require(try Dashboards.render(record, asPartOf: nextWeek()))
    let then = try Dashboards.render(Sample.busy)
    #expect(rebuilt.allSatisfy { $0.path.hasPrefix("kerngroep/") })
    for path in ["onderwerp_week", "onderwerpen", "kerncijfers", "wie_vraagt", "onbeantwoord", "kwaliteit"] {
      #expect(
        rebuilt.text("kerngroep/data/\(path).csv") == then.text("kerngroep/data/\(path).csv"), "\(path)")
    }
    #expect(rebuilt.text("kerngroep/manifest.json").contains("\"iso_week\":\"2026-W46\""))
    var report = Sample.busy
    report.isMadeAfterwards = true
    let made = try Dashboards.renderCore(report)
    #expect(made.text("kerngroep/index.html").contains("Dit rapport is achteraf gemaakt."))
    #expect(made.text("kerngroep/index.html").contains("<h1>Week 46: drie signalen</h1>"))
    #expect(!made.text("kerngroep/kwaliteit.html").contains("Regels die zijn gelezen"))
  }
}
