// Telegram, Discord and Messenger: the traps of each.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

@Suite("Chat networks")
struct ChatNetworksTests {
  static func telegram(_ messages: String, type: String = "public_supergroup") throws -> ChatReading {
    try ChatReading(
      TelegramChatImporter(),
      [
        (
          "",
          "{\"name\":\"Jeugd\",\"type\":\"\(type)\",\"id\":1234567890123456789,\"messages\":[\(messages)]}"
        )
      ],
      file: "result.json")
  }

  @Test("Telegram's times: seconds win over the clock, the clock is that of the zone")
  func telegramTimes() throws {
    let reading = try Self.telegram(
      """
      {"id":1,"type":"message","date":"2024-07-01T12:00:00","date_unixtime":"1719830000","from_id":"user1","text":"a"},
      {"id":2,"type":"message","date":"2024-07-01T12:00:00","from_id":"user1","text":"b"},
      {"id":3,"type":"message","date":"2024-07-01T12:00:00Z","from_id":"user1","text":"c"},
      {"id":4,"type":"message","date":"2024-03-31T02:30:00","from_id":"user1","text":"d"}
      """)
    #expect(
      reading.posts.map(\.createdAt.description) == [
        "2024-07-01T10:33:20Z", "2024-07-01T10:00:00Z", "2024-07-01T12:00:00Z",
      ])
    #expect(reading.posts.map(\.flags) == [[], [.zoneAssumed], []])
    #expect(reading.quarantined.map(\.reason) == ["date"])
    #expect(reading.posts.first?.id == "1234567890123456789/1")
  }

  @Test("Telegram's authors are the same in old and new exports, without a name too")
  func telegramAuthors() throws {
    let reading = try Self.telegram(
      """
      {"id":1,"type":"message","date_unixtime":"1719830000","from":"Anna","from_id":12,"text":"a"},
      {"id":2,"type":"message","date_unixtime":"1719830000","from":null,"from_id":"user12","text":"b"},
      {"id":3,"type":"message","date_unixtime":"1719830000","from":"Kanaal","from_id":"channel7","text":"c"}
      """)
    #expect(reading.posts.map(\.author) == ["user12", "user12", "channel7"])
  }

  @Test("Telegram's text is joined from its parts; polls say what they ask, files are counted")
  func telegramText() throws {
    let reading = try Self.telegram(
      """
      {"id":1,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":["Zie ",{"type":"bold","text":"dit"},"!"]},
      {"id":2,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":"","poll":{"question":"Wanneer?",
      "answers":[{"text":"ma"},{"text":"di"}]}},
      {"id":3,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":"Kijk","photo":"photos/Jan.jpg"},
      {"id":4,"type":"unsupported"},
      {"id":5,"type":"service","action":"pin_message","text":""}
      """)
    #expect(reading.posts.map(\.body) == ["Zie dit!", "Wanneer?\n- ma\n- di", "Kijk"])
    #expect(reading.posts.map(\.attachments) == [0, 0, 1])
    #expect(reading.summary.skipped == 1)
    #expect(reading.summary.events == 1)
  }

  @Test("an edit of Telegram is one where its time is later than the message's own")
  func telegramEdits() throws {
    let reading = try Self.telegram(
      """
      {"id":1,"type":"message","date_unixtime":"1719830000","edited":"1970-01-01T01:00:00","from_id":"user1","text":"a"},
      {"id":2,"type":"message","date_unixtime":"1719830000","edited_unixtime":"1719830060","from_id":"user1","text":"b"},
      {"id":2,"type":"message","date_unixtime":"1719830000","edited_unixtime":"1719830090","from_id":"user1","text":"beter"}
      """)
    #expect(reading.posts.map { $0.editedAt?.description } == [nil, "2024-07-01T10:34:20Z"])
    #expect(reading.revisions.map(\.body) == ["beter"])
  }

  @Test("control characters that Telegram writes as no JSON has them do not cost the file")
  func telegramEscapes() throws {
    let reading = try Self.telegram(
      #"{"id":1,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":"a\x1Bb \\x1B \u00e9"}"#
    )
    #expect(reading.posts.map(\.body) == ["ab \\x1B é"])
  }

  @Test("in an account only public groups are read; a chat that was exported alone always is")
  func telegramPrivate() throws {
    let kinds = [
      "personal_chat", "bot_chat", "saved_messages", "onlyDirectgroup", "onlyDirectsupergroup",
      "onlyDirectchannel",
      "nog_iets_nieuws", "public_supergroup", "public_channel",
    ]
    let chats = kinds.enumerated().map { number, kind in
      """
      {"name":"x","type":"\(kind)","id":\(number),"messages":[{"id":1,"type":"message","date_unixtime":"1719830000",
      "from_id":"user1","text":"tekst"}]}
      """
    }
    let account = "{\"chats\":{\"list\":[\(chats.joined(separator: ","))]}}"
    let reading = try ChatReading(TelegramAccountImporter(), [("", account)], file: "result.json")
    #expect(reading.posts.map(\.thread) == ["7", "8"])
    #expect(reading.summary.skipped == 7)
    #expect(reading.summary.warnings.map(\.code) == ["private-skipped"])
    let all = try ChatReading(
      TelegramAccountImporter(), [("", account)], file: "result.json", includesPrivate: true)
    #expect(Set(all.posts.map(\.id)).count == 9)
    let alone = try Self.telegram(
      #"{"id":1,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":"a"}"#,
      type: "personal_chat")
    #expect(alone.posts.count == 1)
    #expect(alone.posts.first?.channel == nil)
    #expect(reading.posts.first?.channel == "x")
  }

  @Test("a message with a key twice, or that is none, costs itself; a half of a surrogate pair is marked")
  func brokenMessages() throws {
    let reading = try Self.telegram(
      """
      {"id":1,"type":"message","date_unixtime":"1719830000","from_id":"user1","text":"a","text":"b"},7,
      {"id":2,"date_unixtime":"1719830000","from_id":"user1","text":"half \\ud83d"}
      """)
    #expect(reading.quarantined.map(\.reason) == ["json-duplicate-key", "value-missing"])
    #expect(reading.posts.map(\.body) == ["half \u{FFFD}"])
    #expect(reading.posts.map(\.flags) == [[.charactersReplaced]])
  }

  static func discord(_ messages: String, channel: String = "GuildTextChat", id: String = "10") -> String {
    """
    {"guild":{"id":"9","name":"G"},"channel":{"id":"\(id)","type":"\(channel)","name":"jeugd"},"messages":[\(messages)]}
    """
  }

  @Test("Discord: kinds as words and numbers, files, embeds, answers, edits, and a number that comes twice")
  func discord() throws {
    let reading = try ChatReading(
      DiscordImporter(),
      [
        (
          "",
          Self.discord(
            """
            {"id":"10","type":"Default","timestamp":"2024-03-01T09:00:00+00:00","content":"Vraag <:ja:5>?","author":{"id":"1"}},
            {"id":"11","type":"19","timestamp":"2024-03-01T09:01:00.1234567+00:00","timestampEdited":"2024-03-01T10:00:00+00:00",
            "content":"Ja","author":{"id":"2","nickname":"B"},"reference":{"messageId":"10","channelId":"10"}},
            {"id":"12","type":"Default","timestamp":"2024-03-01T09:02:00+00:00","content":"","author":{"id":"2"},
            "attachments":[{"id":"1","fileName":"Jan.pdf"}]},
            {"id":"13","type":"Default","timestamp":"2024-03-01T09:03:00+00:00","content":"","author":{"id":"3","isBot":true},
            "embeds":[{"title":"Nieuws","description":"Nieuwe wet"}]},
            {"id":"14","type":"20","timestamp":"2024-03-01T09:04:00+00:00","content":"x","author":{"id":"3"}},
            {"id":"15","type":"ThreadCreated","timestamp":"2024-03-01T09:04:00+00:00","content":"x","author":{"id":"3"}},
            {"id":"11","type":"Reply","timestamp":"2024-03-01T09:01:00.1234567+00:00","timestampEdited":"2024-03-01T11:00:00+00:00",
            "content":"Ja, zeker","author":{"id":"2"}}
            """)
        )
      ], file: "jeugd [part 2].json")
    #expect(reading.posts.map(\.body) == ["Vraag :ja:?", "Ja", "", "Nieuws\nNieuwe wet"])
    #expect(reading.posts.map(\.kind) == [.topic, .chat, .chat, .chat])
    #expect(reading.posts.map(\.parent) == [nil, "10", nil, nil])
    #expect(reading.posts.map(\.attachments) == [0, 0, 1, 0])
    #expect(reading.posts.allSatisfy { $0.thread == "10" })
    #expect(reading.summary.events == 2)
    #expect(reading.summary.duplicates == 1)
    #expect(reading.revisions.map(\.body) == ["Ja, zeker"])
  }

  @Test("direct messages of Discord among channels are left out, alone they are read")
  func discordPrivate() throws {
    let message =
      #"{"id":"1","type":"Default","timestamp":"2024-03-01T09:00:00Z","content":"a","author":{"id":"1"}}"#
    let direct = Self.discord(message, channel: "DirectTextChat", id: "5")
    let channel = Self.discord(message.replacing("\"1\",\"type\"", with: "\"2\",\"type\""))
    let more = Self.discord(
      message, channel: "DirectTextChat", id: "6"
    ).replacing("jeugd", with: "Guild Master")
    let both = try ChatReading(DiscordImporter(), [("a.json", direct), ("b.json", channel)])
    let onlyDirect = try ChatReading(DiscordImporter(), [("a.json", direct), ("b.json", more)])
    #expect(onlyDirect.posts.isEmpty && onlyDirect.summary.skipped == 2)
    #expect(onlyDirect.summary.warnings.map(\.code) == ["private-skipped", "private-skipped"])
    let parts = try ChatReading(DiscordImporter(), [("a.json", direct), ("a2.json", direct)])
    #expect(parts.posts.count == 1 && parts.summary.duplicates == 1)
    #expect(both.posts.map(\.thread) == ["10"])
    #expect(both.summary.skipped == 1)
    #expect(both.posts.first?.channel == "jeugd")
    #expect(try ChatReading(DiscordImporter(), [("a.json", direct)]).posts.map(\.channel) == [nil])
  }

  @Test(
    "text that was read in Latin-1 is put right, right text is never touched",
    arguments: [
      ("caf\u{C3}\u{A9}", "café"), ("\u{F0}\u{9F}\u{98}\u{80}", "😀"), ("café", nil), ("€ 5", nil),
      ("ÃO", nil),
      ("Ã", nil), ("gewoon", nil), ("caf\u{C3}\u{A9} en café", nil), ("😀", nil), ("Müller", nil),
      ("«ja»", nil),
    ] as [(String, String?)])
  func repair(text: String, right: String?) {
    #expect(MojibakeRepair.repaired(text) == right)
  }

  static func messenger(_ messages: [String], path: String = "inbox/team_1234567") -> String {
    """
    {"participants":[{"name":"A"}],"messages":[\(messages.joined(separator: ","))],"title":"Team","thread_path":"\(path)"}
    """
  }

  @Test("Messenger: identities hold in any order, and when the text is wanted to tell two apart")
  func messengerIdentity() throws {
    let messages = [
      #"{"sender_name":"Zo\u00c3\u00ab","timestamp_ms":1709280063000,"content":"drie \u00c3\u00a9"}"#,
      #"{"sender_name":"Bram","timestamp_ms":1709280062000,"content":"twee a"}"#,
      #"{"sender_name":"Bram","timestamp_ms":1709280062000,"content":"twee b"}"#,
      #"{"sender_name":"Bram","timestamp_ms":1709280061000,"content":"een"}"#,
    ]
    let reading = try ChatReading(
      MessengerImporter(), [("", Self.messenger(messages))], file: "message_1.json")
    let other = try ChatReading(
      MessengerImporter(), [("", Self.messenger(messages.reversed(), path: "archived_threads/x_1234567"))],
      file: "y.json")
    #expect(reading.posts.map(\.author) == ["Zoë", "Bram", "Bram", "Bram"])
    #expect(reading.posts.first?.body == "drie é")
    #expect(reading.posts.map(\.flags) == [[.charactersRepaired], [], [], []])
    #expect(Set(reading.posts.map(\.id)).count == 4)
    #expect(reading.posts.map(\.id) == other.posts.reversed().map(\.id))
    #expect(Set((reading.posts + other.posts).map(\.thread)) == ["1234567"])
    #expect(reading.posts.allSatisfy { !$0.id.contains("Bram") })
  }

  @Test("in a file with characters beyond bytes nothing is repaired")
  func messengerRight() throws {
    let reading = try ChatReading(
      MessengerImporter(),
      [
        (
          "",
          Self.messenger([
            #"{"sender_name":"A","timestamp_ms":1,"content":"Ã© is de fout 😀"}"#,
            #"{"sender_name":"A","timestamp_ms":2,"content":"Ã©"}"#,
          ])
        )
      ], file: "message_1.json")
    #expect(reading.posts.map(\.body) == ["Ã© is de fout 😀", "Ã©"])
  }

  @Test("Messenger: taken back, reactions, calls, shared links, and the export with end-to-end encryption")
  func messengerKinds() throws {
    let reading = try ChatReading(
      MessengerImporter(),
      [
        (
          "",
          Self.messenger([
            #"{"sender_name":"A","timestamp_ms":1,"is_unsent":true,"content":"spijt"}"#,
            #"{"sender_name":"A","timestamp_ms":2,"content":"Liked a message"}"#,
            #"{"sender_name":"A","timestamp_ms":3,"type":"Call","call_duration":3}"#,
            #"{"sender_name":"A","timestamp_ms":4,"type":"Share","share":{"link":"https://voorbeeld.nl"}}"#,
            #"{"sender_name":"A","timestamp_ms":5}"#,
          ])
        )
      ], file: "message_1.json")
    #expect(reading.posts.map(\.state) == [.withdrawn, .live])
    #expect(reading.posts.map(\.body) == ["", "https://voorbeeld.nl"])
    #expect(reading.summary.events == 2)
    #expect(reading.summary.skipped == 1)
    let encrypted = """
      {"participants":["A","B"],"threadName":"Team_3","messages":[{"senderName":"A","text":"Hoi","timestamp":1709280062000,
      "type":"text","isUnsent":false,"media":[],"reactions":[]}]}
      """
    let other = try ChatReading(MessengerImporter(), [("", encrypted)])
    #expect(other.posts.map(\.body) == ["Hoi"])
    #expect(other.posts.allSatisfy { $0.channel == nil && !$0.thread.contains("Team") })
  }

  @Test("a whole account of Messenger is private, the parts of one conversation are not")
  func messengerAccount() throws {
    let one = Self.messenger([#"{"sender_name":"A","timestamp_ms":1,"content":"x"}"#])
    let two = Self.messenger([#"{"sender_name":"A","timestamp_ms":2,"content":"y"}"#])
    let other = Self.messenger(
      [#"{"sender_name":"A","timestamp_ms":2,"content":"y"}"#], path: "inbox/b_7654321")
    let parts = try ChatReading(
      MessengerImporter(), [("inbox/a/message_1.json", one), ("inbox/a/message_2.json", two)])
    #expect(parts.posts.count == 2)
    let account = try ChatReading(
      MessengerImporter(), [("inbox/a/message_1.json", one), ("inbox/b/message_1.json", other)])
    #expect(account.posts.isEmpty)
    #expect(account.summary.skipped == 2)
    // Names of files do not make one conversation of two.
    let flat = try ChatReading(MessengerImporter(), [("message_1.json", one), ("message_2.json", other)])
    #expect(flat.posts.isEmpty && flat.summary.skipped == 2)
  }
}
