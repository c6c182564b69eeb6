// Mail as archivers leave it: without brackets, without addresses, twice, and with what it quotes.
import Archives
import Discussion
import Testing

@testable import Importers

@Suite("Mail in archives")
struct MailArchiveTests {
  private static func read(_ entries: [String], _ importer: any Importer) throws -> (
    posts: [ImportedPost], summary: ImportSummary
  ) {
    var posts: [ImportedPost] = []
    let sink = ImportSink(file: "f", settings: ImportSettings()) {
      if case .post(let post) = $0 { posts.append(post) }
    }
    func each(_ body: (ArchiveEntry) throws -> Void) rethrows {
      for (number, text) in entries.enumerated() {
        try body(ArchiveEntry(name: "\(number).eml", blocks: [Array(text.utf8)]))
      }
    }
    let survey = importer.makeSurvey()
    try each { try survey?.look(at: $0) }
    sink.survey = survey
    try each { entry in
      sink.entry = entry.name
      try importer.read(entry, try EntrySample(file: "f", entry: entry), into: sink)
    }
    return (posts, sink.summary)
  }

  /// An archive scraped from LISTSERV's web pages.
  private static let listserv = """
    From MAILER-DAEMON Wed May 26 00:26:54 2021
    Content-Transfer-Encoding: quoted-printable
    MIME-Version: 1.0
    subject: Vervoer
    from: Anna de Vries <[log in to unmask]>
    reply-to: JEUGD <[log in to unmask]>
    date: Thu, 04 Jun 2020 12:48:28 +0000
    Content-Type: text/plain; charset="utf-8"; Content-Type="multipart/alternative"
    Message-ID: wa.exe?A2=ind2006A&L=JEUGD&O=D&P=1978

    Hoe regelen jullie caf=C3=A9s?

    From MAILER-DAEMON Wed May 26 00:26:56 2021
    subject: Re: Vervoer
    from: "Bram Bakker"     bram@example.nl
    date: Thu, 04 Jun 2020 13:48:28 +0000
    Message-ID:     abc123@example.nl
    In-Reply-To:    wa.exe?A2=ind2006A&L=JEUGD&O=D&P=1978

    Zo.

    From MAILER-DAEMON Wed May 26 00:26:57 2021
    subject: Re: Vervoer
    from: Cor Cornelissen [log in to unmask]
    date: Thu, 04 Jun 2020 14:48:28 +0000

    Zonder nummer.

    From MAILER-DAEMON Wed May 26 00:26:58 2021
    subject: Re: Vervoer
    from: Dirk <[log in to unmask]>
    Message-ID: wa.exe?A2=ind2006A&L=JEUGD&O=D&P=9999

    Zonder datum.

    """

