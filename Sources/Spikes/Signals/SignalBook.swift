// One list of signals out of two ways of looking, week by week: what opens, what goes on, what closes.

import Discussion

/// The signals of a community, kept from week to week.
///
/// Weeks are judged once, in their order, with what was known by their end. What topics' counts say
/// (``SpikeDetector``) and what the neighbourhood scan says (``NeighbourhoodScan``) about the same questions is one
/// signal, and both together open signals by chance at one rate: once in ``SignalSettings/recurrenceWeeks``.
public struct SignalBook: Sendable {
  /// The settings.
  public let settings: SignalSettings
  /// The signals, by identity.
  public private(set) var signals: [Signal]
  /// Signals that an earlier night published for a week that is judged again.
  private var published: [Signal] = []
  /// Identities that were given once, whatever became of their signals.
  private let given: [SignalID]

  /// A book with the signals that are known.
  /// - Parameter given: identities that were ever published: none is given twice.
  public init(settings: SignalSettings = SignalSettings(), known: [Signal] = [], given: [SignalID] = []) {
    self.settings = settings
    self.given = given
    signals = known.sorted { $0.id < $1.id }
  }

  /// Goes back to before a week, so that it can be judged again. What was published for it keeps its identity when it is
  /// found again, and stays as it was when it is not.
  public mutating func goBack(before week: ISOWeek) {
    published = signals.filter { $0.opened >= week }
    signals = signals.compactMap { signal in
      var earlier = signal
      earlier.weeks.removeAll { $0.week >= week }
      return earlier.weeks.isEmpty ? nil : earlier
    }
  }

  /// Judges a week.
  /// - Parameters:
  ///   - week: later than all weeks judged before.
  ///   - assessments: the detector's of that week, all topics.
  ///   - neighbourhoods: the scan's of that week, those at most ``SignalSettings/standingP`` likely.
  ///   - questions: the questions with their topics.
  ///   - meetings: theme meetings that were held.
  public mutating func judge(
    _ week: ISOWeek, assessments: [Assessment], neighbourhoods: [Neighbourhood], questions: QuestionIndex,
    meetings: [ThemeMeeting] = []
  ) {
    let events = settings.events(
      in: week, assessments: assessments, neighbourhoods: neighbourhoods, questions: questions,
      meetings: meetings)
    var spoken: [Int: SignalEvent] = [:]
    for event in events {
      if let known = recent(before: week).first(where: { isAbout(signals[$0], event) }) {
        // The rarest comes first; what else speaks of the same adds its way.
        if signals[known].latest == week {
          let last = signals[known].weeks.count - 1
          signals[known].weeks[last].methods = Self.union(signals[known].weeks[last].methods, event.methods)
        } else if let other = spoken[known] {
          spoken[known]?.methods = Self.union(other.methods, event.methods)
        } else {
          spoken[known] = event
        }
      } else if event.opens {
        signals.append(opened(event, in: week, questions: questions))
      }
    }
    for index in signals.indices where signals[index].opened < week { follow(index, in: week, spoken[index]) }
    for index in signals.indices where signals[index].latest == week { place(index, questions: questions) }
    let taken = Set(signals.map(\.id))
    signals += published.filter { $0.opened == week && !taken.contains($0.id) }
    signals.sort { $0.id < $1.id }
    for index in signals.indices { signals[index].isOpen = signals[index].latest == week }
  }

  /// The signals that something in a week may belong to, the newest first.
  private func recent(before week: ISOWeek) -> [Int] {
    signals.indices.reversed().filter { index in
      let active = signals[index].weeks.last { !$0.methods.isEmpty }?.week ?? signals[index].opened
      return active >= week.advanced(by: -settings.returnWeeks)
    }
  }

  private static func union(_ left: [SignalMethod], _ right: [SignalMethod]) -> [SignalMethod] {
    Set(left + right).sorted()
  }

