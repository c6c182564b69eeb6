// Working days, unanswered questions and the order of the queue.
import Discussion
import Foundation
import TestSupport
import Testing

@testable import Moderation

@Suite struct WorkingDaysTests {
  static func calendar() throws -> WorkingDays {
    let file = Repository.root.appending(path: "pipelines/calendars/feestdagen.csv")
    return try #require(WorkingDays(calendar: String(contentsOf: file, encoding: .utf8)))
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(iso8601: text)) }

  @Test(
    "The calendar holds the public holidays, movable ones too",
    arguments: [
      "2015-04-06", "2019-04-22", "2024-03-29", "2024-05-09", "2025-04-26", "2026-04-27", "2026-05-25",
      "2030-06-10",
      "2026-12-25", "2027-01-01",
    ])
  func holidays(text: String) throws {
    #expect(try !Self.calendar().isWorkingDay(day(text)))
    #expect(try Self.calendar().isWorkingDay(day("2026-11-20")))
  }

  @Test func weekendsAndHolidaysDoNotCount() throws {
    let days = try Self.calendar()
    #expect(try days.count(after: day("2026-11-20"), through: day("2026-11-23")) == 1)
    #expect(try days.count(after: day("2026-11-20"), through: day("2026-11-20")) == 0)
    #expect(try days.count(after: day("2026-11-21"), through: day("2026-11-20")) == 0)
    #expect(try days.count(after: day("2026-04-02"), through: day("2026-04-08")) == 2)
  }

  @Test func aTypingErrorInTheCalendarIsRefused() {
    #expect(WorkingDays(calendar: "datum,naam\n2026-04-27,Koningsdag\n2026-13-01,fout\n") == nil)
    #expect(WorkingDays(calendar: "# regel\ndatum,naam\n2026-04-27,Koningsdag\n") != nil)
  }
}

@Suite struct UnansweredTests {
  private func post(
    _ id: String, by author: String, day: Int, hour: Int = 12, parent: String? = nil, thread: String = "t",
    body: String = "Tekst"
  ) throws -> Post {
    let date = try #require(CalendarDay(year: 2026, month: 11, day: day))
    return Post(
      id: PostID(id), source: "s", thread: ThreadID(thread), parent: parent.map { PostID($0) },
      kind: parent == nil ? .topic : .reply, author: MemberID(author),
      createdAt: Timestamp(day: date, hour: hour), body: body)
  }

  private func waiting(
    _ posts: [Post], _ questions: [String] = ["q"], announcements: [String] = [], asOf: Int = 20
  ) throws -> [String] {
    let date = try #require(CalendarDay(year: 2026, month: 11, day: asOf))
    return UnansweredQuestions(workingDays: WorkingDays(), zone: .utc)
      .find(
        in: posts, questions: Set(questions.map { PostID($0) }),
        announcements: Set(announcements.map { PostID($0) }),
        asOf: Timestamp(day: date, hour: 3)
      ).map(\.post.description)
  }

  @Test func aQuestionWaitsFromTheThirdWorkingDay() throws {
    let question = try post("q", by: "a", day: 13)  // a Friday
    #expect(try waiting([question], asOf: 17).isEmpty)
    #expect(try waiting([question], asOf: 18) == ["q"])
  }

  @Test func aSelfReplyIsNoAnswer() throws {
    let question = try post("q", by: "a", day: 10)
    #expect(try waiting([question, post("r", by: "a", day: 11, parent: "q")]) == ["q"])
    #expect(try waiting([question, post("r", by: "b", day: 11, parent: "q")]).isEmpty)
  }

  @Test func aFollowerAndAQuestionInReturnAreNoAnswer() throws {
    let question = try post("q", by: "a", day: 10)
    let follower = try post("f", by: "b", day: 11, parent: "q", body: "Ook benieuwd, ik volg dit draadje!")
    let inReturn = try post("r", by: "c", day: 11, parent: "q", body: "Welke regio is dit?")
    #expect(try waiting([question, follower]) == ["q"])
    #expect(try waiting([question, inReturn], ["q", "r"]) == ["q", "r"])
  }

  @Test func aQuestionInsideAConversationWantsItsOwnAnswer() throws {
    let posts = [
      try post("q", by: "a", day: 9), try post("r", by: "b", day: 10, parent: "q"),
      try post("q2", by: "c", day: 10, hour: 13, parent: "q"), try post("r2", by: "d", day: 11, parent: "q"),
    ]
    // Flat platform: whatever comes later counts. Nested platform: only what replies to it.
    #expect(try waiting(posts, ["q", "q2"]).isEmpty)
    let nested = posts + [try post("r3", by: "e", day: 12, parent: "r")]
    #expect(try waiting(nested, ["q", "q2"]) == ["q2"])
    #expect(try waiting(nested + [post("r4", by: "e", day: 12, parent: "q2")], ["q", "q2"]).isEmpty)
  }

  @Test func announcementsAndWithdrawnPostsWaitForNobody() throws {
    var question = try post("q", by: "a", day: 10)
    #expect(try waiting([question], announcements: ["q"]).isEmpty)
    question.state = .withdrawn
    #expect(try waiting([question]).isEmpty)
  }

  @Test func theOrderOfThePostsDoesNotMatter() throws {
    let posts = try (1...6).map { try post("q\($0)", by: "a", day: $0, thread: "t\($0)") }
    let ids = posts.map(\.id.description)
    #expect(try waiting(posts, ids) == ids)
    #expect(try waiting(posts.reversed(), ids) == ids)
  }
}

@Suite struct ReviewQueueTests {
  private func candidate(_ id: String, _ kinds: [FindingKind], at seconds: Int64, waiting: Int? = nil)
    -> ReviewCandidate
  {
    ReviewCandidate(
      post: PostID(id), createdAt: Timestamp(seconds: seconds), kinds: kinds, waitingDays: waiting)
  }

  @Test func theGravestClassComesFirstAndInAClassTheOldest() {
    let rows = ReviewQueue.rows([
      candidate("wacht", [], at: 1, waiting: 4), candidate("naam", [.person], at: 2),
      candidate("mail", [.email, .person], at: 9), candidate("bsn-nieuw", [.person, .bsn], at: 8),
      candidate("iban-oud", [.iban], at: 3), candidate("niets", [], at: 0),
      candidate("plaats", [.place], at: 0),
    ])
    #expect(rows.map(\.post.description) == ["iban-oud", "bsn-nieuw", "mail", "naam", "wacht"])
    #expect(rows.map(\.rank) == [1, 2, 3, 4, 5])
    #expect(rows[1].reasons == [.personalData(.bsn), .personalData(.person)])
  }

  @Test func aPostHasOneRowWithAllItsReasons() {
    let rows = ReviewQueue.rows([
      candidate("p", [.phone, .phone], at: 5), candidate("p", [.bsn], at: 5, waiting: 3),
    ])
    #expect(rows.count == 1)
    #expect(rows[0].reasons == [.personalData(.bsn), .personalData(.phone), .unanswered(workingDays: 3)])
  }

  @Test func theOrderOfTheCandidatesDoesNotMatter() {
    let candidates = (0..<40).map { candidate("p\($0)", [FindingKind.allCases[$0 % 14]], at: Int64($0 % 3)) }
    #expect(ReviewQueue.rows(candidates) == ReviewQueue.rows(candidates.reversed()))
  }
}
