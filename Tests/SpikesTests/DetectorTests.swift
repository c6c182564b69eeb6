// What the detector promises: prospective, indifferent to order, repetition and loud people, and moved by real interest.

import Discussion
import TestSupport
import Testing

@testable import Spikes

@Suite struct DetectorTests {
  /// A calm community in raw questions: 12 topics, 42 weeks, everybody somebody else, about 20 organisations.
  static func community(seed: UInt64 = 7, weeks: Int = 42) -> [CountedQuestion] {
    var generator = SeededGenerator(seed: seed)
    var questions: [CountedQuestion] = []
    for week in 0..<weeks {
      for topic in 0..<12 {
        let most = 1 + topic / 3
        for _ in 0..<Int.random(in: 0...most, using: &generator) {
          let person = Int.random(in: 0..<400, using: &generator)
          questions.append(
            WeeklyCountsTests.question(
              "p\(questions.count)", "topic\(topic)", by: "member\(person)", at: "org\(person % 20)",
              weeks: week))
        }
      }
    }
    return questions
  }

  /// Ten people of ten organisations ask about one topic within two weeks.
  static func interest(in topic: String, week: Int) -> [CountedQuestion] {
    (0..<10).map {
      WeeklyCountsTests.question(
        "new\($0)", topic, by: "asker\($0)", at: "org\($0)", weeks: week + $0 % 2)
    }
  }

  static func assess(_ questions: [CountedQuestion], weeks: Int = 42, meetings: [ThemeMeeting] = [])
    -> [Assessment]
  {
    SpikeDetector().assess(
      WeeklyCounts.count(questions, asOf: WeeklyCountsTests.week.advanced(by: weeks).monday),
      meetings: meetings)
  }

  static func flags(_ assessments: [Assessment]) -> [String] {
    assessments.filter(\.flag).map { "\($0.series) \($0.week)" }
  }

  static let calm = community()
  static let lively = community() + interest(in: "topic1", week: 34)
  static let livelyAssessments = assess(lively)

  @Test func realInterestIsSignalledAtOnceAndOnce() throws {
    let flagged = Self.livelyAssessments.filter { $0.flag && $0.series == "topic1" }
    let signal = try #require(flagged.first)
    #expect(flagged.count == 1)
    #expect((34...35).contains(signal.week.number - WeeklyCountsTests.week.number))
    #expect(signal.observed > signal.upper)
    #expect(Double(signal.lower) <= signal.expected && signal.expected <= Double(signal.upper))
    #expect(signal.strength != nil)
    #expect(signal.score > 2)
    let later = Self.livelyAssessments.first {
      $0.series == "topic1" && $0.week == signal.week.advanced(by: 1)
    }
    #expect(later?.open == true && later?.flag == false)
  }

  @Test func aCalmCommunityHasNoSignals() {
    #expect(Self.flags(Self.assess(Self.calm)) == [])
  }

  @Test func laterWeeksChangeNothingBefore() {
    let short = Self.assess(Self.lively, weeks: 36)
    let early = Self.livelyAssessments.filter { $0.week < WeeklyCountsTests.week.advanced(by: 36) }
    #expect(short == early)
  }