  private func isAbout(_ signal: Signal, _ event: SignalEvent) -> Bool {
    if let topic = event.topic, signal.topic == topic, signal.scope == .topic { return true }
    let posts = Set(signal.posts)
    let shared = event.posts.count(where: posts.contains)
    return Double(shared) >= settings.overlap * Double(min(posts.count, event.posts.count)) && shared > 0
  }

  private func opened(_ event: SignalEvent, in week: ISOWeek, questions: QuestionIndex) -> Signal {
    let earlier = published.first { candidate in
      candidate.opened == week && isAbout(candidate, event) && !signals.contains { $0.id == candidate.id }
    }
    let numbers = ((signals + published).map(\.id) + given).filter { $0.week == week }.map(\.number)
    let id = earlier?.id ?? SignalID(week: week, number: (numbers.max() ?? 0) + 1)
    return Signal(
      id: id, topic: nil, scope: .birth, weeks: [described(event, in: week, isRaised: true)], isOpen: true,
      firstPublished: earlier?.firstPublished)
  }

  private func described(_ event: SignalEvent, in week: ISOWeek, isRaised: Bool) -> SignalWeek {
    SignalWeek(
      week: week, isRaised: isRaised, methods: event.methods, windowWeeks: event.windowWeeks,
      observed: event.observed, expected: event.expected, lower: event.lower, upper: event.upper,
      pValue: event.rate, strength: settings.strength(rate: event.rate, askers: event.observed),
      posts: event.posts)
  }

  /// What becomes of a signal that opened earlier.
  private mutating func follow(_ index: Int, in week: ISOWeek, _ event: SignalEvent?) {
    let signal = signals[index]
    guard signal.latest < week else { return }
    let raised = signal.weeks.last(where: \.isRaised)?.week ?? signal.opened
    if let event {
      var now = described(event, in: week, isRaised: false)
      let wasClosed = signal.latest < week.advanced(by: -1)
      // What has just closed for having stood so long does not open again at once.
      if wasClosed, week.number - signal.latest.number <= settings.closingWeeks { return }
      now.isRaised = event.opens && (wasClosed || now.strength > signal.strength)
      // One that has closed comes back for what would open it, not for a murmur.
      guard now.isRaised || (wasClosed ? event.opens : week.number - raised.number < settings.longestWeeks)
      else { return }
      while signals[index].latest < week.advanced(by: -1) {
        stand(index, in: signals[index].latest.advanced(by: 1))
      }
      signals[index].weeks.append(now)
      return
    }
    let active = signal.weeks.last { !$0.methods.isEmpty }?.week ?? signal.opened
    guard signal.latest == week.advanced(by: -1), week.number - active.number < settings.closingWeeks,
      week.number - raised.number < settings.longestWeeks
    else { return }
    stand(index, in: week)
  }

  /// A week in which nothing speaks of a signal that has not closed yet.
  private mutating func stand(_ index: Int, in week: ISOWeek) {
    guard var last = signals[index].weeks.last else { return }
    last.week = week
    last.isRaised = false
    last.methods = []
    last.pValue = 1
    last.posts = []
    last.observed = 0
    signals[index].weeks.append(last)
  }

  /// How the questions of a signal lie in the topics of tonight.
  private mutating func place(_ index: Int, questions: QuestionIndex) {
    let signal = signals[index]
    guard let topic = questions.topic(of: signal.posts) else {
      (signals[index].topic, signals[index].scope) = (nil, .birth)
      return
    }
    let spoken = signal.weeks.last { !$0.posts.isEmpty } ?? signal.weeks[0]
    let window = spoken.week.advanced(by: 1 - spoken.windowWeeks)...spoken.week
    let recent = questions.posts(of: topic, in: window)
    let own = Set(spoken.posts)
    let isMost = recent.count(where: own.contains) * 2 >= recent.count
    (signals[index].topic, signals[index].scope) = (topic, isMost ? .topic : .part)
  }
}
