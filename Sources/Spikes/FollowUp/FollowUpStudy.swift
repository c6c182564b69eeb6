// Counts questions and askers before and after a theme meeting, and tests the difference against the platform.

import Discussion

/// A question as far as a follow-up needs it.
public struct DatedQuestion: Hashable, Sendable {
  /// The asking post. A post counts once, however often it is given.
  public var post: PostID
  /// Its topic; nil when it has none.
  public var topic: TopicID?
  /// Who asked; nil where the source does not say.
  public var asker: MemberID?
  /// The local day on which it was asked.
  public var day: CalendarDay

  /// A question from its parts.
  public init(post: PostID, topic: TopicID?, asker: MemberID?, day: CalendarDay) {
    self.post = post
    self.topic = topic
    self.asker = asker
    self.day = day
  }
}

/// Follows theme meetings up.
///
/// Is less asked about a subject after a meeting than before? Everybody has one vote a week on each topic. Given how many
/// votes the subject drew in all, and how the votes on everything else fall before and after, Fisher's exact test
/// (Fisher 1935; two-sided by doubling the smaller tail) says how often chance alone gives a difference as large.
public enum FollowUpStudy {
  /// Follows a meeting up.
  /// - Parameters:
  ///   - date: the day of the meeting; what was asked on that day itself counts on neither side.
  ///   - topics: the topics that the subject is in: the meeting's own and those that became part of it.
  ///   - questions: the platform's questions, in any order.
  ///   - lastDay: the last day of which all questions are known.
  ///   - signals: the signals that are known, in any order.
  ///   - own: the signal that led to the meeting.
  public static func follow(
    up date: CalendarDay, topics: Set<TopicID>, questions: [DatedQuestion], knownUntil lastDay: CalendarDay,
    signals: [Signal] = [], own: SignalID? = nil
  ) -> MeetingFollowUp {
    let longest = MeetingFollowUp.lengths.max() ?? 0
    var seen = Set<PostID>()
    let near = questions.filter {
      $0.day <= lastDay && abs($0.day.number - date.number) <= 7 * longest && $0.day != date
    }.sorted { ($0.post, $0.day, $0.topic?.number ?? .max) < ($1.post, $1.day, $1.topic?.number ?? .max) }
      .filter { seen.insert($0.post).inserted }
    let first = questions.map(\.day).min()
    let periods = MeetingFollowUp.lengths.map { weeks in
      let isKnown = first.map { $0 <= date.advanced(by: -7 * weeks) } ?? false
      return period(weeks, of: date, topics, near, knownUntil: lastDay, isKnownBefore: isKnown)
    }
    let passed = max(0, min(longest, (lastDay.number - date.number) / 7))
    var (before, after) = (Array(repeating: 0, count: longest), Array(repeating: 0, count: passed))
    for question in near where question.topic.map(topics.contains) ?? false {
      let distance = question.day.number - date.number
      if distance < 0 {
        before[longest - 1 - (-distance - 1) / 7] += 1
      } else if (distance - 1) / 7 < passed {
        after[(distance - 1) / 7] += 1
      }
    }
    let week = ISOWeek(containing: date)
    let returned =
      signals.filter { signal in
        signal.id != own && signal.topic.map(topics.contains) ?? false && signal.opened > week
          && signal.opened <= week.advanced(by: MeetingFollowUp.returnWeeks)
      }.map(\.id).min()
    return MeetingFollowUp(
      date: date, periods: periods, weeksBefore: before, weeksAfter: after, returned: returned)
  }

  private static func period(
    _ weeks: Int, of date: CalendarDay, _ topics: Set<TopicID>, _ questions: [DatedQuestion],
    knownUntil lastDay: CalendarDay, isKnownBefore: Bool
  ) -> FollowUpPeriod {
    let near = questions.filter { abs($0.day.number - date.number) <= 7 * weeks }
    let before = side(near.filter { $0.day < date }, topics)
    let after = side(near.filter { $0.day > date }, topics)
    let missing = date.advanced(by: 7 * weeks).number - lastDay.number
    var period = FollowUpPeriod(
      weeks: weeks, before: before, after: after, isKnownBefore: isKnownBefore, pValue: 1,
      verdict: .tooEarly(weeksToGo: max(1, (missing + 6) / 7)))
    guard missing <= 0 else { return period }
    // How the votes on the subject fall after the meeting if it kept its part of all votes.
    let chance = Hypergeometric(
      population: before.allVotes + after.allVotes, marked: before.votes + after.votes, drawn: after.allVotes)
    period.pValue = chance.twoSidedP(after.votes)
    period.verdict =
      period.pValue >= MeetingFollowUp.clearP ? .unclear : Double(after.votes) < chance.mean ? .fewer : .more
    return period
  }

  private static func side(_ questions: [DatedQuestion], _ topics: Set<TopicID>) -> FollowUpSide {
    let own = questions.filter { $0.topic.map(topics.contains) ?? false }
    var side = FollowUpSide()
    side.allQuestions = questions.count
    side.questions = own.count
    side.askers = Set(own.map(\.asker)).count
    let votes = Set(
      questions.map { question in
        // The subject's topics are one.
        let isOwn = question.topic.map(topics.contains) ?? false
        return Vote(
          asker: question.asker, week: ISOWeek(containing: question.day), isOwn: isOwn,
          topic: isOwn ? nil : question.topic)
      })
    side.votes = votes.count(where: \.isOwn)
    side.allVotes = votes.count
    return side
  }

  private struct Vote: Hashable {
    var asker: MemberID?
    var week: ISOWeek
    var isOwn: Bool
    var topic: TopicID?
  }
}
