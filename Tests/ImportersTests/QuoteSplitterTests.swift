// What is somebody's own, what is quoted and what is a signature.
import TestSupport
import Testing

@testable import Importers

@Suite("Quotes and signatures")
struct QuoteSplitterTests {
  @Test("are taken out of the body", arguments: QuoteCase.split)
  func split(subject: QuoteCase) throws {
    let parts = try #require(QuoteSplitter(subject.style).split(subject.text))
    #expect(parts.body == subject.body)
    #expect(parts.quoted == subject.quoted)
    #expect(parts.signature == subject.signature)
    #expect(parts.whole == PlainText.normalised(subject.text))
  }

  @Test("that are none stay in the body", arguments: QuoteCase.whole)
  func whole(subject: QuoteCase) {
    #expect(QuoteSplitter(subject.style).split(subject.text) == nil)
  }

  @Test("no line is lost or told twice", arguments: QuoteCase.split)
  func lines(subject: QuoteCase) throws {
    let parts = try #require(QuoteSplitter(subject.style).split(subject.text))
    func words(_ texts: [String?]) -> [String] {
      texts.compactMap(\.self).flatMap { $0.split { $0.isWhitespace } }.map(String.init).sorted()
    }
    #expect(words([parts.body, parts.quoted, parts.signature]) == words([parts.whole]))
  }

  @Test("altered at random nothing is lost, and the body is never empty", arguments: 0..<20)
  func altered(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let lines = (QuoteCase.split + QuoteCase.whole).flatMap { $0.text.split(separator: "\n") }.map(
      String.init)
    for _ in 0..<40 {
      let text = PlainText.normalised(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in
          Bool.random(using: &random) ? lines.randomElement(using: &random) ?? "" : ""
        }.joined(separator: "\n"))
      guard let parts = QuoteSplitter(.mail).split(text) else { continue }
      let all = [parts.body, parts.quoted ?? "", parts.signature ?? ""].joined()
      #expect(!parts.body.isEmpty)
      #expect(
        all.filter { !$0.isWhitespace }.sorted() == text.filter { !$0.isWhitespace }.sorted(), "\(text)")
    }
  }

  @Test(
    "of HTML are told by its elements",
    arguments: [
      (
        "<div>Ja.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">Op ma schreef Jo:</div>Nu?</div>",
        "Ja.", "Op ma schreef Jo:\nNu?"
      ),
      ("Ja.<blockquote type=\"cite\"><p>Nu?</p></blockquote>Of later.", "Ja.\n\nOf later.", "Nu?"),
      (
        "<p>Ja.</p><div class=\"moz-cite-prefix\">Jo schreef:</div><blockquote type=\"cite\">Nu?</blockquote>",
        "Ja.", "Jo schreef:\n\nNu?"
      ),
      (
        "<p>Ja.</p><hr><div id=\"divRplyFwdMsg\"><b>Fra:</b> Jo</div><div>Nu?</div><div>Groet</div>", "Ja.",
        "Fra: Jo\nNu?\nGroet"
      ),
      ("<p>Ja.</p><div class=\"yahoo_quoted\"><blockquote>Nu?</blockquote></div>", "Ja.", "Nu?"),
      (
        "<p>Ja.</p><p><b>Van:</b> Jo<br><b>Verzonden:</b> ma<br><b>Aan:</b> An<br><b>Onderwerp:</b> x</p><p>Nu?</p>",
        "Ja.", "Van: Jo\nVerzonden: ma\nAan: An\nOnderwerp: x\n\nNu?"
      ),
    ])
  func mailHTML(html: String, body: String, quoted: String) throws {
    let lines = HTMLText.lines(of: html, .init(quotes: HTMLQuotes(blockquotes: false)))
    let parts = try #require(QuoteSplitter(.mail).split(lines))
    #expect(parts.body == body)
    #expect(parts.quoted == quoted)
    #expect(parts.whole == HTMLText.text(of: html))
  }

  @Test("a forum's quote is quoted in an answer, and stays in an opening post")
  func forumHTML() throws {
    let html = "<p>Anna schreef:</p><blockquote><p>Hoe doen jullie dat?</p></blockquote><p>Wij bellen.</p>"
    let answer = try #require(
      QuoteSplitter(.markup).split(HTMLText.lines(of: html, .init(quotes: HTMLQuotes(blockquotes: true)))))
    #expect(answer.body == "Wij bellen.")
    #expect(answer.quoted == "Anna schreef:\n\nHoe doen jullie dat?")
    let opening = HTMLText.lines(of: html, .init(quotes: HTMLQuotes(blockquotes: false)))
    #expect(QuoteSplitter(.markup).split(opening) == nil)
    let onlyQuote = HTMLText.lines(
      of: "<blockquote>Hoe?</blockquote>", .init(quotes: HTMLQuotes(blockquotes: true)))
    #expect(QuoteSplitter(.markup).split(onlyQuote) == nil)
    let source = HTMLText.lines(
      of: "<p>In dit onderzoek staat:</p><blockquote>Thuis helpt.</blockquote><p>Dat zien wij ook.</p>",
      .init(quotes: HTMLQuotes(blockquotes: true)))
    #expect(QuoteSplitter(.markup).split(source) == nil)
    let discourse = "<aside class=\"quote\" data-post=\"1\"><blockquote>Hoe?</blockquote></aside><p>Zo.</p>"
    let lines = HTMLText.lines(of: discourse, .init(quotes: HTMLQuotes(blockquotes: false)))
    #expect(QuoteSplitter(.markup).split(lines)?.quoted == "Hoe?")
    #expect(QuoteSplitter(.markup).split(lines)?.body == "Zo.")
  }

  @Test("a question inside the element of a signature stays")
  func typedSignature() {
    let lines = HTMLText.lines(
      of: "<p>Dag,</p><div id=\"Signature\"><p>Weet jij dit?</p></div>",
      .init(quotes: HTMLQuotes(blockquotes: false)))
    #expect(QuoteSplitter(.mail).split(lines) == nil)
    let plain = HTMLText.lines(
      of: "<p>Dag,</p><div id=\"Signature\"><p>Anna</p></div><details class=\"elided\"><p>Oud</p></details>",
      .init(quotes: HTMLQuotes(blockquotes: false)))
    #expect(QuoteSplitter(.mail).split(plain)?.signature == "Anna")
    #expect(QuoteSplitter(.mail).split(plain)?.quoted == "Oud")
  }

  @Test("marks of its own in a hostile text do no harm")
  func marks() {
    let lines = HTMLText.lines(
      of: String(
        decoding: [0x61, 0xEF, 0xB7, 0x90, 0x3C, 0x70, 0x3E, 0x62, 0xEF, 0xB7, 0x93], as: UTF8.self),
      .init(quotes: HTMLQuotes(blockquotes: true)))
    #expect(
      lines == [
        MarkedLine(text: "a", mark: .own), MarkedLine(text: "", mark: .own),
        MarkedLine(text: "b", mark: .own),
      ])
  }
}
