// What a log of corrections comes down to.
import Discussion
import Testing

@Suite struct CorrectionLogTests {
  private static func id(_ number: Int) -> TopicID { TopicID(number: number) }

  private func folded(_ actions: [TopicCorrection.Action]) -> TopicCorrections {
    TopicCorrections(actions.enumerated().map { TopicCorrection(number: $0 + 1, action: $1) })
  }

  @Test func laterLinesOverruleEarlierOnes() {
    let folded = folded([
      .rename(Self.id(1), title: "Eerst"), .rename(Self.id(1), title: "Later"), .mute(Self.id(1), true),
      .mute(Self.id(1), false), .pin(Self.id(2), true), .move(PostID("p"), to: Self.id(1)),
      .move(PostID("p"), to: nil),
    ])
    #expect(folded.titles == [Self.id(1): "Later"])
    #expect(folded.muted.isEmpty && folded.pinned == [Self.id(2)])
    #expect(folded.placed == [PostID("p"): TopicID?.none])
  }

  @Test func theOrderIsThatOfTheNumbers() {
    let log = [
      TopicCorrection(number: 2, action: .rename(Self.id(1), title: "Later")),
      TopicCorrection(number: 1, action: .rename(Self.id(1), title: "Eerst")),
    ]
    #expect(TopicCorrections(log) == TopicCorrections(log.reversed()))
    #expect(TopicCorrections(log).titles == [Self.id(1): "Later"])
  }

  @Test func postsFollowATopicThatIsMerged() {
    let folded = folded([
      .move(PostID("p"), to: Self.id(1)), .merge(Self.id(1), into: Self.id(2)),
      .merge(Self.id(2), into: Self.id(3)),
    ])
    #expect(folded.successors == [Self.id(1): Self.id(3), Self.id(2): Self.id(3)])
    #expect(folded.placed == [PostID("p"): Self.id(3)])
  }

  @Test func aCircleIsBrokenByTheLatestLine() {
    #expect(
      folded([.merge(Self.id(1), into: Self.id(2)), .merge(Self.id(2), into: Self.id(1))]).successors
        == [Self.id(2): Self.id(1)])
    let longer = folded([
      .merge(Self.id(1), into: Self.id(2)), .merge(Self.id(2), into: Self.id(3)),
      .merge(Self.id(3), into: Self.id(1)),
    ])
    #expect(longer.successors[Self.id(3)] != nil)
    for (topic, heir) in longer.successors { #expect(topic != heir && longer.successors[heir] == nil) }
  }

  @Test func whatIsRightAsItIsHoldsForTheTopicThatItBecamePartOf() {
    let log: [TopicCorrection.Action] = [
      .keep(Self.id(1), .whole), .keep(Self.id(2), .title), .keep(Self.id(3), .apart(from: Self.id(4))),
    ]
    #expect(folded(log).wholes == [Self.id(1)] && folded(log).titled == [Self.id(2)])
    #expect(folded(log).apart == [Self.id(3): [Self.id(4)], Self.id(4): [Self.id(3)]])
    #expect(folded(log).highestNumber == 4 && !folded(log).isEmpty)
    let merged = folded(log + [.merge(Self.id(3), into: Self.id(5))])
    #expect(merged.apart == [Self.id(5): [Self.id(4)], Self.id(4): [Self.id(5)]])
    #expect(folded(log + [.merge(Self.id(3), into: Self.id(4))]).apart.isEmpty)
    #expect(folded(log + [.withdraw(1), .withdraw(2), .withdraw(3)]).isEmpty)
  }

  @Test func whatIsTakenBackDoesNotHoldAndMayBeTakenBackItself() {
    let once: [TopicCorrection.Action] = [.mute(Self.id(1), true), .withdraw(1)]
    #expect(folded(once).isEmpty)
    #expect(folded(once + [.withdraw(2)]).muted == [Self.id(1)])
    // A line cannot take back what comes after it.
    #expect(folded([.withdraw(2), .mute(Self.id(1), true)]).muted == [Self.id(1)])
  }
}
