// The past week by week: a planted burst is told in its week, and nothing of what came later is used.
import Discussion
import Foundation
import Spikes
import Testing
import Topics

@testable import Pipeline

@Suite struct ReplayTests {
  private static let first = ISOWeek(iso8601: "2024-W02") ?? ISOWeek(number: 0)
  private static let weeks = 50
  private static let subjects = [
    "wachtlijst aanmelding wachttijd plaatsing", "scheiding ouders omgang mediation",
    "school verzuim leerplicht thuiszitter", "gamen scherm computer telefoon",
    "pleegzorg pleeggezin netwerk bezoekregeling", "aanbesteding inkoop contract tarief",
    "privacy dossier inzage toestemming", "taal tolk nieuwkomer inburgering",
  ]
  /// Weeks, counted from 0, in which many people ask about a subject.
  private static let bursts = [40: 3, 41: 3]

  /// Questions on eight subjects, one or two a week on each, and a burst.
  private static func archive(weeks: Int = weeks) -> ReplayArchive {
    var archive = ReplayArchive(
      questions: [], firstWeek: first, posts: 0, lastWeek: first.advanced(by: weeks - 1))
    for week in 0..<weeks {
      for (subject, words) in subjects.enumerated() {
        let count = bursts[week] == subject ? 7 : (week + subject) % 3 == 0 ? 2 : 1
        for number in 0..<count { archive.questions.append(asked(week, subject, number, words)) }
      }
    }
    archive.questions.sort {
      ($0.week, $0.post.createdAt ?? .init(milliseconds: 0), $0.post.id)
        < ($1.week, $1.post.createdAt ?? .init(milliseconds: 0), $1.post.id)
    }
    archive.posts = archive.questions.count
    return archive
  }

  private static func asked(_ week: Int, _ subject: Int, _ number: Int, _ words: String)
    -> ReplayArchive.Asked
  {
    let day = first.advanced(by: week).monday.advanced(by: number % 7)
    let person = (week * 31 + subject * 7 + number * 13) % 97
    let parts = words.split(separator: " ")
    let text =
      "Hoe gaan jullie om met \(parts[number % 4]), \(parts[(number + 1) % 4]) en \(parts[(week + 2) % 4])?"
    let id = PostID("proef:\(subject)-\(week)-\(number)")
    return ReplayArchive.Asked(
      post: TopicPost(
        id: id, body: text,
        createdAt: Timestamp(day: day).advancedByHours(8 + subject), author: MemberID("k1-\(person)"),
        askingSentences: [Question(post: id, range: nil, text: text)]),
      organisation: "organisatie \(person % 23)", week: first.advanced(by: week))
  }

  private static func replay(
    _ archive: ReplayArchive = archive(), from: Int = 11, to: Int = weeks - 1,
    refit: TopicReplay.Refit = .auto
  ) -> Replay? {
    Replay.of(
      archive, weeks: first.advanced(by: from)...first.advanced(by: to),
      settings: ReplaySettings(topics: TopicSettings(language: .dutch), refit: refit))
  }

  private static let whole = replay()

  private static func subject(_ post: PostID) -> Int? {
    post.description.dropFirst(6).split(separator: "-").first.flatMap { Int($0) }
  }

  @Test func aPlantedBurstIsToldWithItsQuestions() throws {
    let replay = try #require(Self.whole)
    let found = replay.raised.first {
      (40...42).contains($0.week.week.number - Self.first.number)
        && $0.week.posts.count { Self.subject($0) == 3 } * 2 > $0.week.posts.count
    }
    let signal = try #require(found)
    #expect(signal.askers >= 5 && signal.organisations >= 3)
    #expect(signal.isOpening)
    #expect(replay.raised.count <= 4)
  }

  @Test(arguments: [20, 41]) func aWeekKnowsNothingOfWhatCameLater(last: Int) throws {
    let whole = try #require(Self.whole)
    let early = whole.raised.filter { $0.week.week <= Self.first.advanced(by: last) }
    var expected = whole
    expected.raised = early
    // Once told up to that week only, and once with nothing later in the archive at all.
    for archive in [Self.archive(), Self.archive(weeks: last + 1)] {
      let replay = try #require(Self.replay(archive, to: last))
      #expect(ReplayTables.signals(replay) == ReplayTables.signals(expected))
    }
    if last == 41 { #expect(!early.isEmpty) }
  }

  @Test func aRowDoesNotDependOnTheFirstWeekTold() throws {
    let whole = try #require(Self.whole)
    var expected = whole
    expected.raised.removeAll { $0.week.week < Self.first.advanced(by: 30) }
    #expect(!expected.raised.isEmpty)
    let late = try #require(Self.replay(from: 30))
    #expect(ReplayTables.signals(late) == ReplayTables.signals(expected))
  }

  @Test func theSameArchiveGivesTheSameBytes() throws {
    let (one, other) = (try #require(Self.whole), try #require(Self.replay()))
    #expect(ReplayTables.signals(one) == ReplayTables.signals(other))
    #expect(ReplayTables.choices(one) == ReplayTables.choices(other))
  }

  @Test func aLooserSettingNeverSignalsLess() throws {
    let replay = try #require(Self.whole)
    let rates = replay.choices.filter { $0.kind == .q }
    #expect(rates.map(\.value) == [0.1, 0.2, 0.35, 0.5])
    #expect(zip(rates, rates.dropFirst()).allSatisfy { $0.alerts <= $1.alerts })
    #expect(rates.filter(\.isCurrent).map(\.value) == [0.35])
    let years = replay.choices.filter { $0.kind == .recurrenceWeeks }
    #expect(years.map(\.value) == [52, 104, 156, 260])
    #expect(zip(years, years.dropFirst()).allSatisfy { $0.alerts >= $1.alerts })
    #expect(years.filter(\.isCurrent).map(\.value) == [104])
    #expect(replay.choices.filter(\.isCurrent).allSatisfy { $0.alerts == replay.raised.count })
  }

  @Test func threeWeeksTellNothing() throws {
    let replay = try #require(Self.replay(Self.archive(weeks: 3), from: 0, to: 2))
    #expect(replay.raised.isEmpty)
    #expect(replay.volumes.count == 3)
  }

  @Test func noQuestionsGiveNoSignals() throws {
    let archive = ReplayArchive(
      questions: [], firstWeek: Self.first, posts: 3, lastWeek: Self.first.advanced(by: 30))
    let replay = try #require(Self.replay(archive, to: 30))
    #expect(replay.raised.isEmpty)
    #expect(replay.choices.allSatisfy { $0.alerts == 0 })
  }
}

extension Timestamp {
  fileprivate func advancedByHours(_ hours: Int) -> Timestamp {
    advanced(byMilliseconds: Int64(hours) * 3_600_000)
  }
}
