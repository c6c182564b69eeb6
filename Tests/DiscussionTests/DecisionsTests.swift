// What a log of decisions comes down to.
import Discussion
import Testing

@Suite struct DecisionsTests {
  static let week = ISOWeek(number: 2900)
  static let signal = SignalID(week: week, number: 1)
  static let other = SignalID(week: week, number: 2)
  static let first = week.monday.advanced(by: 10)
  static let second = week.monday.advanced(by: 40)

  static func log(_ actions: [(SignalID, Decision.Action)]) -> [Decision] {
    actions.enumerated().map { index, line in
      var withdraws = false
      if case .withdraw = line.1 { withdraws = true }
      return Decision(
        number: index + 1, signal: withdraws ? nil : line.0, topic: TopicID(number: line.0.number),
        action: line.1, note: "regel \(index + 1)", recordedOn: week.monday, shown: shown)
    }
  }

  static func fold(_ actions: [Decision.Action]) -> Decisions { Decisions(log(actions.map { (signal, $0) })) }

  static let shown = ShownSignal(
    week: week, observed: 7, expected: 1.5, lower: 0, upper: 4, windowWeeks: 2, strength: .signal,
    methods: [.counts], weeks: [week.advanced(by: -1), week], title: "Wachten")

  static func signal(_ weeks: [(Int, Bool, [SignalMethod])], isOpen: Bool = false) -> Signal {
    Signal(
      id: signal, topic: TopicID(number: 1), scope: .topic,
      weeks: weeks.map { offset, isRaised, methods in
        SignalWeek(
          week: week.advanced(by: offset), isRaised: isRaised, methods: methods, windowWeeks: 2, observed: 7,
          expected: 1.5, lower: 0, upper: 4, pValue: 0.001, strength: .signal, posts: [])
      }, isOpen: isOpen)
  }

  @Test func laterLinesOverruleEarlierOnesOfTheSameSignal() {
    let decisions = Decisions(
      Self.log([
        (Self.signal, .decide(.watch, date: nil)), (Self.other, .decide(.notNow, date: nil)),
        (Self.signal, .decide(.alreadyAnswered, date: nil)),
      ]))
    #expect(decisions.bySignal[Self.signal]?.kind == .alreadyAnswered)
    #expect(decisions.bySignal[Self.signal]?.line == 3)
    #expect(decisions.bySignal[Self.signal]?.note == "regel 3")
    #expect(decisions.bySignal[Self.other]?.kind == .notNow)
    #expect(Decisions(Self.log([]).reversed()) == Decisions())
  }

  @Test func theOrderInWhichLinesAreGivenMakesNoDifference() {
    let log = Self.log([
      (Self.signal, .decide(.themeMeeting, date: Self.first)), (Self.signal, .hold(Self.second)),
      (Self.signal, .rate(.useful)), (Self.other, .decide(.watch, date: nil)), (Self.other, .withdraw(3)),
    ])
    #expect(Decisions(log.reversed()) == Decisions(log))
  }

