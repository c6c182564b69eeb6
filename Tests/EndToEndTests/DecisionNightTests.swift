// What people decide about signals: recorded at the keyboard or by a file in the inbox, in force on every later night.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct DecisionNightTests {
  /// A community in which twelve people ask about the same within two weeks, to make copies of.
  private static let first = Result {
    let community = try SmallCommunity(posts: 0..<340)
    try Data(burst().utf8).write(to: URL(filePath: community.folder + "/inbox/burst.jsonl"))
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  /// Posts of the weeks of 10 and 17 June 2024, each by somebody else.
  private static func burst() -> String {
    let starts = [
      "Wie heeft ervaring met", "Hoe gaan jullie om met", "Weet iemand hoe het zit met",
      "Wat doen jullie bij",
      "Heeft iemand tips voor", "Hoe regelen jullie",
    ]
    let ends = ["binnen jullie team?", "bij jonge kinderen?"]
    return (0..<12).map { number in
      let day = 10 + number
      let text =
        "\(starts[number % 6]) de nieuwe verwijsindex risicojongeren en meldingen in de verwijsindex \(ends[number % 2])"
      return
        #"{"id": "b\#(number)", "thread_id": "tb\#(number)", "parent_id": null, "channel": "vragen", "title": null, "#
        + #""body": "\#(text)", "author_id": "burst\#(number)", "created_at": "2024-06-\#(day)T10:00:00+02:00"}"#
        + "\n"
    }.joined()
  }

  /// The signal that they made.
  private func signal(_ community: SmallCommunity) throws -> Signal {
    try #require(try signals(community).last { $0.topic != nil })
  }

  private func community() throws -> SmallCommunity { try SmallCommunity(copyOf: try Self.first.get()) }

  private func store(_ community: SmallCommunity) throws -> CommunityStore {
    try CommunityStore(path: community.folder + "/out/store.sqlite")
  }

  private func signals(_ community: SmallCommunity) throws -> [Signal] {
    let store = try store(community)
    let run = try #require(try store.lastPublishedRun())
    return try store.signals(run: run.id)
  }

  private func decide(_ arguments: [String], in community: SmallCommunity) throws -> Program.Result {
    try Program.run(["decide", community.pipeline] + arguments)
  }

  private func page(_ path: String, _ community: SmallCommunity) throws -> String {
    try String(contentsOfFile: community.folder + "/out/dashboards/latest/" + path, encoding: .utf8)
  }

  private func put(_ rows: String, in community: SmallCommunity, as name: String = "besluiten.csv") throws {
    let text = "signaal;besluit;datum;toelichting;nuttig;door\r\n" + rows.replacing("\n", with: "\r\n")
    try ("\u{FEFF}" + text).write(
      toFile: community.folder + "/inbox/" + name, atomically: true, encoding: .utf8)
  }

  @Test func aDecisionIsRecordedShownAndTakenBack() throws {
    let community = try community()
    let signal = try signal(community).id.description
    let list = try decide(["--list", "--alle"], in: community)
    #expect(list.status == 0 && list.output.contains(signal) && list.output.contains("nog geen"), "\(list)")
    let tried = try decide([signal, "--besluit", "volgen", "--dry-run"], in: community)
    #expect(tried.output.contains("Er is niets opgenomen"))
    let answer = try decide(
      [
        signal, "--besluit", "themabijeenkomst", "--datum", "2024-06-27", "--toelichting",
        "Bel Saskia Jansen op 06-12345678", "--door", "Ank",
      ], in: community)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("Opgenomen als regel 1: \(signal)"))
    #expect(answer.output.contains("themabijeenkomst op 2024-06-27"))
    #expect(try community.night().status == 0)
    let page = try page("kerngroep/opvolging.html", community)
    #expect(page.contains("Stond gepland op donderdag 27 juni 2024"))
    #expect(page.contains("te vroeg om te zeggen"))
    #expect(!page.contains("06-12345678"))
    #expect(try self.page("monitors/data/besluiten_log.csv", community).contains("06-12345678"))
    let log = try decide(["--log"], in: community)
    #expect(log.output.contains("Ank") && log.output.contains("06-12345678"))
    #expect(try decide(["--intrekken", "1"], in: community).status == 0)
    #expect(try community.night().status == 0)
    #expect(
      try self.page("kerngroep/opvolging.html", community).contains("nog geen themabijeenkomst gehouden"))
    #expect(try decide(["--log"], in: community).output.contains("[ingetrokken]"))
  }

  @Test(arguments: [
    (["SIG-1999-W01-1", "--besluit", "volgen"], "bestaat niet"),
    (["SIGNAAL", "--besluit", "gegevensfout", "--datum", "2024-06-01"], "hoort geen datum"),
    (["SIGNAAL", "--besluit", "themabijeenkomst", "--datum", "31-06-2024"], "geen dag die bestaat"),
    (["SIGNAAL", "--besluit", "volge"], "bedoelde u “volgen”?"),
    (["SIGNAAL", "--nuttig", "ja"], "nog niets besloten"),
    (["SIGNAAL"], "Say what is decided"), (["--list", "--log"], "Give one of"),
    (["--intrekken", "7"], "bestaat niet"),
    (["--besluit", "volgen"], "Name the signal"),
  ])
  func whatCannotBeRecordedIsSaidAndEndsWithTwo(arguments: [String], message: String) throws {
    let community = try Self.first.get()
    let signal = try signal(community).id.description
    let answer = try decide(arguments.map { $0 == "SIGNAAL" ? signal : $0 }, in: community)
    #expect(answer.status == 2 && answer.errors.contains(message), "\(answer)")
    #expect(try store(community).decisionLog().isEmpty)
  }

  @Test func theRowsOfAFileAreTakenOnceAndAWrongOneCostsOnlyItself() throws {
    let community = try community()
    let signal = try signal(community).id
    try put(
      """
      \(signal);volgen;;Eerst kijken;;Ank
      \(signal);gegevensfout;01-06-2024;;;Ank
      SIG-1999-W01-1;volgen;;geheim woord;;Ank

      """, in: community)
    let night = try community.night()
    #expect(night.status == 1, "\(night.errors)")
    #expect(night.output.contains("1 besluiten opgenomen, 2 besluiten geweigerd"), "\(night.output)")
    let intake = try page("monitors/inname.html", community)
    #expect(
      intake.contains("besluiten.csv") && intake.contains("regel 3") && intake.contains("hoort geen datum"))
    #expect(!intake.contains("geheim woord"))
    #expect(try store(community).decisionLog().map(\.action) == [.decide(.watch, date: nil)])
    let bytes = try community.dashboards()
    #expect(try community.night().status == 1)
    #expect(try community.dashboards() == bytes, "the same night again gives the same bytes")

    try put("\(signal);volgen;;Eerst kijken;ja;Ank\n", in: community)
    #expect(try community.night().status == 0)
    #expect(try store(community).decisionLog().map(\.action) == [.decide(.watch, date: nil), .rate(.useful)])
    #expect(
      try page("kerngroep/werkwijze.html", community).contains(
        "Er is over één signaal besloten: het was nuttig."))
    // The form that the pages hand out changes nothing.
    let form = try Data(
      contentsOf: URL(filePath: community.folder + "/out/dashboards/latest/kerngroep/besluiten.csv"))
    try form.write(to: URL(filePath: community.folder + "/inbox/besluiten.csv"))
    #expect(try community.night().status == 0)
    #expect(try store(community).decisionLog().count == 2)
  }

  @Test func aFaultOfTheDataRaisesNoSignalAnyMore() throws {
    let community = try community()
    let signal = try signal(community)
    let series = try #require(signal.topic).description
    func band(_ community: SmallCommunity) throws -> [Assessment] {
      let run = try #require(try store(community).lastPublishedRun()).id
      return try store(community).assessments(run: run).filter { $0.series == series }
    }
    let before = try band(community)
    #expect(try decide([signal.id.description, "--besluit", "gegevensfout"], in: community).status == 0)
    #expect(try community.night(["--as-of", "2024-07-07"]).status == 0)
    let after = try band(community)
    #expect(before.contains { $0.flag && $0.week == signal.opened })
    #expect(!after.contains { $0.flag && $0.week == signal.opened })
    #expect(try page("kerngroep/opvolging.html", community).contains("de weken tellen niet meer mee"))
  }
}
