import Discussion
import Moderation
import Records
import Testing

@testable import Dashboards

@Suite("The monitors' queue: reasons, advice, verdicts and the number for one day")
struct ReviewPageTests {
  private static func row(
    _ rank: Int, _ reasons: [ReviewReason], id: String? = nil, back: ReviewReturn? = nil
  ) -> ReviewRow {
    ReviewRow(
      item: ReviewItem(post: PostID(id ?? "jeugd:p\(rank)"), reasons: reasons, rank: rank, back: back),
      thread: ThreadID("jeugd:t\(rank)"), day: Sample.asOf, excerpt: Sample.redacted("Begin \(rank)"),
      version: "v000000000000000\(rank % 10)-\(rank)")
  }

  private static func report(_ rows: [ReviewRow], _ verdicts: VerdictReport = VerdictReport()) -> NightReport
  {
    var report = Sample.busy
    report.reviewQueue = rows
    report.verdicts = verdicts
    return report
  }

  private func page(_ report: NightReport) throws -> String {
    try Dashboards.render(report).text("monitors/moderatie.html")
  }

  @Test("a crisis is told with all that a monitor can call, and that the program calls nobody")
  func crisis() throws {
    let page = try page(Self.report([Self.row(1, [.triage(.crisis, confidence: 0.9)])]))
    for text in [
      "Mogelijk is iemand in gevaar. Lijkt er meer op dan 90 van de 100 gewone berichten.", "bel 112",
      "Veilig Thuis, 0800-2000, gratis, dag en nacht",
      "113 of 0800-0113", "Neem zelf contact op met de schrijver",
      "het programma neemt met niemand contact op",
      "kan een crisis missen",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("every reason has words and advice, each advice once", arguments: ReviewReason.all)
  func words(reason: ReviewReason) throws {
    #expect(!Texts.Review.reason(reason).isEmpty)
    let advice = Texts.Review.advice([reason, reason])
    #expect(!advice.isEmpty && Set(advice).count == advice.count)
    let leaks = ReviewClass(reason) == .identifier || ReviewClass(reason) == .identifiableClient
    #expect(advice.contains("Mogelijk datalek: meld het aan de FG; die heeft 72 uur.") == leaks)
  }

  @Test("the words that weighed are told with the reason, in the page and in the file")
  func weighed() throws {
    var row = Self.row(1, [.triage(.crisis, confidence: 1), .personalData(.person)])
    row.words = [.crisis: ["pillen", "nu"]]
    let files = try Dashboards.render(Self.report([row]))
    let page = files.text("monitors/moderatie.html")
    #expect(page.contains("99 van de 100 gewone berichten. Vooral door: ‘pillen’, ‘nu’."))
    #expect(files.text("monitors/data/moderatie.csv").contains(",\"pillen, nu\"\r\n"))
  }

  private static func new(_ id: String, _ standings: [TriageClass: Double], day: Int = 0) -> NewPost {
    NewPost(
      post: PostID(id), thread: ThreadID(id), day: Sample.asOf.advanced(by: day), standings: standings,
      excerpt: Sample.redacted("Begin van \(id)"))
  }

  @Test("every new post is listed, the likest to a crisis first, ordinary ones too")
  func newPosts() throws {
    var report = Sample.busy
    report.newPosts = NewPostReport(
      since: Sample.asOf,
      posts: [
        Self.new("jeugd:gewoon", [.crisis: 0.2, .spam: 0.1]), Self.new("jeugd:crisis", [.crisis: 0.999]),
        Self.new("jeugd:reclame", [.crisis: 0.2, .spam: 0.95]),
      ])
    let files = try Dashboards.render(report)
    let page = files.text("monitors/nieuw.html")
    #expect(page.contains("3 nieuwe berichten") && page.contains("kan een crisis missen"))
    #expect(
      page.between("<li>", "</li>").map { String($0) }.filter { !$0.contains("href") }.prefix(3) == [
        "een crisis: meer dan 99 van de 100", "reclame: meer dan 95 van de 100", "gewoon bericht",
      ])
    let rows = files.text("monitors/data/nieuwe_berichten.csv").split(separator: "\r\n").dropFirst()
    #expect(rows.map { $0.split(separator: ",")[1] } == ["jeugd:crisis", "jeugd:reclame", "jeugd:gewoon"])
  }

  @Test("a page of very many new posts is cut, with a line that says so; the file is not")
  func manyNewPosts() throws {
    var report = Sample.busy
    report.newPosts = NewPostReport(
      posts: (0..<450).map { Self.new("jeugd:\($0)", [.crisis: Double($0) / 1000]) })
    let files = try Dashboards.render(report)
    let page = files.text("monitors/nieuw.html")
    #expect(page.contains("U ziet de eerste 400 van 450.") && page.contains("Dit is de eerste nacht"))
    #expect(files.text("monitors/data/nieuwe_berichten.csv").split(separator: "\r\n").count == 451)
  }

  @Test("a possible crisis is the first thing that the first page says")
  func heading() throws {
    let report = Self.report([Self.row(1, [.triage(.crisis, confidence: 1)])])
    #expect(
      try Dashboards.render(report).text("monitors/index.html")
        .contains("1 bericht lijkt op een crisis: lees dat eerst"))
  }

