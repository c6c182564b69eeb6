// Conversations with heat: what is unusual for the platform and for the conversation itself, and hostile replies.
import Discussion
import TestSupport
import Testing

@testable import Moderation

@Suite struct HeatedThreadTests {
  private typealias Posts = CommunityPosts

  /// Thirty quiet conversations of the months before, with two replies in a day each.
  private static let past: [Post] = (0..<30).flatMap { number in
    [
      Posts.post("old\(number)", by: "a", day: -100 + number),
      Posts.post(
        "old\(number)x", by: "b", day: -99 + number, hour: 9, parent: "old\(number)",
        body: "Probeer het eens zo."),
      Posts.post(
        "old\(number)y", by: "c", day: -99 + number, hour: 15, parent: "old\(number)", body: "Bij ons ook zo."
      ),
    ]
  }

  /// A conversation with replies, one each half hour.
  private func thread(
    _ id: String, opened day: Int, replies: Int, on replyDay: Int? = nil,
    by people: [String?] = ["a", "b", "c"],
    body: String = "Daar ben ik het niet mee eens."
  ) -> [Post] {
    [Posts.post(id, by: "asker", day: day)]
      + (0..<replies).map {
        Posts.post(
          "\(id)-\(replyDay ?? day)-\($0)", by: people[$0 % people.count], day: replyDay ?? day,
          hour: 12 + $0 / 2,
          minute: $0 % 2 * 30, parent: id, body: body)
      }
  }

  private func find(_ posts: [Post], hostile: [String] = [], past: [Post] = Self.past, asOf day: Int = 10)
    -> [HeatedThread]
  {
    HeatedThreads().find(
      in: past + posts, hostile: Set(hostile.map { PostID($0) }), asOf: Posts.time(day, hour: 23))
  }

  @Test func manyMoreRepliesInADayThanUsualIsHeat() throws {
    let found = find(thread("t", opened: 8, replies: 9))
    let heat = try #require(found.first)
    #expect(found.count == 1 && heat.thread == ThreadID("t") && heat.post == PostID("t"))
    #expect(heat.replies == 9 && heat.people == 3 && heat.usual == 2 && heat.isBusy && heat.hostile == 0)
    #expect(heat.since == Posts.time(8))
  }

  @Test func fewRepliesAreNeverTooMany() {
    #expect(find(thread("t", opened: 8, replies: 4)).isEmpty)
    #expect(find(thread("t", opened: 8, replies: 5)).count == 1)
  }

  @Test func onABusyPlatformMoreIsUsual() {
    let busy = (0..<60).flatMap { thread("old\($0)", opened: -90 + $0, replies: 8) }
    #expect(find(thread("t", opened: 8, replies: 8), past: busy).isEmpty)
    #expect(find(thread("t", opened: 8, replies: 9), past: busy).first?.usual == 8)
  }

  @Test func aConversationThatIsAlwaysBusyMustBeBusierThanItself() {
    var coffee = [Posts.post("t", by: "asker", day: -40)]
    for day in -25..<3 { coffee += thread("t", opened: -40, replies: 6, on: day).dropFirst() }
    #expect(find(coffee + thread("t", opened: -40, replies: 9, on: 8).dropFirst()).isEmpty)
    let heated = find(coffee + thread("t", opened: -40, replies: 12, on: 8).dropFirst())
    #expect(heated.first?.usual == 6 && heated.first?.replies == 12)
  }

  @Test func twentyFourHoursSlideOverMidnight() {
    let late = (0..<6).map { number in
      Posts.post(
        "r\(number)", by: number % 2 == 0 ? "a" : "b", day: 7 + number / 3,
        hour: number < 3 ? 21 + number : number,
        parent: "t", body: "Nee, dat klopt niet.")
    }
    #expect(find([Posts.post("t", by: "asker", day: 7)] + late).first?.replies == 6)
    // Exactly a day apart is two days.
    let slow = (0..<6).map {
      Posts.post("r\($0)", by: "m\($0)", day: 4 + $0, parent: "t", body: "Nee, dat klopt niet.")
    }
    #expect(find([Posts.post("t", by: "asker", day: 4)] + slow).isEmpty)
  }

