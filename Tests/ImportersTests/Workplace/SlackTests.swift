// What is particular to Slack: identities, rows about other rows, markup, private parts.
import Discussion
import Testing

@testable import Importers

@Suite("Slack")
struct SlackTests {
  static let users = """
    [{"id":"U1AAAAAA","name":"anna","deleted":false,"profile":{"real_name":"Anna Bos","display_name":"Anna B"}},
     {"id":"U2BBBBBB","name":"bram","profile":{"real_name":"Bram","display_name":""}}]
    """
  static let channels = """
    [{"id":"C0AAAAAA1","name":"algemeen","created":1,"creator":"U1AAAAAA","is_archived":false,"members":["U1AAAAAA"]}]
    """
  static func message(_ ts: String, _ text: String, user: String = "U1AAAAAA", more: String = "") -> String {
    #"{"type":"message","user":"\#(user)","text":"\#(text)","ts":"\#(ts)"\#(more.isEmpty ? "" : "," + more)}"#
  }
  static let question = message("1709283660.000200", "Vraag", more: #""thread_ts":"1709283660.000200""#)
  static let answer = message(
    "1709283720.000300", "Antwoord", user: "U2BBBBBB", more: #""thread_ts":"1709283660.000200""#)
  static let export = [
    ("channels.json", channels), ("users.json", users), ("dms.json", "[]"),
    ("algemeen/2024-03-01.json", "[\(question),\(answer)]"), ("algemeen/2024-03-02.json", "[]"),
  ]
  static let dump = """
    {"name":"algemeen","messages":[\(question.dropLast()),"slackdump_thread_replies":[\(answer)]}],"channel_id":"C0AAAAAA1"}
    """

  @Test("an export, the same in a folder or an archive, and a dump give the same posts")
  func sameIdentities() throws {
    let plain = try WorkplaceExport.read(Self.export)
    let nested = try WorkplaceExport.read(Self.export.map { ("werkruimte/" + $0.0, $0.1) }, file: "ander.zip")
    let dumped = try WorkplaceExport.read([("C0AAAAAA1.json", Self.dump), ("users.json", Self.users)])
    let alone = try WorkplaceExport.read(Self.dump, as: "zomaar.json")
    #expect(plain.posts.map(\.id) == ["C0AAAAAA1/1709283660.000200", "C0AAAAAA1/1709283720.000300"])
    for other in [nested, dumped, alone] {
      #expect(other.posts.map(\.id) == plain.posts.map(\.id))
      #expect(other.posts.map(\.thread) == plain.posts.map(\.thread))
      #expect(other.posts.map(\.parent) == plain.posts.map(\.parent))
      #expect(other.posts.map(\.channel) == ["algemeen", "algemeen"])
      #expect(other.summary.warnings.isEmpty)
    }
    #expect(plain.summary.warnings.isEmpty && plain.summary.outcome == .accepted)
    #expect(plain.posts.map(\.kind) == [.topic, .reply])
    #expect(plain.posts.map(\.authorName) == ["Anna B", "Bram"])
  }

  @Test("a channel that got another name keeps its posts")
  func renamed() throws {
    let after = try WorkplaceExport.read([
      ("channels.json", Self.channels.replacing("algemeen", with: "iedereen")),
      ("iedereen/2024-03-01.json", "[\(Self.question)]"),
    ])
    #expect(after.posts.map(\.id) == ["C0AAAAAA1/1709283660.000200"])
    #expect(after.posts.map(\.channel) == ["iedereen"])
  }

  @Test(
    "without a list of channels the folder's name tells the channel, and its time is kept to the millisecond")
  func withoutChannels() throws {
    let reading = try WorkplaceExport.read([("algemeen/2024-03-01.json", "[\(Self.question)]")])
    #expect(reading.posts.map(\.id) == ["algemeen/1709283660.000200"])
    let post = Self.message("1709283660.123456", "x")
    let times = try WorkplaceExport.read([("a/2024-03-01.json", "[\(post)]")]).posts.map(\.createdAt)
    #expect(times == [Timestamp(milliseconds: 1_709_283_660_123)])
  }

  @Test("direct messages and private groups are left out and counted, unless they are asked for")
  func privateParts() throws {
    let entries =
      Self.export + [
        (
          "groups.json",
          Self.channels.replacing("C0AAAAAA1", with: "C0BBBBBB1").replacing("algemeen", with: "intern")
        ),
        ("intern/2024-03-01.json", "[\(Self.message("1709283660.000201", "geheim"))]"),
        ("D0CCCCCC1/2024-03-01.json", "[\(Self.message("1709283660.000202", "onder ons"))]"),
        ("mpdm-anna--bram-1/2024-03-01.json", "[\(Self.message("1709283660.000203", "met zijn drieën"))]"),
      ]
    let without = try WorkplaceExport.read(entries)
    #expect(without.posts.count == 2)
    #expect(without.summary.skipped == 3)
    #expect(without.summary.warnings.filter { $0.code == "private-skipped" }.count == 3)
    let with = try WorkplaceExport.read(entries, includesPrivate: true)
    #expect(with.posts.count == 5)
    // Names of group messages are names of people: not in identities, not as a channel.
    #expect(!with.posts.contains { $0.id.contains("anna") || $0.channel?.contains("anna") == true })
  }

  @Test("an archive of one direct message was chosen, and is read")
  func oneDirectMessage() throws {
    let reading = try WorkplaceExport.read([
      ("users.json", Self.users),
      ("D0CCCCCC1/2024-03-01.json", "[\(Self.message("1709283660.000202", "hoi"))]"),
    ])
    #expect(reading.posts.map(\.body) == ["hoi"])
  }

  @Test("a change and a deletion reach the post that they are about")
  func changes() throws {
    let original = Self.message("1709283660.000200", "eerst")
    let changed = """
      {"type":"message","subtype":"message_changed","ts":"1709283700.000100",
       "message":\(Self.message("1709283660.000200", "later", more: #""edited":{"user":"U1AAAAAA","ts":"1709283700.000000"}"#)),
       "previous_message":\(original)}
      """
    let gone = """
      {"type":"message","subtype":"message_deleted","ts":"1709283800.000100","deleted_ts":"1709283661.000200",
       "previous_message":\(Self.message("1709283661.000200", "weg"))}
      """
    let day = "[\(original),\(Self.message("1709283661.000200", "weg")),\(changed),\(gone)]"
    let reading = try WorkplaceExport.read([("algemeen/2024-03-01.json", day)])
    #expect(reading.posts.map(\.body) == ["eerst", "weg"])
    #expect(reading.revisions.map(\.id) == ["algemeen/1709283660.000200", "algemeen/1709283661.000200"])
    #expect(reading.revisions.map(\.state) == [.live, .withdrawn])
    #expect(reading.revisions.first?.body == "later")
    #expect(reading.summary.duplicates == 2 && reading.summary.quarantined == 0)
  }

  @Test("a tombstone is a withdrawn post without Slack's own words, and its replies stay")
  func tombstone() throws {
    let tombstone =
      #"{"type":"message","subtype":"tombstone","user":"USLACKBOT","hidden":true,"text":"This message was deleted.","ts":"1709283660.000200","thread_ts":"1709283660.000200"}"#
    let reading = try WorkplaceExport.read([("algemeen/2024-03-01.json", "[\(tombstone),\(Self.answer)]")])
    let first = try #require(reading.post("algemeen/1709283660.000200"))
    #expect(first.state == .withdrawn && first.body.isEmpty && first.author == nil)
    #expect(reading.post("algemeen/1709283720.000300")?.thread == first.id)
    #expect(reading.summary.deleted == 1 && reading.summary.posts == 1)
  }

  @Test(
    "rows about the channel are events",
    arguments: [
      "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "group_join",
      "bot_add", "bot_remove", "pinned_item", "huddle_thread", "channel_archive", "reminder_add",
      "channel_convert_to_private",
    ])
  func events(subtype: String) throws {
    let row = Self.message("1709283660.000200", "x", more: #""subtype":"\#(subtype)""#)
    let summary = try WorkplaceExport.read([("algemeen/2024-03-01.json", "[\(row)]")]).summary
    #expect(summary.events == 1 && summary.posts == 0)
  }

  @Test(
    "what people and bots say are posts",
    arguments: [
      "bot_message", "me_message", "thread_broadcast", "file_share", "file_comment", "later_uitgevonden",
    ])
  func posts(subtype: String) throws {
    let row = Self.message("1709283660.000200", "x", more: #""subtype":"\#(subtype)""#)
    #expect(try WorkplaceExport.read([("a/2024-03-01.json", "[\(row)]")]).posts.map(\.body) == ["x"])
  }

  @Test("a reply that is shown in the channel too, is one post")
  func broadcast() throws {
    let again = Self.answer.dropLast() + #","subtype":"thread_broadcast"}"#
    let reading = try WorkplaceExport.read([
      ("C0AAAAAA1.json", Self.dump.replacing("\"messages\":[", with: "\"messages\":[\(again),"))
    ])
    #expect(reading.posts.count == 2)
    #expect(reading.summary.duplicates == 1 && reading.summary.quarantined == 0)
  }

  @Test(
    "markup becomes the text that Slack shows",
    arguments: [
      ("<@U1AAAAAA> en <@U9|cor>", "@Anna B en @cor"), ("<@U9ZZZZZZ>", "@U9ZZZZZZ"),
      ("<#C0AAAAAA1> <#C9|elders>", "#algemeen #elders"), ("<!here> <!channel|@channel>", "@here @channel"),
      ("<!subteam^S1|@zorg>", "@zorg"), ("<https://a.nl/?b=1&amp;c=2>", "https://a.nl/?b=1&c=2"),
      ("<https://a.nl|de site>", "de site"), ("<mailto:a@b.nl|a@b.nl> <mailto:a@b.nl>", "a@b.nl a@b.nl"),
      ("a &lt;b&gt; &amp;lt; 1 < 2", "a <b> &lt; 1 < 2"), ("<!date^1392734382^{date}|18 feb>", "18 feb"),
      ("*vet* _schuin_", "*vet* _schuin_"),
    ])
  func markup(mrkdwn: String, text: String) throws {
    let reading = try WorkplaceExport.read(
      Self.export + [("algemeen/2024-03-03.json", "[\(Self.message("1709483660.000200", mrkdwn))]")])
    #expect(reading.post("C0AAAAAA1/1709483660.000200")?.body == text)
  }

  @Test("files are counted; names of files and of who put them there are not the text")
  func files() throws {
    let old =
      #"{"type":"message","subtype":"file_share","user":"U1AAAAAA","ts":"1709283660.000200","text":"<@U1AAAAAA> uploaded a file: <https://x.slack.com/f|anna-bos.pdf> and commented: kijk eens","file":{"id":"F1"}}"#
    let bare =
      #"{"type":"message","subtype":"file_share","user":"U1AAAAAA","ts":"1709283660.000300","text":"<@U1AAAAAA> uploaded a file: <https://x.slack.com/f|anna-bos.pdf>","file":{"id":"F1"}}"#
    let new = Self.message(
      "1709283660.000400", "", more: #""files":[{"id":"F1"},{"id":"F2"},{"id":"F3","mode":"tombstone"}]"#)
    let posts = try WorkplaceExport.read([("a/2024-03-01.json", "[\(old),\(bare),\(new)]")]).posts
    #expect(posts.map(\.body) == ["kijk eens", "", ""])
    #expect(posts.map(\.attachments) == [1, 1, 2])
  }

  @Test("cards of bots are their text, previews are not, and a shared message is a quote")
  func cards() throws {
    let bot =
      #"{"type":"message","subtype":"bot_message","bot_id":"B1","text":"","ts":"1709283660.000200","attachments":[{"pretext":"Nieuw:","text":"<https://a.nl|stuk> &amp; meer","fallback":"x"}]}"#
    let preview = Self.message(
      "1709283660.000300", "kijk",
      more: #""attachments":[{"from_url":"https://a.nl","text":"van een ander"}]"#)
    let share = Self.message(
      "1709283660.000400", "zie dit", more: #""attachments":[{"is_msg_unfurl":true,"text":"eerdere vraag?"}]"#
    )
    let blocks =
      #"{"type":"message","bot_id":"B1","text":"","ts":"1709283660.000500","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"uit <https://a.nl|blok>"}},{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"en "},{"type":"user","user_id":"U9"}]}]}]}"#
    let posts = try WorkplaceExport.read([("a/2024-03-01.json", "[\(bot),\(preview),\(share),\(blocks)]")])
      .posts
    #expect(posts.map(\.body) == ["Nieuw:\nstuk & meer", "kijk", "zie dit", "uit blok\nen @U9"])
    #expect(posts[2].quoted == "eerdere vraag?")
    #expect(posts[2].asWritten == "zie dit\n\neerdere vraag?")
    #expect(posts[0].author == "B1")
  }

  @Test("lists beside the messages give no warning, and damage in one costs no messages")
  func lists() throws {
    let logs = #"[{"user_id":"U1","user_name":"anna","date":"1","change_type":"added"}]"#
    let good = try WorkplaceExport.read(Self.export + [("integration_logs.json", logs)])
    #expect(good.summary.warnings.isEmpty && good.summary.outcome == .accepted)
    let bad = try WorkplaceExport.read(
      Self.export.dropLast() + [
        ("algemeen/2024-03-04.json", #"[{"type":"message","ts":"1709283660.000200","text":"#)
      ])
    #expect(bad.posts.count == 2)
    #expect(bad.summary.quarantined == 1 && bad.summary.isKept)
  }
}
