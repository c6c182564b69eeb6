// Which report pages belong to: this week's, an earlier one as it was fixed, or one that was made afterwards.
import Discussion

/// What kind of report is shown, and where its pages lie.
struct Edition: Hashable, Sendable {
  /// Which kind of report it is.
  enum Kind: Hashable, Sendable {
    /// The newest report.
    case current
    /// An earlier week, from what was kept of it.
    case archived
    /// An earlier week from what was kept of it, by itself and with all its topics.
    case rebuilt
    /// An earlier week of which no night made a report: made afterwards.
    case afterwards
  }
  let kind: Kind
  /// What came in after the numbers were fixed; nil when nothing did, or they are not fixed.
  var late: LateData?

  /// Whether it is about a week of which nothing is asked any more.
  var isPast: Bool { kind != .current }

  /// This week's report.
  static let current = Edition(kind: .current)
}

/// How this night's data differ from those that the week's report was fixed with.
struct LateData: Hashable, Sendable {
  /// The day whose data the report was made with.
  let fixedOn: CalendarDay
  /// Questions in the week, now minus then.
  let questions: Int
  /// Signals that stand with the data of now and not in the report.
  let newSignals: Int
  /// Signals that stand in the report and not with the data of now.
  let goneSignals: Int

  /// Nil when nothing changed. Of what is muted nothing is told, also not that it was there.
  init?(fixed: CoreFacts, now: CoreFacts, _ live: LiveParts) {
    func standing(_ facts: CoreFacts) -> Set<SignalID> {
      Set(facts.allSignals.filter { $0.isOpen && !live.isMuted($0) }.map(\.id))
    }
    let (then, later) = (standing(fixed), standing(now))
    fixedOn = fixed.asOf
    questions = now.figures.questions - fixed.figures.questions
    newSignals = later.subtracting(then).count
    goneSignals = then.subtracting(later).count
    if questions == 0 && newSignals == 0 && goneSignals == 0 { return nil }
  }
}