  @Test func aTopicBornLaterChangesNothingBefore() {
    let born =
      Self.lively
      + Self.interest(in: "topicNew", week: 38).map {
        var question = $0
        question.post = PostID("born" + question.post.description)
        return question
      }
    let before = WeeklyCountsTests.week.advanced(by: 38)
    #expect(
      Self.assess(born).filter { $0.week < before && $0.series != "topicNew" }
        == Self.livelyAssessments.filter { $0.week < before })
  }

  @Test func oneNightAfterAnotherGivesTheSameAsAllAtOnce() {
    let counts = WeeklyCounts.count(Self.lively, asOf: WeeklyCountsTests.week.advanced(by: 42).monday)
    var alerts = OpenAlerts()
    var nightly: [Assessment] = []
    for offset in 0..<42 {
      let week = WeeklyCountsTests.week.advanced(by: offset)
      nightly += SpikeDetector().assess(
        counts.filter { $0.week <= week }, weeks: week...week, alerts: &alerts)
    }
    #expect(nightly == Self.livelyAssessments)
  }

  @Test func orderAndTheSameArchiveTwiceMakeNoDifference() {
    var generator = SeededGenerator(seed: 3)
    #expect(Self.assess((Self.lively + Self.lively).shuffled(using: &generator)) == Self.livelyAssessments)
    let counts = WeeklyCounts.count(Self.lively, asOf: WeeklyCountsTests.week.advanced(by: 42).monday)
    #expect(SpikeDetector().assess(counts.shuffled(using: &generator)) == Self.livelyAssessments)
  }

  @Test(arguments: ["topic0", "topic5", "topic11"])
  func onePersonPostingAHundredTimesIsNoSignal(topic: String) {
    let loud = (0..<100).map {
      WeeklyCountsTests.question("loud\($0)", topic, by: "shouter", at: "org3", weeks: 39)
    }
    let flags = Set(Self.flags(Self.assess(Self.lively + loud)))
    #expect(flags.subtracting(Self.flags(Self.livelyAssessments)) == [])
  }

  @Test func peopleOfOneOrganisationAreNoSignal() {
    let colleagues = Self.interest(in: "topic1", week: 34).map {
      var question = $0
      question.organisation = "org1"
      return question
    }
    #expect(Self.flags(Self.assess(Self.calm + colleagues)) == [])
  }

  @Test(arguments: [12, 28, 41])
  func aWeekInWhichEverythingIsThreeTimesAsBusyIsNoSignal(busy: Int) {
    let week = WeeklyCountsTests.week.advanced(by: busy)
    let counts = WeeklyCounts.count(Self.calm, asOf: WeeklyCountsTests.week.advanced(by: 42).monday).map {
      $0.week == week ? Self.tripled($0) : $0
    }
    let assessments = SpikeDetector().assess(counts)
    #expect(Self.flags(assessments) == [])
    #expect(!assessments.contains { $0.week == week && !$0.anomalousVolume })
  }

  static func tripled(_ count: WeeklyCount) -> WeeklyCount {
    var count = count
    count.questions *= 3
    count.distinctAskers *= 3
    count.distinctOrganisations *= 3
    count.askersInFourWeeks *= 3
    count.organisationsInFourWeeks *= 3
    count.totalQuestions *= 3
    return count
  }

  @Test func afterAMeetingItsTopicIsSilent() {
    let week = WeeklyCountsTests.week
    for held in [32, 34] {
      let meeting = ThemeMeeting(series: "topic1", week: week.advanced(by: held))
      let flags = Self.flags(Self.assess(Self.lively, meetings: [meeting])).filter { $0.hasPrefix("topic1 ") }
      #expect(flags == [])
    }
    let elsewhere = ThemeMeeting(series: "topic2", week: week.advanced(by: 34))
    #expect(Self.flags(Self.assess(Self.lively, meetings: [elsewhere])) == Self.flags(Self.livelyAssessments))
  }

  /// Weeks of topic1 in which an import brought old questions under new dates.
  static let fault = Set(
    (20...21).map { SeriesWeek(series: "topic1", week: WeeklyCountsTests.week.advanced(by: $0)) })

  @Test func weeksWithWrongDataSayNothingOfWhatIsUsual() throws {
    let imported = Self.interest(in: "topic1", week: 20).map {
      var question = $0
      question.post = PostID("import" + question.post.description)
      return question
    }
    let counts = WeeklyCounts.count(
      Self.calm + imported, asOf: WeeklyCountsTests.week.advanced(by: 42).monday)
    let before = SpikeDetector().assess(counts)
    let after = SpikeDetector().assess(counts, excluded: Self.fault)
    #expect(Self.flags(before).contains { $0.hasPrefix("topic1 ") })
    #expect(Self.flags(after) == [], "what is wrong raises no signal any more")
    func assessment(_ assessments: [Assessment], _ series: String, _ offset: Int) throws -> Assessment {
      let week = WeeklyCountsTests.week.advanced(by: offset)
      return try #require(assessments.first { $0.series == series && $0.week == week })
    }
    for offset in [26, 30, 36] {
      let (with, without) = (
        try assessment(before, "topic1", offset), try assessment(after, "topic1", offset)
      )
      #expect(without.weekExpected < with.weekExpected - 0.05)
      #expect(without.weekUpper <= with.weekUpper)
    }
    // The weeks before the fault are judged as they were.
    let start = WeeklyCountsTests.week.advanced(by: 20)
    #expect(after.filter { $0.week < start } == before.filter { $0.week < start })
    #expect(SpikeDetector().assess(counts, excluded: []) == before)
    let elsewhere: Set = [
      SeriesWeek(series: "nobody", week: start), SeriesWeek(series: "topic1", week: start.advanced(by: 500)),
    ]
    #expect(SpikeDetector().assess(counts, excluded: elsewhere) == before)
  }

  @Test func wrongQuestionsLeaveThePlatformsVolume() throws {
    let counts = WeeklyCounts.count(Self.calm, asOf: WeeklyCountsTests.week.advanced(by: 42).monday)
    let whole = try #require(SeriesTable(counts))
    var table = whole
    table.exclude(Self.fault)
    let topic = try #require(table.names.firstIndex(of: "topic1"))
    for week in 0..<table.weeks {
      let wrong = (20...21).contains(week) ? whole.questions[topic * whole.weeks + week] : 0
      #expect(table.totals[week] == whole.totals[week] - wrong)
      #expect(table.volume(countsPeople: true)[week] == whole.volume(countsPeople: true)[week] - wrong)
    }
    #expect(table.totals != whole.totals)
    #expect(table.questions == whole.questions, "what was asked is still told")
    let place = topic * whole.weeks + 22
    #expect(table.askersInFourWeeks[place] <= whole.askers[place] + whole.askers[place - 3])
    let once = table.totals
    table.exclude(Self.fault)
    #expect(table.totals == once, "they leave once")
  }

  @Test func aRealRiseAfterWrongDataIsSignalled() {
    let imported = Self.interest(in: "topic1", week: 20).map {
      var question = $0
      question.post = PostID("import" + question.post.description)
      return question
    }
    let counts = WeeklyCounts.count(
      Self.lively + imported, asOf: WeeklyCountsTests.week.advanced(by: 42).monday)
    let flags = Self.flags(SpikeDetector().assess(counts, excluded: Self.fault))
    #expect(flags.count == 1 && flags.allSatisfy { $0.hasPrefix("topic1 ") })
  }

  @Test func unknownOrganisationsDoNotSilenceACommunity() {
    let anonymous = Self.lively.map {
      var question = $0
      question.organisation = nil
      return question
    }
    #expect(Self.flags(Self.assess(anonymous)).contains { $0.hasPrefix("topic1 ") })
  }

  @Test func strengthGrowsWithCertaintyAndPeople() {
    #expect(SignalStrength(pValue: 1e-8, askers: 5) == .signal)
    #expect(SignalStrength(pValue: 1e-5, askers: 9) == .strong)
    #expect(SignalStrength(pValue: 1e-8, askers: 14) == .veryStrong)
  }

  @Test func anOpenSignalClosesWhenItIsQuietAndRisesWhenItGetsMuchWorse() {
    let settings = DetectorSettings.community
    var alerts = OpenAlerts()
    var flags: [Bool] = []
    var open: [Bool] = []
    func take(_ pValues: [Double]) {
      flags = []
      open = []
      for p in pValues {
        flags.append(alerts.update("a", pValue: p, judged: p, selected: p < 0.01, settings: settings))
        open.append(alerts.isOpen("a"))
      }
    }
    take([1e-3, 1e-4, 1e-9, 1e-9, 0.5, 0.5])
    #expect(flags == [true, false, false, true, false, false], "a rise takes three weeks")
    #expect(open == [true, true, true, true, true, false])
    take(Array(repeating: 1e-3, count: 9))
    #expect(flags == [true] + Array(repeating: false, count: 8))
    #expect(open == Array(repeating: true, count: 8) + [false], "eight weeks is the longest")
  }

  @Test func emptyInputGivesNothing() {
    #expect(SpikeDetector().assess([]).isEmpty)
    #expect(WeeklyCounts.count([], asOf: WeeklyCountsTests.monday).isEmpty)
  }
}
