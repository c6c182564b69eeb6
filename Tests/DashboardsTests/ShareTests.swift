// The reports to share: nothing that points to a person, nothing that no monitor let everybody read, the same everywhere.
import Discussion
import Foundation
@testable import Moderation
import Records
import Testing

@testable import Dashboards

@Suite("Reports to share")
struct ShareTests {
  /// A night with two themes, one that too few asked about, and a source.
  private static func night() -> NightReport {
    var report = Sample.report([
      topic(1, "Wachtlijsten", theme: "Veranderend werkveld"),
      topic(2, "Inkoop", theme: "Veranderend werkveld"),
      topic(3, "Meldcode", theme: "Vakmanschap & zo"), topic(4, "Weinig", theme: "Klein thema"),
    ])
    report.volumes = (0..<80).map {
      WeekVolume(week: Sample.week.advanced(by: -$0), posts: 20, questions: 5)
    }
    report.share = ShareReport(
      parts: [
        part(.theme, "Veranderend werkveld", [(1, 40, 12), (2, 9, 8), (5, 3, 3)], stories: 4),
        part(.theme, "Vakmanschap & zo", [(3, 12, 9)], stories: 0),
        part(.theme, "Klein thema", [(4, 4, 4)], stories: 1),
        part(.source, "peiling", [(1, 10, 6)], stories: 2),
      ], unassigned: 7, strayStories: 3,
      strayQuotes: [Sample.quote("Vandaag ging het goed.", "v9", .published(line: 9))])
    return report
  }

  private static func topic(_ number: Int, _ title: String, theme: String) -> TopicReport {
    var topic = Sample.topic(number, title, groups: [])
    topic.topic.theme = theme
    return topic
  }

  /// A part with topics: number, questions, people.
  private static func part(
    _ kind: SharePart.Kind, _ name: String, _ topics: [(Int, Int, Int)], stories: Int
  ) -> SharePart {
    var askers: [ShareAsker] = []
    for (number, questions, people) in topics {
      for person in 0..<people {
        askers.append(
          ShareAsker(
            person: person, topic: TopicID(number: number), organisation: "Organisatie \(person % 2)",
            region: person < 4 ? "Eiland" : "Midden",
            questions: questions / people + (person < questions % people ? 1 : 0)))
      }
    }
    return SharePart(
      kind: kind, name: name,
      topics: topics.map { number, questions, people in
        ShareTopic(
          topic: TopicID(number: number), title: "Onderwerp nummer \(number)",
          weeks: Array(repeating: 0, count: 51) + [questions], askers: people,
          examples: [
            Sample.quote("Openbare vraag \(number)?", "q\(number)", .published(line: 1)),
            Sample.quote("Vraag voor de kerngroep \(number)?", "k\(number)", .approved(line: 2)),
            Sample.quote("Geweigerde vraag \(number)?", "w\(number)", .refused(line: 3)),
            Sample.quote("Nieuwe vraag \(number)?", "n\(number)", .open),
            gap("Vraag van [naam] \(number)?", "g\(number)"),
          ], stories: number == 1 ? stories : 0, unanswered: 1)
      }, askers: askers, stories: stories,
      storyQuotes: [
        Sample.quote("Bij ons werkt \(name) heel goed.", "s-\(name)", .published(line: 4)),
        Sample.quote("Alleen \(name) voor de kerngroep.", "sk-\(name)", .approved(line: 5)),
        Sample.quote("Voorstel over \(name) dat goed gaat.", "so-\(name)", .open),
      ])
  }

  /// A sentence that everybody may read, but that something was taken out of.
  private static func gap(_ text: String, _ id: String) -> QuoteCandidate {
    let whole = Sample.quote(text, id, .published(line: 6))
    return QuoteCandidate(
      post: whole.post, version: whole.version, text: RedactedText(text: text, replacements: 1),
      standing: whole.standing)
  }

