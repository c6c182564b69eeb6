// Dates by pattern, dates of mail, HTML to text, and the one form of text.
import Discussion
import Testing

@testable import Importers

@Suite("Dates and text")
struct TextAndDateTests {
  @Test(
    "dates are read by their pattern to the end",
    arguments: [
      ("dd-MM-yyyy HH:mm", "27-01-2015 21:09", "2015-01-27T21:09:00Z"),
      ("d-M-yyyy H:mm", "7-1-2015 9:09", "2015-01-07T09:09:00Z"),
      ("d MMMM yyyy 'om' HH:mm 'uur'", "3 mrt. 2024 om 10:00 uur", "2024-03-03T10:00:00Z"),
      ("EEEE d MMMM yyyy HH:mm", "Vrijdag 1 Maart 2024 10:00", "2024-03-01T10:00:00Z"),
      ("M/d/yy h:mm a", "3/4/24 12:05 p.m.", "2024-03-04T12:05:00Z"),
      ("M/d/yy h:mm a", "3/4/24 12:05 AM", "2024-03-04T00:05:00Z"),
      ("yyyyMMdd'T'HHmmss.SSSXXX", "20240301T100000.5+01:00", "2024-03-01T09:00:00.500Z"),
      ("iso8601", "2024-03-01T10:00:00.123456789Z", "2024-03-01T10:00:00.123Z"),
      ("iso8601", "2024-03-01 10:00", "2024-03-01T10:00:00Z"),
      ("rfc2822", "Fri, 01 Mar 2024 10:00:00 +0100 (CET)", "2024-03-01T09:00:00Z"),
    ])
  func patterns(pattern: String, text: String, expected: String) throws {
    let reader = try #require(DatePattern(pattern))
    let date = try #require(reader.read(text))
    #expect(LocalZone.utc.instant(of: date)?.0.description == expected)
  }

  @Test(
    "what does not follow the pattern, or does not exist, is no date",
    arguments: [
      ("dd-MM-yyyy HH:mm", "7-1-2015 21:09"), ("dd-MM-yyyy HH:mm", "27-01-2015 21:09:00"),
      ("dd-MM-yyyy HH:mm", "27-13-2015 21:09"), ("dd-MM-yyyy HH:mm", "30-02-2024 21:09"),
      ("dd-MM-yyyy HH:mm", "27-01-2015 24:09"), ("dd-MM-yyyy", ""), ("d MMMM yyyy", "1 maandag 2024"),
      ("iso8601", "1709287200"), ("iso8601", "2024-03-01T10:00:00+25:00"),
      ("iso8601", "2016-12-31T23:59:60Z"),
    ])
  func notDates(pattern: String, text: String) throws {
    let reader = try #require(DatePattern(pattern))
    #expect(reader.read(text) == nil)
  }