  @Test("LISTSERV's scraped archives: hidden addresses, ids without brackets, none, and no date")
  func listserv() throws {
    let (posts, summary) = try Self.read([Self.listserv], MboxImporter())
    #expect(posts.map(\.author) == ["anna de vries", "bram@example.nl", "cor cornelissen"])
    #expect(posts.map(\.authorName) == ["Anna de Vries", "Bram Bakker", "Cor Cornelissen"])
    #expect(
      posts.prefix(2).map(\.id) == ["wa.exe?A2=ind2006A&L=JEUGD&O=D&P=1978", "abc123@example.nl"])
    #expect(posts.last?.identity == .derived)
    #expect(posts[1].thread == posts[0].id)
    #expect(posts[0].body == "Hoe regelen jullie cafés?")
    #expect(summary.undated == 1)
  }

  @Test(
    "senders in all forms",
    arguments: [
      ("Anna <Anna@Example.nl>", "anna@example.nl", "Anna"),
      ("anna@example.nl (Anna)", "anna@example.nl", "Anna"),
      ("anna at example.nl (Anna)", "anna@example.nl", "Anna"),
      ("Anna   anna@example.nl", "anna@example.nl", "Anna"),
      ("anna@example.nl", "anna@example.nl", nil), ("Anna de Vries <>", "anna de vries", "Anna de Vries"),
      ("Anna [email protected]", "anna", "Anna"),
    ])
  func senders(header: String, key: String, name: String?) throws {
    let address = try #require(MailAddress(Array(header.utf8)))
    #expect(address.key == key)
    #expect(address.name == name)
  }

  @Test(
    "identifiers in all forms",
    arguments: [
      ("<a@b> <c@d>", ["a@b", "c@d"]), ("a@b", ["a@b"]), ("wa.exe?A2=1", ["wa.exe?A2=1"]), ("<>", []),
      ("uw bericht van maandag", []), ("", []), ("geen", []),
    ])
  func identifiers(header: String, found: [String]) {
    #expect(MailHeaders.identifiers(Array(header.utf8)) == found)
  }

  @Test("mails in a folder: CRLF, one mail twice, a conversation over files in any order")
  func folder() throws {
    func mail(_ id: Int, _ more: String = "", text: String = "Tekst") -> String {
      """
      From: Anna <anna@example.nl>
      Date: Fri, 1 Mar 2024 10:0\(id):00 +0100
      Message-ID: <\(id)@example.nl>
      \(more)Subject: Vraag

      \(text) \(id)

      """.replacing("\n", with: "\r\n")
    }
    let mails = [
      mail(1), mail(2, "In-Reply-To: <1@example.nl>\n"), mail(3, "In-Reply-To: <2@example.nl>\n"), mail(1),
    ]
    let (posts, summary) = try Self.read(mails, MessageImporter())
    #expect(posts.map(\.thread) == Array(repeating: "1@example.nl", count: 3))
    #expect(posts.map(\.body) == ["Tekst 1", "Tekst 2", "Tekst 3"])
    #expect(summary.duplicates == 1)
    let reversed = try Self.read(mails.reversed(), MessageImporter()).posts
    #expect(Set(reversed.map(\.thread)) == ["1@example.nl"])
  }

  @Test("what a mail quotes and its signature are kept apart, its identity is of all of it")
  func quotes() throws {
    let mail = """
      From: Anna <anna@example.nl>
      Date: Fri, 1 Mar 2024 10:01:00 +0100
      Subject: Re: Vraag

      Wij bellen eerst.

      Groet,
      Anna

      Op do 29 feb 2024 om 09:00 schreef Bram <bram@example.nl>:
      > Hoe doen jullie dat?
      """
    let post = try #require(try Self.read([mail], MessageImporter()).posts.first)
    #expect(post.body == "Wij bellen eerst.")
    #expect(post.signature == "Groet,\nAnna")
    #expect(post.quoted?.hasSuffix("> Hoe doen jullie dat?") == true)
    #expect(post.wholeText.hasPrefix("Wij bellen eerst.\n\nGroet,\nAnna\n\nOp do"))
    #expect(
      post.id
        == DerivedIdentity.id(author: "anna@example.nl", createdAt: post.createdAt, body: post.wholeText))
  }

  @Test("files in a mail are counted")
  func attachments() throws {
    let mail = """
      From: Anna <anna@example.nl>
      Date: Fri, 1 Mar 2024 10:01:00 +0100
      Message-ID: <1@example.nl>
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      Zie bijlage.
      --x
      Content-Type: application/pdf
      Content-Disposition: attachment; filename=a.pdf

      x
      --x--
      """
    #expect(try Self.read([mail], MessageImporter()).posts.map(\.attachments) == [1])
  }
}

@Suite("Quotes in lines of chats")
struct ChatQuoteTests {
  @Test(
    "the sink looks for quotes in posts, and leaves lines of chats as they are",
    arguments: [PostKind.reply, .chat])
  func kinds(kind: PostKind) throws {
    var bodies: [String] = []
    let sink = ImportSink(file: "f", settings: ImportSettings()) {
      if case .post(let post) = $0 { bodies.append(post.body) }
    }
    try sink.post(
      ImportedPost(
        source: "s", id: "1", thread: "1", kind: kind, createdAt: Timestamp(seconds: 0),
        body: "Anna schreef:\n> Wie?\nIk.", provenance: sink.place(record: 1)))
    #expect(bodies == [kind == .chat ? "Anna schreef:\n> Wie?\nIk." : "Ik."])
  }
}
