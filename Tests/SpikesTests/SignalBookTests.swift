// One list of signals: how they open, go on, rise, close, come back, and keep their names.

import Discussion
import Testing

@testable import Spikes

@Suite struct SignalBookTests {
  static let week = ISOWeek(number: 2900)

  private func posts(_ range: Range<Int>) -> [PostID] { range.map { PostID("p\($0)") } }

  /// Questions `p0`, `p1`, …, each by somebody else, on a topic, all in one week.
  private func index(
    _ topics: [(range: Range<Int>, topic: Int?)], week: ISOWeek = week, hidden: Set<PostID> = []
  ) -> QuestionIndex {
    QuestionIndex(
      topics.flatMap { part in
        part.range.map {
          CountedQuestion(
            post: PostID("p\($0)"), series: part.topic.map { TopicID(number: $0).description },
            asker: MemberID("m\($0)"), organisation: nil, week: week)
        }
      }, hidden: hidden)
  }

  private func neighbourhood(
    _ range: Range<Int>, _ pValue: Double, week: ISOWeek = week, observed: Int? = nil
  ) -> Neighbourhood {
    Neighbourhood(
      week: week, windowWeeks: 2, centre: PostID("p\(range.lowerBound)"), posts: posts(range), size: 12,
      observed: observed ?? range.count, expected: 0.5, lower: 0, upper: 2, localP: 1e-6, pValue: pValue)
  }

  private func count(_ topic: Int, flag: Bool, score: Double, week: ISOWeek = week, open: Bool = false)
    -> Assessment
  {
    Assessment(
      series: TopicID(number: topic).description, week: week, flag: flag, open: open, score: score,
      windowWeeks: 1, observed: 6, expected: 1, lower: 0, upper: 3, pValue: score > 2 ? 1e-4 : 0.01)
  }