  @Test func repliesOfTheSameInstantAllCount() {
    let posts = (0..<5).map {
      Posts.post("r\($0)", by: "m\($0)", day: 8, parent: "t", body: "Nee, dat klopt niet.")
    }
    #expect(find([Posts.post("t", by: "a", day: 8)] + posts).first?.replies == 5)
  }

  @Test func oneVoiceIsNoHeatAndUnknownVoicesAreNotCounted() {
    #expect(find(thread("t", opened: 8, replies: 9, by: ["a"])).isEmpty)
    #expect(find(thread("t", opened: 8, replies: 9, by: [nil])).first?.people == 0)
    #expect(find(thread("t", opened: 8, replies: 9, by: ["a", nil])).isEmpty)
  }

  @Test func followersWithdrawnAndOldRepliesAreNoHeat() {
    #expect(find(thread("t", opened: 8, replies: 9, body: "Volg!")).isEmpty)
    var withdrawn = thread("t", opened: 8, replies: 9)
    for index in withdrawn.indices.dropFirst() { withdrawn[index].state = .withdrawn }
    #expect(find(withdrawn).isEmpty)
    #expect(find(thread("t", opened: 2, replies: 9)).isEmpty, "more than seven days ago")
    #expect(find(thread("t", opened: 11, replies: 9)).isEmpty, "after the night's day")
    #expect(find([]).isEmpty && find([], past: []).isEmpty)
  }

  @Test func twoHostileRepliesAreHeatHoweverSlow() throws {
    let slow = thread("t", opened: 8, replies: 2)
    #expect(find(slow, hostile: ["t-8-0"]).isEmpty)
    let heat = try #require(find(slow, hostile: ["t-8-0", "t-8-1", "elsewhere"]).first)
    #expect(heat.hostile == 2 && !heat.isBusy && heat.replies == 2)
    #expect(find(slow, hostile: ["t", "t-8-1"]).isEmpty, "the question itself is no reply")
    let both = thread("u", opened: 8, replies: 9) + slow
    #expect(find(both, hostile: ["t-8-0", "t-8-1"]).map(\.thread.description) == ["t", "u"])
  }

  @Test func hostileRepliesInALongConversationMustBeOneInTen() {
    func slow(_ count: Int) -> [Post] {
      [Posts.post("t", by: "asker", day: 3)]
        + (0..<count).map {
          Posts.post(
            "r\($0)", by: "m\($0 % 4)", day: 4 + $0 / 3, hour: $0 % 3 * 8, parent: "t",
            body: "Dat is niet zo.")
        }
    }
    #expect(find(slow(20), hostile: ["r3", "r9"]).first?.hostile == 2)
    #expect(find(slow(21), hostile: ["r3", "r9"]).isEmpty, "two of more than twenty may be chance")
    #expect(find(slow(21), hostile: ["r3", "r9", "r10"]).count == 1)
  }

  @Test func withoutAPastTheLeastNumberDecidesAndNothingIsCalledUsual() {
    let heat = find(thread("t", opened: 8, replies: 5), past: [])
    #expect(heat.count == 1 && heat.first?.usual == nil)
  }

  @Test func aChatHasNoFirstPostAndIsJudgedByItself() {
    let chat = (0..<200).map { number in
      Posts.post(
        "c\(number)", by: "m\(number % 5)", day: -30 + number / 6, hour: number % 6 + 8, thread: "app",
        body: "Weet iemand dat zeker?", kind: .chat)
    }
    #expect(find(chat, past: []).isEmpty)
    let storm = (0..<20).map {
      Posts.post(
        "s\($0)", by: "m\($0 % 5)", day: 8, hour: $0, thread: "app", body: "Dat is niet waar.", kind: .chat)
    }
    #expect(find(chat + storm, past: []).first?.post == PostID("c0"))
  }

  @Test func theOrderOfThePostsDoesNotMatter() {
    var generator = SeededGenerator(seed: 3)
    let posts =
      thread("t", opened: 8, replies: 9) + thread("u", opened: 7, replies: 9)
      + thread("v", opened: 9, replies: 12)
    let expected = find(posts)
    #expect(expected.map(\.thread.description) == ["v", "t", "u"])
    for _ in 0..<5 {
      #expect(
        find(posts.shuffled(using: &generator), past: Self.past.shuffled(using: &generator)) == expected)
    }
  }
}
