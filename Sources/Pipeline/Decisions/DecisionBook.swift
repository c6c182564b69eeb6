// What can be decided and what was decided before: looks up what a request names and says what it comes down to.
import Configuration
import Discussion

/// Signals and the log of decisions, to judge requests by. What it takes it adds to its own copy of the log, so that a
/// later request of the same file or command builds on it; nothing is stored.
struct DecisionBook {
  /// The signals that there are.
  let signals: KnownSignals
  /// The log, with what was taken since.
  private(set) var log: [Decision]
  /// What the log comes down to.
  private(set) var folded: Decisions
  /// The day on which lines are recorded.
  let today: CalendarDay

  /// A book.
  init(signals: KnownSignals, log: [Decision], today: CalendarDay) {
    self.signals = signals
    self.log = log
    self.today = today
    folded = Decisions(log)
  }

  /// Takes a request whole or not at all.
  /// - Parameters:
  ///   - request: what a person asks.
  ///   - by: who asks it.
  ///   - source: where it comes from. A row of a file adds a line even when it says what stands already, so that it is known
  ///     from then on.
  /// - Returns: the lines that it adds to the log, and what a person should know.
  mutating func take(_ request: DecisionRequest, by: String?, from source: LogSource = .command)
    throws(DecisionRefusal) -> (lines: [Decision], remarks: [DecisionRemark])
  {
    let signal = try signal(request.signal)
    guard !request.isEmpty else { throw .nothingAsked }
    let kind = try request.decision.map { text throws(DecisionRefusal) in try Self.kind(text) }
    let date = try request.date.map { text throws(DecisionRefusal) in try Self.day(text) }
    if date != nil {
      guard let kind else { throw .dateAlone }
      guard kind == .themeMeeting else { throw .dateWithout(kind) }
    }
    let held = try request.held.map { text throws(DecisionRefusal) in try Self.day(text) }
    if let held, held > today { throw .notYetHeld(held) }
    let rating = try request.usefulness.map { text throws(DecisionRefusal) in try Self.usefulness(text) }
    let standing = folded.bySignal[signal.id]
    guard kind != nil || standing != nil else { throw .notDecided(signal.id) }
    if held != nil, (kind ?? standing?.kind) != .themeMeeting { throw .noMeeting(signal.id) }
    return take(
      kind.map { .decide($0, date: date) }, held.map { .hold($0) }, rating.map { .rate($0) },
      note: request.note, by: by, of: signal, from: source)
  }

  /// Takes lines back, such as `4` or `4-7`.
  mutating func withdraw(_ text: String, by: String?, note: String?) throws(DecisionRefusal) -> [Decision] {
    let numbers: [Int]
    do { numbers = try CorrectionBook.lines(text) } catch { throw .noLines(text) }
    let before = folded.withdrawn
    for number in numbers {
      guard log.contains(where: { $0.number == number }) else { throw .unknownLine(number) }
      guard !before.contains(number) else { throw .withdrawnLine(number) }
    }
    let lines = numbers.enumerated().map { index, number in
      Decision(
        number: nextLine + index, signal: nil, action: .withdraw(number), note: note, recordedOn: today,
        by: by)
    }
    add(lines)
    return lines
  }

  /// The signals that wait for people, and those that they keep in sight or that still stand.
  var open: [Signal] {
    let recent = signals.newest?.advanced(by: -Self.weeksOpen)
    return signals.signals.filter { signal in
      signal.isOpen || folded.standing(of: signal) == .watched
        || (folded.standing(of: signal) == .toDecide && recent.map { signal.latest > $0 } ?? false)
    }
  }

  /// So many weeks a signal that closed waits for a decision.
  static let weeksOpen = 8

  private var nextLine: Int { (log.last?.number ?? 0) + 1 }

  private mutating func take(
    _ decide: Decision.Action?, _ hold: Decision.Action?, _ rate: Decision.Action?, note: String?,
    by: String?,
    of signal: Signal, from source: LogSource
  ) -> (lines: [Decision], remarks: [DecisionRemark]) {
    let standing = folded.bySignal[signal.id]
    let remarks = remarks(decide, of: signal, standing, isHeld: hold != nil)
    var actions: [Decision.Action] = []
    if let decide, !repeats(decide, standing, withMore: hold != nil || rate != nil) {
      actions.append(decide)
    }
    if let hold { actions.append(hold) }
    if let rate { actions.append(rate) }
    let lines = actions.enumerated().map { index, action in
      Decision(
        number: nextLine + index, signal: signal.id, topic: signal.topic, action: action,
        note: index == 0 ? note : nil, recordedOn: today, by: by,
        shown: ShownSignal(signal, title: signals.title(of: signal)), source: source)
    }
    add(lines)
    return (lines, remarks)
  }

