// What verdicts leave of the queue: what was judged stays away, and comes back for a reason only.
import Discussion
import TestSupport
import Testing

@testable import Moderation

@Suite struct ReviewStandingTests {
  private static let first = TextVersion("v0000000000000001")
  private static let second = TextVersion("v0000000000000002")
  private static let post = PostID("jeugd:1")
  private static let today = CalendarDay(number: 20_000)

  private func line(
    _ number: Int, _ kind: VerdictKind = .noAction, about: [ReviewReason] = [],
    shown: [ReviewReason] = [.personalData(.phone)], until: CalendarDay? = nil,
    version: TextVersion? = first
  ) throws -> Verdict {
    Verdict(
      number: number,
      action: .judge(
        Verdict.Judgement(
          post: Self.post, version: try #require(version), kind: kind, about: about, shown: shown,
          until: until)), recordedOn: Self.today)
  }

  private func withdrawal(_ number: Int, of line: Int) -> Verdict {
    Verdict(number: number, action: .withdraw(line), recordedOn: Self.today)
  }

  private func rows(
    _ log: [Verdict], _ kinds: [FindingKind] = [.phone], waiting: Int? = nil,
    triage: [TriageClass: Double] = [:], version: TextVersion? = first, asOf: CalendarDay = today
  ) -> [ReviewItem] {
    ReviewQueue.rows(
      [
        ReviewCandidate(
          post: Self.post, createdAt: Timestamp(seconds: 1), kinds: kinds, waitingDays: waiting,
          triage: triage, version: version)
      ], verdicts: Verdicts(log), asOf: asOf)
  }

  @Test(arguments: VerdictKind.allCases.filter { $0 != .postponed })
  func aPostWithAVerdictStaysAway(kind: VerdictKind) throws {
    #expect(rows([]).count == 1)
    #expect(try rows([line(1, kind)]).isEmpty)
    #expect(try rows([line(1, kind)], asOf: Self.today.advanced(by: 900)).isEmpty)
  }