  @Test func aRareNeighbourhoodOpensASignalOfItsTopic() throws {
    var book = SignalBook()
    let questions = index([(0..<6, 7)])
    book.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.002)], questions: questions)
    let signal = try #require(book.signals.first)
    #expect(book.signals.count == 1)
    #expect(signal.id == SignalID(week: Self.week, number: 1))
    #expect(signal.topic == TopicID(number: 7))
    #expect(signal.scope == .topic)
    #expect(signal.methods == [.neighbourhood])
    #expect(signal.isOpen)
    #expect(signal.weeks[0].isRaised)
    #expect(signal.weeks[0].pValue == 0.002 * SignalSettings().newPerWeek)
    #expect(signal.posts == posts(0..<6))
  }

  @Test func whatChanceGivesMoreOftenOpensNone() {
    var book = SignalBook()
    let questions = index([(0..<6, 7)])
    book.judge(Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.02)], questions: questions)
    #expect(book.signals.isEmpty)
    var eager = SignalSettings()
    eager.recurrenceWeeks = 26
    book = SignalBook(settings: eager)
    book.judge(Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.02)], questions: questions)
    #expect(book.signals.count == 1)
  }

  @Test(arguments: [
    ([(0..<6, 7 as Int?)], SignalScope.topic, 7 as Int?),
    ([(0..<6, 7), (6..<20, 7)], .part, 7),
    ([(0..<6, nil), (6..<9, 7)], .birth, nil),
    ([(0..<2, 5), (2..<4, 7), (4..<6, 8)], .birth, nil),
  ])
  func itsPlaceAmongTopicsIsSaid(_ topics: [(Range<Int>, Int?)], scope: SignalScope, topic: Int?) {
    var book = SignalBook()
    book.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.001)],
      questions: index(topics.map { (range: $0.0, topic: $0.1) }))
    #expect(book.signals.map(\.scope) == [scope])
    #expect(book.signals.map(\.topic) == [topic.map { TopicID(number: $0) }])
  }

  @Test func countAndNeighbourhoodOfTheSameQuestionsAreOneSignal() {
    var book = SignalBook()
    book.judge(
      Self.week, assessments: [count(7, flag: true, score: 6)],
      neighbourhoods: [neighbourhood(0..<6, 0.001)], questions: index([(0..<6, 7)]))
    #expect(book.signals.map(\.methods) == [[.counts, .neighbourhood]])
  }

  @Test func aCountByItselfMustBeRarer() {
    let questions = index([(0..<6, 7)])
    var book = SignalBook()
    book.judge(
      Self.week, assessments: [count(7, flag: true, score: 2)], neighbourhoods: [], questions: questions)
    #expect(book.signals.isEmpty)
    book = SignalBook()
    book.judge(
      Self.week, assessments: [count(7, flag: true, score: 3)], neighbourhoods: [], questions: questions)
    #expect(book.signals.map(\.methods) == [[.counts]])
  }

  @Test func whatIsOutOfSightOpensNone() {
    var book = SignalBook()
    book.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.001)],
      questions: index([(0..<6, nil)], hidden: Set(posts(0..<3))))
    #expect(book.signals.isEmpty)
  }

  @Test func aTopicIsSilentAfterItsMeeting() {
    let questions = index([(0..<6, 7)])
    func signals(weeksSince: Int, _ pValue: Double) -> Int {
      var book = SignalBook()
      book.judge(
        Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, pValue)], questions: questions,
        meetings: [ThemeMeeting(series: "OND-0007", week: Self.week.advanced(by: -weeksSince))])
      return book.signals.count
    }
    #expect(signals(weeksSince: 3, 0.001) == 0)
    #expect(signals(weeksSince: 4, 0.005) == 0)
    #expect(signals(weeksSince: 4, 0.0005) == 1)
    #expect(signals(weeksSince: 12, 0.005) == 1)
    #expect(signals(weeksSince: -1, 0.005) == 1)
  }

  @Test func aSignalGoesOnAndClosesWhenItIsQuiet() {
    var book = SignalBook()
    let questions = index([(0..<8, 7)])
    func judge(_ weeks: Int, _ found: [Neighbourhood]) {
      book.judge(
        Self.week.advanced(by: weeks), assessments: [], neighbourhoods: found, questions: questions)
    }
    judge(0, [neighbourhood(0..<6, 0.002)])
    judge(1, [neighbourhood(1..<7, 0.08, week: Self.week.advanced(by: 1))])
    #expect(book.signals.map(\.weeks.count) == [2])
    #expect(book.signals[0].weeks[1].isRaised == false)
    judge(2, [])
    #expect(book.signals[0].isOpen)
    #expect(book.signals[0].weeks[2].methods.isEmpty)
    judge(3, [])
    #expect(!book.signals[0].isOpen)
    #expect(book.signals[0].latest == Self.week.advanced(by: 2))
  }

  @Test func whatComesBackSoonIsTheSameSignalAndLaterANewOne() {
    let questions = index([(0..<8, 7)])
    func signals(weeksLater: Int) -> [Signal] {
      var book = SignalBook()
      book.judge(
        Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.002)], questions: questions)
      for week in 1..<weeksLater {
        book.judge(Self.week.advanced(by: week), assessments: [], neighbourhoods: [], questions: questions)
      }
      let later = Self.week.advanced(by: weeksLater)
      book.judge(
        later, assessments: [], neighbourhoods: [neighbourhood(2..<8, 0.002, week: later)],
        questions: questions)
      return book.signals
    }
    let soon = signals(weeksLater: 5)
    #expect(soon.count == 1)
    #expect(soon[0].isOpen)
    #expect(soon[0].weeks.map(\.isRaised) == [true, false, false, false, false, true])
    #expect(soon[0].weeks.map(\.week) == (0...5).map { Self.week.advanced(by: $0) })
    #expect(signals(weeksLater: 8).count == 2)
  }

  @Test func aCountThatStaysOutOfTheOrdinaryOpensASignalWhenItGetsRare() {
    var book = SignalBook()
    let next = Self.week.advanced(by: 1)
    let questions = index([(0..<6, 7)])
    book.judge(
      Self.week, assessments: [count(7, flag: true, score: 1.9)], neighbourhoods: [], questions: questions)
    #expect(book.signals.isEmpty)
    book.judge(
      next, assessments: [count(7, flag: false, score: 4, week: next, open: true)], neighbourhoods: [],
      questions: index([(0..<6, 7)], week: next))
    #expect(book.signals.map(\.id.week) == [next])
  }

  @Test func whatStoodForTwoMonthsDoesNotOpenAndCloseInTurns() {
    var book = SignalBook()
    let questions = index([(0..<6, 7)])
    for week in 0..<10 {
      let now = Self.week.advanced(by: week)
      book.judge(
        now, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.001, week: now)], questions: questions)
      #expect(book.signals.map(\.isOpen) == [week < 8])
    }
  }

  @Test func anIdentityThatWasGivenIsNotGivenAgain() {
    var book = SignalBook(given: [SignalID(week: Self.week, number: 1), SignalID(week: Self.week, number: 3)])
    book.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.001)],
      questions: index([(0..<6, 7)]))
    #expect(book.signals.map(\.id.number) == [4])
  }

  @Test func aSignalRisesWhenItGetsStronger() {
    var book = SignalBook()
    let questions = index([(0..<20, 7)])
    let next = Self.week.advanced(by: 1)
    book.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(0..<6, 0.005)], questions: questions)
    book.judge(
      next, assessments: [], neighbourhoods: [neighbourhood(0..<14, 0.001, week: next)], questions: questions)
    #expect(book.signals.map { $0.weeks.map(\.isRaised) } == [[true, true]])
    #expect(book.signals.map { $0.weeks.map(\.strength) } == [[.signal, .veryStrong]])
  }

  @Test func aWeekJudgedAgainKeepsNamesAndWhatWasPublished() {
    let questions = index([(0..<20, nil)])
    var book = SignalBook()
    book.judge(
      Self.week, assessments: [],
      neighbourhoods: [neighbourhood(0..<6, 0.001), neighbourhood(10..<16, 0.002)], questions: questions)
    let published = book.signals
    #expect(published.map(\.id.number) == [1, 2])

    // Found again, whatever the order: the same names.
    var again = SignalBook(known: published)
    again.goBack(before: Self.week)
    again.judge(
      Self.week, assessments: [],
      neighbourhoods: [neighbourhood(10..<17, 0.001), neighbourhood(0..<6, 0.002)], questions: questions)
    #expect(again.signals.map(\.id) == published.map(\.id))
    #expect(again.signals[1].posts == posts(10..<17).sorted())

    // Not found again: it was published and stays.
    again = SignalBook(known: published)
    again.goBack(before: Self.week)
    again.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(10..<16, 0.001)], questions: questions)
    #expect(again.signals.map(\.id) == published.map(\.id))
    #expect(again.signals[0].posts == published[0].posts)

    // A new one does not take the name of one that is gone.
    again = SignalBook(known: published)
    again.goBack(before: Self.week)
    again.judge(
      Self.week, assessments: [], neighbourhoods: [neighbourhood(6..<10, 0.001, observed: 5)],
      questions: questions)
    #expect(again.signals.map(\.id.number) == [1, 2, 3])
  }

  @Test(arguments: [
    "SIG-2026-W10-1", "SIG-2024-W53-1", "sig-2026-W10-1", "SIG-2026-W10-0", "SIG-2026-W10", "SIG-2026-W10-1x",
  ])
  func namesAreRead(_ text: String) {
    #expect(SignalID(text)?.description == (text == "SIG-2026-W10-1" ? text : nil))
  }
}