  private func share(_ files: [RenderedFile]) -> String {
    files.filter { $0.path.hasPrefix("opbrengst/") }.map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined()
  }

  private func rows(_ files: [RenderedFile], _ name: String, excel: Bool = false) -> [[String: String]] {
    let file = files.first { $0.path == "opbrengst/\(excel ? "excel" : "data")/\(name).csv" }
    let bytes = Array((file?.bytes ?? []).dropFirst(excel ? 3 : 0))
    let records = CSVParser.records(
      in: bytes, format: CSVFormat(delimiter: UInt8(ascii: excel ? ";" : ","))
    ).map(\.strings)
    guard let head = records.first else { return [] }
    return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  @Test("a theme of fewer people than the threshold has no report, and a topic no name")
  func few() throws {
    let files = try Dashboards.render(Self.night())
    let pages = files.map(\.path).filter { $0.hasPrefix("opbrengst/") && $0.hasSuffix(".html") }
    #expect(
      pages == [
        "opbrengst/bron-peiling.html", "opbrengst/index.html", "opbrengst/thema-vakmanschap-zo.html",
        "opbrengst/thema-veranderend-werkveld.html",
      ])
    let all = share(files)
    #expect(!all.contains("Klein thema") && !all.contains("Onderwerp nummer 4"))
    #expect(!all.contains("Onderwerp nummer 5"), "three people asked about it")
    #expect(
      files.text("opbrengst/index.html").contains("Een paar vragen gaan over iets waar minder dan 5 mensen"))
    let theme = rows(files, "onderwerpen").filter { $0["rapport"] == "thema-veranderend-werkveld" }
    #expect(
      theme.map { $0["onderwerp"] } == ["Onderwerp nummer 1", "Onderwerp nummer 2", "Ander onderwerp (1)"])
    #expect(theme.map { $0["vragen"] } == ["40", "9", "3"])
    #expect(theme.map { $0["aandeel"] } == ["76.92", "17.31", "5.77"])
  }

  @Test(
    "one source with too few people keeps all sources from a report, and a topic with too few in one is not named in any"
  )
  func smallSource() throws {
    var night = Self.night()
    night.share.parts.removeAll { $0.kind == .source }
    // A second source in which five people ask about the first topic, and two of them about another one as well.
    night.share.parts += [
      Self.part(.source, "eerste", [(1, 12, 12), (2, 9, 9)], stories: 0),
      Self.part(.source, "tweede", [(1, 5, 5), (2, 2, 2)], stories: 0),
    ]
    var files = try Dashboards.render(night)
    #expect(files.contains { $0.path == "opbrengst/bron-tweede.html" })
    for report in ["bron-eerste", "bron-tweede"] {
      let named = rows(files, "onderwerpen").filter { $0["rapport"] == report }.map { $0["onderwerp"] }
      #expect(named.contains("Onderwerp nummer 1") && !named.contains("Onderwerp nummer 2"), "\(report)")
    }
    night.share.parts[night.share.parts.count - 1].askers.removeAll { $0.person == 4 }
    files = try Dashboards.render(night)
    #expect(!files.contains { $0.path.hasPrefix("opbrengst/bron-") })
  }

  @Test("a group of four people stands in no file, whatever its questions")
  func group() throws {
    let files = try Dashboards.render(Self.night())
    #expect(!share(files).contains("Eiland"))
    let who = rows(files, "wie_vraagt").filter { $0["indeling"] == "regio" }
    #expect(who.filter { $0["rapport"] == "bron-peiling" }.isEmpty, "a source cuts across the topics")
    #expect(who.allSatisfy { $0["groep"] != "Eiland" })
    #expect(files.text("opbrengst/bron-peiling.html").contains("uitrekenen"))
  }

  @Test("who subtracts the topic pages from a report finds a group above the thresholds, or none")
  func subtraction() {
    let rule = SuppressionRule(MethodSettings())
    func asked(_ topic: Int, _ region: String, _ people: Range<Int>) -> [ShareAsker] {
      people.map { ShareAsker(person: $0, topic: TopicID(number: topic), region: region, questions: 1) }
    }
    // A page of its own says "Midden 12" of the first topic; the second has four of Midden, and its page says nothing.
    let askers = asked(1, "Midden", 0..<12) + asked(2, "Midden", 20..<24) + asked(2, "Zuid", 30..<33)
    let first = rule.breakdown(
      ShareBreakdown.tallies(askers.filter { $0.topic == TopicID(number: 1) }, by: .region), by: .region)
    let second = rule.breakdown(
      ShareBreakdown.tallies(askers.filter { $0.topic == TopicID(number: 2) }, by: .region), by: .region)
    #expect(second == .suppressed)
    let pages = [TopicID(number: 1): first, TopicID(number: 2): second]
    #expect(
      ShareBreakdown(.region, askers: askers, pages: pages, rule: rule).groups
        == .shown([GroupBreakdown.Row(name: "Midden", questions: 12)], others: 7))
    // Two topics whose pages say nothing may be told together once a group is large enough in both.
    let many =
      asked(2, "Midden", 20..<24) + asked(3, "Midden", 40..<44) + asked(3, "Zuid", 50..<53)
      + asked(2, "Zuid", 30..<33)
    let silent = [TopicID(number: 2): GroupBreakdown.suppressed, TopicID(number: 3): .suppressed]
    #expect(
      ShareBreakdown(.region, askers: many, pages: silent, rule: rule).groups
        == .shown(
          [
            GroupBreakdown.Row(name: "Midden", questions: 8), GroupBreakdown.Row(name: "Zuid", questions: 6),
          ], others: nil))
    #expect(ShareBreakdown(.role, askers: many, pages: silent, rule: rule).groups == .notKnown)
  }

  @Test(
    "for any askers, what subtraction leaves of a group keeps to the thresholds by itself", arguments: 0..<60)
  func subtractionOfAny(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let rule = SuppressionRule(MethodSettings())
    let askers = (0..<120).map { person in
      ShareAsker(
        person: person, topic: TopicID(number: 1 + draw(5)),
        region: ["A", "B", "C", "D"][draw(4) * draw(4) / 4],
        questions: 1 + draw(2))
    }
    var pages: [TopicID: GroupBreakdown] = [:]
    for topic in Set(askers.map(\.topic)) {
      pages[topic] = rule.breakdown(
        ShareBreakdown.tallies(askers.filter { $0.topic == topic }, by: .region), by: .region)
    }
    guard case .shown(let rows, _) = ShareBreakdown(.region, askers: askers, pages: pages, rule: rule).groups
    else { return }
    for row in rows {
      var left = row.questions
      var untold = askers.filter { $0.region == row.name }
      for (topic, page) in pages {
        guard case .shown(let shown, _) = page else { continue }
        left -= shown.first { $0.name == row.name }?.questions ?? 0
        untold.removeAll { $0.topic == topic }
      }
      #expect(left >= 0)
      if left > 0 {
        #expect(left >= rule.questions && untold.count >= rule.people)
        #expect(left == untold.reduce(0) { $0 + $1.questions })
      }
    }
  }

  @Test("only sentences that everybody may read stand in it, and none of which something was taken out")
  func approval() throws {
    var night = Self.night()
    let all = share(try Dashboards.render(night))
    for text in [
      "Openbare vraag 1?", "Openbare vraag 3?", "Bij ons werkt Vakmanschap &amp; zo heel goed.",
      "Vandaag ging het goed.",
    ] { #expect(all.contains(text), "\(text)") }
    for text in ["voor de kerngroep", "Geweigerde", "Nieuwe vraag", "[naam]", "Voorstel over"] {
      #expect(!all.contains(text), "\(text)")
    }
    // Refused afterwards.
    for part in night.share.parts.indices {
      night.share.parts[part].storyQuotes = [Sample.quote("Bij ons werkt het.", "x", .refused(line: 8))]
      for topic in night.share.parts[part].topics.indices {
        night.share.parts[part].topics[topic].examples = []
      }
    }
    night.share.strayQuotes = []
    let none = share(try Dashboards.render(night))
    #expect(!none.contains("<blockquote") && none.contains("nog geen vraag vrijgegeven"))
  }

  @Test("monitors are asked about stories, with the line to record, and see what everybody reads")
  func monitors() throws {
    let files = try Dashboards.render(Self.night())
    let page = files.text("monitors/citaten.html")
    #expect(page.contains("Voorstel over Veranderend werkveld dat goed gaat."))
    #expect(page.contains("--oordeel citaat_openbaar --versie v0123456789abcdef"))
    #expect(page.contains("href=\"../opbrengst/thema-veranderend-werkveld.html\""))
    #expect(page.contains(Texts.Quotes.isPublic))
    #expect(files.text("monitors/index.html").contains("href=\"../opbrengst/index.html\""))
    let file = files.text("monitors/data/citaten.csv")
    #expect(
      file.contains(
        "Bij ons werkt Veranderend werkveld heel goed.,jeugd:s-Veranderend werkveld,vrijgegeven,4,"))
    #expect(
      files.text("monitors/oordelen-citaten.csv").contains(
        "Voorstel over Veranderend werkveld dat goed gaat."))
    #expect(!page.contains("Klein thema"), "nobody is asked about a report that there is not")
  }

  @Test("a hidden topic is in no report, also when somebody left it in the counts")
  func muted() throws {
    var night = Self.night()
    night.topics[0].decisions.isMuted = true
    let files = try Dashboards.render(night)
    #expect(!share(files).contains("Onderwerp nummer 1") && !share(files).contains("Openbare vraag 1?"))
    #expect(
      rows(files, "rapporten").first { $0["rapport"] == "thema-veranderend-werkveld" }?["vragen"] == "12")
  }

  @Test("the pages say what the files say, and both forms of a file are equal")
  func numbers() throws {
    let files = try Dashboards.render(Self.night())
    for report in rows(files, "rapporten") where report["rapport"] != "" {
      let slug = report["rapport"] ?? ""
      let page = files.text("opbrengst/\(slug).html")
      // People are told as a bound.
      let tiles = page.between("<span class=\"big\">", "</span>").map { $0.replacing("minstens ", with: "") }
      #expect(
        tiles
          == ["vragen", "mensen", "onderwerpen", "zonder_antwoord", "wat_goed_gaat"].map { report[$0] ?? "" })
      let topics = rows(files, "onderwerpen").filter { $0["rapport"] == slug }
      for topic in topics {
        let line = page.between("<tr><th scope=\"row\">", "</tr>").first {
          $0.hasPrefix(topic["onderwerp"] ?? "–")
        }
        #expect(line?.contains("data-label=\"Vragen\">\(topic["vragen"] ?? "")<") == true)
      }
      #expect(topics.reduce(0) { $0 + (Int($1["vragen"] ?? "") ?? 0) } == Int(report["vragen"] ?? ""))
      #expect(
        rows(files, "weken").filter { $0["rapport"] == slug }.reduce(0) {
          $0 + (Int($1["vragen"] ?? "") ?? 0)
        }
          == Int(report["vragen"] ?? ""))
      let quotes = rows(files, "citaten").filter { $0["rapport"] == slug }.compactMap { $0["zin"] }
      for quote in quotes { #expect(page.contains("“\(SVG.escape(quote))”"), "\(quote)") }
      #expect(quotes.count == page.between("<blockquote", "</blockquote>").count)
      for group in rows(files, "wie_vraagt") where group["rapport"] == slug && group["onderdrukt"] == "nee" {
        #expect(page.contains("\(group["groep"] ?? "–")<svg"))
      }
    }
    for name in ["rapporten", "onderwerpen", "weken", "wie_vraagt", "citaten", "kolommen"] {
      let (data, excel) = (rows(files, name), rows(files, name, excel: true))
      #expect(!data.isEmpty && data.count == excel.count, "\(name)")
      for (left, right) in zip(data, excel) {
        for (column, value) in left where column != "aandeel" { #expect(right[column] == value) }
        #expect(right["aandeel"] == left["aandeel"]?.replacing(".", with: ","))
      }
    }
  }

  @Test("the folder leads nowhere but to itself, is not called confidential, and holds nothing of monitors")
  func alone() throws {
    let files = try Dashboards.render(Self.night())
    for file in files where file.path.hasPrefix("opbrengst/") && file.path.hasSuffix(".html") {
      let page = String(decoding: file.bytes, as: UTF8.self)
      #expect(page.between("href=\"", "\"").allSatisfy { !$0.contains("..") && !$0.contains("://") })
      for word in ["Vertrouwelijk", "alleen voor", "SIG-", "jeugd:", "themaradar review", "<script"] {
        #expect(!page.contains(word), "\(file.path): \(word)")
      }
    }
    #expect(
      files.filter { $0.path.hasPrefix("kerngroep/") }
        .allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("opbrengst") })
  }

  @Test("the same night gives the same bytes, in whatever order its parts come")
  func bytes() throws {
    var shuffled = Self.night()
    shuffled.share.parts.reverse()
    for index in shuffled.share.parts.indices {
      shuffled.share.parts[index].topics.reverse()
      shuffled.share.parts[index].askers.reverse()
    }
    let files = try Dashboards.render(Self.night()).filter { $0.path.hasPrefix("opbrengst/") }
    #expect(try Dashboards.render(shuffled).filter { $0.path.hasPrefix("opbrengst/") } == files)
  }

  @Test("a first night without a report says so, and a language without stories does too")
  func empty() throws {
    let files = try Dashboards.render(Sample.report([]))
    #expect(files.text("opbrengst/index.html").contains("Er is nog geen rapport om te delen"))
    var night = Self.night()
    night.share.findsStories = false
    let page = try Dashboards.render(night).text("opbrengst/thema-veranderend-werkveld.html")
    #expect(page.contains(Texts.Share.storiesUnknown) && !page.contains(Texts.Share.balanceNote))
  }

  @Test(
    "what is more or less is said when chance seldom gives it",
    arguments: [
      (20, 20, ShareTrend.same), (26, 20, .same), (40, 20, .muchMore), (46, 28, .more), (28, 46, .less),
      (5, 20, .muchLess), (4, 5, .unknown), (0, 0, .unknown),
    ])
  func trend(now: Int, before: Int, expected: ShareTrend) {
    #expect(ShareTrend(now: now, before: before) == expected)
    #expect(ShareTrend(now: now, before: nil) == .unknown)
  }

  @Test("a report's file has a safe name of its own, whatever the theme is called")
  func slugs() {
    func slugs(_ names: [String]) -> [String] {
      ShareSlug.slugs(of: names.map { SharePart(kind: .theme, name: $0, topics: [], askers: []) })
    }
    #expect(slugs(["Regie bij ouders, kinderen & Jongeren"]) == ["thema-regie-bij-ouders-kinderen-jongeren"])
    #expect(slugs(["Één café’s “plus”"]) == ["thema-een-cafes-plus"])
    let twins = slugs(["A/B", "a b", "../..", "日本", String(repeating: "lang ", count: 60)])
    #expect(
      Set(twins).count == 5
        && twins == slugs(["A/B", "a b", "../..", "日本", String(repeating: "lang ", count: 60)]))
    #expect(slugs(["a b", "A/B"]).reversed() == Array(twins.prefix(2)))
    #expect(
      twins.allSatisfy {
        $0.utf8.count < 80 && $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      })
  }
}
