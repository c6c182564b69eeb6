// What holds of words about quoting: the last one, and nothing once that is taken back.
import Discussion
import Testing

@Suite struct QuotationTests {
  private static let post = PostID("s:1")
  private static func log(_ said: [(QuoteAnswer?, Int)]) throws -> Verdicts {
    let version = try #require(TextVersion(digits: "0123456789abcdef"))
    return Verdicts(
      said.enumerated().map { index, line in
        Verdict(
          number: index + 1,
          action: line.0.map { .quote(Quotation(post: post, version: version, answer: $0)) }
            ?? .withdraw(line.1),
          recordedOn: CalendarDay(number: 0))
      })
  }

  private static func answer(_ said: [(QuoteAnswer?, Int)]) throws -> QuoteAnswer? {
    let version = try #require(TextVersion(digits: "0123456789abcdef"))
    return try log(said).quotation(of: post, version: version)?.quotation.answer
  }

  @Test func theLastWordHolds() throws {
    #expect(try Self.answer([(.approved, 0)]) == .approved)
    #expect(try Self.answer([(.approved, 0), (.refused, 0)]) == .refused)
    #expect(
      try Self.log([(.approved, 0)]).quotation(
        of: Self.post, version: try #require(TextVersion("vffff456789abcdef"))) == nil)
  }

  @Test func takingTheLastWordBackBringsNoEarlierOneToLife() throws {
    #expect(try Self.answer([(.approved, 0), (.approved, 0), (nil, 2)]) == nil)
    #expect(try Self.answer([(.approved, 0), (.refused, 0), (nil, 2)]) == nil)
    #expect(
      try Self.answer([(.approved, 0), (nil, 1), (nil, 2)]) == .approved, "the taking back was taken back")
    #expect(try Self.answer([(.approved, 0), (.refused, 0), (nil, 1)]) == .refused)
  }
}
