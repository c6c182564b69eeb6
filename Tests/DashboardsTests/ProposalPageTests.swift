// The monitors' proposals about topics, with the lines that record them, and the page of earlier nights.
import Discussion
import Moderation
import Testing

@testable import Dashboards

/// Proposals and nights for tests.
extension Sample {
  static let contact = ProposalRow.Contact(
    pairs: 37, expectedPairs: 78, percent: 38, chancePercent: 58,
    going: ProposalRow.Side(questions: 11, people: 10), staying: ProposalRow.Side(questions: 12, people: 12))

  static let proposals: [ProposalRow] = [
    ProposalRow(
      change: .split(TopicID(number: 4), posts: [PostID("jeugd:a"), PostID("jeugd:b 1")], title: "Gamen"),
      reason: .contact(contact), words: ["gamen"],
      examples: [.init(post: PostID("jeugd:a"), text: redacted("Hoeveel gamen is te veel <b>?"))],
      others: [.init(post: PostID("jeugd:c"), text: redacted("Wanneer een telefoon?"))]),
    ProposalRow(
      change: .merge(TopicID(number: 3), into: TopicID(number: 2)), reason: .contact(contact), isPinned: true),
    ProposalRow(
      change: .rename(TopicID(number: 1), title: "Inzage & 'recht'"),
      reason: .looseWords(source: .phrase(people: 4))),
    ProposalRow(
      change: .rename(TopicID(number: 2), title: nil),
      reason: .outworn(
        before: ProposalRow.Share(20, of: 50), lately: ProposalRow.Share(0, of: 12), source: nil)),
  ]

  static var proposed: NightReport {
    var report = busy
    report.proposals = ProposalReport(rows: proposals)
    report.verdicts.pipeline = "mijn pijplijn.yaml"
    return report
  }

  static func night(
    _ day: String, seconds: Int? = 30, _ outcome: PastNight.Outcome = .clean, message: String? = nil
  ) -> PastNight {
    let day = Sample.day(day)
    return PastNight(
      day: day,
      attempts: [
        PastNight.Attempt(
          startedAt: LocalTime(day: day.advanced(by: 1), millisecondOfDay: 11_520_000),
          milliseconds: seconds.map { $0 * 1000 + 40 }, outcome: outcome, message: message)
      ],
      stages: outcome == .clean
        ? [
          PastNight.Stage(
            name: "topics", counts: [.init("topics", 25), .init("nooit_gehoord", 3)], milliseconds: 2_345)
        ] : [], version: "0.1.0", hasNewSettings: false)
  }
}

@Suite("Proposals about topics, and earlier nights")
struct ProposalPageTests {
  @Test("the page tells what, why and how to record it, and the index how many there are")
  func page() throws {
    let files = try Dashboards.render(Sample.proposed)
    let page = files.text("monitors/voorstellen.html")
    #expect(HTMLStructure.problems(in: page).isEmpty, "\(HTMLStructure.problems(in: page))")
    for text in [
      "<h1>4 voorstellen voor de onderwerpen</h1>", "Haal 2 vragen uit “Schermtijd”, als “Gamen”",
      "Voeg “Overgang naar 18+” bij “Wachttijd”", "11 vragen van 10 mensen lijken op elkaar",
      "zouden 78 paren vragen", "Het zijn er 37.", "38%", "niet lager dan 58%",
      "Hoeveel gamen is te veel &lt;b&gt;?", "u heeft dit onderwerp vastgezet",
      "20 van de 50 vragen, het laatste jaar in 0 van de 12 vragen", "4 verschillende mensen gebruiken",
      "<code>splits;OND-0004;;Gamen;jeugd:a;;</code><br><code>splits;OND-0004;;Gamen;jeugd:b 1;;</code>",
      "<code>voeg-samen;OND-0003;OND-0002;;;;</code>", "<code>laat-zo;OND-0003;OND-0002;;;;</code>",
      "<code>laat-zo;OND-0001;titel;;;;</code>", "<code>hernoem;OND-0002;;…;;;</code>",
      "themaradar topic merge &#39;mijn pijplijn.yaml&#39; OND-0003 --into OND-0002",
      "themaradar topic keep &#39;mijn pijplijn.yaml&#39; OND-0003 --apart-from OND-0002",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let index = files.text("monitors/index.html")
    #expect(index.contains("Het programma heeft 4 voorstellen. <a href=\"voorstellen.html\">"))
    #expect(!files.contains { $0.path.hasPrefix("kerngroep/") && $0.path.contains("voorstel") })
  }

  @Test("without proposals the page says so for each kind")
  func none() throws {
    let page = try Dashboards.render(Sample.busy).text("monitors/voorstellen.html")
    #expect(page.contains("<h1>Er zijn geen voorstellen voor de onderwerpen</h1>"))
    #expect(!page.contains("<details>"))
  }

  @Test("ten stand on the page, with room for titles; the file holds all")
  func many() throws {
    var report = Sample.busy
    let split = Sample.proposals[0]
    report.proposals.rows =
      Array(repeating: split, count: 9) + Array(repeating: Sample.proposals[3], count: 9)
    let files = try Dashboards.render(report)
    let page = files.text("monitors/voorstellen.html")
    #expect(page.between("<h3>", "</h3>").count == 10)
    #expect(page.between("<h3>Haal", "</h3>").count == 6)
    #expect(page.contains("U ziet de 10 sterkste van 18 voorstellen"))
    #expect(files.text("monitors/data/voorstellen.csv").between("\r\n9,", "\r\n").count == 1)
    #expect(files.text("monitors/data/voorstellen.csv").between("\r\n18,", "\r\n").count == 1)
  }

  @Test("every page of the monitors stands in the menu or in its group, and on the first page")
  func menu() throws {
    let files = try Dashboards.render(Sample.proposed)
    let names = files.map(\.path).filter { $0.hasPrefix("monitors/") && $0.hasSuffix(".html") }
      .map { String($0.dropFirst(9)) }
    let index = files.text("monitors/index.html")
    for name in names {
      #expect(index.contains("href=\"\(name)\""), "\(name)")
      let header = try #require(files.text("monitors/" + name).between("<header", "</header>").first)
      #expect(header.contains("<a href=\"\(name)\" aria-current=\"page\">"), "\(name)")
      #expect(
        header.between("<nav aria-label=\"Hoofdmenu\">", "</nav>").first?.between("<li>", "</li>").count == 6)
    }
    #expect(names.count >= 12)
  }
}

