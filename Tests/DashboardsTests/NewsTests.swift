import Discussion
import Testing

@testable import Dashboards

@Suite("What happened to topics, on the pages and in the files")
struct NewsTests {
  private static let first = Sample.day("2025-01-06")

  private static func event(
    _ kind: TopicEvent.Kind, _ topic: Int, other: Int? = nil, on night: CalendarDay = Sample.asOf,
    questions: Int = 9, askers: Int = 8
  ) -> DatedTopicEvent {
    var event = Sample.event(kind, topic, other: other, on: night)
    event.event.questions = questions
    event.askers = askers
    return event
  }

  private static func report(_ events: [DatedTopicEvent], previous: ISOWeek? = Sample.week.advanced(by: -1))
    -> NightReport
  {
    var merged = Sample.topic(3, "Tolken", last: [0], usual: 0, askers: 0)
    merged.topic.status = .merged
    merged.topic.successor = TopicID(number: 1)
    var report = Sample.report(
      [
        Sample.topic(1, "Wachttijd"), Sample.topic(2, "Schermtijd"), merged,
        Sample.topic(4, "Klein", askers: 4),
      ], previous: previous)
    report.history = [event(.born, 1, on: first), event(.born, 3, on: first)] + events
    return report
  }

  private func changes(_ report: NightReport) -> [String] {
    CoreView(report).changes.map {
      [$0.kind.rawValue, $0.topic.map { "\($0.number)" } ?? "", $0.other.map { "\($0.number)" } ?? ""].joined(
        separator: " ")
    }
  }

  @Test("births, merges, splits and awakenings stand on the first page and in the file, with their night")
  func told() throws {
    let files = try Dashboards.render(
      Self.report([
        Self.event(.born, 2, on: Sample.asOf.advanced(by: -2)), Self.event(.merged, 3, other: 1),
        Self.event(.woke, 1),
      ]))
    let index = files.text("kerngroep/index.html")
    #expect(
      index.between("<span class=\"kind\">", "</span>") == [
        "Nieuw onderwerp", "Terug van weggeweest", "Samengevoegd",
      ])
    #expect(
      index.contains("Tolken</a> is samengevoegd met <a href=\"onderwerpen/OND-0001.html\">Wachttijd</a>."))
    let rows = files.text("kerngroep/data/veranderingen.csv").split(separator: "\r\n")
    #expect(rows.contains("2026-W46,nieuw_onderwerp,OND-0002,Schermtijd,,,9,2026-11-16,"))
    #expect(rows.contains("2026-W46,samengevoegd,OND-0003,Tolken,OND-0001,,9,2026-11-18,"))
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    #expect(page.contains("Hier is een ander onderwerp bij gekomen: <a href=\"OND-0003.html\">Tolken</a>."))
    #expect(page.contains("<span class=\"kind\">18 november 2026</span>"))
  }

  @Test("an event of few people, or about a topic of few, stands nowhere")
  func suppressed() throws {
    let files = try Dashboards.render(
      Self.report([
        Self.event(.born, 2, questions: 7_123, askers: 4), Self.event(.born, 4, questions: 7_123),
        Self.event(.split, 1, other: 4, questions: 7_123), Self.event(.merged, 3, other: 4, questions: 7_123),
      ]))
    // The manifest's hashes may hold any digits.
    for file in files where file.path.hasPrefix("kerngroep/") && !file.path.hasSuffix("manifest.json") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("7123") && !text.contains("7.123"), "\(file.path)")
    }
    #expect(
      files.text("kerngroep/index.html").contains("Er veranderde niets aan de signalen en de onderwerpen."))
    let view = CoreView(Self.report([Self.event(.born, 4)]))
    #expect(view.topics.first { $0.id.number == 4 }?.isNew == false)
    #expect(view.topics.first { $0.id.number == 4 }?.bornOn == nil)
  }

  @Test("what formed on the community's first night is never new")
  func firstNight() throws {
    var report = Self.report([])
    report.history = [Self.event(.born, 1), Self.event(.born, 2)]
    let view = CoreView(report)
    #expect(view.changes.isEmpty)
    #expect(view.topics.allSatisfy { !$0.isNew && $0.bornOn == nil })
    #expect(changes(Self.report([Self.event(.born, 2)], previous: nil)) == [])
  }

  @Test(
    "a topic is new for eight weeks", arguments: [(0, true), (55, true), (56, false), (400, false)])
  func new(days: Int, isNew: Bool) throws {
    let files = try Dashboards.render(
      Self.report([Self.event(.born, 2, on: Sample.asOf.advanced(by: -days))]))
    let mark = "<span class=\"tag new\">Nieuw</span>"
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains(mark) == isNew)
    #expect(files.text("kerngroep/onderwerpen.html").between(mark, ">").count == (isNew ? 1 : 0))
    let born = Sample.asOf.advanced(by: -days)
    #expect(
      files.text("kerngroep/data/onderwerpen.csv").contains(",\(isNew ? "ja" : "nee"),\(born)\r\n"))
  }

  @Test(
    "what came and went again within the week is left out",
    arguments: [
      ([(TopicEvent.Kind.born, 3), (.died, 1)], []), ([(.died, 3), (.woke, 1)], []),
      ([(.woke, 3), (.merged, 1)], []), ([(.died, 6), (.woke, 5), (.merged, 1)], ["samengevoegd 2 1"]),
      ([(.born, 9), (.died, 1)], ["gestopt 2 "]), ([(.born, 8), (.died, 7)], []),
    ])
  func net(events: [(TopicEvent.Kind, Int)], told: [String]) {
    let dated = events.map {
      Self.event($0.0, 2, other: $0.0 == .merged ? 1 : nil, on: Sample.asOf.advanced(by: -$0.1))
    }
    #expect(changes(Self.report(dated)) == told)
    #expect(changes(Self.report(dated.reversed())) == told)
  }

  @Test("the overview can be narrowed to a theme; what has none yet says so")
  func themes() throws {
    var report = Self.report([])
    report.topics[1].topic.theme = "Pijler 2"
    report.topics[3].topic.theme = nil
    let files = try Dashboards.render(report)
    let overview = files.text("kerngroep/onderwerpen.html")
    let options = overview.between("<select id=\"theme\">", "</select>").flatMap {
      $0.between("<option value=\"", "</option>")
    }
    #expect(
      options == [
        "\">alle thema’s", "1\">Pijler 2", "2\">regie bij ouders, kinderen en jongeren", "0\">nog geen",
      ])
    let rows = overview.between("<tr data-signal", "</tr>")
    #expect(rows.first { $0.contains("Schermtijd") }?.contains("data-theme=\"1\"") == true)
    #expect(rows.first { $0.contains("Klein") }?.contains("data-theme=\"0\"") == true)
    #expect(rows.first { $0.contains("Klein") }?.contains("Thema: nog geen") == true)
    #expect(files.text("kerngroep/onderwerpen/OND-0004.html").contains("<dd>nog geen</dd>"))
    #expect(files.text("kerngroep/onderwerpen/OND-0002.html").contains("<dd>Pijler 2</dd>"))
    for index in report.topics.indices { report.topics[index].topic.theme = nil }
    let without = try Dashboards.render(report)
    #expect(!without.text("kerngroep/onderwerpen.html").contains("id=\"theme\""))
    #expect(!without.text("kerngroep/onderwerpen/OND-0002.html").contains("nog geen"))
  }
}
