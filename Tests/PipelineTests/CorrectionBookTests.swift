// What a request for a correction comes down to, and why some cannot be taken.
import Discussion
import Testing

@testable import Pipeline

@Suite struct CorrectionBookTests {
  private static func id(_ number: Int) -> TopicID { TopicID(number: number) }
  private static func post(_ native: String, _ source: String = "jeugd") -> PostID {
    PostID("\(source):\(native)")
  }

  private func book(log: [TopicCorrection] = []) -> CorrectionBook {
    CorrectionBook(
      topics: [
        Topic(id: Self.id(1), title: "Wachtlijsten", words: ["wachtlijst"]),
        Topic(id: Self.id(2), title: "Dossier en inzage", words: ["dossier"], status: .asleep),
        Topic(id: Self.id(3), title: "Oud", words: [], status: .merged, successor: Self.id(1)),
        Topic(id: Self.id(7), title: "Pesten op school", words: []),
      ],
      assignments: [
        TopicAssignment(post: Self.post("p1"), topic: Self.id(1), similarity: 1),
        TopicAssignment(post: Self.post("p2"), topic: Self.id(1), similarity: 1),
        TopicAssignment(post: Self.post("p3"), topic: Self.id(2), similarity: 1),
        TopicAssignment(post: Self.post("p4"), topic: nil, similarity: 0),
      ],
      posts: PostDirectory(
        ["p1", "p2", "p3", "p4", "p5"].map { Self.post($0) } + [Self.post("p5", "forum")]), log: log,
      nextTopic: 12, redact: { $0.contains("Jansen") ? "Vragen van [naam]" : nil })
  }

  private func lines(_ request: CorrectionRequest, log: [TopicCorrection] = []) throws -> [TopicCorrection] {
    var book = book(log: log)
    return try book.take(request).lines
  }

  private func refusal(_ request: CorrectionRequest, log: [TopicCorrection] = []) -> CorrectionRefusal? {
    var book = book(log: log)
    do {
      _ = try book.take(request)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["OND-0001", "ond-1", "OND 01", "ond1", "wachtlijsten", "  Wachtlijsten "])
  func aTopicIsNamedByNumberOrTitle(text: String) throws {
    #expect(
      try lines(.rename(topic: text, title: "Wachttijd"))
        == [TopicCorrection(number: 1, action: .rename(Self.id(1), title: "Wachttijd"))])
  }

