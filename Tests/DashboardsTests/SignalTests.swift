import Discussion
import Records
import Testing

@testable import Dashboards

@Suite("Signals: sentences, pages, files and what may be told of people")
struct SignalTests {
  private static let topics = [Sample.topic(1, "Wachttijd"), Sample.topic(2, "Schermtijd")]

  private func render(_ signals: [SignalReport]) throws -> [RenderedFile] {
    try Dashboards.render(report(signals))
  }

  private func report(_ signals: [SignalReport]) -> NightReport {
    var report = Sample.report(Self.topics)
    report.signals = signals
    return report
  }

  private func view(_ signal: SignalReport) throws -> SignalView {
    try #require(CoreView(report([signal])).allSignals.first)
  }

  private func rows(_ files: [RenderedFile]) -> [[String: String]] {
    let bytes = files.first { $0.path == "kerngroep/data/signalen.csv" }?.bytes ?? []
    let records = CSVParser.records(in: bytes).map(\.strings)
    return records.dropFirst().map { Dictionary(zip(records[0], $0)) { $1 } }
  }

  // The sentence.

  @Test("the sentence of a topic, of part of one and of a birth")
  func sentences() throws {
    let topic = Texts.Signal.fact(try view(Sample.signal(observed: 11))).plain
    #expect(
      topic
        == "In de laatste 2 weken stelden 11 mensen van 8 organisaties hier een vraag over; 1 tot en met 6 was te verwachten. Zij werken in 4 regio’s."
    )
    let part = Texts.Signal.fact(try view(Sample.signal(scope: .part, window: 1))).plain
    #expect(
      part
        == "In week 46 stelden 14 mensen van 8 organisaties vragen die op elkaar lijken, binnen het onderwerp ‘Wachttijd’; 1 tot en met 6 was te verwachten. Zij werken in 4 regio’s."
    )
    let birth = Texts.Signal.fact(try view(Sample.signal(topic: nil, scope: .birth))).plain
    #expect(
      birth
        == "Een nieuw onderwerp: in de laatste 2 weken stelden 14 mensen van 8 organisaties vragen die op elkaar lijken; 1 tot en met 6 was te verwachten. Zij werken in 4 regio’s."
    )
  }

  @Test("the sentence says how a signal stands: again, still, calmer, over")
  func standings() throws {
    var again = Sample.signal(sinceWeeks: 3)
    again.signal.weeks[2].isRaised = true
    #expect(Texts.Signal.fact(try view(again)).plain.hasSuffix(" Het signaal stond al en werd weer sterker."))
    let standing = Sample.signal(sinceWeeks: 3)
    #expect(Texts.Signal.fact(try view(standing)).plain.hasSuffix(" Het signaal staat nu drie weken."))
    var calmer = Sample.signal(sinceWeeks: 3)
    calmer.signal.weeks[2].methods = []
    calmer.signal.weeks[2].observed = 2
    let told = try view(calmer)
    #expect(told.toldWeek == Sample.week.advanced(by: -1))
    #expect(
      Texts.Signal.fact(told).plain
        == "In week 44 tot en met 45 van 2026 stelden 14 mensen van 8 organisaties hier een vraag over; 1 tot en met 6 was te verwachten. Zij werken in 4 regio’s. Het signaal staat nu drie weken, maar deze week was het rustiger."
    )
    let over = Sample.signal(latest: Sample.weekOf("2026-W01"), sinceWeeks: 2, isOpen: false)
    #expect(Texts.Signal.fact(try view(over)).plain.hasPrefix("In week 51 tot en met 52 van 2025 stelden "))
    #expect(Texts.Signal.fact(try view(over)).plain.hasSuffix(" Het signaal is voorbij."))
  }

  @Test(
    "what is claimed of chance is never more than it is, and never more than ten years",
    arguments: [
      (1.5, "naar schatting eens per week"), (5.9, "naar schatting eens in de 5 weken"),
      (30, "naar schatting eens in de 6 maanden"), (104, "naar schatting eens in de 24 maanden"),
      (160, "naar schatting eens in de 3 jaar"), (519, "naar schatting eens in de 9 jaar"),
      (521, "naar schatting minder dan eens in de 10 jaar"),
      (1e12, "naar schatting minder dan eens in de 10 jaar"),
    ])
  func recurrence(weeks: Double, words: String) throws {
    let told = try view(Sample.signal(pValue: 1 / weeks))
    #expect(Texts.Signal.recurrence(told.recurrence) == "Zoiets komt door toeval \(words) voor.")
    #expect(Double(told.recurrence.weeks) <= weeks)
  }

  // People.

  @Test("of fewer people than the threshold no number, no share, no example and no word is told")
  func suppressed() throws {
    var few = Sample.signal(
      scope: .part, observed: 4, words: ["geheim"],
      evidence: SignalEvidence(
        questions: 9, askers: 4, organisations: 3, regions: 2, roles: 2, largestAsker: 6,
        largestOrganisation: 7,
        platformQuestions: 80))
    few.warnings = [.mostlyOneOrganisation]
    let files = try render([few])
    let row = try #require(rows(files).first)
    for column in [
      "periode_mensen", "organisaties", "regios", "functies", "deel_een_persoon", "deel_een_organisatie",
      "waarschuwingen",
    ] {
      #expect(row[column] == "", "\(column)")
    }
    #expect(row["mensen_onderdrukt"] == "ja")
    let page = files.text("kerngroep/signalen/SIG-2026-W46-1.html")
    #expect(page.contains("kwamen er <strong>9 vragen</strong> van minder dan 5 mensen"))
    for file in files where file.path.hasPrefix("kerngroep/") && file.path != "kerngroep/werkwijze.html" {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for hidden in ["4 mensen", "3 organisaties", "Hoe zit dat", "geheim", "van één organisatie. "] {
        #expect(!text.contains(hidden), "\(file.path): \(hidden)")
      }
    }
    #expect(page.contains(Texts.Signal.tooFewToQuote(5)))
  }

  @Test("a part of a topic does not give away how few others asked")
  func subtraction() throws {
    let whole = Sample.signal(1, observed: 14)
    let part = Sample.signal(2, scope: .part, observed: 12)
    let files = try render([whole, part])
    let people = Dictionary(
      rows(files).map { ($0["signaal_id"] ?? "", $0["periode_mensen"] ?? "") }
    ) { $1 }
    #expect(people == ["SIG-2026-W46-1": "14", "SIG-2026-W46-2": ""])
    let page = files.text("kerngroep/signalen/SIG-2026-W46-2.html")
    #expect(!page.contains("12 mensen") && !page.contains("8 organisaties"))
    #expect(page.contains("kwamen er <strong>14 vragen</strong> die op elkaar lijken"))
    // So does one over fewer or more of the same weeks.
    for window in [1, 4] {
      let other = Sample.signal(2, scope: .part, window: window, observed: 12)
      #expect(rows(try render([whole, other])).map { $0["periode_mensen"] } == ["14", ""])
    }
    // Over other weeks, on another topic, or with enough others nothing can be subtracted.
    for other in [
      Sample.signal(2, scope: .part, latest: Sample.week.advanced(by: -1), observed: 12, isOpen: false),
      Sample.signal(2, topic: 2, observed: 12), Sample.signal(2, scope: .part, observed: 9),
      Sample.signal(2, scope: .part, observed: 14),
    ] {
      #expect(rows(try render([whole, other])).allSatisfy { $0["periode_mensen"] != "" })
    }
  }

  @Test("numbers of people under the threshold cannot be found from any pair of signals, whatever the counts")
  func anyCounts() {
    var generator = SplitMix(state: 12)
    let rule = SuppressionRule(MethodSettings())
    for _ in 0..<500 {
      let reports = (1...4).map { Sample.signal($0, observed: 3 + Int(generator.next() % 14)) }
      let topics = Dictionary(reports.map { ($0.signal.id, TopicID(number: 1)) }) { $1 }
      let told = rule.evidence(of: reports, topics: topics).values.compactMap(\.askers.shown)
      #expect(told.allSatisfy { $0 >= 5 })
      for one in told { for other in told { #expect(!(1..<5).contains(one - other)) } }
    }
  }

  @Test("shares are told in words that no number follows from")
  func shares() throws {
    #expect(ShareBand(2, of: 8) == .upToQuarter)
    #expect(ShareBand(3, of: 8) == .upToHalf)
    #expect(ShareBand(5, of: 8) == .overHalf)
    #expect(ShareBand(0, of: 8) == nil)
    let files = try render([Sample.signal(observed: 14)])
    #expect(rows(files).first?["deel_een_persoon"] == "hoogstens_een_kwart")
    #expect(
      files.text("kerngroep/signalen/SIG-2026-W46-1.html").contains(
        "Meeste van één persoon</th><td>hoogstens een kwart van de vragen"))
  }

  // Pages and files.

  @Test("a signal keeps its page for a year after it closed; the file keeps them all")
  func pagesKept() throws {
    let kept = Sample.signal(1, latest: Sample.week.advanced(by: -51), isOpen: false)
    let old = Sample.signal(2, latest: Sample.week.advanced(by: -52), isOpen: false)
    let now = Sample.signal(3)
    let files = try render([old, kept, now])
    #expect(files.contains { $0.path == "kerngroep/signalen/\(kept.signal.id).html" })
    #expect(!files.contains { $0.path == "kerngroep/signalen/\(old.signal.id).html" })
    #expect(
      rows(files).map { $0["signaal_id"] } == [
        "\(now.signal.id)", "\(kept.signal.id)", "\(old.signal.id)",
      ])
    #expect(rows(files).map { $0["loopt"] } == ["ja", "nee", "nee"])
    #expect(rows(files).last?["pagina"] == "")
    #expect(files.text("kerngroep/signalen.html").contains("Nog 1 ouder signaal staat in het bestand"))
    let page = files.text("kerngroep/signalen/\(now.signal.id).html")
    #expect(page.contains("<a href=\"../signalen/\(kept.signal.id).html\">week 47 van 2025</a>: signaal"))
    #expect(page.contains("<li>week 46 van 2025: signaal</li>"))
    #expect(files.text("kerngroep/index.html").between("<article", ">").count == 1)
  }

  @Test("a birth has its words as title, no topic to lead to, and a chart of its own questions")
  func birth() throws {
    let files = try render([Sample.signal(topic: nil, scope: .birth, methods: [.neighbourhood])])
    let page = files.text("kerngroep/signalen/SIG-2026-W46-1.html")
    #expect(page.between("<h1>", "</h1>") == ["Dossier, inzage, ouders"])
    #expect(page.contains(Texts.Signal.noTopic) && !page.contains("onderwerpen/OND"))
    #expect(page.contains("class=\"tag new\">Nieuw onderwerp<"))
    #expect(page.contains("Gezien door: vragen die op elkaar lijken."))
    #expect(page.contains(Texts.Signal.ownTrend) && !page.contains(Texts.keyBand))
    #expect(
      page.contains(
        "<th scope=\"row\">2026-46</th><td class=\"desk\">9 november 2026</td><td class=\"n\">12<"))
    #expect(rows(files).first?["onderwerp_id"] == "")
    #expect(rows(files).first?["onderwerp"] == "Dossier, inzage, ouders")
    #expect(rows(files).first?["soort"] == "nieuw")
    // Without words that may be told it still has a name.
    let unnamed = try render([Sample.signal(topic: nil, scope: .birth, words: [])])
    #expect(
      unnamed.text("kerngroep/index.html").contains("signalen/SIG-2026-W46-1.html\">Nieuw onderwerp</a>"))
  }

  @Test("a birth whose questions lie in a topic by now is named after it and stands on its page")
  func settledBirth() throws {
    var birth = Sample.signal(topic: nil, scope: .birth)
    birth.topicNow = TopicID(number: 2)
    let files = try render([birth])
    #expect(
      files.text("kerngroep/signalen/SIG-2026-W46-1.html").contains(
        "../onderwerpen/OND-0002.html\">Schermtijd"))
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains("../signalen/SIG-2026-W46-1.html"))
  }

  @Test("the signal of a merged topic stands on the page of the topic that it went to")
  func mergedTopic() throws {
    var report = report([Sample.signal(topic: 3)])
    var merged = Sample.topic(3, "Tolken")
    merged.topic.status = .merged
    merged.topic.successor = TopicID(number: 2)
    report.topics.append(merged)
    let files = try Dashboards.render(report)
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains("SIG-2026-W46-1"))
  }

  @Test("the decision to take can be copied; a decision that was taken takes its place")
  func decision() throws {
    var signal = Sample.signal()
    let asked = try render([signal]).text("kerngroep/signalen/SIG-2026-W46-1.html")
    #expect(asked.contains("<code>themaradar decide PIPELINE.yaml SIG-2026-W46-1 --besluit themabijeenkomst"))
    #expect(asked.contains("<code>SIG-2026-W46-1;themabijeenkomst;"))
    signal.decision = SignalDecisionNote(
      word: "volgen", lines: ["Op 12 november besloot de kerngroep: volgen."])
    let files = try render([signal])
    let page = files.text("kerngroep/signalen/SIG-2026-W46-1.html")
    #expect(
      page.contains("Op 12 november besloot de kerngroep: volgen.") && !page.contains("themaradar decide"))
    #expect(
      files.text("kerngroep/index.html").between("<h1>", "</h1>") == ["Week 46: over elk signaal is besloten"]
    )
    #expect(rows(files).first?["besluit"] == "volgen")
    #expect(files.text("kerngroep/signalen.html").contains("data-label=\"Besluit\">volgen<"))
  }

  @Test("what changed is told by signal: new, stronger, over")
  func changes() throws {
    var stronger = Sample.signal(1, sinceWeeks: 3)
    stronger.signal.weeks[2].strength = .strong
    let same = Sample.signal(2, topic: 2, sinceWeeks: 3)
    let new = Sample.signal(3, topic: nil, scope: .birth)
    let over = Sample.signal(4, topic: 2, latest: Sample.week.advanced(by: -1), isOpen: false)
    let longOver = Sample.signal(5, latest: Sample.week.advanced(by: -2), isOpen: false)
    let view = CoreView(report([longOver, over, new, same, stronger]))
    #expect(
      view.changes.map { "\($0.kind.rawValue) \($0.signal?.number ?? 0)" } == [
        "sterker 1", "nieuw_signaal 3", "voorbij 4",
      ])
    let files = try Dashboards.render(report([over, new]))
    let index = files.text("kerngroep/index.html")
    #expect(index.contains("<a href=\"signalen/SIG-2026-W46-3.html\">Dossier, inzage, ouders</a>: 12 vragen"))
    #expect(files.text("kerngroep/data/veranderingen.csv").contains("voorbij,OND-0002,Schermtijd,,,"))
    #expect(files.text("kerngroep/data/veranderingen.csv").contains(",SIG-2026-W45-4\r\n"))
  }

  @Test("a signal that is mostly of a hidden topic is on no page or file of the core group; monitors see it")
  func muted() throws {
    var hidden = Sample.signal(1, topic: nil, scope: .birth, words: ["verborgenwoord"])
    hidden.isMuted = true
    var settled = Sample.signal(2, topic: nil, scope: .birth, words: ["verborgenwoord"])
    settled.topicNow = TopicID(number: 41)
    var report = report([hidden, settled, Sample.signal(3, topic: 41)])
    report.topics.append(Sample.topic(41, "Verborgen onderwerp"))
    report.topics[2].decisions.isMuted = true
    // Nor does what waits for a decision tell of one whose questions lie in the hidden topic by now.
    report.decisions.waiting = [1, 2, 3].map {
      WaitingSignal(id: SignalID(week: Sample.week, number: $0), topic: nil, latest: Sample.week)
    }
    let files = try Dashboards.render(report)
    for file in files where file.path.hasPrefix("kerngroep/") && !file.path.hasSuffix("manifest.json") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(
        !text.contains("SIG-2026-W46-") && !text.contains("erborgen onderwerp")
          && !text.contains("erborgenwoord"), "\(file.path)")
    }
    let monitors = files.text("monitors/signalen.html")
    #expect(monitors.contains("SIG-2026-W46-3") && monitors.contains("Verborgen voor de kerngroep."))
  }

  @Test("monitors see posts, chance and ways of each week, and are led nowhere from there")
  func evidence() throws {
    let files = try render([Sample.signal(sinceWeeks: 2, pValue: 1.2e-5, methods: [.counts, .neighbourhood])])
    let page = files.text("monitors/signalen.html")
    for text in ["jeugd:s1-1, jeugd:s1-2", "1.2e-05", "counts, neighbourhood", "2026-W45", "2026-W46"] {
      #expect(page.contains(text), "\(text)")
    }
    let own = page.between("<main", "</main>").first ?? ""
    #expect(own.between("href=\"", "\"") == ["excel/signalen_bewijs.csv"])
    let file = files.text("monitors/data/signalen_bewijs.csv")
    #expect(file.contains(",1.2e-05,83333,signal,jeugd:s1-1|jeugd:s1-2|jeugd:s1-3\r\n"))
    #expect(Texts.Monitors.chance(0.0021) == "2.1e-03" && Texts.Monitors.chance(0.25) == "0.25")
    for file in files where file.path.hasPrefix("kerngroep/") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("jeugd:s1"), "\(file.path)")
    }
  }

  @Test("each warning has its sentence and its word; missing days are told of this week only")
  func warnings() throws {
    var signal = Sample.signal()
    signal.warnings = [
      .anomalousVolume, .oldPostsImported(31), .shortHistory(weeks: 9),
      .topicChanged(.split, night: Sample.asOf), .mostlyOneOrganisation,
    ]
    var report = report([signal, Sample.signal(2, latest: Sample.week.advanced(by: -9), isOpen: false)])
    report.intake.coveredUntil = Sample.day("2026-11-13")
    let files = try Dashboards.render(report)
    let page = files.text("kerngroep/signalen/SIG-2026-W46-1.html")
    for text in [
      "ongewoon druk", "31 berichten", "9 weken", "gesplitst (18 november 2026)", "van één organisatie",
      "tot en met vrijdag 13 november 2026",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(
      rows(files).map { $0["waarschuwingen"] } == [
        "ongewoon_druk_of_stil|oude_berichten_ingelezen|weinig_geschiedenis|onderwerp_veranderde|vooral_een_organisatie|dagen_ontbreken",
        "",
      ])
  }

  @Test("without any signal the list says so and what will come there")
  func none() throws {
    let page = try render([]).text("kerngroep/signalen.html")
    #expect(page.between("<h1>", "</h1>") == ["Er waren nog geen signalen"])
    #expect(page.contains(Texts.Signal.listNone))
  }

  @Test("pages of signals are sound HTML, also with hostile words")
  func sound() throws {
    let files = try render([
      Sample.signal(1, scope: .part, words: ["<script>alert(1)</script>", "=1+1"]),
      Sample.signal(2, topic: nil, scope: .birth, words: ["=1+1"]),
    ])
    for file in files where file.path.hasSuffix(".html") {
      let problems = HTMLStructure.problems(in: String(decoding: file.bytes, as: UTF8.self))
      #expect(problems.isEmpty, "\(file.path): \(problems)")
    }
    #expect(files.text("kerngroep/data/signalen.csv").contains(",'=1+1,"))
    #expect(!files.text("kerngroep/signalen/SIG-2026-W46-1.html").contains("<script"))
  }
}
