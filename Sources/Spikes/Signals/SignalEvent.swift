// What speaks in a week: a topic's count, a neighbourhood, or both about the same questions.

import Discussion
import Foundation

/// Something out of the ordinary in one week, before it is a signal.
struct SignalEvent {
  /// Its questions in the window, by identity.
  var posts: [PostID]
  /// Which ways speak of it.
  var methods: [SignalMethod]
  var windowWeeks: Int
  var observed: Int
  var expected: Double
  var lower: Int
  var upper: Int
  /// At which rate a week chance alone opens something as unlikely.
  var rate: Double
  /// Whether it is rare enough to open a signal.
  var opens: Bool
  /// The topic whose count spoke; nil for a neighbourhood.
  var topic: TopicID?
}

extension SignalSettings {
  /// The largest rate a week at which the neighbourhood scan opens a signal.
  var scanRate: Double { scanShare / recurrenceWeeks }
  /// The largest rate a week at which a topic's count opens a signal by itself.
  var countRate: Double { (1 - scanShare) / recurrenceWeeks }

  /// By how much chances count more after a meeting on a topic; nil while it is silent.
  func echo(of meetings: [ThemeMeeting], topic: TopicID?, in week: ISOWeek) -> Double? {
    guard let topic else { return 1 }
    var factor = 1.0
    for meeting in meetings where meeting.series == topic.description {
      let since = week.number - meeting.week.number
      if since >= 0, since < silenceWeeks { return nil }
      if since >= 0, since < echoWeeks { factor = echoFactor }
    }
    return factor
  }

  /// Everything that speaks in a week, the rarest first; a count and a neighbourhood about the same questions are one.
  /// - Parameters:
  ///   - assessments: the detector's of that week, all topics.
  ///   - neighbourhoods: those of that week.
  func events(
    in week: ISOWeek, assessments: [Assessment], neighbourhoods: [Neighbourhood], questions: QuestionIndex,
    meetings: [ThemeMeeting]
  ) -> [SignalEvent] {
    let judged = Dictionary(assessments.map { ($0.series, $0) }, uniquingKeysWith: { first, _ in first })
    var events: [SignalEvent] = []
    for found in neighbourhoods where !questions.isHidden(found.posts) {
      let topic = questions.topic(of: found.posts)
      guard let echo = echo(of: meetings, topic: topic, in: week) else { continue }
      let rate = min(1, found.pValue * echo) * newPerWeek
      let count = topic.flatMap { judged[$0.description] }
      let isJoint = count.map { $0.flag || $0.open } ?? false
      events.append(
        SignalEvent(
          posts: found.posts, methods: isJoint ? [.counts, .neighbourhood] : [.neighbourhood],
          windowWeeks: found.windowWeeks, observed: found.observed, expected: found.expected,
          lower: found.lower, upper: found.upper, rate: rate,
          opens: rate <= scanRate * (isJoint ? jointFactor : 1), topic: nil))
    }
    // As many topics as there are could have been the one: Bonferroni.
    let hypotheses = Double(max(1, assessments.count))
    for count in assessments where count.flag || count.open || count.pValue <= standingP {
      guard let topic = TopicID(count.series) else { continue }
      let window = week.advanced(by: 1 - max(1, count.windowWeeks))...week
      let posts = questions.posts(of: topic, in: window)
      guard !posts.isEmpty, !questions.isHidden(posts) else { continue }
      let judgedP = count.score > 0 ? Self.power(count.score) : 1
      let rate = min(1, judgedP * hypotheses) * newPerWeek
      events.append(
        SignalEvent(
          posts: posts, methods: [.counts], windowWeeks: max(1, count.windowWeeks), observed: count.observed,
          expected: count.expected, lower: count.lower, upper: count.upper, rate: rate,
          opens: (count.flag || count.open) && rate <= countRate, topic: topic))
    }
    return events.sorted {
      ($0.rate, -$0.methods.count, $0.posts[0]) < ($1.rate, -$1.methods.count, $1.posts[0])
    }
  }

  private static func power(_ score: Double) -> Double { exp(-score * 2.302_585_092_994_046) }
}
