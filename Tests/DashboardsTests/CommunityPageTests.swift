// The page and the file of the community list.
import Discussion
import Moderation
import Testing

@testable import Dashboards

@Suite struct CommunityPageTests {
  private static func row(
    _ number: Int, _ finding: CommunityRow.Finding, firstDay: String? = nil, link: String? = nil
  )
    -> CommunityRow
  {
    CommunityRow(
      finding: finding, post: PostID("jeugd:p\(number)"), thread: ThreadID("jeugd:t\(number)"),
      channel: "vragen",
      day: Sample.day("2026-11-10"), firstDay: firstDay.map { Sample.day($0) },
      excerpt: Sample.redacted("Bericht <b>\(number)</b>"), link: link)
  }

  private static func newcomer(_ number: Int) -> CommunityRow {
    row(
      number,
      .newcomer(
        NewcomerWithoutReply(
          post: PostID("jeugd:p\(number)"), postedAt: Timestamp(seconds: 0), workingDays: number)))
  }

  private static func repeated(_ number: Int, _ kind: RepeatedText.Kind, times: Int, people: Int)
    -> CommunityRow
  {
    row(
      number,
      .repeated(
        RepeatedText(
          kind: kind, posts: (1..<times).map { PostID("jeugd:oud\($0)") } + [PostID("jeugd:p\(number)")],
          people: people, firstAt: Timestamp(seconds: 0), lastAt: Timestamp(seconds: 1))),
      firstDay: "2026-11-08")
  }

  private static func heated(_ number: Int, replies: Int, people: Int, usual: Int?, hostile: Int = 0)
    -> CommunityRow
  {
    row(
      number,
      .heated(
        HeatedThread(
          thread: ThreadID("jeugd:t\(number)"), post: PostID("jeugd:p\(number)"), replies: replies,
          people: people,
          usual: usual, isBusy: true, hostile: hostile, since: Timestamp(seconds: 0))))
  }

  private func files(_ rows: [CommunityRow]) throws -> [RenderedFile] {
    var report = Sample.report([])
    report.communityList = CommunityReport(rows: rows)
    return try Dashboards.render(report)
  }

  private func page(_ rows: [CommunityRow]) throws -> String {
    try files(rows).text("monitors/gemeenschap.html")
  }

  private static let busy = [
    heated(6, replies: 9, people: 3, usual: 2), heated(7, replies: 5, people: 0, usual: nil, hostile: 2),
    repeated(4, .copied, times: 8, people: 3), repeated(3, .placedAgain, times: 2, people: 1),
    newcomer(2), newcomer(1), row(5, .announcement(workingDays: 4)),
  ]

  @Test("the four groups stand in their order, each row with what was seen")
  func groups() throws {
    let page = try page(Self.busy)
    let headings = page.between("<h2 id=\"", "</h2>")
    #expect(
      headings == [
        "onbeantwoord\">Onbeantwoord", "nieuwkomers\">Nieuwkomers zonder reactie",
        "dubbel\">Dubbele berichten",
        "verhit\">Verhitte gesprekken",
      ])
    for text in [
      "<h1>Gemeenschap: 6 berichten en gesprekken om te bekijken</h1>",
      "1 werkdag geen reactie op een eerste bericht",
      "Staat er 2 keer, van 1 persoon", "Van 8 t/m 10 november 2026",
      "Staat er 8 keer, van 3 mensen",
      "Ook: jeugd:oud7, jeugd:oud6, jeugd:oud5, jeugd:oud4, jeugd:oud3 en nog 2",
      "9 reacties in 24 uur, van 3 mensen; gewoonlijk 2", "5 reacties in 24 uur<",
      "2 reacties zijn mogelijk vijandig",
      "1 aankondiging met een vraag telt niet mee", "2 vragen wachten na 3 werkdagen",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    // Who waits longest, one person's texts, and the most hostile come first.
    let order = page.between("<th scope=\"row\">", "<div").filter { $0.hasPrefix("jeugd:p") }
    #expect(order == ["jeugd:p5", "jeugd:p1", "jeugd:p2", "jeugd:p3", "jeugd:p4", "jeugd:p7", "jeugd:p6"])
    #expect(!page.contains("<b>"))
  }

  @Test("empty groups say so, and nothing is asked of anybody")
  func empty() throws {
    let page = try page([])
    #expect(page.contains("<h1>In de gemeenschap valt niets op</h1>"))
    #expect(page.contains("Elke nieuwkomer kreeg een reactie"))
    #expect(page.contains("is geen tekst nog eens geplaatst"))
    #expect(!page.contains(Texts.Community.todo) && !page.contains("<table"))
    let table = try files([]).text("monitors/data/gemeenschap.csv")
    #expect(table.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test("the first page and the menu lead there")
  func navigation() throws {
    let files = try files(Self.busy)
    let index = files.text("monitors/index.html")
    #expect(
      index.contains(
        "In de gemeenschap: 2 nieuwkomers zonder reactie, 2 dubbele teksten en 2 verhitte gesprekken."))
    #expect(index.contains("<a href=\"gemeenschap.html\">"))
    #expect(files.text("monitors/gemeenschap.html").contains("aria-current=\"page\">Gemeenschap"))
    #expect(!files.contains { $0.path.hasPrefix("kerngroep") && $0.path.contains("gemeenschap") })
  }

  @Test("the file holds all rows with their numbers, the page the first hundred of a group")
  func manyRows() throws {
    let rows =
      (1...250).map { Self.newcomer($0) }
      + (251...500).map { Self.heated($0, replies: 9, people: 2, usual: 1) }
      + (501...750).map { Self.repeated($0, .copied, times: 9, people: 2) }
    let files = try files(rows)
    let page = files.text("monitors/gemeenschap.html")
    #expect(page.between("U ziet de eerste 100 van 250", ".").count == 3)
    #expect(page.utf8.count < 400_000)
    let table = files.text("monitors/data/gemeenschap.csv").split(whereSeparator: \.isNewline)
    #expect(table.count == 751)
    #expect(
      table[1].hasPrefix("nieuwkomer,jeugd:p1,jeugd:t1,vragen,2026-11-10,1,,,,,,,,1 werkdag geen reactie"))
    #expect(
      table.contains {
        $0.hasPrefix(
          "verhit,jeugd:p251,jeugd:t251,vragen,2026-11-10,,,,,9,1,0,2,\"9 reacties in 24 uur, van 2 mensen")
      })
    #expect(
      table.contains {
        $0.hasPrefix("overgenomen,jeugd:p501,jeugd:t501,vragen,2026-11-10,,9,2026-11-08,jeugd:oud1|")
      })
    let dictionary = files.text("monitors/data/kolommen.csv").split(whereSeparator: \.isNewline)
    #expect(dictionary.count { $0.hasPrefix("gemeenschap.csv,") } == 17)
    #expect(files.text("monitors/manifest.json").contains("excel/gemeenschap.csv"))
  }

  @Test("links lead to the platform only when they are what they seem")
  func links() throws {
    var good = Self.newcomer(1)
    good.link = "https://platform.example/p1"
    var bad = Self.newcomer(2)
    bad.link = "javascript:alert(1)"
    let page = try page([good, bad])
    #expect(page.contains("<a href=\"https://platform.example/p1\">jeugd:p1</a>"))
    #expect(!page.contains("javascript:"))
  }
}