  /// Whether a decision is the one that stands: people who add how it went leave the rest of the row as it was.
  private func repeats(_ action: Decision.Action, _ standing: SignalDecision?, withMore: Bool) -> Bool {
    guard let standing, case .decide(let kind, let date) = action, withMore else { return false }
    return standing.kind == kind && isDay(date, of: standing)
  }

  /// Whether a day is the one of a decision: the day that was planned, or the one on which the meeting was held.
  private func isDay(_ day: CalendarDay?, of standing: SignalDecision) -> Bool {
    guard let day, day != standing.date else { return true }
    if case .decide(_, let planned) = log.last(where: { $0.number == standing.line })?.action {
      return planned == day
    }
    return false
  }

  private func remarks(
    _ action: Decision.Action?, of signal: Signal, _ standing: SignalDecision?, isHeld: Bool
  ) -> [DecisionRemark] {
    guard case .decide(let kind, let date) = action else { return [] }
    var remarks: [DecisionRemark] = []
    if let standing, standing.kind != kind { remarks.append(.replaces(standing.kind, line: standing.line)) }
    switch kind {
    case .themeMeeting:
      if let date, date <= today { remarks.append(.dayHasCome(date)) }
      if date == nil, !isHeld { remarks.append(.noDateYet) }
      if signal.topic == nil { remarks.append(.noTopic) }
    case .dataFault:
      remarks.append(
        signal.isWholeTopic
          ? .weeksLeftOut(signal.weeksOfQuestions) : .questionsLeftOut(signal.posts.count))
    case .watch, .notNow, .alreadyAnswered: break
    }
    return remarks
  }

  private mutating func add(_ lines: [Decision]) {
    log += lines
    folded = Decisions(log)
  }
}

// What stands.
extension DecisionBook {
  /// Whether all that a request asks of a signal stands.
  func stands(_ request: DecisionRequest, of signal: SignalID) throws(DecisionRefusal) -> Bool {
    guard let standing = folded.bySignal[signal] else { return false }
    if let word = request.decision {
      let date = try request.date.map { text throws(DecisionRefusal) in try Self.day(text) }
      guard try Self.kind(word) == standing.kind, isDay(date, of: standing) else { return false }
    }
    if let word = request.usefulness {
      guard try Self.usefulness(word) == standing.usefulness else { return false }
    }
    if let text = request.held {
      let day = try Self.day(text)
      guard folded.meetings.contains(where: { $0.signal == signal && $0.date == day && $0.isConfirmed })
      else {
        return false
      }
    }
    return true
  }
}

// How words are read.
extension DecisionBook {
  /// Whether the words of a request are words that can be read, whatever they come down to.
  static func canRead(_ request: DecisionRequest) -> Bool {
    do {
      _ = try request.decision.map { text throws(DecisionRefusal) in try kind(text) }
      _ = try request.date.map { text throws(DecisionRefusal) in try day(text) }
      _ = try request.held.map { text throws(DecisionRefusal) in try day(text) }
      _ = try request.usefulness.map { text throws(DecisionRefusal) in try usefulness(text) }
      return true
    } catch { return false }
  }

  /// The signal that a text names, in whatever capitals.
  func signal(_ text: String) throws(DecisionRefusal) -> Signal {
    guard !signals.signals.isEmpty else { throw .noSignals }
    let wanted = CorrectionBook.trimmed(text).uppercased()
    guard !wanted.isEmpty else { throw .noSignal }
    if let id = SignalID(wanted), let signal = signals[id] { return signal }
    let near = signals.signals.map(\.id)
      .map { (id: $0, distance: EditDistance.between(wanted, $0.description)) }
      .filter { $0.distance <= 2 }.sorted { ($0.distance, $1.id) < ($1.distance, $0.id) }
    let nearest = near.filter { $0.distance == near.first?.distance }
    throw .unknownSignal(text, nearest: nearest.prefix(3).map(\.id), open: open.suffix(5).map(\.id))
  }

  static func kind(_ text: String) throws(DecisionRefusal) -> DecisionKind {
    let word = text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "-")
    if let kind = DecisionKind(rawValue: word) { return kind }
    throw .unknownDecision(
      text, nearest: EditDistance.nearest(to: word, among: DecisionKind.allCases.map(\.rawValue)))
  }

  static func usefulness(_ text: String) throws(DecisionRefusal) -> Usefulness {
    guard let usefulness = Usefulness(rawValue: text.lowercased()) else { throw .unknownUsefulness(text) }
    return usefulness
  }

  /// A day as people write it: `2026-03-27`, `27-03-2026`, `27-3-2026`, `27/3/2026`, `27.3.2026`.
  static func day(_ text: String) throws(DecisionRefusal) -> CalendarDay {
    if let day = CalendarDay(iso8601: text) { return day }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
      let found = CalendarDay(year: year, month: month, day: day)
    else { throw .noDate(text) }
    return found
  }
}
