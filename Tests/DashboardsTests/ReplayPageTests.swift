// The page of a replay: whole, by itself, and in words that people know.
import Discussion
import Testing

@testable import Dashboards

@Suite struct ReplayPageTests {
  private func signal(
    _ week: String, topic: Int? = 3, title: String = "Schooluitval", scope: SignalScope = .topic,
    pValue: Double = 1e-3, isOpening: Bool = true
  ) -> ReplayReport.Signal {
    let week = Sample.weekOf(week)
    return ReplayReport.Signal(
      id: SignalID(week: week, number: 1), topic: topic.map(TopicID.init(number:)), title: title,
      scope: scope,
      week: SignalWeek(
        week: week, isRaised: true, methods: [.counts, .neighbourhood], windowWeeks: 2, observed: 9,
        expected: 2.5, lower: 0, upper: 5, pValue: pValue, strength: .strong,
        posts: [PostID("jeugd:geheim1"), PostID("jeugd:geheim2")]), askers: 9, organisations: 6,
      isOpening: isOpening)
  }

  private func report(_ signals: [ReplayReport.Signal], choices: [ReplayReport.Choice] = choices)
    -> ReplayReport
  {
    let weeks = Sample.weekOf("2025-W40")...Sample.weekOf("2026-W10")
    return ReplayReport(
      community: "Platform <b>", isDemo: true, asOf: Sample.asOf, weeks: weeks,
      volumes: (weeks.lowerBound.number...weeks.upperBound.number).map { $0 % 7 }, signals: signals,
      choices: choices, posts: 1_234, questions: 320)
  }

  private static let choices = [
    ReplayReport.Choice(kind: .falseDiscoveryRate, value: 0.35, alerts: 2, isCurrent: true),
    ReplayReport.Choice(kind: .falseDiscoveryRate, value: 0.5, alerts: 4, isCurrent: false),
    ReplayReport.Choice(kind: .recurrenceYears, value: 2, alerts: 1, isCurrent: false),
  ]

  private func page(_ report: ReplayReport) throws -> String {
    String(decoding: try Dashboards.render(report, as: "terug.html").bytes, as: UTF8.self)
  }

  @Test func itTellsTheSignalsAndWhatOtherSettingsGive() throws {
    let page = try page(
      report([signal("2025-W45"), signal("2026-W02", title: "=1+<script>", pValue: 1e-9, isOpening: false)]))
    #expect(HTMLStructure.problems(in: page) == [])
    #expect(page.contains("zou de Themaradar 2 keer een signaal gegeven: 0,38 per maand."))
    #expect(page.contains("SIG-2025-W45-1") && page.contains("Schooluitval"))
    #expect(page.contains("2 vragen van 6 organisaties"))
    #expect(page.contains("=1+&lt;script&gt;") && !page.contains("<script>"))
    #expect(page.contains("0,35 <span class=\"small\">(zo staat het nu)</span>"))
    #expect(page.contains("eens in 2 jaar") && page.contains("eens in 19 jaar"))
    #expect(page.contains("Signalen in week 45.") && page.contains("Signalen in week 2."))
  }

  @Test func itLeadsNowhereElseAndNamesNoPost() throws {
    let page = try page(
      report([signal("2025-W45"), signal("2026-W02", topic: nil, title: "", scope: .birth)]))
    #expect(Set(page.between("href=\"", "\"")) == ["#inhoud", "terug.html"])
    #expect(!page.contains("geheim"))
    #expect(page.contains("Nog geen onderwerp") && page.contains("nieuw onderwerp; 2 vragen"))
  }

  @Test func nothingSignalledIsSaid() throws {
    let page = try page(report([], choices: []))
    #expect(HTMLStructure.problems(in: page) == [])
    #expect(page.contains("geen enkel signaal gegeven: 0,00 per maand"))
    #expect(page.contains("In deze tijd zou er geen signaal zijn geweest."))
  }

  @Test(arguments: [
    (0.2, "elke week"), (6.0, "eens in 6 weken"), (26, "eens in 6 maanden"), (157, "eens in 3 jaar"),
    (1e6, "minder dan eens in 100 jaar"),
  ]) func chanceIsToldInWordsThatFitItsSize(weeks: Double, words: String) {
    #expect(Texts.Replay.chance(weeks: weeks) == words)
  }
}
