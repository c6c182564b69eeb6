import Discussion
import Foundation
import Testing

@testable import Dashboards

@Suite("Situations that are easily forgotten")
struct SituationTests {
  struct Situation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let heading: String
    let report: @Sendable () -> NightReport
  }

  static let situations: [Situation] = [
    Situation(testDescription: "three signals", heading: "Week 46: drie signalen vragen een besluit") {
      Sample.busy
    },
    Situation(testDescription: "first week ever", heading: "Week 46: het eerste rapport, nog geen signalen") {
      Sample.report([Sample.topic(1, "Wachttijd", weeks: 1)], previous: nil)
    },
    Situation(testDescription: "nothing at all", heading: "Week 46: er zijn nog geen berichten") {
      NightReport(community: "Platform", asOf: Sample.asOf, reportWeek: Sample.week)
    },
    Situation(testDescription: "empty week", heading: "Week 46: er kwamen geen vragen binnen") {
      Sample.report([Sample.topic(1, "Wachttijd", last: [0])], questions: 0)
    },
    Situation(testDescription: "no signals", heading: "Week 46: geen signalen, dus niets te besluiten") {
      Sample.report([Sample.topic(1, "Wachttijd"), Sample.topic(2, "Schermtijd")])
    },
    Situation(testDescription: "one topic", heading: "Week 46: één signaal vraagt een besluit") {
      Sample.report([Sample.topic(1, "Wachttijd", last: [9], signal: .signal)])
    },
    Situation(testDescription: "a topic of zeros", heading: "Week 46: geen signalen, dus niets te besluiten")
    {
      Sample.report([Sample.topic(1, "Wachttijd", last: [0], usual: 0, askers: 0)])
    },
    Situation(
      testDescription: "a hostile title", heading: "Week 46: één signaal vraagt een besluit"
    ) {
      var topic = Sample.topic(1, "=1+1 <script>alert('x')</script> & \"zo\"", last: [9], signal: .strong)
      topic.topic.theme = "<img src=x onerror=alert(1)>"
      topic.topic.words = ["</style><script>"]
      topic.examples = [
        Sample.quote("</p><script>alert(1)</script>?", "p1")
      ]
      topic.groups = [GroupTally(dimension: .region, name: "<b>", questions: 9, askers: 9)]
      return Sample.report([topic, Sample.topic(2, "")])
    },
    Situation(
      testDescription: "an incomplete night",
      heading: "Week 46 is nog niet compleet: voorlopig vraagt één signaal een besluit"
    ) {
      var report = Sample.report([Sample.topic(1, "Wachttijd", last: [9], signal: .signal)])
      report.intake.coveredUntil = Sample.day("2026-11-12")
      return report
    },
    Situation(
      testDescription: "a file that failed", heading: "Week 46 is nog niet compleet: voorlopig geen signalen"
    ) {
      var report = Sample.report([Sample.topic(1, "Wachttijd")])
      report.intake.files.append(IntakeFile(file: "b.zip", outcome: .failed, reason: "Het archief is kapot."))
      return report
    },
    Situation(testDescription: "six signals at once", heading: "Week 46: zes signalen vragen een besluit") {
      Sample.report(
        (1...6).map { Sample.topic($0, "Onderwerp \($0)", last: [9], signal: .strong, observed: 10 + $0) })
    },
    Situation(
      testDescription: "all askers under the threshold", heading: "Week 46: één signaal vraagt een besluit"
    ) {
      Sample.report([
        Sample.topic(
          1, "Wachttijd", last: [4], signal: .signal, observed: 4, askers: 4,
          groups: [GroupTally(dimension: .region, name: "Eiland", questions: 4, askers: 4)])
      ])
    },
  ]

  @Test("every page is sound and the first says the conclusion", arguments: situations)
  func renders(situation: Situation) throws {
    let files = try Dashboards.render(situation.report())
    for file in files where file.path.hasSuffix(".html") {
      let problems = HTMLStructure.problems(in: String(decoding: file.bytes, as: UTF8.self))
      #expect(problems.isEmpty, "\(file.path): \(problems)")
    }
    #expect(files.text("kerngroep/index.html").between("<h1>", "</h1>") == [situation.heading])
  }

  @Test(
    "no page of the core group speaks of how it is made, but for the one on the method", arguments: situations
  )
  func plainWords(situation: Situation) throws {
    let jargon = [
      "cluster", "score", "p-waarde", "topic", "spike", "baseline", "threshold", "outlier", "embedding",
      "pipeline ",
    ]
    for file in try Dashboards.render(situation.report())
    where file.path.hasPrefix("kerngroep/") && file.path.hasSuffix(".html")
      && !file.path.hasSuffix("werkwijze.html")
    {
      let text = PageText.lines(of: String(decoding: file.bytes, as: UTF8.self)).joined(separator: "\n")
        .lowercased()
      for word in jargon { #expect(!text.contains(word), "\(file.path): \(word)") }
    }
  }

  @Test("hostile text shows as text, and no spreadsheet calculates with it")
  func hostile() throws {
    let situation = try #require(Self.situations.first { $0.testDescription == "a hostile title" })
    let files = try Dashboards.render(situation.report())
    for file in files where file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      let scripts = page.between("<script", ">").count
      #expect(scripts == (file.path == "kerngroep/onderwerpen.html" ? 1 : 0), "\(file.path)")
      #expect(!page.contains("<img"))
    }
    #expect(files.text("kerngroep/index.html").contains("=1+1 &lt;script&gt;"))
    #expect(files.text("kerngroep/data/onderwerpen.csv").contains("OND-0001,\"'=1+1 <script>"))
    #expect(!files.text("monitors/moderatie.html").contains("javascript:"))
  }

  @Test("at most five signals get a card; a sixth is named, none is lost")
  func sixSignals() throws {
    let situation = try #require(Self.situations.first { $0.testDescription == "six signals at once" })
    let index = try Dashboards.render(situation.report()).text("kerngroep/index.html")
    #expect(index.between("<article", ">").count == 5)
    let positions = (1...6).reversed().map { index.range(of: "Onderwerp \($0)</a>")?.lowerBound }
    #expect(!positions.contains(nil))
    #expect(positions.compactMap { $0 } == positions.compactMap { $0 }.sorted(), "strongest first")
  }

  @Test("a topic with few askers shows no numbers of people, no examples, no words and no groups")
  func fewAskers() throws {
    let situation = try #require(
      Self.situations.first { $0.testDescription == "all askers under the threshold" })
    let files = try Dashboards.render(situation.report())
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    #expect(page.contains("van minder dan 5 mensen"))
    for hidden in ["Mag dat", "inzage", "Eiland", "organisaties in", "4 mensen"] {
      #expect(!page.contains(hidden))
    }
    for file in files where file.path.hasPrefix("kerngroep/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("Eiland") && !text.contains("Mag dat"), "\(file.path)")
    }
    #expect(files.text("kerngroep/data/wie_vraagt.csv").contains("OND-0001,regio,,,ja"))
    #expect(files.text("kerngroep/data/signalen.csv").contains(",,ja,"))
  }

  @Test("the page says how many days are missing")
  func missingDays() throws {
    var report = Sample.busy
    report.intake.coveredUntil = Sample.day("2026-11-14")
    #expect(
      try Dashboards.render(report).text("kerngroep/index.html").contains(
        "berichten tot en met zaterdag 14 november 2026. Van deze week ontbreekt nog 1 dag."))
    report.intake.coveredUntil = Sample.day("2026-10-01")
    #expect(try Dashboards.render(report).text("kerngroep/index.html").contains("ontbreken nog 7 dagen"))
  }

  @Test("a merged topic keeps its page, which leads to its successor")
  func merged() throws {
    let files = try Dashboards.render(Sample.busy)
    let page = files.text("kerngroep/onderwerpen/OND-0005.html")
    #expect(page.contains("<a href=\"OND-0002.html\">Wachttijd</a>"))
    #expect(!page.contains("<svg class=\"chart"))
    #expect(files.text("kerngroep/onderwerpen.html").contains("onderwerpen/OND-0005.html"))
  }
}
