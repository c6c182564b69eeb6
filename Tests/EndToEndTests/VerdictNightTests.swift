// What monitors decide about posts: recorded at the keyboard or by a file in the inbox, in force on every later night.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct VerdictNightTests {
  /// A community with five posts that a monitor has to look at, to make copies of.
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<30)
    try write(posts, to: community, as: "wachtrij.jsonl")
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private static let posts: [(id: String, text: String)] = [
    ("v1", "Bel mij gerust op 06-12345678, dan overleggen we over de aanmelding."),
    ("v2", "Mail naar anke@wijkteamnoord.nl voor het formulier over verblijf."),
    ("v3", "Het bsn van de jongere is 111222333, kan iemand dat nakijken."),
    ("v4", "Stuur de factuur naar rekening NL91ABNA0417164300 van de stichting."),
    ("v5", "Hoe regelen jullie vervoer in het weekend? Het gaat om moeder m. oudshoorn van de groep."),
  ]

  private static func write(
    _ posts: [(id: String, text: String)], to community: SmallCommunity, as name: String
  )
    throws
  {
    let lines = posts.map { id, text in
      #"{"id": "\#(id)", "thread_id": "t\#(id)", "parent_id": null, "channel": "vragen", "title": null, "#
        + #""body": "\#(text)", "author_id": "schrijver\#(id)", "created_at": "2024-06-1\#(id.suffix(1))T10:00:00+02:00"}"#
        + "\n"
    }
    try lines.joined().write(toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  private func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try Self.first.get()) }

  private func store(_ community: SmallCommunity) throws -> CommunityStore {
    try CommunityStore(path: community.folder + "/out/store.sqlite")
  }

  /// The rows of the queue that are about this test's posts.
  private func queue(_ community: SmallCommunity) throws -> [ReviewItem] {
    let store = try store(community)
    let run = try #require(try store.lastPublishedRun())
    return try store.reviewItems(run: run.id).filter { $0.post.description.hasPrefix("jeugd:v") }
  }

  private func ids(_ community: SmallCommunity) throws -> [String] {
    try queue(community).map { String($0.post.description.dropFirst(6)) }
  }

  private func review(_ arguments: [String], in community: SmallCommunity) throws -> Program.Result {
    try Program.run(["review", community.pipeline] + arguments)
  }

  private func page(_ path: String, _ community: SmallCommunity) throws -> String {
    try String(contentsOfFile: community.folder + "/out/dashboards/latest/" + path, encoding: .utf8)
  }

  private func put(_ rows: String, in community: SmallCommunity, as name: String = "oordelen.csv") throws {
    let text = "bericht;oordeel;reden;tot;toelichting;door\r\n" + rows.replacing("\n", with: "\r\n")
    try ("\u{FEFF}" + text).write(
      toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  @Test func whatWasJudgedDoesNotComeBackUnlessSomethingChanged() throws {
    let community = try community()
    #expect(try ids(community) == ["v3", "v4", "v1", "v2", "v5"])

    // A night in which all but one are judged, one of them for three days.
    try put(
      """
      v1;geen_actie;;;;Ank
      jeugd:v2;uitgesteld;;04-07-2024;vraag nagaan;Ank
      v3;verwijderd;;;;Ank
      v5;Auteur benaderd;;;;Ank

      """, in: community)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try ids(community) == ["v4"])

    // Nights in which nothing changes: nothing that was judged is shown again.
    for day in ["2024-07-01", "2024-07-02", "2024-07-03"] {
      #expect(try community.night(["--as-of", day]).status == 0)
      #expect(try ids(community) == ["v4"], "\(day)")
    }

    // The snooze ends; the others stay away.
    #expect(try community.night(["--as-of", "2024-07-04"]).status == 0)
    #expect(try queue(community).map(\.back) == [nil, .due])
    #expect(try ids(community) == ["v4", "v2"])
    #expect(try page("monitors/moderatie.html", community).contains("opnieuw: het uitstel is voorbij"))

    // A text is edited and still holds a number; another is edited and holds none any more.
    try Self.write(
      [("v1", "Bel mij gerust op 06-12345678 of kom langs."), ("v3", "Het nummer is weggehaald.")],
      to: community, as: "wijziging.jsonl")
    #expect(try community.night(["--as-of", "2024-07-05"]).status == 0)
    #expect(try ids(community) == ["v4", "v1", "v2"])
    #expect(try queue(community).map(\.back) == [nil, .edited, .due])
    #expect(try review(["v1", "--oordeel", "onterecht"], in: community).status == 0)
    #expect(try review(["v2", "--oordeel", "geen actie"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-06"]).status == 0)
    #expect(try ids(community) == ["v4"])

    // A verdict is taken back, and the taking back as well.
    let log = try review(["--log"], in: community)
    let line = try #require(log.output.split(separator: "\n").first { $0.contains("jeugd:v1: onterecht") })
    let number = try #require(line.split(separator: ".").first).trimmingCharacters(in: .whitespaces)
    #expect(try review(["--intrekken", number], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-07"]).status == 0)
    #expect(try ids(community) == ["v4", "v1"] && queue(community).last?.back == .withdrawn)
    #expect(
      try review(["--intrekken", "\(try store(community).verdictLog().count)"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-08"]).status == 0)
    #expect(try ids(community) == ["v4"])
    let page = try page("monitors/moderatie.html", community)
    #expect(page.contains("telefoonnummer: 2 gezien, 1 onterecht"))
  }

  @Test func whatWasJudgedStaysAwayWhenTheTimeOfItsTextIsOver() throws {
    let community = try community()
    // A question that waits and holds a number: when its text is replaced it waits all the same.
    try Self.write(
      [("v6", "Hoe regelen jullie vervoer in het weekend? Bel mij op 06-12345678.")], to: community,
      as: "vraag.jsonl")
    #expect(try community.night(["--as-of", "2024-06-24"]).status == 0)
    #expect(try ids(community).contains("v6"))
    let written = try #require(try store(community).post(PostID("jeugd:v6"))).body
    for id in try ids(community) {
      #expect(try review([id, "--oordeel", "geen_actie"], in: community).status == 0)
    }
    #expect(try community.night(["--as-of", "2024-06-25"]).status == 0)
    #expect(try ids(community).isEmpty)

    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "retention: {raw_text_days: 14}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    for day in ["2024-07-10", "2024-07-11"] {
      #expect(try community.night(["--as-of", day]).status == 0)
      #expect(try ids(community).isEmpty, "\(day)")
    }
    let kept = try #require(try store(community).post(PostID("jeugd:v6"))).body
    #expect(kept != written && kept.contains("weekend"), "its text was replaced")

    // A monitor who judges it now judges the same text; and a real edit brings it back.
    let again = try review(["v6", "--oordeel", "onterecht"], in: community)
    #expect(again.status == 0 && again.output.contains("Dit vervangt het oordeel"), "\(again)")
    try Self.write(
      [("v6", "Hoe regelen jullie vervoer in de vakantie? Bel mij op 06-12345678.")], to: community,
      as: "wijziging.jsonl")
    #expect(try community.night(["--as-of", "2024-07-12"]).status == 0)
    #expect(try ids(community) == ["v6"] && queue(community).map(\.back) == [.edited])
    #expect(try review(["v6", "--oordeel", "geen_actie"], in: community).status == 0)
    for day in ["2024-07-13", "2024-08-10"] {
      #expect(try community.night(["--as-of", day]).status == 0)
      #expect(try ids(community).isEmpty, "\(day)")
    }
  }

  @Test func aGraverReasonBringsAJudgedPostBack() throws {
    let community = try community()
    // The question was judged for waiting; then a dictionary makes a name known that was none before.
    #expect(try review(["v5", "--oordeel", "geen_actie"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try !ids(community).contains("v5"))
    try Self.makeNamesKnown(community)
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    let item = try #require(try queue(community).first { $0.post == PostID("jeugd:v5") })
    #expect(item.back == .graver)
    #expect(item.reasons == [.personalData(.person)], "what was judged is not asked again")
    #expect(try review(["v5", "--oordeel", "onterecht"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-03"]).status == 0)
    #expect(try !ids(community).contains("v5"))
  }

  /// A dictionary that knows the ordinary words of the posts, and one family name.
  private static func makeNamesKnown(_ community: SmallCommunity) throws {
    let words: [Substring] = posts.flatMap { post in
      post.text.lowercased().split { !$0.isLetter }
    }.filter { $0 != "oudshoorn" }
    let lines =
      ["\(words.count + 1)"] + words.map(String.init) + ["Oudshoorn/PN"]
      + Array(repeating: "woord", count: 300)
    try lines.joined(separator: "\n").write(
      toFile: community.folder + "/woorden.dic", atomically: true, encoding: .utf8)
    try "SET UTF-8\n".write(toFile: community.folder + "/woorden.aff", atomically: true, encoding: .utf8)
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacing("dictionary: none", with: "dictionary: woorden")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
  }

  @Test func theRowsOfAFileAreTakenOnceAndAWrongOneCostsOnlyItself() throws {
    let community = try community()
    try put(
      "v1;onterrecht;;;geheim woord;Ank\nv2;bewerkt;;;bsn 111222333;Ank\nv9;bewerkt;;;bsn 111222333;\n",
      in: community)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    #expect(night.output.contains("1 oordelen opgenomen, 2 oordelen geweigerd"), "\(night.output)")
    let intake = try page("monitors/inname.html", community)
    #expect(intake.contains("oordelen.csv") && intake.contains("regel 2"))
    #expect(
      intake.contains("Verbeter de regel in het bestand met oordelen") && !intake.contains("geheim woord"))
    #expect(try store(community).verdictLog().map(\.note) == ["bsn [bsn]"])
    #expect(try ids(community) == ["v3", "v4", "v1", "v5"])
    let bytes = try community.dashboards()
    #expect(try community.night().status == 1)
    #expect(try community.dashboards() == bytes, "the same night again gives the same bytes")
    try put("v1;onterecht;;;geheim woord;Ank\nv2;bewerkt;;;bsn 111222333;Ank\n", in: community)
    #expect(try community.night().status == 0)
    #expect(try store(community).verdictLog().count == 2)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try store(community).verdictLog().count == 2)
    for (path, data) in try community.dashboards() where path != "latest" {
      #expect(data.range(of: Data("111222333".utf8)) == nil, "\(path)")
    }
  }

  @Test func theFormHoldsTheQueueAndItsRowsAreTaken() throws {
    let community = try community()
    let form = try page("monitors/oordelen.csv", community)
    try form.write(toFile: community.folder + "/inbox/oordelen.csv", atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    #expect(try store(community).verdictLog().isEmpty)
    let filled = form.split(separator: "\r\n").map { line -> String in
      let line = String(line)
      return line.hasPrefix("jeugd:") ? line.replacing(";;;;;;;", with: ";;geen_actie;;;;;") : line
    }
    let text = filled.map { $0 + "\r\n" }.joined()
    try text.write(toFile: community.folder + "/inbox/oordelen.csv", atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-02"]).status == 0)
    #expect(try ids(community).isEmpty)
    // The command on the page does as it says.
    let first = try Self.first.get()
    let page = try self.page("monitors/moderatie.html", first)
    #expect(page.contains("themaradar review pipeline.yaml jeugd:v3 --oordeel geen_actie"))
    #expect(page.contains("Mogelijk datalek: meld het aan de FG; die heeft 72 uur."))
  }

  @Test func whatIsAboveTheDaysNumberIsFoldedAndCrisisAndIdentifiersAreNot() throws {
    let community = try community()
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try settings.replacing("{dictionary: none}", with: "{dictionary: none, queue_budget: 1}")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    #expect(try community.night().status == 0)
    let page = try page("monitors/moderatie.html", community)
    let folded = try #require(page.split(separator: "<details><summary>Nog ", maxSplits: 1).last)
    #expect(folded.contains("boven het aantal voor één dag (1): "))
    for id in ["v3", "v4", "v1"] { #expect(!folded.contains("jeugd:\(id)")) }
    for id in ["v2", "v5"] { #expect(folded.contains("jeugd:\(id)")) }
  }

  @Test(arguments: [
    (["v99", "--oordeel", "bewerkt"], "bestaat niet"),
    (["v1", "--oordeel", "bewrkt"], "bedoelde u “bewerkt”?"),
    (["v1", "--oordeel", "uitgesteld"], "hoort een dag"), (["v1"], "Say what became of the post"),
    (["v1", "--oordeel", "bewerkt", "--tot", "2099-01-01"], "hoort geen dag"),
    (["--oordeel", "bewerkt"], "Name the post"), (["--list", "--log"], "Give one of"),
    (["--intrekken", "7"], "bestaat niet"),
  ])
  func whatCannotBeRecordedIsSaidAndEndsWithTwo(arguments: [String], message: String) throws {
    let community = try Self.first.get()
    let answer = try review(arguments, in: community)
    #expect(answer.status == 2 && answer.errors.contains(message), "\(answer)")
    #expect(try store(community).verdictLog().isEmpty)
  }

  @Test func theListAndTheDryRunChangeNothing() throws {
    let community = try Self.first.get()
    let list = try review(["--list"], in: community)
    #expect(list.status == 0 && list.output.contains("jeugd:v3") && list.output.contains("bsn"), "\(list)")
    let tried = try review(["v3", "--oordeel", "verwijderd", "--dry-run"], in: community)
    #expect(tried.output.contains("Zou opnemen als regel 1: jeugd:v3: verwijderd (bsn"), "\(tried)")
    #expect(try store(community).verdictLog().isEmpty)
  }
}
