// What people decided about signals: a line of an append-only log.

/// What a core group decides about a signal. The raw values are the words that people type and that files hold.
public enum DecisionKind: String, Hashable, Sendable, CaseIterable {
  /// A theme meeting is organised.
  case themeMeeting = "themabijeenkomst"
  /// Nothing is done yet; the signal is kept in sight until it closes.
  case watch = "volgen"
  /// Not now.
  case notNow = "niet-nu"
  /// There is an answer already.
  case alreadyAnswered = "al-beantwoord"
  /// The signal came from wrong data: its weeks say nothing about the subject.
  case dataFault = "gegevensfout"
}

/// Whether a signal was of use, as people judged it afterwards.
public enum Usefulness: String, Hashable, Sendable, CaseIterable {
  /// It was.
  case useful = "ja"
  /// In part.
  case partly = "deels"
  /// It was not.
  case notUseful = "nee"
}

/// The numbers of a signal as they were shown when a line was recorded: nights later change what is shown, never this.
public struct ShownSignal: Hashable, Sendable {
  /// The last week that was shown.
  public var week: ISOWeek
  /// Different askers in the window.
  public var observed: Int
  /// Askers expected in it.
  public var expected: Double
  /// Smallest number still within what was to be expected.
  public var lower: Int
  /// Largest number still within what was to be expected.
  public var upper: Int
  /// Length of the window, in weeks.
  public var windowWeeks: Int
  /// The strongest that the signal was.
  public var strength: SignalStrength
  /// By which ways it was found.
  public var methods: [SignalMethod]
  /// The weeks that its questions came from.
  public var weeks: [ISOWeek]
  /// The topic's title at that time.
  public var title: String

  /// What was shown, from its parts.
  public init(
    week: ISOWeek, observed: Int, expected: Double, lower: Int, upper: Int, windowWeeks: Int,
    strength: SignalStrength, methods: [SignalMethod], weeks: [ISOWeek], title: String
  ) {
    self.week = week
    self.observed = observed
    self.expected = expected
    self.lower = lower
    self.upper = upper
    self.windowWeeks = windowWeeks
    self.strength = strength
    self.methods = methods
    self.weeks = weeks
    self.title = title
  }

  /// What a signal shows now, under a title: of a signal that stands the numbers of the last week in which anything spoke,
  /// of one that is over those of the week that spoke loudest.
  public init(_ signal: Signal, title: String) {
    let told =
      signal.isOpen ? signal.weeks.last { !$0.methods.isEmpty } ?? signal.weeks.last : signal.peak
    self.init(
      week: signal.latest, observed: told?.observed ?? 0, expected: told?.expected ?? 0,
      lower: told?.lower ?? 0, upper: told?.upper ?? 0, windowWeeks: told?.windowWeeks ?? 1,
      strength: signal.strength, methods: signal.methods, weeks: signal.weeksOfQuestions, title: title)
  }

  /// One line of text that people and programs can read; the title stands last and may hold anything.
  public var text: String {
    let fields = [
      "week=\(week)", "observed=\(observed)", "expected=\(expected)", "lower=\(lower)", "upper=\(upper)",
      "window=\(windowWeeks)", "strength=\(strength.rawValue)",
      "methods=\(methods.map(\.rawValue).joined(separator: ","))",
      "weeks=\(weeks.map(\.description).joined(separator: ","))",
    ]
    return fields.joined(separator: " ") + " title=" + title
  }

  /// Reads such a line; nil for anything else.
  public init?(text: String) {
    guard let mark = text.firstRange(of: " title=") else { return nil }
    let title = String(text[mark.upperBound...])
    var fields: [Substring: Substring] = [:]
    for field in text[..<mark.lowerBound].split(separator: " ") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      fields[parts[0]] = parts[1]
    }
    guard let week = fields["week"].flatMap({ ISOWeek(iso8601: $0) }),
      let observed = fields["observed"].flatMap({ Int($0) }),
      let expected = fields["expected"].flatMap({ Double($0) }),
      let lower = fields["lower"].flatMap({ Int($0) }), let upper = fields["upper"].flatMap({ Int($0) }),
      let window = fields["window"].flatMap({ Int($0) }),
      let strength = fields["strength"].flatMap({ SignalStrength(rawValue: String($0)) })
    else { return nil }
    func list<Value>(_ name: Substring, _ value: (Substring) -> Value?) -> [Value] {
      (fields[name] ?? "").split(separator: ",").compactMap(value)
    }
    self.init(
      week: week, observed: observed, expected: expected, lower: lower, upper: upper, windowWeeks: window,
      strength: strength, methods: list("methods") { SignalMethod(rawValue: String($0)) },
      weeks: list("weeks") { ISOWeek(iso8601: $0) }, title: title)
  }
}

extension Signal {
  /// The weeks that its questions came from: the windows of the weeks in which anything spoke.
  public var weeksOfQuestions: [ISOWeek] {
    let spoken = weeks.filter { !$0.methods.isEmpty }
    let numbers = (spoken.isEmpty ? weeks : spoken).flatMap { week in
      (0..<max(1, week.windowWeeks)).map { week.week.advanced(by: -$0) }
    }
    return Set(numbers).sorted()
  }
}

/// One line of the log of decisions.
public struct Decision: Hashable, Sendable {
  /// What is recorded.
  public enum Action: Hashable, Sendable {
    /// What is done with the signal; for a theme meeting the day of it, when that is known.
    case decide(DecisionKind, date: CalendarDay?)
    /// Whether the signal was of use, said afterwards.
    case rate(Usefulness)
    /// The theme meeting was held on a day.
    case hold(CalendarDay)
    /// An earlier line no longer holds.
    case withdraw(Int)
  }

  /// The line's number in the log, from 1; it only grows.
  public var number: Int
  /// The signal; nil for a line that withdraws another.
  public var signal: SignalID?
  /// The topic of the signal at that time; nil for a subject that lay in no topic.
  public var topic: TopicID?
  /// What is recorded.
  public var action: Action
  /// Why, in people's own words.
  public var note: String?
  /// The day it was recorded: for a row of a file the night that read it.
  public var recordedOn: CalendarDay
  /// Who says so, in their own words; nil when they did not say.
  public var by: String?
  /// The numbers that were shown at that time.
  public var shown: ShownSignal?
  /// Where the line came from.
  public var source: LogSource

  /// A line from its parts.
  public init(
    number: Int, signal: SignalID?, topic: TopicID? = nil, action: Action, note: String? = nil,
    recordedOn: CalendarDay, by: String? = nil, shown: ShownSignal? = nil, source: LogSource = .command
  ) {
    self.number = number
    self.signal = signal
    self.topic = topic
    self.action = action
    self.note = note
    self.recordedOn = recordedOn
    self.by = by
    self.shown = shown
    self.source = source
  }
}
