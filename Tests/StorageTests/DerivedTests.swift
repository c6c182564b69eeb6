// What runs derive comes back as it was stored, in a fixed order.
import Discussion
import Foundation
import Testing

@testable import Storage

@Suite struct DerivedTests {
  let scratch: Scratch
  let store: CommunityStore
  let run: Run

  init() throws {
    scratch = Scratch()
    store = try scratch.store()
    try store.add((1...6).map { post("\($0)", minute: $0) }, in: file("a"))
    run = try store.beginRun(
      asOf: firstNight, programVersion: "1", pipelineHash: "", startedAt: Timestamp(seconds: 0))
  }

  private func assessment(
    _ series: String, _ week: Int, flag: Bool = false, open: Bool = false, strength: SignalStrength? = nil,
    score: Double = 0
  ) -> Assessment {
    Assessment(
      series: series, week: ISOWeek(number: 2950 + week), flag: flag, open: open, strength: strength,
      score: score,
      windowWeeks: 2, observed: 9, expected: 2.125, lower: 0, upper: 6, pValue: 1e-12, weekExpected: 1.5,
      weekLower: 1, weekUpper: 4, anomalousVolume: week == 3)
  }

  @Test func everythingComesBackInAFixedOrder() throws {
    let ids = (1...6).map { post("\($0)").id }
    let questions = [
      Question(post: ids[0], range: 3..<9, text: "Eerst?"),
      Question(post: ids[0], range: 12..<20, text: "Dan?"),
      Question(post: ids[4], range: nil, text: "Alleen in de titel?"),
    ]
    let counts = [
      WeeklyCount(
        series: "OND-0001", week: ISOWeek(number: 2950), questions: 4, distinctAskers: 3,
        distinctOrganisations: 2,
        askersInFourWeeks: 7, organisationsInFourWeeks: 5, totalQuestions: 40),
      WeeklyCount(
        series: "OND-0002", week: ISOWeek(number: 2949), questions: 0, distinctAskers: 0,
        distinctOrganisations: 0,
        askersInFourWeeks: 0, organisationsInFourWeeks: 0, totalQuestions: 38),
    ]
    let assessments = [
      assessment("OND-0001", 1), assessment("OND-0001", 2, flag: true, strength: .strong, score: 7.25),
      assessment("OND-0002", 3, open: true),
    ]
    let findings = [
      StoredFinding(post: ids[1], kind: .bsn, range: 4..<13),
      StoredFinding(post: ids[1], kind: .email, range: 0..<3),
      StoredFinding(post: ids[2], kind: .phone, range: 7..<17),
    ]
    let items = [
      ReviewItem(
        post: ids[1], reasons: [.personalData(.bsn), .unanswered(workingDays: 4)], rank: 1),
      ReviewItem(post: ids[5], reasons: [.unanswered(workingDays: 3)], rank: 2, back: .edited),
      ReviewItem(
        post: ids[3],
        reasons: [.triage(.crisis, confidence: 0.625), .triage(.spam, confidence: 0)], rank: 3),
    ]
    let topics = TopicState(
      topics: [
        Topic(
          id: TopicID(number: 1), title: "Wachttijden", words: ["wachttijd", "wacht lijst"], theme: "Zorg"),
        Topic(
          id: TopicID(number: 3), title: "Oud", words: [], origin: .catalogue, status: .merged,
          successor: TopicID(number: 1)),
      ],
      assignments: [
        TopicAssignment(post: ids[0], topic: TopicID(number: 1), similarity: 0.1 + 0.2),
        TopicAssignment(post: ids[4], topic: nil, similarity: 0),
      ],
      events: [
        TopicEvent(kind: .merged, topic: TopicID(number: 3), other: TopicID(number: 1), questions: 12),
        TopicEvent(kind: .woke, topic: TopicID(number: 1), questions: 2),
      ], nextNumber: 4, data: Array("toestand".utf8))
    try store.completeStage(StageRecord(position: 1, name: "alles", counts: "{\"posts\":6}"), of: run.id) {
      writer in
      try writer.replaceQuestions(questions)
      try writer.replaceWeeklyCounts(counts.reversed())
      try writer.replaceAssessments(assessments.reversed())
      try writer.replaceFindings(findings)
      try writer.replaceReviewItems(items.reversed())
      try writer.replaceTopics(topics)
    }
    #expect(try store.questions(run: run.id) == questions)
    #expect(try store.weeklyCounts(run: run.id) == counts)
    #expect(try store.assessments(run: run.id) == assessments)
    #expect(try store.findings(run: run.id) == findings)
    #expect(try store.reviewItems(run: run.id) == items)
    #expect(try store.topicState(run: run.id) == topics)
    #expect(
      try store.stages(of: run.id) == [StageRecord(position: 1, name: "alles", counts: "{\"posts\":6}")])
  }

  @Test(arguments: FindingKind.allCases)
  func everyReasonSurvivesTheStore(kind: FindingKind) {
    let reason = ReviewReason.personalData(kind)
    #expect(ReviewReason(code: reason.code, amount: reason.amount) == reason)
  }

  @Test(arguments: TriageClass.allCases, [0, 0.001, 0.4567, 1])
  func aTriageReasonSurvivesTheStoreInThousandths(triageClass: TriageClass, confidence: Double)
    throws
  {
    let reason = ReviewReason.triage(triageClass, confidence: confidence)
    let kept = try #require(ReviewReason(code: reason.code, amount: reason.amount))
    #expect(
      kept.amount == Int((confidence * 1000).rounded())
        && kept.withoutNumber == reason.withoutNumber)
    #expect(ReviewReason(code: kept.code, amount: kept.amount) == kept)
  }

  @Test func noTextOfAFindingIsKept() throws {
    try store.completeStage(StageRecord(position: 1, name: "moderatie"), of: run.id) {
      try $0.replaceFindings([StoredFinding(post: post("1").id, kind: .bsn, range: 0..<9)])
    }
    let line = try #require(
      try store.dump([.runs]).split(separator: "\n").first { $0.hasPrefix("finding\t") })
    #expect(line == "finding\trun=1\tpost=\"jeugd:1\"\tordinal=0\tkind=\"bsn\"\trange_start=0\trange_end=9")
  }
}