  @Test func anUnknownTopicIsToldWithTheOneThatWasMeant() {
    #expect(
      refusal(.mute(topic: "OND-0008", isOn: true)).map { CorrectionTexts.reason($0, quoting: true) }
        == "onderwerp OND-0008 bestaat niet. Bedoelde u OND-0001 (“Wachtlijsten”)?")
    let misspelt = refusal(.mute(topic: "Wachtlisten", isOn: true))
    #expect(
      misspelt.map { CorrectionTexts.reason($0, quoting: true) }?.contains("Bedoelde u OND-0001") == true)
    // What was typed is not repeated on a page.
    #expect(misspelt.map { CorrectionTexts.reason($0, quoting: false) }?.contains("Wachtlisten") == false)
  }

  @Test func aTopicThatIsPartOfAnotherIsRefusedWithThatOne() {
    #expect(refusal(.pin(topic: "ond-3", isOn: true)) == .partOf(Self.id(3), heir: Self.id(1)))
    let log = [TopicCorrection(number: 1, action: .merge(Self.id(1), into: Self.id(7)))]
    #expect(refusal(.pin(topic: "ond-1", isOn: true), log: log) == .partOf(Self.id(1), heir: Self.id(7)))
    #expect(refusal(.pin(topic: "ond-3", isOn: true), log: log) == .partOf(Self.id(3), heir: Self.id(7)))
    let further = log + [TopicCorrection(number: 2, action: .merge(Self.id(7), into: Self.id(2)))]
    #expect(refusal(.pin(topic: "ond-3", isOn: true), log: further) == .partOf(Self.id(3), heir: Self.id(2)))
  }

  @Test func mergingTakesSeveralTopicsOrNone() throws {
    #expect(
      try lines(.merge(topics: ["OND-1", "OND-2"], into: "OND-7")).map(\.action)
        == [.merge(Self.id(1), into: Self.id(7)), .merge(Self.id(2), into: Self.id(7))])
    var book = book()
    #expect(throws: CorrectionRefusal.mergedIntoItself(Self.id(7))) {
      try book.take(.merge(topics: ["OND-1", "OND-7"], into: "OND-7"))
    }
    #expect(book.log.isEmpty, "half a request is no request")
  }

  @Test(arguments: [
    ("", CorrectionRefusal.emptyTitle), ("  \n ", .emptyTitle), ("???", .emptyTitle),
    (String(repeating: "a", count: 141), .longTitle(141)), ("ond 12", .reservedTitle("ond 12")),
    ("Geen", .reservedTitle("Geen")), ("Familie Jansen", .personalTitle(redacted: "Vragen van [naam]")),
    ("pesten OP school", .takenTitle(TopicID(number: 7))),
  ])
  func aTitleThatCannotBeShownIsRefused(title: String, reason: CorrectionRefusal) {
    #expect(refusal(.rename(topic: "OND-1", title: title)) == reason)
  }

  @Test func personalDataInATitleAreNotRepeated() {
    let text = CorrectionTexts.reason(.personalTitle(redacted: "Vragen van [naam]"), quoting: true)
    #expect(text.contains("[naam]") && !text.contains("Jansen"))
  }

  @Test func aTopicMayGetItsOwnTitleInOtherCapitals() throws {
    #expect(try lines(.rename(topic: "OND-7", title: "Pesten op School")).count == 1)
  }

  @Test func postsMoveToATopicToNoneOrToANewOne() throws {
    #expect(
      try lines(.move(posts: ["p1", "jeugd:p4"], to: "dossier en inzage")).map(\.action)
        == [.move(Self.post("p1"), to: Self.id(2)), .move(Self.post("p4"), to: Self.id(2))])
    #expect(try lines(.move(posts: ["p1"], to: "Geen")).map(\.action) == [.move(Self.post("p1"), to: nil)])
    var book = book()
    let taken = try book.take(.move(posts: ["p1|p2, p3"], to: "Wachten  op hulp"))
    #expect(
      taken.lines.map(\.action) == [
        .create(Self.id(12), title: "Wachten op hulp"), .move(Self.post("p1"), to: Self.id(12)),
        .move(Self.post("p2"), to: Self.id(12)), .move(Self.post("p3"), to: Self.id(12)),
      ])
    #expect(taken.remarks == [.made(Self.id(12), title: "Wachten op hulp")])
    // The next request finds the new topic by its title, and the next new one gets another number.
    #expect(
      try book.take(.move(posts: ["p4"], to: "wachten op hulp")).lines.map(\.action)
        == [.move(Self.post("p4"), to: Self.id(12))])
    #expect(
      try book.take(.move(posts: ["p4"], to: "Iets anders")).lines.first?.action
        == .create(Self.id(13), title: "Iets anders"))
  }

  @Test func aPostIsFoundWithoutItsSourceWhenThereIsOnlyOne() {
    #expect(
      refusal(.move(posts: ["p5"], to: "OND-1"))
        == .ambiguousPost("p5", [Self.post("p5", "forum"), Self.post("p5")]))
    #expect(refusal(.move(posts: ["p9"], to: "OND-1")) == .unknownPost("p9"))
    #expect(refusal(.move(posts: [" "], to: "OND-1")) == .noPosts)
  }

  @Test func aPostThatAsksNothingIsTakenWithARemark() throws {
    var book = book()
    #expect(
      try book.take(.move(posts: ["forum:p5"], to: "OND-1")).remarks
        == [.asksNothing(Self.post("p5", "forum"))])
  }

  @Test func splittingTakesPostsOfThatTopicOnly() throws {
    #expect(
      try lines(.split(topic: "OND-1", title: "Wachten op een intake", posts: ["p1"])).map(\.action) == [
        .create(Self.id(12), title: "Wachten op een intake"), .move(Self.post("p1"), to: Self.id(12)),
      ])
    #expect(
      refusal(.split(topic: "OND-1", title: "Nieuw", posts: ["p3"]))
        == .notInTopic(Self.post("p3"), Self.id(1), actual: Self.id(2)))
    #expect(refusal(.split(topic: "OND-1", title: "Nieuw", posts: ["p1", "p2"])) == .wholeTopic(Self.id(1)))
    #expect(
      refusal(.split(topic: "OND-1", title: "Pesten op school", posts: ["p1"])) == .takenTitle(Self.id(7)))
  }

  @Test func whatWasPlacedBeforeCountsWhereItIsNow() throws {
    let log = [TopicCorrection(number: 1, action: .move(Self.post("p3"), to: Self.id(1)))]
    let lines = try lines(.split(topic: "OND-1", title: "Nieuw", posts: ["p3"]), log: log)
    #expect(lines.map(\.number) == [2, 3])
  }

  @Test func linesAreTakenBackByALineThatSaysSo() throws {
    let log = [
      TopicCorrection(number: 1, action: .mute(Self.id(1), true)),
      TopicCorrection(number: 2, action: .create(Self.id(12), title: "Nieuw")),
      TopicCorrection(number: 3, action: .move(Self.post("p1"), to: Self.id(12))),
    ]
    #expect(try lines(.withdraw(lines: "regel 1"), log: log).map(\.action) == [.withdraw(1)])
    #expect(try lines(.withdraw(lines: "2-3"), log: log).map(\.action) == [.withdraw(2), .withdraw(3)])
    #expect(refusal(.withdraw(lines: "2"), log: log) == .neededLine(2, by: [3]))
    #expect(refusal(.withdraw(lines: "9"), log: log) == .unknownLine(9))
    #expect(refusal(.withdraw(lines: "drie"), log: log) == .noLines("drie"))
    #expect(refusal(.withdraw(lines: "3-1"), log: log) == .noLines("3-1"))
    // Nor may a line come back whose topic is gone.
    let gone =
      log + [
        TopicCorrection(number: 4, action: .withdraw(2)), TopicCorrection(number: 5, action: .withdraw(3)),
      ]
    #expect(refusal(.withdraw(lines: "5"), log: gone) == .neededLine(2, by: [3]))
    let again = log + [TopicCorrection(number: 4, action: .withdraw(1))]
    #expect(refusal(.withdraw(lines: "1"), log: again) == .withdrawnLine(1))
    // Taking back the taking back puts the line in force again.
    var book = book(log: again)
    _ = try book.take(.withdraw(lines: "4"))
    #expect(book.folded.muted == [Self.id(1)])
  }

  @Test func beforeTheFirstNightThereIsNothingToCorrect() {
    var empty = CorrectionBook(topics: [], assignments: [], posts: PostDirectory([]), nextTopic: 1)
    #expect(throws: CorrectionRefusal.noTopics) { try empty.take(.mute(topic: "OND-1", isOn: true)) }
  }

  @Test func rangesOfLinesAreWrittenShort() {
    #expect(CorrectionTexts.ranges([7, 4, 5, 6, 9]) == "4-7, 9")
  }

  @Test func mergingIntoATopicThatIsOutOfSightIsSaid() throws {
    var book = book(log: [TopicCorrection(number: 1, action: .mute(Self.id(7), true))])
    #expect(try book.take(.merge(topics: ["OND-1"], into: "OND-7")).remarks == [.hidden(Self.id(7))])
  }

  @Test func aTopicWhoseMergingWasTakenBackStandsByItselfAtOnce() throws {
    let log = [
      TopicCorrection(number: 1, action: .merge(Self.id(3), into: Self.id(1))),
      TopicCorrection(number: 2, action: .withdraw(1)),
    ]
    #expect(
      try lines(.merge(topics: ["OND-3"], into: "OND-7"), log: log).map(\.action)
        == [.merge(Self.id(3), into: Self.id(7))])
  }
}
