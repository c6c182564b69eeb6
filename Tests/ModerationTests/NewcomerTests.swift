// Newcomers without a reply: who is new, what is a reply, and who is let be.
import Discussion
import TestSupport
import Testing

@testable import Moderation

@Suite struct NewcomerTests {
  private typealias Posts = CommunityPosts

  /// The community's first post, well before everything else.
  private let start = Posts.post("start", by: "oud", day: -60)

  private func find(_ posts: [Post], asOf day: Int = 10, withStart: Bool = true) -> [String] {
    NewcomersWithoutReply(workingDays: WorkingDays(), zone: .utc)
      .find(in: (withStart ? [start] : []) + posts, asOf: Posts.time(day, hour: 23)).map(\.post.description)
  }

  @Test func aNewcomerWaitsFromTheSecondWorkingDay() {
    let post = Posts.post("n", by: "nieuw", day: 4)  // a Friday
    #expect(find([post], asOf: 7).isEmpty)
    #expect(find([post], asOf: 8) == ["n"])
  }

  @Test func aReplyBySomebodyElseEndsItAndAReplyByTheNewcomerDoesNot() {
    let post = Posts.post("n", by: "nieuw", day: 1)
    #expect(find([post, Posts.post("r", by: "oud", day: 2, parent: "n", body: "Welkom hier!")]).isEmpty)
    #expect(find([post, Posts.post("r", by: nil, day: 2, parent: "n", body: "Welkom hier!")]).isEmpty)
    #expect(find([post, Posts.post("r", by: "nieuw", day: 2, parent: "n", body: "Niemand?")]) == ["n"])
    #expect(
      find([post, Posts.post("r", by: "oud", day: 2, parent: "n", body: "Volg!")]) == ["n"],
      "who only follows along does not answer")
    #expect(
      find([post, Posts.post("r", by: "oud", day: 2, parent: "n", body: "Welkom hier!", state: .withdrawn)])
        == ["n"])
    #expect(find([post, Posts.post("r", by: "oud", day: 11, parent: "n", body: "Welkom hier!")]) == ["n"])
    #expect(
      find([post, Posts.post("r", by: "oud", day: 2, parent: "x", body: "Welkom hier!")]) == ["n"],
      "a reply elsewhere is none")
  }

  @Test func onlyTheFirstPostEverCountsAndItMustOpenAConversation() {
    #expect(find([Posts.post("a", by: "oud", day: 1)]).isEmpty, "who was there before is not new")
    let replied = Posts.post("r", by: "nieuw", day: 0, parent: "start")
    #expect(find([replied, Posts.post("a", by: "nieuw", day: 1)]).isEmpty)
    let two = [Posts.post("a", by: "nieuw", day: 1), Posts.post("b", by: "nieuw", day: 2)]
    #expect(find(two) == ["a"])
    #expect(find([Posts.post("c", by: "nieuw", day: 1, kind: .chat)]).isEmpty)
    #expect(find([Posts.post("a", by: nil, day: 1)]).isEmpty, "nobody knows who it was")
  }

  @Test func theEarliestPostOpensAConversationThatTheSourceDoesNotSayTheOpenerOf() {
    let first = Posts.post("n", by: "nieuw", day: 1, thread: "gesprek-7", kind: .reply)
    #expect(find([first]) == ["n"])
    let other = Posts.post("m", by: "oud", day: 0, thread: "gesprek-7", kind: .reply)
    #expect(find([first, other]).isEmpty, "it stands in somebody else's conversation")
    let remark = Posts.post("n", by: "nieuw", day: 1, thread: "artikel-7", kind: .comment)
    #expect(find([remark]).isEmpty, "a remark below an article opens nothing")
  }

  @Test func postsOfTheSameInstantHaveOneOrder() {
    let opening = Posts.post("z", by: "nieuw", day: 1)
    let reply = Posts.post("a", by: "nieuw", day: 1, parent: "start")
    #expect(find([reply, opening]) == ["z"] && find([opening, reply]) == ["z"])
    let twins = [Posts.post("b", by: "nieuw", day: 1), Posts.post("a", by: "nieuw", day: 1)]
    #expect(find(twins) == ["a"] && find(twins.reversed()) == ["a"])
  }

  @Test func whatWasTakenBackCountsAsHistoryUnlessItWasASecondTry() {
    let now = Posts.post("n", by: "nieuw", day: 5)
    #expect(find([Posts.post("o", by: "nieuw", day: 4, state: .withdrawn), now]) == ["n"])
    #expect(find([Posts.post("o", by: "nieuw", day: -20, state: .withdrawn), now]).isEmpty)
    #expect(find([Posts.post("n", by: "nieuw", day: 5, state: .withdrawn)]).isEmpty)
  }

  @Test func aCommunityThatJustStartedHasNoNewcomers() {
    let posts = (0..<28).map { Posts.post("p\($0)", by: "m\($0)", day: $0) }
    #expect(find(posts, asOf: 31, withStart: false).isEmpty)
    let later = Posts.post("late", by: "late", day: 28)
    #expect(find(posts + [later], asOf: 31, withStart: false) == ["late"])
    // A source that is new has its own beginning, however old the others are.
    #expect(find([Posts.post("x", by: "y", day: 5, source: "forum2")]).isEmpty)
  }

  @Test func whoWaitsForMonthsIsLetBe() {
    let post = Posts.post("n", by: "nieuw", day: 1)
    #expect(find([post], asOf: 61) == ["n"])
    #expect(find([post], asOf: 62).isEmpty)
  }

  @Test func theOldestComesFirstWhateverTheOrder() {
    let posts = (0..<6).map { Posts.post("p\($0)", by: "m\($0)", day: 6 - $0) }
    #expect(find(posts) == ["p5", "p4", "p3", "p2", "p1", "p0"])
    #expect(find(posts.reversed()) == find(posts))
  }

  @Test func theDemosNewcomersAreThoseWhomCountingByHandFinds() throws {
    let (posts, _) = try CommunityPosts.demo()
    let asOf = try #require(Timestamp(iso8601: "2024-05-25T21:59:59Z"))
    let zone = try #require(LocalZone(identifier: "Europe/Amsterdam"))
    let found = NewcomersWithoutReply(workingDays: WorkingDays(), zone: zone).find(in: posts, asOf: asOf)
    // The same from the definition, in another way: every author's first post, and the threads that nobody else wrote in.
    let known = posts.filter { $0.createdAt <= asOf }
    let expected = Dictionary(grouping: known) { $0.author }.values.compactMap { own -> PostID? in
      guard let first = own.min(by: { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }), first.opensThread,
        zone.day(of: asOf).number - zone.day(of: first.createdAt).number <= 60,
        WorkingDays().count(after: zone.day(of: first.createdAt), through: zone.day(of: asOf)) >= 2,
        !known.contains(where: {
          $0.thread == first.thread && $0.author != first.author && !FollowerReply.isOne($0.body)
        })
      else { return nil }
      return first.id
    }
    #expect(Set(found.map(\.post)) == Set(expected) && found.count >= 3)
  }
}
