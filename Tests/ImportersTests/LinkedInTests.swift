// The member export of LinkedIn: quotes, headers, owners, and what is private.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("LinkedIn's member export")
struct LinkedInTests {
  static let comments = """
    Date,Link,Message
    2026-01-05 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A1?x=y,"Zij zei \\"goed\\"."
    2026-01-04 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:2,Ouder
    """
  static let shares = """
    Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility
    2026-01-06 10:00:00,https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A9,"Hij zei ""ja"" 😀",,,PUBLIC
    """
  static let profile = """
    First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary
    Sam,de Wit,,,,Adviseur,
    """

  static func read(
    _ entries: [(name: String, text: String)], file: String = "Basic_LinkedInDataExport_01-05-2026.zip",
    includesPrivate: Bool = false
  ) throws -> ChatReading {
    try ChatReading(LinkedInImporter(), entries, file: file, includesPrivate: includesPrivate)
  }

  @Test(
    "quotes are read in both ways of writing them, and posts and comments of a conversation found together")
  func quotes() throws {
    let reading = try Self.read([("Comments.csv", Self.comments), ("Shares.csv", Self.shares)])
    #expect(reading.posts.map(\.body) == ["Zij zei \"goed\".", "Ouder", "Hij zei \"ja\" 😀"])
    #expect(reading.posts.map(\.thread) == ["urn:li:activity:1", "urn:li:activity:2", "urn:li:share:9"])
    #expect(reading.posts.map(\.kind) == [.comment, .comment, .topic])
    #expect(reading.posts.map(\.flags) == [[], [], []])
  }

  @Test(
    "the owner is the name in the profile, else the number in the file's name, else who wrote the oldest post"
  )
  func owners() throws {
    func authors(_ entries: [(name: String, text: String)], file: String = "a.zip") throws -> Set<String?> {
      Set(try Self.read(entries, file: file).posts.map(\.author))
    }
    #expect(
      try authors([
        ("Comments.csv", Self.comments), ("Shares.csv", Self.shares), ("Profile.csv", Self.profile),
      ])
        == ["Sam de Wit"])
    #expect(try authors([("", Self.comments)], file: "x/Comments_123456789.csv") == ["member:123456789"])
    let alone = try authors([("", Self.comments)], file: "Comments_20260105.csv")
    #expect(alone.count == 1 && alone.first??.hasPrefix("owner:") == true)
    // A later export of the same member, and one of somebody else.
    let later =
      Self.comments + "\n2026-02-05 10:00:00,https://www.linkedin.com/feed/update/urn:li:activity:3,Nieuw"
    #expect(try authors([("", later)], file: "anders.csv") == alone)
    #expect(try authors([("", Self.shares)], file: "Shares.csv") != alone)
  }

  @Test("identities do not depend on the owner, the file or the other rows")
  func identities() throws {
    let zip = try Self.read([("Comments.csv", Self.comments), ("Profile.csv", Self.profile)])
    let alone = try Self.read([("", Self.comments)], file: "Comments_123456789.csv")
    #expect(zip.posts.map(\.id) == alone.posts.map(\.id))
    let twice = try Self.read([("a/Comments.csv", Self.comments), ("b/Comments.csv", Self.comments)])
    #expect(twice.summary.posts == 2)
    #expect(twice.summary.duplicates == 2)
  }

  @Test(
    "a header is known in any case, with a byte order mark, semicolons or spaces",
    arguments: [
      "date,link,MESSAGE\n2026-01-05 10:00:00,l,caf\u{E9}\n",
      "\u{FEFF}Date,Link,Message\r\n2026-01-05 10:00:00 utc,l,caf\u{E9}\r\n",
      "Date;Link;Message\n2026-01-05 10:00:00;l;caf\u{E9}\n",
      "\"Date\", Link ,Message\n 2026-01-05 10:00:00 ,l,caf\u{E9}\n",
    ])
  func headers(text: String) throws {
    let reading = try Self.read([("", text)], file: "c.csv")
    #expect(reading.posts.map(\.body) == ["café"])
    #expect(reading.posts.map(\.createdAt.description) == ["2026-01-05T10:00:00Z"])
  }

  @Test("a table that was saved by a program for spreadsheets is read in its character set, and says so")
  func windows1252() throws {
    let bytes =
      Array("Date;Link;Message\n2026-01-05 10:00:00;l;caf".utf8) + [0xE9] + Array(" met terras\n".utf8)
    let reading = try ChatReading(LinkedInImporter(), bytes: [("", bytes)], file: "c.csv")
    #expect(reading.posts.map(\.body) == ["café met terras"])
    #expect(reading.posts.map(\.flags) == [[.encodingGuessed]])
  }

  @Test(
    "rows without a date, with one that is none, or with loose commas are set apart; empty ones are skipped")
  func rows() throws {
    let reading = try Self.read(
      [
        (
          "",
          """
          Date,Link,Message
          ,l,Zonder datum
          2026-13-01 10:00:00,l,Geen maand
          1926-01-01 10:00:00,l,Te lang geleden
          2026-01-01,l,Geen tijd
          2026-01-01 10:00:00,l,
          2026-01-01 10:00:00,l,n/a
          2026-01-01 10:00:00,l,een, twee
          2026-01-01 10:00:00
          2026-01-01 10:00:00,,Zonder verwijzing
          2026-01-02 10:00:00,,Ook zonder
          2026-01-01 10:00:00,l,"nooit gesloten
          """
        )
      ], file: "c.csv")
    #expect(
      reading.quarantined.map(\.reason) == [
        "date", "date", "date", "date", "columns", "columns", "csv-quote",
      ])
    #expect(reading.summary.undated == 4)
    #expect(reading.summary.skipped == 2)
    #expect(Set(reading.posts.map(\.thread)).count == 2)
  }

  @Test(
    "messages are private, unless the settings say otherwise; then the owner is one person with the posts")
  func messages() throws {
    let messages = """
      CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS
      c1,,Sam de Wit,https://x/sam,Ada,2025-01-01 10:00:00 UTC,,"<p>Dag &amp; hoi</p>",INBOX,
      c1,,Ada,https://x/ada,Sam,2025-01-01 11:00:00 UTC,,,INBOX,https://bestand
      """
    let entries = [
      ("messages.csv", messages), ("Profile.csv", Self.profile), ("Comments.csv", Self.comments),
    ]
    let reading = try Self.read(entries)
    #expect(reading.posts.count == 2)
    #expect(reading.summary.skipped == 3)
    #expect(reading.summary.warnings.map(\.code) == ["private-skipped"])
    let all = try Self.read(entries, includesPrivate: true)
    #expect(all.posts.map(\.body) == ["Dag & hoi", "", "Zij zei \"goed\".", "Ouder"])
    #expect(Set(all.posts.map(\.author)) == ["Sam de Wit", "https://x/ada"])
    #expect(all.posts.map(\.attachments) == [0, 1, 0, 0])
  }

  @Test("tables without discussion count once, the note above the connections too")
  func others() throws {
    let connections =
      "Notes:\n\"Toelichting, over e-mail\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBob,X,,,,,15 Jun 2024\n"
    let reading = try Self.read([
      ("Connections.csv", connections), ("Reactions.csv", "Date,Type,Link\n2026-01-01 10:00:00,LIKE,l\n"),
    ])
    #expect(reading.summary.records == 2)
    #expect(reading.summary.skipped == 2)
  }
}
