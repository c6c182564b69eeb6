// What monitors ask about a post or a topic, and pages under another set of pillars, through the program itself.
import Discussion
import Foundation
import Storage
import Testing

@Suite(.serialized) struct ExplainTests {
  /// A community with the catalogue under SAMEN's pillars, after its night.
  private static let community: (community: SmallCommunity?, result: Program.Result?) = {
    do {
      let community = try SmallCommunity(posts: 0..<200)
      let settings = try String(contentsOfFile: community.pipeline, encoding: .utf8)
      let themes = Program.root + "/pipelines/themes"
      try (settings + "themes: {folder: \(themes)/jeugd, pillars: \(themes)/samen/opgaven.yaml}\n").write(
        toFile: community.pipeline, atomically: true, encoding: .utf8)
      return (community, try community.night())
    } catch { return (nil, nil) }
  }()

  private func explain(_ subject: String, _ more: [String] = []) throws -> Program.Result {
    #expect(Self.community.result?.status == 0, "\(Self.community.result?.errors ?? "")")
    return try Program.run(["explain", try #require(Self.community.community).pipeline, subject] + more)
  }

  private func state() throws -> (store: CommunityStore, run: Int, state: TopicState) {
    let path = try #require(Self.community.community).folder + "/out/store.sqlite"
    let store = try CommunityStore(path: path)
    let run = try #require(try store.lastPublishedRun()).id
    return (store, run, try #require(try store.topicState(run: run)))
  }

  private struct Answer: Decodable {
    struct Near: Decodable { var topic: String; var similarity: Double }
    struct Part: Decodable { var kind: String; var text: String; var share: Double }
    var post: String
    var grouped: Bool
    var topic: String?
    var similarity: Double?
    var ground: String?
    var nearest: [Near]?
    var shares: [Part]?
    var neighbours: [Neighbour]
    struct Neighbour: Decodable { var post: String; var similarity: Double; var topic: String? }
  }

  private func answer(_ post: PostID) throws -> Answer {
    let result = try explain(post.description, ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
  }

  @Test func aPostIsExplainedAsTheNightDecided() throws {
    let (store, run, state) = try state()
    let assigned = state.assignments.filter { $0.topic != nil }
    for assignment in assigned.prefix(3) + state.assignments.filter({ $0.topic == nil }).prefix(2) {
      let answer = try answer(assignment.post)
      #expect(answer.grouped && answer.post == assignment.post.description)
      #expect(answer.topic == assignment.topic?.description)
      #expect(answer.similarity == (assignment.topic == nil ? nil : assignment.similarity))
      let stored = try #require(try store.neighbours(of: assignment.post, run: run))
      #expect(answer.neighbours.map(\.post) == stored.neighbours.map(\.post.description))
      #expect(abs((answer.shares ?? []).reduce(0) { $0 + $1.share } - 1) < 1e-6)
    }
  }

  @Test func monitorsReadItInWords() throws {
    let (_, _, state) = try state()
    let assignment = try #require(state.assignments.first { $0.topic != nil })
    let native = try #require(assignment.post.description.split(separator: ":").last.map(String.init))
    let result = try explain(native)
    #expect(result.status == 0, "\(result.errors)")
    let topic = try #require(state.topics.first { $0.id == assignment.topic })
    for text in [
      "Bericht \(assignment.post)", "Dit wordt er gevraagd", "Onderwerp: \(topic.id) \(topic.title)",
      "Gelijkenis", "Wat het met dit onderwerp deelt", "Berichten die er het meest op lijken",
      "Andere onderwerpen dichtbij",
    ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
  }

  @Test func aPostThatAsksNothingIsToldSo() throws {
    let (store, run, _) = try state()
    let asking = Set(try store.questions(run: run).map(\.post))
    let silent = try #require(try store.posts().first { !asking.contains($0.id) })
    let result = try explain(silent.id.description)
    #expect(result.status == 0)
    #expect(result.output.contains("Dit bericht vraagt niets"))
    #expect(try answer(silent.id).grouped == false)
  }

  @Test func aTopicIsExplainedToo() throws {
    let (_, _, state) = try state()
    let topic = try #require(state.topics.first { $0.origin == .catalogue })
    let result = try explain(topic.id.description)
    #expect(result.status == 0, "\(result.errors)")
    for text in [
      "Onderwerp \(topic.id) \(topic.title)", "Thema: Pijler ", "Wat de berichten delen",
      "Daarmee valt het onder", "Wat er gebeurde", "ontstaan uit",
    ] { #expect(result.output.contains(text), "\(text)\n\(result.output)") }
    let json = try explain(topic.id.description, ["--format", "json"]).output
    #expect(json.hasPrefix("{\"topic\":\"\(topic.id)\"") && json.hasSuffix("}\n"))
  }

  @Test func whatPeopleDecidedIsTold() throws {
    let (_, _, state) = try state()
    let used = Set(
      [
        state.assignments.first { $0.topic != nil }?.topic,
        state.topics.first { $0.origin == .catalogue }?.id,
      ])
    let topic = try #require(state.topics.last { $0.status == .active && !used.contains($0.id) }).id
    let post = try #require(state.assignments.first { $0.topic == topic }).post
    let pipeline = try #require(Self.community.community).pipeline
    let renamed = try Program.run(["topic", "rename", pipeline, topic.description, "Een eigen naam"])
    #expect(renamed.status == 0, "\(renamed.errors)")
    let explained = try explain(topic.description).output
    #expect(explained.hasPrefix("Onderwerp \(topic) Een eigen naam\n"))
    #expect(explained.contains("regel 1: \(topic) heet voortaan “Een eigen naam”"))
    #expect(try explain(post.description).output.contains("regel 1: \(topic) heet voortaan"))
    // What is taken back holds no longer.
    #expect(try Program.run(["topic", "undo", pipeline, "1"]).status == 0)
    #expect(try !explain(topic.description).output.contains("Een eigen naam"))
  }

  @Test(arguments: ["jeugd:nergens", "nergens", "OND-9999"])
  func whatIsNotKnownExitsWithTwo(subject: String) throws {
    let result = try explain(subject)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(subject))
  }

  @Test func beforeTheFirstNightThereIsNothingToExplain() throws {
    let community = try SmallCommunity(posts: 0..<3)
    let result = try Program.run(["explain", community.pipeline, "jeugd:p1"])
    #expect(result.status == 2)
    #expect(result.errors.contains("nog geen nacht"))
  }

  @Test func otherPillarsStandOnThePages() throws {
    let files = try #require(Self.community.community).dashboards()
    let text = files.mapValues { String(decoding: $0, as: UTF8.self) }
    let overview = try #require(text["2024-06-30/kerngroep/onderwerpen.html"])
    #expect(overview.contains("Pijler 1</option>") || overview.contains("Pijler 4</option>"))
    let table = try #require(text["2024-06-30/kerngroep/data/onderwerpen.csv"])
    #expect(table.contains(",Pijler "))
    for (path, text) in text where path.contains("kerngroep/") {
      #expect(!text.contains("Samenwerken rond kind en gezin"), "\(path)")
    }
  }
}
