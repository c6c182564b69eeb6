// A whole replay: every week of the past under the settings in use, and under others to choose from.
import Discussion
import Spikes

/// What would have been signalled, and how often under other settings.
struct Replay {
  /// A signal in a week in which it opens or rises, as it would have been known then.
  struct Raised {
    var signal: SignalID
    var topic: TopicID?
    /// What the topic was called, in words of the program.
    var title: String
    var scope: SignalScope
    var week: SignalWeek
    var askers: Int
    var organisations: Int
    var isOpening: Bool
  }

  /// A setting and what it would have given.
  struct Choice: Hashable {
    /// Which setting.
    enum Kind: String, Hashable {
      /// The nominal false discovery rate of the counts.
      case q
      /// In how many weeks chance alone may give a signal.
      case recurrenceWeeks = "recurrence_weeks"
    }
    var kind: Kind
    var value: Double
    /// Openings and rises in the weeks told about.
    var alerts: Int
    /// Whether it is the one in use.
    var isCurrent: Bool
  }

  /// The weeks that are told about.
  var weeks: ClosedRange<ISOWeek>
  /// Signals in the weeks in which they open or rise, oldest first.
  var raised: [Raised]
  /// How many signals other settings would have given.
  var choices: [Choice]
  /// Questions per week, from the first told week on.
  var volumes: [Int]
  /// How often all questions were grouped.
  var fits: Int

  /// The values of q that are compared.
  static let comparedRates = [0.1, 0.2, 0.35, 0.5]
  /// The recurrence intervals that are compared, in years.
  static let comparedYears = [1.0, 2, 3, 5]
  /// Weeks in a year, as recurrence intervals count them.
  static let weeksPerYear = 52.0
  /// Days in a month, on average.
  static let daysPerMonth = 30.4375

  /// The months that the weeks told about last.
  var months: Double { Double(weeks.upperBound.number - weeks.lowerBound.number + 1) * 7 / Self.daysPerMonth }

  /// Goes through an archive from its first week on, so that what is told of a week does not depend on the first week told.
  static func of(
    _ archive: ReplayArchive, weeks: ClosedRange<ISOWeek>, settings: ReplaySettings,
    advance: (ISOWeek) -> Void = { _ in }
  ) -> Replay? {
    guard var walk = ReplayWalk(archive, settings: settings) else { return nil }
    var main = ReplaySignals(selection: settings.detector.settings.selection, settings: settings.signals)
    var trials = trials(besides: settings)
    var raised: [Raised] = []
    let facts = Dictionary(
      archive.questions.map { ($0.post.id, $0) }, uniquingKeysWith: { first, _ in first })
    while true {
      let batch = walk.nextWeeks(through: weeks.upperBound)
      guard let last = batch.last else { break }
      for week in batch {
        let found = main.take(week)
        let isTold = week.week >= weeks.lowerBound
        if isTold { raised += found.compactMap { Raised($0, in: week, facts) } }
        for number in trials.indices {
          let found = trials[number].signals.take(week)
          if isTold { trials[number].choice.alerts += found.count }
        }
      }
      advance(last.week)
    }
    return Replay(
      weeks: weeks, raised: raised,
      choices: choices(trials.map(\.choice), settings: settings, alerts: raised.count),
      volumes: volumes(archive, weeks), fits: walk.fits)
  }

  /// The settings to compare with those in use, each with signals of its own.
  private static func trials(besides settings: ReplaySettings) -> [(choice: Choice, signals: ReplaySignals)] {
    let selection = settings.detector.settings.selection
    var trials: [(choice: Choice, signals: ReplaySignals)] = []
    // A profile that does not choose by a rate has no q.
    if case .falseDiscoveryRate(let own) = selection {
      for rate in comparedRates where rate != own {
        trials.append(
          (
            Choice(kind: .q, value: rate, alerts: 0, isCurrent: false),
            ReplaySignals(selection: .falseDiscoveryRate(rate), settings: settings.signals)
          ))
      }
    }
    for years in comparedYears where years * weeksPerYear != settings.signals.recurrenceWeeks {
      var signals = settings.signals
      signals.recurrenceWeeks = years * weeksPerYear
      trials.append(
        (
          Choice(kind: .recurrenceWeeks, value: years * weeksPerYear, alerts: 0, isCurrent: false),
          ReplaySignals(selection: selection, settings: signals)
        ))
    }
    return trials
  }

  /// What was tried and what is in use, each kind by value.
  private static func choices(_ tried: [Choice], settings: ReplaySettings, alerts: Int) -> [Choice] {
    var choices = tried
    if case .falseDiscoveryRate(let own) = settings.detector.settings.selection {
      choices.append(Choice(kind: .q, value: own, alerts: alerts, isCurrent: true))
    }
    choices.append(
      Choice(
        kind: .recurrenceWeeks, value: settings.signals.recurrenceWeeks, alerts: alerts, isCurrent: true))
    return choices.sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) }
  }

  private static func volumes(_ archive: ReplayArchive, _ weeks: ClosedRange<ISOWeek>) -> [Int] {
    var volumes = [Int](repeating: 0, count: weeks.upperBound.number - weeks.lowerBound.number + 1)
    for question in archive.questions where weeks.contains(question.week) {
      volumes[question.week.number - weeks.lowerBound.number] += 1
    }
    return volumes
  }
}

extension Replay.Raised {
  /// A signal in its last week.
  init?(_ signal: Signal, in week: ReplayWeek, _ facts: [PostID: ReplayArchive.Asked]) {
    guard let last = signal.weeks.last else { return nil }
    let questions = last.posts.compactMap { facts[$0] }
    self.init(
      signal: signal.id, topic: signal.topic,
      title: signal.topic.flatMap { week.known[$0]?.title } ?? "", scope: signal.scope, week: last,
      // All whom the source does not name count as one.
      askers: Set(questions.map(\.post.author)).count,
      organisations: Set(questions.compactMap(\.organisation)).count, isOpening: signal.weeks.count == 1)
  }
}
