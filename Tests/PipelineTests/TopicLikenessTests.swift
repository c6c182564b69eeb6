// Topics resemble each other as far as their posts do, and events are counted by the people behind them.
import Dashboards
import Discussion
import TestSupport
import Testing
import Topics

@testable import Pipeline

@Suite struct TopicLikenessTests {
  private static let posts = (0..<24).map { PostID("jeugd:\($0 < 10 ? "0" : "")\($0)") }

  /// Random directions in six dimensions, none of them negative, of length 1.
  private static func vectors(seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return posts.map { _ in
      let raw = (0..<6).map { _ in Double.random(in: 0...1, using: &generator) }
      let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return raw.map { $0 / length }
    }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static func lists(_ vectors: [[Double]], limit: Int) -> [PostNeighbours] {
    posts.indices.map { one in
      let others = posts.indices.filter { $0 != one }.map {
        PostNeighbours.Neighbour(post: posts[$0], similarity: dot(vectors[one], vectors[$0]))
      }
      return PostNeighbours(
        post: posts[one],
        neighbours: Array(others.sorted { $0.similarity > $1.similarity }.prefix(limit)))
    }
  }

  private static let topicOfPost = Dictionary(
    uniqueKeysWithValues: posts.enumerated().map { ($1, TopicID(number: $0 % 3 + 1)) })

  @Test func withAllPairsListedItIsTheCosineOfTheCentroids() throws {
    let vectors = Self.vectors(seed: 5)
    let sums = (0..<3).map { topic in
      (0..<6).map { axis in
        Self.posts.indices.filter { $0 % 3 == topic }.reduce(0) { $0 + vectors[$1][axis] }
      }
    }
    let related = TopicLikeness(least: 0).related(
      Self.lists(vectors, limit: 99), topicOfPost: Self.topicOfPost)
    #expect(related.count == 3)
    for (topic, others) in related {
      #expect(others.count == 2)
      for other in others {
        let (left, right) = (sums[topic.number - 1], sums[other.topic.number - 1])
        let cosine = Self.dot(left, right) / (Self.dot(left, left) * Self.dot(right, right)).squareRoot()
        #expect(abs(other.similarity - cosine) < 1e-9)
      }
    }
  }

  @Test func shorterListsNeverMakeTopicsMoreAlikeThanHalfAgain() throws {
    let vectors = Self.vectors(seed: 6)
    let whole = TopicLikeness(least: 0).related(Self.lists(vectors, limit: 99), topicOfPost: Self.topicOfPost)
    let short = TopicLikeness(least: 0).related(Self.lists(vectors, limit: 6), topicOfPost: Self.topicOfPost)
    for (topic, others) in short {
      for other in others {
        let exact = try #require(whole[topic]?.first { $0.topic == other.topic })
        #expect(other.similarity <= exact.similarity * 1.5 && other.similarity > 0)
      }
    }
  }

  @Test func theOrderOfListsDoesNotMatterAndPostsWithoutATopicCountForNone() {
    let lists = Self.lists(Self.vectors(seed: 7), limit: 8)
    var topics = Self.topicOfPost
    for post in Self.posts.prefix(5) { topics[post] = nil }
    let related = TopicLikeness().related(lists, topicOfPost: topics)
    let again = TopicLikeness().related(lists.reversed(), topicOfPost: topics)
    #expect(Set(related.keys) == Set(again.keys))
    for (topic, others) in related { #expect(others.map(\.topic) == again[topic]?.map(\.topic)) }
    #expect(TopicLikeness().related(lists, topicOfPost: [:]).isEmpty)
  }

  @Test func eventsAreCountedByThePeopleBehindTheirQuestions() {
    func asked(_ name: String, by author: String?) -> TopicPost {
      TopicPost(id: PostID(name), body: "", author: author.map(MemberID.init))
    }
    func row(_ name: String, _ topic: Int?) -> TopicAssignment {
      TopicAssignment(post: PostID(name), topic: topic.map { TopicID(number: $0) }, similarity: 1)
    }
    let posts = [
      asked("a", by: "x"), asked("b", by: "x"), asked("c", by: "y"), asked("d", by: nil), asked("e", by: nil),
    ]
    let askers = EventAskers(
      posts: posts, before: [row("a", 1), row("b", 1), row("c", 1), row("weg", 1), row("d", 2)],
      now: [row("a", 2), row("b", 2), row("c", nil), row("d", 2), row("e", 3)])
    func count(_ kind: TopicEvent.Kind, _ topic: Int, _ other: Int? = nil) -> Int? {
      let event = TopicEvent(
        kind: kind, topic: TopicID(number: topic), other: other.map { TopicID(number: $0) }, questions: 1)
      return askers.dated([event], night: CalendarDay(number: 0)).first?.askers
    }
    #expect(count(.merged, 1, 2) == 1)
    #expect(count(.died, 1) == 2)
    #expect(count(.woke, 2) == 2)
    #expect(count(.born, 3) == 1)
    #expect(count(.split, 1, 3) == 0)
  }
}
