// Existing material on pages and in files: named, linked safely, and proposed as an answer.
import Discussion
import Testing

@testable import Dashboards

@Suite struct ResourcePageTests {
  private static func resource(_ number: Int, link: String = "https://www.nji.nl") -> Resource {
    Resource(
      name: "b\(number)", title: "Wijzer \(number) <b>", publisher: "NJi", link: link,
      topic: TopicID(number: 1),
      note: "=kort", validUntil: Sample.day("2027-01-31"))
  }

  private static func report(_ resources: [Resource]) -> NightReport {
    var topic = Sample.topic(1, "Wachttijd", last: [8, 9], signal: .strong)
    topic.resources = resources
    var report = Sample.report([topic, Sample.topic(2, "Schermtijd")])
    report.resources = resources
    return report
  }

  @Test func aTopicNamesAtMostFiveAndTheFileAll() throws {
    let files = try Dashboards.render(Self.report((1...7).map { Self.resource($0) }))
    let page = files.text("kerngroep/onderwerpen/OND-0001.html")
    let section = try #require(page.between("<h2 id=\"bronnen\">", "<h2").first)
    #expect(section.contains("Hierover zijn al 7 bronnen bekend. U ziet de eerste 5 van 7."))
    #expect(section.between("<a href=\"https://www.nji.nl\" rel=\"noreferrer\">", "</a>").count == 5)
    #expect(section.contains("Wijzer 5 &lt;b&gt;") && !section.contains("Wijzer 6"))
    #expect(section.contains("Er wacht nog 1 vraag op antwoord. Misschien staat het in “Wijzer 1"))
    let lines = files.text("kerngroep/data/bronnen.csv").split(whereSeparator: \.isNewline)
    #expect(lines.count == 8)
    #expect(
      lines[1] == "b1,Wijzer 1 <b>,NJi,https://www.nji.nl,OND-0001,Wachttijd,,'=kort,2027-01-31",
      "a note that a spreadsheet would run is made harmless")
    #expect(files.text("kerngroep/excel/kolommen.csv").contains("bronnen.csv;geldig_tot"))
    #expect(!files.text("kerngroep/onderwerpen/OND-0002.html").contains("id=\"bronnen\""))
  }

  @Test func aSignalsCardSaysWhatThereIs() throws {
    let page = try Dashboards.render(Self.report([Self.resource(1), Self.resource(2)])).text(
      "kerngroep/index.html")
    #expect(
      page.contains(
        "Hierover is al: <a href=\"onderwerpen/OND-0001.html#bronnen\">Wijzer 1 &lt;b&gt;</a> en nog 1 bron</p>"
      ))
  }

  @Test(arguments: ["http://www.nji.nl", "javascript:alert(1)", ""])
  func anAddressThatIsNotSafeIsNoLink(link: String) throws {
    let page = try Dashboards.render(Self.report([Self.resource(1, link: link)]))
      .text("kerngroep/onderwerpen/OND-0001.html")
    let section = try #require(page.between("<h2 id=\"bronnen\">", "<h2").first)
    #expect(
      !section.contains("<a ") && (link.isEmpty || section.contains(link)) && section.contains("Wijzer 1"))
  }

  @Test func openQuestionsComeWithAProposal() throws {
    let files = try Dashboards.render(Self.report([Self.resource(1)]))
    let page = files.text("monitors/onbeantwoord.html")
    #expect(page.between("Misschien het antwoord: <a href=\"https://www.nji.nl\"", "</div>").count == 1)
    let lines = files.text("monitors/data/onbeantwoord.csv").split(whereSeparator: \.isNewline)
    #expect(lines[0].hasSuffix(",adres,bron,bron_adres"))
    #expect(lines[1].hasSuffix(",Wijzer 1 <b>,https://www.nji.nl") && lines[2].hasSuffix(",,,"))
  }

  @Test func nothingIsToldOfATopicThatIsKeptOutOfSight() throws {
    var report = Self.report([Self.resource(1)])
    report.topics[0].decisions.isMuted = true
    let files = try Dashboards.render(report)
    #expect(files.text("kerngroep/data/bronnen.csv").split(whereSeparator: \.isNewline).count == 1)
  }
}
