// The filter `cluster` over real files: columns, refusals, and a state that survives.

import Discussion
import Foundation
import TestSupport
import Testing
import Topics

@testable import Pipeline

@Suite final class ClusterFilterTests {
  private let folder = TemporaryFolder()
  private var messages: [String] = []

  private func path(_ name: String) -> String { folder.path(name) }

  private func write(_ lines: [String], to name: String) throws {
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
  }

  private func rows(_ name: String) throws -> [String] {
    try folder.text(name).split(separator: "\n").map(String.init)
  }

  private func posts(_ count: Int) -> [String] {
    (0..<count).flatMap { number in
      [
        #"{"id":"a\#(number)","title":"Wachtlijst bij de jeugdhulp","body":"Hoe lang is de wachttijd \#(number) nu?"}"#,
        #"{"id":"b\#(number)","text":"Wie kent een training over scheiding en omgangsregeling, deel \#(number)?"}"#,
      ]
    }
  }

  private func run(state: Bool = false) -> Pipeline.ExitStatus {
    messages = []
    let filter = ClusterFilter(
      posts: path("posts.ndjson"), state: state ? path("state.json") : nil, assignments: path("out.csv"),
      topics: path("topics.csv"))
    return filter.run { messages.append($0) }
  }

  @Test func everyPostGetsARowAndEveryTopicToo() throws {
    try write(posts(6), to: "posts.ndjson")
    #expect(run() == .clean)
    let assignments = try rows("out.csv")
    #expect(assignments.first == "post_id,topic_id,similarity")
    #expect(assignments.count == 13)
    #expect(
      assignments.filter { $0.hasPrefix("a") }.allSatisfy {
        $0.contains(",OND-0001,0.") || $0.contains(",OND-0001,1.")
      })
    #expect(assignments.filter { $0.hasPrefix("b") }.allSatisfy { $0.contains(",OND-0002,") })
    let topics = try rows("topics.csv")
    #expect(topics.first == "topic_id,title,words,posts,theme,origin,status,successor")
    #expect(topics.count == 3)
    #expect(topics[1].hasSuffix(",6,,free,active,"))
    #expect(messages.isEmpty)
  }

  @Test func aLineThatCannotBeUsedCostsOnlyItself() throws {
    let bad = [
      "no json", #"{"text":"zonder id"}"#, #"{"id":"x"}"#, "[1]", #"{"id":"a0","body":"nog eens"}"#,
      #"{"id":"late","body":"Wachtlijst jeugdhulp wachttijd","created_at":"gisteren"}"#,
    ]
    try write(posts(6) + bad, to: "posts.ndjson")
    #expect(run() == .incomplete)
    #expect(messages.count == 6)
    #expect(messages.allSatisfy { $0.hasPrefix(path("posts.ndjson") + ":") })
    #expect(try rows("out.csv").count == 14)
  }

  @Test func withoutAnyPostNothingIsWritten() throws {
    try write([""], to: "posts.ndjson")
    #expect(run(state: true) == .failed)
    #expect(!FileManager.default.fileExists(atPath: path("out.csv")))
    #expect(!FileManager.default.fileExists(atPath: path("state.json")))
  }

  @Test func theStateKeepsIdentitiesAndComesBackAsItWas() throws {
    try write(posts(6), to: "posts.ndjson")
    #expect(run(state: true) == .clean)
    let first = (try rows("out.csv"), try rows("state.json"))
    #expect(run(state: true) == .clean)
    #expect(try rows("out.csv") == first.0)
    #expect(try rows("state.json") == first.1)
    let state = try #require(try TopicStateFile.read(path("state.json")))
    #expect(state.nextNumber == 3)
    #expect(state.assignments.count == 12)
    let mode = try FileManager.default.attributesOfItem(atPath: path("state.json"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test(arguments: [
    "", "{", #"{"version":2}"#, #"{"version":1,"next_number":3}"#,
    #"{"version":1,"next_number":3,"topics":[],"assignments":[],"profiles":[],"neighbours":[["a",1,9000]]}"#,
  ])
  func aDamagedStateStopsTheRunAndStaysAsItIs(content: String) throws {
    try write(posts(6), to: "posts.ndjson")
    try folder.write(content, to: "state.json")
    #expect(run(state: true) == .failed)
    #expect(messages.count == 1)
    #expect(try folder.text("state.json") == content)
  }

  private func corrected(_ lines: [String], state: Bool = false) throws -> (Pipeline.ExitStatus, [String]) {
    messages = []
    try write(["actie;onderwerp;naar;titel;bericht;toelichting;door"] + lines, to: "correcties.csv")
    let filter = ClusterFilter(
      posts: path("posts.ndjson"), state: state ? path("state.json") : nil,
      corrections: path("correcties.csv"),
      assignments: path("out.csv"), topics: path("topics.csv"))
    let status = filter.run { messages.append($0) }
    return (status, status == .failed ? [] : try rows("out.csv"))
  }

  @Test func aRowThatIsWrongIsRefusedByLineAndTheOthersHold() throws {
    try write(posts(6), to: "posts.ndjson")
    let (status, _) = try corrected([
      "verplaats;;Wachten;;a0;;", "verplaats;;Wachten;;a1 a2;;", "verplaats;;geen;;b0;;",
      "verplaats;;Wachten;;z9;;", "verberg;OND-0004;;;;;",
    ])
    #expect(status == .incomplete)
    #expect(messages.map { $0.hasPrefix(path("correcties.csv") + ":") } == [true, true], "\(messages)")
    let file = try CorrectionFile(
      path: path("correcties.csv"), state: nil, posts: ["a0", "a1", "a2", "b0"].map { PostID($0) },
      report: { _ in })
    let made = TopicID(number: 1)
    #expect(file.refused == 2)
    #expect(file.corrections.created == [made] && file.corrections.titles == [made: "Wachten"])
    #expect(
      file.corrections.placed
        == [PostID("a0"): made, PostID("a1"): made, PostID("a2"): made, PostID("b0"): TopicID?.none])
  }

  @Test func aTopicThatAnEarlierRunMadeIsFoundByItsTitleAndKeepsIt() throws {
    try folder.write("actie;naar;bericht\nverplaats;wachten;a1\nverplaats;Nieuw;a0\n", to: "correcties.csv")
    let state = TopicState(
      nextNumber: 5, topics: [Topic(id: TopicID(number: 3), title: "Wachten", words: [])])
    let file = try CorrectionFile(
      path: path("correcties.csv"), state: state, posts: ["a0", "a1"].map { PostID($0) }, report: { _ in })
    #expect(file.corrections.created == [TopicID(number: 5)])
    #expect(file.corrections.titles == [TopicID(number: 3): "Wachten", TopicID(number: 5): "Nieuw"])
    #expect(file.corrections.placed == [PostID("a0"): TopicID(number: 5), PostID("a1"): TopicID(number: 3)])
  }

  @Test func postsThatPeoplePlacedAreWhereTheyPutThem() throws {
    try write(posts(6), to: "posts.ndjson")
    let rows = ["verplaats;;Wachten;;a0;;", "verplaats;;Wachten;;a1 a2;;", "verplaats;;geen;;b0;;"]
    for _ in 0..<3 {
      let (status, out) = try corrected(rows, state: true)
      #expect(status == .clean, "\(messages)")
      let topicOf = Dictionary(
        out.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
          .map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
      #expect(Set(["a0", "a1", "a2"].map { topicOf[$0] }) == ["OND-0001"])
      #expect(topicOf["b0"] == "")
      #expect(try self.rows("topics.csv").filter { $0.contains(",Wachten,") }.count == 1)
    }
  }

  @Test(arguments: ["", "id;tekst\n1;a\n"])
  func aFileThatHoldsNoCorrectionsStopsTheRun(content: String) throws {
    try write(posts(6), to: "posts.ndjson")
    try folder.write(content, to: "leeg.csv")
    let filter = ClusterFilter(
      posts: path("posts.ndjson"), corrections: path("leeg.csv"), assignments: path("out.csv"))
    #expect(filter.run { messages.append($0) } == .failed)
    #expect(messages.count == 1)
  }

  @Test func theStateOfALargeCollectionComesBackWithItsNeighbours() throws {
    var state = TopicState(nextNumber: 4)
    let posts = ["a", "b \"c\"", "d"].map { PostID($0) }
    state.neighbours = [
      PostNeighbours(
        post: posts[0],
        neighbours: [.init(post: posts[2], similarity: 0.75), .init(post: posts[1], similarity: 0.0625)]),
      PostNeighbours(post: posts[1], neighbours: []),
      PostNeighbours(post: posts[2], neighbours: [.init(post: posts[0], similarity: 0.75)]),
    ]
    state.fit = TopicFit(nightsAgo: 3, postsSince: [posts[1]], recipe: .max)
    try TopicStateFile.write(state, to: path("state.json"))
    #expect(try TopicStateFile.read(path("state.json")) == state)
  }
}