  @Test func aWithdrawnLineNoLongerHoldsAndWhatItOverruledHoldsAgain() {
    let decisions = Self.fold([
      .decide(.watch, date: nil), .decide(.themeMeeting, date: Self.first), .withdraw(2),
    ])
    #expect(decisions.bySignal[Self.signal]?.kind == .watch)
    #expect(decisions.meetings.isEmpty && decisions.withdrawn == [2])
    #expect(
      Self.fold([
        .decide(.watch, date: nil), .decide(.themeMeeting, date: Self.first), .withdraw(2), .withdraw(3),
      ]).meetings.count == 1)
  }

  @Test func aPlannedMeetingCountsOnceItsDayHasCome() {
    let decisions = Self.fold([.decide(.themeMeeting, date: Self.first)])
    #expect(decisions.meetings.map(\.isConfirmed) == [false])
    #expect(decisions.meetings(heldBy: Self.first.advanced(by: -1)).isEmpty)
    #expect(decisions.meetings(heldBy: Self.first).map(\.date) == [Self.first])
    #expect(Self.fold([.decide(.themeMeeting, date: nil)]).meetings.isEmpty)
    #expect(Self.fold([.decide(.themeMeeting, date: nil)]).bySignal.count == 1)
  }

  @Test func aMeetingMovesWithItsDay() {
    let moved = Self.fold([
      .decide(.themeMeeting, date: Self.first), .decide(.themeMeeting, date: Self.second),
    ])
    #expect(moved.meetings.map(\.date) == [Self.second])
    let held = Self.fold([.decide(.themeMeeting, date: Self.first), .hold(Self.second)])
    #expect(held.meetings.map(\.date) == [Self.second] && held.meetings[0].isConfirmed)
    #expect(held.bySignal[Self.signal]?.date == Self.second)
    let mended = Self.fold([
      .decide(.themeMeeting, date: nil), .hold(Self.second), .hold(Self.first),
    ])
    #expect(mended.meetings.map(\.date) == [Self.first])
  }

  @Test func aMeetingThatWasHeldStaysWhenTheSignalIsDecidedAgain() {
    let decisions = Self.fold([
      .decide(.themeMeeting, date: Self.first), .hold(Self.first), .decide(.watch, date: nil),
    ])
    #expect(decisions.bySignal[Self.signal]?.kind == .watch)
    #expect(decisions.meetings.map(\.date) == [Self.first])
    let twice = Self.fold([
      .decide(.themeMeeting, date: Self.first), .hold(Self.first),
      .decide(.themeMeeting, date: Self.second), .hold(Self.second),
    ])
    #expect(twice.meetings.map(\.date) == [Self.first, Self.second])
    let planned = Self.fold([.decide(.themeMeeting, date: Self.first), .decide(.notNow, date: nil)])
    #expect(planned.meetings.isEmpty, "one that was only planned gives way")
  }

  @Test func whatBelongsToADecisionThatWasWithdrawnSaysNothing() {
    let decisions = Self.fold([
      .decide(.themeMeeting, date: Self.first), .hold(Self.first), .rate(.useful), .withdraw(1),
    ])
    #expect(decisions.bySignal.isEmpty && decisions.meetings.isEmpty)
    #expect(decisions.precision == SignalPrecision())
  }

  @Test func precisionCountsWhatIsKnownAndAFaultOfTheDataAsNoUse() {
    let signals = (1...5).map { SignalID(week: Self.week, number: $0) }
    let decisions = Decisions(
      Self.log(
        signals.map { ($0, .decide(.watch, date: nil)) } + [
          (signals[0], .rate(.notUseful)), (signals[0], .rate(.useful)), (signals[1], .rate(.partly)),
          (signals[2], .decide(.dataFault, date: nil)),
        ]))
    #expect(decisions.precision == SignalPrecision(decided: 5, useful: 1, partly: 1, notUseful: 1))
    #expect(decisions.precision.judged == 3)
  }

  @Test func aFaultTakesTheWeeksOfTheQuestionsAlsoThoseOfLater() {
    let decisions = Self.fold([.decide(.dataFault, date: nil)])
    #expect(decisions.faults { _ in nil }.map(\.weeks) == [[Self.week.advanced(by: -1), Self.week]])
    let later = Self.signal([(0, true, [.counts]), (1, false, []), (2, false, [.counts])])
    #expect(
      decisions.faults { $0 == Self.signal ? later : nil }.first?.weeks
        == [-1, 0, 1, 2].map { Self.week.advanced(by: $0) })
    #expect(decisions.faults { _ in nil }.first?.topic == TopicID(number: 1))
    #expect(Self.fold([.decide(.dataFault, date: nil), .withdraw(1)]).faults { _ in later }.isEmpty)
  }

  @Test(arguments: [DecisionKind.notNow, .alreadyAnswered])
  func whatPeopleLeftComesBackWhenItRises(kind: DecisionKind) {
    let decisions = Self.fold([.decide(kind, date: nil)])
    #expect(Decisions().standing(of: Self.signal([(0, true, [.counts])])) == .toDecide)
    #expect(decisions.standing(of: Self.signal([(0, true, [.counts]), (1, false, [.counts])])) == .decided)
    #expect(
      decisions.standing(
        of: Self.signal([(0, true, [.counts]), (1, false, []), (2, true, [.counts])], isOpen: true))
        == .toDecide)
  }

  @Test func whatPeopleWatchIsWatchedUntilItCloses() {
    let decisions = Self.fold([.decide(.watch, date: nil)])
    #expect(decisions.standing(of: Self.signal([(0, true, [.counts])], isOpen: true)) == .watched)
    #expect(decisions.standing(of: Self.signal([(0, true, [.counts])])) == .decided)
    for kind in [DecisionKind.themeMeeting, .dataFault] {
      #expect(
        Self.fold([.decide(kind, date: nil)]).standing(of: Self.signal([(0, true, [.counts])], isOpen: true))
          == .decided)
    }
  }

  @Test func whatWasShownCanBeReadBack() {
    #expect(ShownSignal(text: Self.shown.text) == Self.shown)
    var odd = Self.shown
    odd.title = "a title=b week=2026-W01\\n"
    odd.expected = 0.1 + 0.2
    odd.methods = []
    odd.weeks = []
    #expect(ShownSignal(text: odd.text) == odd)
    for text in ["", "week=2026-W10", "week=x observed=1 title=", "observed= title=x"] {
      #expect(ShownSignal(text: text) == nil)
    }
    let shown = ShownSignal(
      Self.signal([(0, true, [.counts]), (1, false, [])]), title: "Wachten")
    #expect((shown.week, shown.observed) == (Self.week.advanced(by: 1), 7))
    #expect(shown.weeks == [Self.week.advanced(by: -1), Self.week])
  }
}
