// What is particular to Microsoft Teams: its HTML, system messages, private channels and chats.
import Discussion
import Testing

@testable import Importers

@Suite("Teams")
struct TeamsTests {
  static let channels = """
    [{"Id":"19:a@thread.tacv2","DisplayName":"Algemeen","MembershipType":"standard","TenantId":"t"},
     {"Id":"19:p@thread.tacv2","DisplayName":"Intern","MembershipType":"private","TenantId":"t"}]
    """
  static func message(
    _ id: Int, _ html: String, channel: String? = "19:a@thread.tacv2", replyTo: String = "null",
    more: String = ""
  ) -> String {
    let place =
      channel.map { #""ChannelIdentity":{"ChannelId":"\#($0)","TeamId":"t"},"ChatId":null"# }
      ?? #""ChannelIdentity":null,"ChatId":"19:u1_u2@unq.gbl.spaces""#
    return #"""
      {"Id":"\#(id)","Body":{"ContentType":"html","Content":"\#(html)"},"CreatedDateTime":"2024-03-01T09:00:0\#(id % 10).5+00:00",
       "ReplyToId":\#(replyTo),"From":{"Application":null,"Device":null,"User":{"Id":"u1","DisplayName":"Anna"}},
       "MessageType":"message",\#(place),"EventDetail":null\#(more.isEmpty ? "" : "," + more)}
      """#
  }
  static func read(_ messages: String..., includesPrivate: Bool = false) throws -> WorkplaceExport.Reading {
    try WorkplaceExport.read(
      [
        ("T/teams/teamsList.json", #"[{"Name":"Jeugd","Privacy":"Private","GroupsId":"t"}]"#),
        ("T/teams/t/channels_t.json", channels), ("T/teams/t/teamMembers_t.json", "[]"),
        ("T/teams/t/messages_t.json", "[" + messages.joined(separator: ",") + "]"),
        ("T/users/usersList.json", #"[{"Id":"u1","DisplayName":"Anna","UserPrincipalName":"a@b.nl"}]"#),
        ("T/users/u1/messages_u1.json", "[" + message(9, "<p>onder ons</p>", channel: nil) + "]"),
      ], includesPrivate: includesPrivate)
  }

  @Test("posts, replies and their channel; lists beside them give no warning")
  func threads() throws {
    let reading = try Self.read(
      Self.message(2, "<p>Ik</p>", replyTo: "\"1\""),
      Self.message(1, "<p>Wie?</p>", more: #""Subject":"Vraag""#))
    #expect(reading.posts.map(\.id) == ["19:a@thread.tacv2/2", "19:a@thread.tacv2/1"])
    #expect(Set(reading.posts.map(\.thread)) == ["19:a@thread.tacv2/1"])
    #expect(reading.posts.map(\.parent) == ["19:a@thread.tacv2/1", nil])
    #expect(reading.posts.map(\.kind) == [.reply, .topic])
    #expect(reading.posts.map(\.title) == [nil, "Vraag"])
    #expect(reading.posts.map(\.channel) == ["Algemeen", "Algemeen"])
    #expect(reading.summary.warnings.map(\.code) == ["private-skipped"])
    #expect(reading.summary.skipped == 1)
  }

  @Test(
    "its HTML becomes the text that Teams shows",
    arguments: [
      (
        #"<p>Dag <at id=\"0\">Anna</at>&nbsp;<at id=\"1\">Bos</at> en <at id=\"2\">Cor</at></p>"#,
        "Dag @Anna\u{A0}Bos en @Cor"
      ),
      (#"<p>Dank<emoji id=\"x\" alt=\"🙂\" title=\"Lach\"></emoji></p>"#, "Dank🙂"),
      (
        #"<p><customemoji id=\"x\" alt=\"hart\" source=\"https://a\"></customemoji> 1 &lt; 2</p>"#,
        ":hart: 1 < 2"
      ),
      (#"<p>a<img alt=\"🙂\" itemtype=\"http://schema.skype.com/Emoji\">b</p>"#, "a🙂b"),
      ("<p>a > b en 3 < 4</p><p>twee</p>", "a > b en 3 < 4\\n\\ntwee"),
    ])
  func html(html: String, text: String) throws {
    let mentions =
      #""Mentions":[{"Id":0,"Mentioned":{"User":{"Id":"u5"}}},{"Id":1,"Mentioned":{"User":{"Id":"u5"}}},{"Id":2,"Mentioned":{"User":{"Id":"u6"}}}]"#
    let body = try Self.read(Self.message(1, html, more: mentions)).posts.first?.body
    #expect(body == text.replacing("\\n", with: "\n"))
  }

  @Test("files and pictures are counted; a quoted message and an announcement are what they are")
  func attachments() throws {
    let files = Self.message(
      1,
      #"<attachment id=\"f\"></attachment><p><img src=\"https://graph/hostedContents/x\" alt=\"image\"></p>"#,
      more: #""Attachments":[{"Id":"f","ContentType":"reference","Name":"anna.pdf","Content":null}]"#)
    let quote = Self.message(
      2,
      #"<blockquote itemscope itemtype=\"http://schema.skype.com/Reply\"><p>eerder</p></blockquote><p>nu</p>"#
    )
    let announcement = Self.message(
      3, "<p>tekst</p>",
      more:
        #""Subject":"onder","Attachments":[{"ContentType":"application/vnd.microsoft.teams.messaging-announcementBanner","Content":"{\"title\":\"Kop\"}"}]"#
    )
    let card = Self.message(
      4, #"<attachment id=\"c\"></attachment>"#,
      more:
        #""Attachments":[{"ContentType":"application/vnd.microsoft.card.adaptive","Content":"{\"body\":[{\"type\":\"TextBlock\",\"text\":\"melding\"}]}"}]"#
    )
    let posts = try Self.read(files, quote, announcement, card).posts
    #expect(posts.map(\.body) == ["", "nu", "tekst", "melding"])
    #expect(posts.map(\.attachments) == [2, 0, 0, 0])
    #expect(posts[1].quoted == "eerder" && posts[1].asWritten == "eerder\n\nnu")
    #expect(posts[2].title == "Kop – onder")
  }

  @Test("reactions change nothing; edits and deletions are told")
  func changes() throws {
    let reaction = Self.message(
      1, "<p>a</p>",
      more:
        #""LastModifiedDateTime":"2024-03-02T09:00:00+00:00","LastEditedDateTime":null,"MessageHistory":[{"Actions":"reactionAdded"}]"#
    )
    let edit = Self.message(2, "<p>b</p>", more: #""LastEditedDateTime":"2024-03-02T09:00:00.25+00:00""#)
    let deletion = Self.message(3, "", more: #""DeletedDateTime":"2024-03-02T09:00:00+00:00""#)
    let event =
      #"{"Id":"4","Body":{"ContentType":"html","Content":"<systemEventMessage/>"},"CreatedDateTime":"2024-03-01T09:00:04+00:00","From":null,"MessageType":"unknownFutureValue","ChannelIdentity":{"ChannelId":"19:a@thread.tacv2"},"ChatId":null,"EventDetail":{"EventType":null}}"#
    let reading = try Self.read(reaction, edit, deletion, event)
    #expect(
      reading.posts.map { $0.editedAt?.description } == [
        nil, "2024-03-02T09:00:00.250Z", "2024-03-02T09:00:00Z",
      ])
    #expect(reading.posts.map(\.state) == [.live, .live, .withdrawn])
    #expect(reading.summary.events == 1 && reading.summary.deleted == 1)
  }

  @Test(
    "private channels and chats are read where that is asked for; numbers of members are not in identities")
  func privateParts() throws {
    let secret = Self.message(1, "<p>geheim</p>", channel: "19:p@thread.tacv2")
    #expect(try Self.read(secret).posts.isEmpty)
    let posts = try Self.read(secret, includesPrivate: true).posts
    #expect(posts.count == 2)
    #expect(!posts.contains { $0.id.contains("u1_u2") || $0.thread.contains("u1_u2") })
    #expect(posts.last?.kind == .chat)
  }
}
