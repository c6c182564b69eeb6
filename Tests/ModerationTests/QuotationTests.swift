// A sentence may be read by the core group when a monitor said so of that very text, and in no other way.
import Discussion
import Testing

@testable import Moderation

@Suite struct QuotationTests {
  private static let first = version("0000000000000001")
  private static let second = version("0000000000000002")

  private static func version(_ digits: String) -> TextVersion {
    guard let version = TextVersion(digits: digits) else {
      preconditionFailure("sixteen digits are a version")
    }
    return version
  }

  private static let post = Post(
    id: PostID("jeugd:p1"), source: "jeugd", thread: ThreadID("jeugd:p1"), kind: .topic,
    author: MemberID("k1-a"),
    createdAt: Timestamp(milliseconds: 0),
    body: "Fatima belde op 06-12345678. Hoe regelen jullie verlof voor Fatima in Zutphen?")

  private static func line(_ number: Int, _ answer: QuoteAnswer, _ version: TextVersion = first) -> Verdict {
    Verdict(
      number: number, action: .quote(Quotation(post: post.id, version: version, answer: answer)),
      recordedOn: CalendarDay(number: 20_000))
  }

  private static func withdrawal(_ number: Int, of other: Int) -> Verdict {
    Verdict(number: number, action: .withdraw(other), recordedOn: CalendarDay(number: 20_000))
  }

  private func candidate(_ log: [Verdict], version: TextVersion = first) -> QuoteCandidate {
    Quotations(lexicon: NameLexicon(), verdicts: Verdicts(log)).candidate(
      Question(post: Self.post.id, range: 29..<78, text: "Hoe regelen jullie verlof voor Fatima in Zutphen?"),
      of: Self.post, version: version)
  }

  @Test func withoutAWordOfAMonitorNothingIsApproved() {
    #expect(candidate([]).approved == nil && candidate([]).standing == .open)
    #expect(candidate([Self.line(1, .refused)]).approved == nil)
    #expect(candidate([Self.line(1, .approved, Self.second)]).approved == nil, "an approval of another text")
  }

  @Test func anApprovalHoldsForItsTextUntilItIsTakenBackOrOverruled() {
    let approval = Self.line(3, .approved)
    #expect(candidate([approval]).standing == .approved(line: 3) && candidate([approval]).approved != nil)
    #expect(candidate([approval], version: Self.second).standing == .open)
    #expect(candidate([approval, Self.withdrawal(4, of: 3)]).standing == .open)
    #expect(
      candidate([approval, Self.withdrawal(4, of: 3), Self.withdrawal(5, of: 4)]).approved != nil,
      "the taking back is taken back")
    #expect(candidate([approval, Self.line(4, .refused)]).standing == .refused(line: 4))
  }

  @Test func aSentenceForEverybodyIsForTheCoreGroupTooAndARefusalTakesBothBack() {
    let clean = Question(post: Self.post.id, range: nil, text: "Hoe regelen jullie verlof?")
    func said(_ log: [Verdict], _ sentence: Question = clean) -> QuoteCandidate {
      Quotations(lexicon: NameLexicon(), verdicts: Verdicts(log)).candidate(
        sentence, of: Self.post, version: Self.first)
    }
    #expect(said([]).published == nil && said([Self.line(1, .approved)]).published == nil)
    let both = said([Self.line(1, .approved), Self.line(2, .published)])
    #expect(both.published != nil && both.approved != nil && both.standing == .published(line: 2))
    let less = said([Self.line(1, .published), Self.line(2, .approved)])
    #expect(less.published == nil && less.approved != nil, "the last word holds")
    let refused = said([Self.line(1, .published), Self.line(2, .refused)])
    #expect(refused.published == nil && refused.approved == nil)
    let undone = said([Self.line(1, .published), Self.withdrawal(2, of: 1)])
    #expect(undone.published == nil && undone.approved == nil)
    let name = Question(
      post: Self.post.id, range: 29..<78, text: "Hoe regelen jullie verlof voor Fatima in Zutphen?")
    #expect(said([Self.line(1, .published)], name).published == nil, "something is taken out of it")
    #expect(said([Self.line(1, .published)], name).approved != nil)
  }

  @Test func aSentenceIsWrittenForPublicationAndNothingElseOfThePost() throws {
    let text = try #require(candidate([Self.line(1, .approved)]).approved).text.text
    #expect(text == "Hoe regelen jullie verlof voor [naam]?")
    #expect(candidate([]).formVersion == "v0000000000000001-0")
    #expect(candidate([Self.line(1, .refused)]).formVersion == "v0000000000000001-1")
  }

  @Test func aLongSentenceIsCutAtASpaceAndNoPlaceholderInTwo() {
    func shortened(_ text: String, _ length: Int) -> String {
      RedactedText(text: text, replacements: 0).shortened(to: length).text
    }
    #expect(shortened("Hoe gaat dat bij jullie?", 24) == "Hoe gaat dat bij jullie?")
    #expect(shortened("Hoe gaat dat bij jullie?", 20) == "Hoe gaat dat bij …")
    #expect(shortened("Hoe gaat dat bij jullie?", 16) == "Hoe gaat dat bij …")
    #expect(shortened("Hoe gaat [een naam] dat?", 14) == "Hoe gaat …")
    #expect(shortened("Hoegaatdatbijjullie", 5) == "Hoega …")
  }

  @Test func whatIsSaidOfQuotesIsNoJudgementOfReasons() {
    let reasons: [ReviewReason] = [.personalData(.phone), .unanswered(workingDays: 4)]
    for log in [
      [Self.line(1, .approved)], [Self.line(1, .refused)],
      [Self.line(1, .approved), Self.withdrawal(2, of: 1)],
    ] {
      let verdicts = Verdicts(log)
      #expect(
        verdicts.standing(
          of: reasons, post: Self.post.id, version: Self.first, asOf: CalendarDay(number: 20_001))
          == ReviewStanding(waiting: reasons, back: nil))
      #expect(verdicts.precision.isEmpty && verdicts.inForce.isEmpty && verdicts.takenBack.isEmpty)
      #expect(verdicts.lastLine[Self.post.id] == log.count)
    }
  }
}