  @Test func anEditedTextBringsItBack() throws {
    let back = try rows([line(1)], version: Self.second)
    #expect(back.map(\.back) == [.edited])
    #expect(try rows([line(1), line(2, version: Self.second)], version: Self.second).isEmpty)
    #expect(
      try rows([line(1), line(2, version: Self.second)]).isEmpty,
      "a text that was judged before it changed back")
  }

  @Test func aGraverReasonBringsItBackAndALesserOneDoesNot() throws {
    #expect(try rows([line(1)], [.phone, .person], waiting: 5).isEmpty)
    let identifier = try rows([line(1)], [.phone, .iban])
    #expect(identifier.map(\.back) == [.graver])
    #expect(identifier.map(\.reasons) == [[.personalData(.iban)]])
    let crisis = try rows([line(1)], triage: [.crisis: 0.7, .spam: 0.9])
    #expect(crisis.map(\.reasons) == [[.triage(.crisis, confidence: 0.7)]])
    let judged = try [line(1), line(2, shown: [.triage(.crisis, confidence: 0)])]
    #expect(rows(judged, triage: [.crisis: 0.99]).isEmpty, "surer than it was is no other reason")
  }

  @Test func aSnoozeEndsOnItsDay() throws {
    let log = try [line(1, .postponed, until: Self.today.advanced(by: 3))]
    #expect(rows(log, asOf: Self.today.advanced(by: 2)).isEmpty)
    #expect(rows(log, asOf: Self.today.advanced(by: 3)).map(\.back) == [.due])
    #expect(try rows(log + [line(2, .removed)], asOf: Self.today.advanced(by: 9)).isEmpty)
    #expect(
      try rows([line(1, .removed)] + [line(2, .postponed, until: Self.today)]).map(\.back) == [.due]
    )
  }

  @Test func aWithdrawnVerdictBringsItBackAndCanBeWithdrawnItself() throws {
    let log = try [line(1), withdrawal(2, of: 1)]
    #expect(rows(log).map(\.back) == [.withdrawn])
    #expect(rows(log + [withdrawal(3, of: 2)]).isEmpty)
    #expect(
      try rows([line(1), line(2, .unjust), withdrawal(3, of: 2)]).isEmpty,
      "the one before stands again")
  }

  @Test func aVerdictAboutOneReasonLeavesTheOthers() throws {
    let shown: [ReviewReason] = [.personalData(.phone), .personalData(.person)]
    let one = try line(1, .unjust, about: [.personalData(.person)], shown: shown)
    let left = rows([one], [.phone, .person])
    #expect(left.map(\.reasons) == [[.personalData(.phone)]] && left.map(\.back) == [nil])
    #expect(
      try rows(
        [one, line(2, about: [.personalData(.phone)], shown: [.personalData(.phone)])],
        [.phone, .person]
      ).isEmpty)
    #expect(rows([one], [.person]).isEmpty)
  }

  @Test func aVerdictAboutNothingBindsNothing() throws {
    let back = try rows([line(1, shown: [])])
    #expect(back.count == 1 && back[0].back == nil)
  }

  @Test func precisionCountsTheLastWordAboutEachTextAndReason() throws {
    let shown: [ReviewReason] = [.personalData(.phone), .personalData(.person)]
    let log = try [
      line(1, .unjust, about: [.personalData(.person)], shown: shown), line(2, .removed),
      line(3, .unjust, version: Self.second), line(4, .noAction, version: Self.second),
      line(5, .postponed, shown: [.unanswered(workingDays: 3)], until: Self.today),
      line(6, .unjust, shown: [.personalData(.bsn)]), withdrawal(7, of: 6),
    ]
    #expect(
      Verdicts(log).precision == [
        ReasonPrecision(reason: .personalData(.person), seen: 1, unjust: 1),
        ReasonPrecision(reason: .personalData(.phone), seen: 2, unjust: 0),
      ])
  }

  @Test func rowsStandByClassThenConfidenceThenRepliesThenAge() {
    func candidate(_ id: String, _ triage: [TriageClass: Double], replies: Int = 0, at: Int64 = 9)
      -> ReviewCandidate
    {
      ReviewCandidate(
        post: PostID(id), createdAt: Timestamp(seconds: at), triage: triage, replies: replies)
    }
    let candidates = [
      candidate("spam", [.spam: 1]), candidate("hostile", [.hostile: 0.1]),
      candidate("client", [.identifiableClient: 0.2, .spam: 0.9]),
      candidate("unsure", [.crisis: 0.2], replies: 50, at: 1), candidate("sure", [.crisis: 0.9]),
      candidate("replied", [.crisis: 0.5], replies: 4), candidate("old", [.crisis: 0.5], at: 2),
      candidate("new", [.crisis: 0.5], at: 8),
      ReviewCandidate(post: PostID("bsn"), createdAt: Timestamp(seconds: 9), kinds: [.bsn]),
      ReviewCandidate(post: PostID("phone"), createdAt: Timestamp(seconds: 9), kinds: [.phone]),
      ReviewCandidate(post: PostID("name"), createdAt: Timestamp(seconds: 9), kinds: [.person]),
      ReviewCandidate(post: PostID("open"), createdAt: Timestamp(seconds: 9), waitingDays: 3),
    ]
    let order = ReviewQueue.rows(candidates).map(\.post.description)
    #expect(
      order == [
        "sure", "replied", "old", "new", "unsure", "bsn", "client", "phone", "hostile", "spam",
        "name", "open",
      ])
    #expect(ReviewQueue.rows(candidates.reversed()).map(\.post.description) == order)
  }

  @Test func theDaysNumberDoesNotHoldBackCrisisAndIdentifiers() {
    let items = (0..<6).map {
      ReviewItem(
        post: PostID("\($0)"),
        reasons: [
          [.triage(.crisis, confidence: 0.1)], [.personalData(.bsn)], [.personalData(.phone)],
          [.personalData(.person)], [.personalData(.person), .personalData(.dateOfBirth)],
          [.unanswered(workingDays: 3)],
        ][$0], rank: $0 + 1)
    }
    let (today, over) = ReviewBudget.split(items, budget: 1) { $0 }
    #expect(today.map(\.rank) == [1, 2, 3, 5] && over.map(\.rank) == [4, 6])
    #expect(ReviewBudget.split(items, budget: 6) { $0 }.over.isEmpty)
  }

  /// Forty nights over three hundred posts: people judge some of what they see, texts are edited, questions wait longer,
  /// and the ranking changes its mind.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func nothingThatWasJudgedIsShownAgainUnchanged(seed: UInt64) throws {
    struct Judged: Hashable {
      var post: PostID
      var version: TextVersion
      var reason: ReviewReason
    }
    var random = SeededGenerator(seed: seed)
    var candidates = try (0..<300).map { number in
      ReviewCandidate(
        post: PostID("jeugd:\(number)"), createdAt: Timestamp(seconds: Int64(number)),
        kinds: FindingKind.allCases.filter { _ in Int.random(in: 0..<8, using: &random) == 0 },
        waitingDays: Bool.random(using: &random) ? 3 : nil, version: try version(number, 0))
    }
    var (log, judged, returned): ([Verdict], Set<Judged>, Int) = ([], [], 0)
    for night in 1...40 {
      for index in candidates.indices {
        if candidates[index].waitingDays != nil { candidates[index].waitingDays? += 1 }
        candidates[index].triage = [:]
        for triageClass in TriageClass.allCases where Int.random(in: 0..<30, using: &random) == 0 {
          candidates[index].triage[triageClass] = Double.random(in: 0...1, using: &random)
        }
        if Int.random(in: 0..<50, using: &random) == 0 {
          candidates[index].version = try version(index, night)
        }
      }
      let versions = Dictionary(candidates.map { ($0.post, $0.version) }, uniquingKeysWith: { $1 })
      let rows = ReviewQueue.rows(
        candidates, verdicts: Verdicts(log), asOf: Self.today.advanced(by: night))
      for row in rows {
        let version = try #require(versions[row.post] ?? nil)
        returned += row.back == nil ? 0 : 1
        for reason in row.reasons {
          #expect(
            !judged.contains(Judged(post: row.post, version: version, reason: reason.withoutNumber)),
            "night \(night): \(row.post) again for \(reason.code)")
        }
        guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
        let about = Bool.random(using: &random) ? [] : Array(row.reasons.prefix(1))
        log.append(
          Verdict(
            number: log.count + 1,
            action: .judge(
              Verdict.Judgement(
                post: row.post, version: version, kind: .noAction, about: about, shown: row.reasons)),
            recordedOn: Self.today))
        for reason in about.isEmpty ? row.reasons : about {
          judged.insert(Judged(post: row.post, version: version, reason: reason.withoutNumber))
        }
      }
    }
    #expect(judged.count > 300 && returned > 20, "\(judged.count) judged, \(returned) back")
  }

  private func version(_ post: Int, _ night: Int) throws -> TextVersion {
    let digits = String(1_000_000_000_000_000 + post * 1000 + night)
    return try #require(TextVersion("v" + digits))
  }
}