  @Test(
    "a pattern without a day, or with a letter that means nothing, is none",
    arguments: ["HH:mm", "dd-MM", "dd-MM-yyyy QQ"])
  func notPatterns(pattern: String) { #expect(DatePattern(pattern) == nil) }

  @Test(
    "dates of mail are read in the forms that archives hold",
    arguments: [
      ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
      ("21 Nov 97 09:55 GMT", "1997-11-21T09:55:00Z"),
      ("Thu Nov  1 11:19:12 2001", "2001-11-01T11:19:12Z"),
      ("Wed, 1 Dec 10 14:26:40 +0100", "2010-12-01T13:26:40Z"),
      ("RANDOM_Wed, 21 Sep 2016 22:42:07 +0300", "2016-09-21T19:42:07Z"),
      ("Thu Nov 1 11:19:12 EST 2001", "2001-11-01T16:19:12Z"),
      ("Fri, 01 Mar 2024 10:00:00 +0100 (CET)", "2024-03-01T09:00:00Z"),
      ("vr 1 mrt 2024 10:00:00 CET", "2024-03-01T09:00:00Z"),
    ])
  func mailDates(text: String, expected: String) throws {
    let date = try #require(MailDate.read(text.utf8))
    #expect(LocalZone.utc.instant(of: date)?.0.description == expected)
  }

  @Test(
    "dates of mail that miss a part are none",
    arguments: ["", "gisteren", "1 Mar 2024", "10:00:00 +0100", "31 Feb 2024 10:00:00 Z"])
  func notMailDates(text: String) { #expect(MailDate.read(text.utf8) == nil) }

  @Test(
    "HTML reads like its page",
    arguments: [
      ("<p>Een</p><p>twee<br>drie</p>", "Een\n\ntwee\ndrie"),
      ("<ul><li>a</li><li>b <b>c</b></li></ul>", "a\nb c"),
      ("a &amp; b &euro; &#233; &lt;p&gt;", "a & b \u{20AC} \u{E9} <p>"),
      ("<script>x()</script><style>y</style>z", "z"),
      ("<pre><code>a  b\n  c</code></pre>", "a  b\n  c"),
      ("  veel \n\n ruimte <i> </i> hier", "veel ruimte hier"),
      ("geen markup", "geen markup"), ("3 < 4 en 5 > 2", "3 < 4 en 5 > 2"),
      ("<p>open <b>en niet dicht", "open en niet dicht"),
      ("<blockquote><p>citaat</p></blockquote>antwoord", "citaat\n\nantwoord"), ("<p></p><div></div>", ""),
      ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"), ("", ""),
    ])
  func html(markup: String, expected: String) { #expect(HTMLText.text(of: markup) == expected) }

  @Test("very deep HTML neither crashes nor hangs")
  func deepHTML() {
    let text = HTMLText.text(of: String(repeating: "<div>", count: 100_000) + "diep")
    #expect(text == "diep" || text.isEmpty)
  }

  @Test("text is NFC, lines end in LF, control characters go")
  func plainText() {
    #expect(
      Array(PlainText.normalised(" cafe\u{301}\r\nb\rc\u{0}\u{7}d\u{FEFF} ").unicodeScalars)
        == Array("caf\u{E9}\nb\ncd".unicodeScalars))
  }
}

@Suite("Mail")
struct MailTests {
  @Test(
    "addresses are read in the forms that archives hold",
    arguments: [
      ("Anna Bos <Anna@Example.nl>", "anna@example.nl", "Anna Bos"),
      ("\"Bos, Anna\" <a@b.nl>", "a@b.nl", "Bos, Anna"),
      ("anna at example.nl (Anna Bos)", "anna@example.nl", "Anna Bos"), ("a@b.nl", "a@b.nl", nil),
      ("=?ISO-8859-1?Q?G=F6ran?= <g@x.se>", "g@x.se", "G\u{F6}ran"),
      ("Anna Bos   anna@b.nl", "anna@b.nl", "Anna Bos"),
      ("Anna", "anna", "Anna"),
    ] as [(String, String, String?)])
  func addresses(header: String, key: String, name: String?) throws {
    let address = try #require(MailAddress(Array(header.utf8)))
    #expect(address.key == key)
    #expect(address.name == name)
  }

  @Test("identifiers are read with and without angle brackets")
  func identifiers() {
    #expect(MailHeaders.identifiers(Array("<a@b> (x) <c@d>".utf8)) == ["a@b", "c@d"])
    #expect(MailHeaders.identifiers(Array("   a@b   c@d".utf8)) == ["a@b", "c@d"])
    #expect(MailHeaders.identifiers(Array("Your message of Monday".utf8)) == [])
  }

  @Test("mails that answer each other are one conversation, whatever their order, cycles included")
  func threads() {
    func headers(_ id: String, _ ancestors: String...) -> MailHeaders {
      MailHeaders(
        Array(
          "Message-ID: <\(id)>\nReferences: \(ancestors.map { "<\($0)>" }.joined(separator: " "))\n\n".utf8)[
            ...])
    }
    let mails = [
      headers("a"), headers("b", "a"), headers("c", "a", "b"), headers("d", "x"), headers("e", "x"),
      headers("f", "g"), headers("g", "f"),
    ]
    for order in [mails, mails.reversed(), Array(mails[3...] + mails[..<3])] {
      let threads = MailThreads()
      for mail in order { threads.add(mail) }
      #expect(
        ["a", "b", "c", "d", "e", "f", "g", "z"].map(threads.thread) == [
          "a", "a", "a", "x", "x", "f", "f", "z",
        ])
    }
  }

  @Test("a sentence that starts with From does not split a mail, a separator does")
  func separators() {
    func isSeparator(_ text: String) -> Bool { MboxSplitter.isSeparator(Array(text.utf8)[...]) }
    #expect(isSeparator("From a@b.nl Fri Mar  1 10:01:00 2024\nSubject: x\n"))
    #expect(isSeparator("From a at b.nl  Fri Mar  1 10:01:00 2024\r\nSubject: x\r\n"))
    #expect(isSeparator("From MAILER-DAEMON Fri Mar  1 10:01:00 2024\nX-A: 1\n"))
    #expect(!isSeparator("From mij uit\nZie: verder\n"))
    #expect(!isSeparator("From a@b.nl Fri Mar  1 10:01:00 2024\n\nSubject: x\n"))
    #expect(!isSeparator("From a@b.nl Fri Mar  1 10:01:00 2024\n"))
  }
}

@Suite("XML")
struct XMLTests {
  private func reason(_ bytes: [UInt8], blockSize: Int) -> String? {
    let parser = XMLEventParser { _ in }
    do {
      for start in stride(from: 0, to: bytes.count, by: blockSize) {
        try bytes[start..<min(start + blockSize, bytes.count)].withUnsafeBytes { try parser.feed($0) }
      }
      try parser.finish()
      return nil
    } catch { return (error as? ImportRefusal)?.reason }
  }

  @Test(
    "what is wrong with XML is told apart, whatever the blocks",
    arguments: [
      ("<a b='1'>tekst &amp; meer</a>", nil), ("<a><b></a>", "xml-syntax"), ("<a>", "xml-syntax"),
      ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml-dtd"),
      ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "xml-dtd"),
      ("<a>&onbekend;</a>", "xml-syntax"), ("<a><![CDATA[x\u{B}y]]></a>", "xml-syntax"),
      ("<a>x\u{1}</a>", "xml-syntax"),
      ("<?xml version='1.0' encoding='bestaat-niet'?><a/>", "encoding"),
    ] as [(String, String?)], [1, 7, 4096])
  func reasons(example: (String, String?), blockSize: Int) {
    #expect(reason(Array(example.0.utf8), blockSize: blockSize) == example.1, "\(example.0)")
  }

  @Test("bytes that are no UTF-8 are a matter of encoding, depth is limited")
  func encodingAndDepth() {
    #expect(
      reason(Array("<a><![CDATA[caf".utf8) + [0xE9] + Array(" x]]></a>".utf8), blockSize: 4096) == "encoding")
    #expect(reason(Array("<a>caf".utf8) + [0xE9] + Array(" x</a>".utf8), blockSize: 4096) == "encoding")
    #expect(reason(Array(String(repeating: "<a>", count: 1000).utf8), blockSize: 100) == "limit-depth")
  }
}