  @Test("what came back is marked with why", arguments: ReviewReturn.allCases)
  func back(back: ReviewReturn) throws {
    let report = Self.report([
      Self.row(1, [.personalData(.phone)], back: back), Self.row(2, [.personalData(.email)]),
    ])
    #expect(try page(report).between("<div class=\"again\">", "</div>") == [Texts.Review.back(back)])
    let table = try Dashboards.render(report).text("monitors/data/moderatie.csv")
    #expect(table.contains(",\(back.rawValue),ja,v0000000000000001-1,\r\n"))
  }

  @Test("what is above the day's number is one line that opens, and stands whole in the file and the form")
  func budget() throws {
    let rows =
      (1...60).map { Self.row($0, [.personalData($0 <= 2 ? .bsn : .phone)]) }
      + (61...300).map { Self.row($0, [.unanswered(workingDays: 4)]) }
    let files = try Dashboards.render(Self.report(rows, VerdictReport(budget: 25)))
    let page = files.text("monitors/moderatie.html")
    #expect(page.contains("<h1>27 berichten om te modereren</h1>"))
    let folded = try #require(page.between("<details><summary>Nog ", "</table>").first)
    #expect(
      folded.contains(
        "273 berichten boven het aantal voor één dag (25): 33 met adres of contactgegevens en 240"))
    #expect(folded.contains("jeugd:p28<") && !folded.contains("jeugd:p27<"))
    #expect(page.contains("U ziet de eerste 200 van 273. Het bestand bevat alles."))
    let table = files.text("monitors/data/moderatie.csv")
    #expect(table.between(",jeugd:p", ",").count == 300)
    #expect(table.between(",nee,v", "\r\n").count == 273)
    #expect(files.text("monitors/oordelen.csv").between("\r\njeugd:p", ";").count == 300)
    #expect(files.text("monitors/index.html").contains("en 273 voor later"))
    #expect(page.utf8.count < 400_000)
  }

  @Test("the command and the row of a post say one thing, whatever an export put in its number")
  func commands() throws {
    let id = "jeugd:x'; rm -rf /;\"y\" <b>"
    let row = Self.row(1, [.personalData(.phone)], id: id)
    #expect(
      VerdictForm.command(row, pipeline: "mijn net.yaml")
        == "themaradar review 'mijn net.yaml' 'jeugd:x'\\''; rm -rf /;\"y\" <b>' --oordeel geen_actie")
    let columns = CSVParser.records(
      in: Array((VerdictForm.ownColumns + "\n" + VerdictForm.row(row)).utf8),
      format: CSVFormat(delimiter: UInt8(ascii: ";"))
    ).map(\.strings)
    #expect(columns.count == 2 && columns[0].count == columns[1].count)
    #expect(columns[1] == [id, "geen_actie", "", "", "", "", "v0000000000000001-1"])
    #expect(try !page(Self.report([row])).contains("<b>"))
    #expect(VerdictForm.quoted("") == "''" && VerdictForm.quoted("jeugd:p1") == "jeugd:p1")
  }

  @Test("how often reasons were right stands on the page, and the log in a file")
  func precision() throws {
    #expect(try page(Self.report([])).contains(Texts.Review.precisionNone))
    let version = try #require(TextVersion("v0000000000000001"))
    let lines = [
      Verdict(
        number: 1,
        action: .judge(
          Verdict.Judgement(
            post: PostID("jeugd:p1"), version: version, kind: .unjust, shown: [.personalData(.address)])),
        note: "=1+1", recordedOn: Sample.asOf, by: "Ank"),
      Verdict(number: 2, action: .withdraw(1), recordedOn: Sample.asOf),
    ]
    let files = try Dashboards.render(
      Self.report(
        [],
        VerdictReport(
          lines: lines.map { VerdictLine(line: $0, isInForce: $0.number == 2) },
          precision: [ReasonPrecision(reason: .personalData(.address), seen: 41, unjust: 2)], settled: 43)))
    let page = files.text("monitors/moderatie.html")
    #expect(page.contains("<li>adres: 41 gezien, 2 onterecht</li>"))
    #expect(page.contains("Nu staan 43 beoordeelde berichten niet in de rij."))
    #expect(page.contains("Er is niets om te modereren"))
    let log = files.text("monitors/data/oordelen_log.csv").between("\r\n", "\r\n")
    #expect(
      log.contains(
        "1,2026-11-18,jeugd:p1,v0000000000000001,onterecht,,personal_data:address,,,nee,'=1+1,Ank"),
      "\(log)")
    #expect(log.contains("2,2026-11-18,,,,,,,1,ja,,"), "\(log)")
  }

  @Test("nothing of the queue stands in the core group's folder")
  func core() throws {
    let marked = Self.row(1, [.triage(.crisis, confidence: 1)], id: "jeugd:zoekmij")
    for file in try Dashboards.render(Self.report([marked])) where file.path.hasPrefix("kerngroep/") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("zoekmij") && !text.contains("oordelen"), "\(file.path)")
    }
  }
}