@Suite("Earlier nights")
struct NightsPageTests {
  private static func report(_ nights: [PastNight]) -> NightReport {
    var report = Sample.busy
    report.nights = NightsReport(nights: nights)
    return report
  }

  @Test("each night is told with its length, its parts and what went wrong")
  func told() throws {
    var twice = Sample.night("2026-11-16", seconds: 200, .failed, message: "de schijf is vol")
    twice.attempts.insert(
      PastNight.Attempt(
        startedAt: LocalTime(day: Sample.day("2026-11-16"), millisecondOfDay: 0), milliseconds: nil,
        outcome: .interrupted), at: 0)
    twice.hasNewSettings = true
    let files = try Dashboards.render(
      Self.report([twice, Sample.night("2026-11-17"), Sample.night("2026-11-15")]))
    let page = files.text("monitors/nachten.html")
    #expect(HTMLStructure.problems(in: page).isEmpty, "\(HTMLStructure.problems(in: page))")
    for text in [
      "<h1>De nacht van 17 november 2026 ging goed</h1>", "30,0 seconden", "3 minuten en 20 seconden",
      "18 november 2026, 3.12 uur", "Mislukt: er is niets gepubliceerd", "Melding: de schijf is vol",
      "Eerdere poging, 16 november 2026, 0.00 uur: afgebroken.", "De instellingen waren anders",
      "Onderwerpen: 2,3 seconden (25 onderwerpen, 3 nooit_gehoord)", "Versie 0.1.0", "themaradar status",
      "<desc id=\"duur-d\">3 nachten, van 15 november 2026 tot en met 17 november 2026. De langste was die van 16 november 2026, met 3 minuten en 20 seconden.",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let rows = files.text("monitors/data/nachten.csv")
    #expect(rows.contains("\r\n2026-11-17,1,ja,2026-11-18,03:12,30.04,goed,,,,2.35,,,,"))
    #expect(
      rows.contains(
        "\r\n2026-11-16,2,ja,2026-11-17,03:12,200.04,mislukt,de schijf is vol,,,,,,,,0.1.0,ja\r\n2026-11-16,1,nee,2026-11-16,00:00,,afgebroken,,"
      ))
  }

  @Test("the page shows the newest sixty, the file all; a first night has neither chart nor table")
  func amount() throws {
    let day = Sample.day("2026-01-01")
    let nights = (0..<70).map { Sample.night(day.advanced(by: $0).description) }
    let files = try Dashboards.render(Self.report(nights))
    let page = files.text("monitors/nachten.html")
    #expect(page.between("<th scope=\"row\">", "</th>").count == 60)
    #expect(page.contains("U ziet de laatste 60 van 70 nachten"))
    #expect(files.text("monitors/data/nachten.csv").between("\r\n2026-", "\r\n").count >= 35)
    let first = try Dashboards.render(Self.report([])).text("monitors/nachten.html")
    #expect(first.contains("<h1>Er is nog geen eerdere nacht</h1>") && !first.contains("<svg class=\"chart"))
    #expect(try Dashboards.render(Self.report(nights.reversed())) == files, "the order does not matter")
  }
}
