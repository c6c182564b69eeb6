// What monitors let the core group read, what they are asked about, and the pages on data and privacy.
import Discussion
import Moderation
import Testing

@testable import Dashboards

@Suite("Sentences of posts: only what was approved reaches the core group")
struct QuotePageTests {
  private static func topic(_ number: Int, _ examples: [QuoteCandidate], title: QuoteCandidate? = nil)
    -> TopicReport
  {
    var topic = Sample.topic(number, "Onderwerp \(number)")
    topic.examples = examples
    topic.titleQuote = title
    return topic
  }

  private static func report(_ topics: [TopicReport]) -> NightReport {
    var report = Sample.report(topics)
    report.verdicts.pipeline = "mijn pijplijn.yaml"
    return report
  }

  private func core(_ files: [RenderedFile]) -> String {
    files.filter { $0.path.hasPrefix("kerngroep/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined()
  }

  @Test("an open candidate stands on no page of the core group, and on the monitors' with both answers")
  func open() throws {
    let files = try Dashboards.render(
      Self.report([Self.topic(1, [Sample.quote("Mag dat nog?", "p7", .open)])]))
    #expect(!core(files).contains("Mag dat nog?") && !core(files).contains("<blockquote>"))
    #expect(core(files).contains("Zonder hun akkoord laten we geen zin uit een bericht zien"))
    let page = files.text("monitors/citaten.html")
    for text in [
      "<h1>De kerngroep leest nu geen enkele zin uit een bericht</h1>", "Mag dat nog?",
      "themaradar review &#39;mijn pijplijn.yaml&#39; jeugd:p7 --oordeel citaat_akkoord --versie v0123456789abcdef",
      "jeugd:p7;citaat_geweigerd;;;;;v0123456789abcdef-0",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(
      files.text("monitors/oordelen-citaten.csv").contains(
        "jeugd:p7;Mag dat nog?;Onderwerp 1;;;;v0123456789abcdef-0\r\n"))
    #expect(
      files.text("monitors/data/citaten.csv").contains(
        "onderwerp,OND-0001,Onderwerp 1,Mag dat nog?,jeugd:p7,voorstel,,v"))
    #expect(files.text("monitors/index.html").contains("Er is 1 voorstel."))
  }

  @Test(
    "the first three that were approved are read, the others wait behind them; nothing says when or by whom")
  func approved() throws {
    let quotes = (1...4).map { Sample.quote("Vraag nummer \($0)?", "p\($0)", .approved(line: $0)) }
    let files = try Dashboards.render(Self.report([Self.topic(1, quotes)]))
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    #expect(page.between("<blockquote>", "</blockquote>") == (1...3).map { "<p>“Vraag nummer \($0)?”</p>" })
    #expect(
      files.text("kerngroep/data/voorbeeldvragen.csv") == "onderwerp_id,vraag\r\n"
        + (1...3).map { "OND-0001,Vraag nummer \($0)?\r\n" }.joined())
    #expect(!core(files).contains("jeugd:p") && !core(files).contains("Vraag nummer 4?"))
    let monitors = files.text("monitors/citaten.html")
    #expect(monitors.contains("<h2 id=\"reserve\">") && monitors.contains("--intrekken 4"))
    #expect(monitors.between("zichtbaar", "\r\n").isEmpty)
    #expect(files.text("monitors/data/citaten.csv").between(",vrijgegeven,", "\r\n").count == 1)
  }

  @Test("nothing is proposed of a topic that too few people asked about, or that is hidden")
  func few() throws {
    var few = Self.topic(1, [Sample.quote("Te weinig mensen?", "p1", .open)])
    few.askersInYear = 4
    var hidden = Self.topic(2, [Sample.quote("Verborgen vraag?", "p2", .open)])
    hidden.decisions.isMuted = true
    let page = try Dashboards.render(Self.report([few, hidden])).text("monitors/citaten.html")
    #expect(!page.contains("Te weinig mensen?") && !page.contains("Verborgen vraag?"))
    #expect(page.contains("Er is nu niets om voor te stellen."))
  }

  @Test("the pages on data and the DPIA tell the community's own settings")
  func documents() throws {
    var report = Self.report([Self.topic(1, [])])
    report.privacy = PrivacyReport(
      sources: [PrivacyReport.Source(name: "jeugd", files: "*.zip", mapping: "demo.yaml")], rawTextDays: 90,
      dashboardsDays: 365, notesMonths: 24, posts: 1_492, retiredPosts: 12, members: 1, quarantined: 3,
      tombstones: 2, pipeline: "demo.yaml")
    var files = try Dashboards.render(report)
    for name in ["gegevens", "dpia"] {
      let page = files.text("monitors/\(name).html")
      for text in ["90 dagen zonder wijziging", "365 dagen", "24 maanden"] {
        #expect(page.contains(text), "\(name): \(text)")
      }
      #expect(files.text("monitors/index.html").contains("href=\"\(name).html\""))
      #expect(!page.contains("None") && !page.contains("Optional("))
    }
    #expect(files.text("monitors/gegevens.html").contains("1.492 berichten in de opslag"))
    #expect(files.text("monitors/gegevens.html").contains("3 regels staan in quarantaine"))
    #expect(files.text("monitors/dpia.html").contains("artikel 35 AVG"))
    report.privacy = PrivacyReport()
    report.method.languageModel = .anotherProgram
    files = try Dashboards.render(report)
    #expect(files.text("monitors/gegevens.html").contains("geen termijn ingesteld: het blijft"))
    #expect(files.text("monitors/gegevens.html").contains("gaat daarvoor ook naar een ander programma"))
    #expect(files.text("monitors/dpia.html").contains("Er is nog geen bewaartermijn ingesteld"))
  }
}
