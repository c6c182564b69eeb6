// How long texts are kept: enforced by a night, told by a command, and topics and counts go on.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct RetentionNightTests {
  private static let posts = 0..<340

  private static let first = Result {
    let community = try SmallCommunity(posts: posts)
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)")
    return community
  }

  private func community(days: Int) throws -> SmallCommunity {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "retention: {raw_text_days: \(days)}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    return community
  }

  private func store(_ community: SmallCommunity) throws -> CommunityStore {
    try CommunityStore(path: community.folder + "/out/store.sqlite")
  }

  /// The topic of each question, and the numbers of questions in each week.
  private func derived(_ community: SmallCommunity) throws -> (topics: [PostID: Int?], weeks: [ISOWeek: Int])
  {
    let store = try store(community)
    let run = try #require(try store.lastPublishedRun()).id
    let state = try #require(try store.topicState(run: run))
    let weeks = try store.weeklyCounts(run: run).map { ($0.week, $0.totalQuestions) }
    return (
      Dictionary(uniqueKeysWithValues: state.assignments.map { ($0.post, $0.topic?.number) }),
      Dictionary(weeks, uniquingKeysWith: max)
    )
  }

  @Test func aNightTakesOldTextsOutAndTopicsAndCountsGoOn() throws {
    let community = try community(days: 90)
    let before = try derived(community)
    let texts = Dictionary(uniqueKeysWithValues: try store(community).posts().map { ($0.id, $0.body) })
    let tried = try Program.run(["retention", community.pipeline, "--dry-run", "--as-of", "2024-07-01"])
    #expect(tried.status == 0, "\(tried.errors)")
    #expect(try store(community).retiredPosts() == 0)
    let night = try community.night(["--as-of", "2024-07-01"])
    #expect(night.status == 0, "\(night.errors)")
    let retired = try store(community).retiredPosts()
    #expect(retired > 50 && retired < texts.count)
    #expect(night.output.contains("\(retired) teksten voorbij de bewaartermijn"), "\(night.output)")
    #expect(tried.output.contains("de tekst van \(retired) berichten"), "\(tried.output)")

    let limit = Timestamp(day: try #require(CalendarDay(iso8601: "2024-04-03")))
    let changed = try store(community).posts().filter { $0.body != texts[$0.id] }
    #expect(!changed.isEmpty && changed.allSatisfy { $0.createdAt < limit })
    // Not one question less, and the topics are the same but for a few.
    let after = try derived(community)
    #expect(Set(after.topics.keys) == Set(before.topics.keys))
    for (week, questions) in before.weeks { #expect(after.weeks[week] == questions, "\(week)") }
    let kept = before.topics.count { after.topics[$0.key] == $0.value }
    #expect(Double(kept) >= 0.9 * Double(before.topics.count), "\(kept) of \(before.topics.count)")

    // The same export under another name brings nothing back, and the same night is the same bytes.
    let pages = try community.dashboards()
    try community.put(Self.posts, as: "nogmaals.jsonl")
    let again = try community.night(["--as-of", "2024-07-02"])
    #expect(again.output.contains("0 teksten voorbij de bewaartermijn") || again.status == 0)
    #expect(
      try store(community).posts().filter { $0.createdAt < limit }.allSatisfy { post in
        changed.first { $0.id == post.id }.map { $0.body == post.body } ?? true
      })
    #expect(pages["2024-07-01/monitors/index.html"] != nil)
  }

  @Test func twoNightsGiveTheSameBytes() throws {
    let community = try community(days: 90)
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let pages = try community.dashboards().filter {
      !$0.key.contains("inname") && !$0.key.contains("manifest")
    }
    #expect(try community.night(["--as-of", "2024-07-01"]).status == 0)
    let again = try community.dashboards().filter {
      !$0.key.contains("inname") && !$0.key.contains("manifest")
    }
    #expect(pages == again)
  }

  @Test func dashboardsOfOldNightsGoAndTheNewestStays() throws {
    let community = try community(days: 14)
    #expect(try community.night(["--as-of", "2024-07-10"]).status == 0)
    #expect(try community.night(["--as-of", "2024-07-20"]).status == 0)
    let nights = try FileManager.default.contentsOfDirectory(atPath: community.folder + "/out/dashboards")
      .filter { !$0.hasPrefix(".") }.sorted()
    #expect(nights == ["2024-07-10", "2024-07-20", "latest"])
  }

  @Test func notesAndOldPagesHaveTermsOfTheirOwn() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
    try (settings + "retention: {dashboards_days: 14, notes_months: 2}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    try "bericht;oordeel;toelichting;door\np00001;geen_actie;gebeld met Ank;Ank\n".write(
      toFile: community.folder + "/inbox/oordelen.csv", atomically: true, encoding: .utf8)
    #expect(try community.night(["--as-of", "2024-07-10"]).status == 0)
    func log() throws -> [String?] {
      try store(community).verdictLog().flatMap { [$0.note, $0.by] }
    }
    #expect(try log() == ["gebeld met Ank", "Ank"])
    let tried = try Program.run(["retention", community.pipeline, "--dry-run", "--as-of", "2024-10-01"])
    #expect(tried.output.contains("toelichting en naam bij 1 regels"), "\(tried)")
    #expect(try log() == ["gebeld met Ank", "Ank"])
    let night = try community.night(["--as-of", "2024-10-01"])
    #expect(night.output.contains("1 oude toelichtingen weggehaald"), "\(night.output)")
    #expect(try log() == [nil, nil] && store(community).retiredPosts() == 0)
    // The pages of the term tell it, and those of the first night went.
    let page = try String(
      contentsOfFile: community.folder + "/out/dashboards/latest/monitors/gegevens.html", encoding: .utf8)
    #expect(page.contains("<td data-label=\"Hoe lang\">14 dagen</td>") && page.contains("2 maanden"))
    #expect(page.contains("geen termijn ingesteld: het blijft"))
    let nights = try FileManager.default.contentsOfDirectory(atPath: community.folder + "/out/dashboards")
    #expect(!nights.contains("2024-06-30"))
    // The file of verdicts still lies in the inbox: what it says is known, and comes back in no log.
    #expect(try community.night(["--as-of", "2024-10-02"]).status == 0)
    #expect(try log() == [nil, nil])
  }

  @Test func withoutATermNothingGoes() throws {
    let community = try SmallCommunity(copyOf: try Self.first.get())
    let told = try Program.run(["retention", community.pipeline])
    #expect(told.status == 0 && told.output.contains("geen bewaartermijn"))
    #expect(try store(community).retiredPosts() == 0)
  }

  @Test func aTermThatIsTooShortIsRefused() throws {
    let community = try community(days: 3)
    #expect(try Program.run(["check", community.pipeline]).status == 2)
  }
}
