// What is particular to Mattermost: identities without ids, system messages without a type, private parts.
import Discussion
import Testing

@testable import Importers

@Suite("Mattermost")
struct MattermostTests {
  static let head = """
    {"type":"version","version":1,"info":{"generator":"mattermost"}}
    {"type":"channel","channel":{"team":"jeugd","name":"vragen","display_name":"Vragen","type":"O"}}
    {"type":"channel","channel":{"team":"jeugd","name":"intern","display_name":"Intern","type":"P"}}
    {"type":"user","user":{"username":"anna","first_name":"Anna","last_name":"Bos"}}
    """
  static func post(
    _ message: String, _ time: Int, user: String = "anna", channel: String = "vragen", more: String = ""
  )
    -> String
  {
    #"{"type":"post","post":{"team":"jeugd","channel":"\#(channel)","user":"\#(user)","message":"\#(message)","create_at":\#(time)\#(more.isEmpty ? "" : "," + more)}}"#
  }
  static func read(_ lines: String..., includesPrivate: Bool = false) throws -> WorkplaceExport.Reading {
    try WorkplaceExport.read(
      ([head] + lines).joined(separator: "\n"), as: "export.jsonl", includesPrivate: includesPrivate)
  }

  @Test(
    "the identity is team, channel, author and millisecond, hashed; the text only where all those are the same"
  )
  func identities() throws {
    let first = try Self.read(Self.post("een", 1_709_283_660_001), Self.post("twee", 1_709_283_660_002))
    let edited = try Self.read(Self.post("eén", 1_709_283_660_001))
    let id = DerivedIdentity.id(of: ["jeugd", "vragen", "anna", "1709283660001"])
    #expect(first.posts.first?.id == id && edited.posts.first?.id == id)
    #expect(first.posts.allSatisfy { $0.identity == .derived && !$0.id.contains("anna") })
    let same = try Self.read(Self.post("een", 1_709_283_660_001), Self.post("twee", 1_709_283_660_001))
    #expect(Set(same.posts.map(\.id)).count == 2 && same.posts.first?.id == id)
    #expect(same.summary.quarantined == 0)
    let twice = try Self.read(Self.post("een", 1_709_283_660_001), Self.post("een", 1_709_283_660_001))
    #expect(twice.posts.count == 1 && twice.summary.duplicates == 1)
  }

  @Test("replies belong to the post in which they are nested")
  func replies() throws {
    let reply =
      #""replies":[{"user":"bram","message":"ik","create_at":1709283660009,"attachments":[{"path":"a"}]}]"#
    let posts = try Self.read(Self.post("wie?", 1_709_283_660_001, more: reply)).posts
    #expect(posts.map(\.kind) == [.topic, .reply])
    #expect(posts[1].parent == posts[0].id && posts[1].thread == posts[0].id)
    #expect(posts[1].attachments == 1)
    #expect(posts[0].authorName == "Anna Bos" && posts[0].channel == "Vragen")
  }

  @Test(
    "system messages are events, by their type or by their sentence",
    arguments: [
      "anna joined the channel.", "anna has joined the channel.", "anna left the channel.",
      "anna joined the team.",
      "bram added to the channel by anna.", "bram was removed from the channel.",
      "anna updated the channel header from: a to: b", "@bram added to the team by anna.",
    ])
  func events(sentence: String) throws {
    #expect(try Self.read(Self.post(sentence, 1_709_283_660_001)).summary.events == 1)
    let typed = Self.post(sentence, 1_709_283_660_001, more: #""type":"system_join_channel""#)
    #expect(try Self.read(typed).summary.events == 1)
  }

  @Test(
    "what people write about joining is theirs",
    arguments: [
      "bram joined the channel.", "anna joined the channel. Welkom!", "Wij joined the channel.",
      "bram added to the channel by cor.", "anna updated the channel",
    ])
  func words(sentence: String) throws {
    #expect(try Self.read(Self.post(sentence, 1_709_283_660_001)).posts.count == 1)
  }

  @Test("direct messages and private channels are left out and counted, unless they are asked for")
  func privateParts() throws {
    let direct =
      #"{"type":"direct_post","direct_post":{"channel_members":["bram","anna"],"user":"anna","message":"hoi","create_at":1709283660005,"replies":[{"user":"bram","message":"dag","create_at":1709283660006}]}}"#
    let secret = Self.post("geheim", 1_709_283_660_007, channel: "intern")
    let without = try Self.read(Self.post("een", 1_709_283_660_001), direct, secret)
    #expect(without.posts.count == 1 && without.summary.skipped == 3)
    #expect(without.summary.warnings.map(\.code) == ["private-skipped"])
    let with = try Self.read(Self.post("een", 1_709_283_660_001), direct, secret, includesPrivate: true)
    #expect(with.posts.count == 4)
    #expect(with.posts.filter { $0.channel == nil }.count == 2)
    let swapped = direct.replacing(#"["bram","anna"]"#, with: #"["anna","bram"]"#)
    #expect(try Self.read(swapped, includesPrivate: true).posts.map(\.id) == with.posts[1...2].map(\.id))
  }

  @Test("a message of a bot that is only a card has the card's text; one with nothing at all is skipped")
  func cards() throws {
    let card = Self.post(
      "", 1_709_283_660_001, more: #""props":{"attachments":[{"pretext":"Nieuw","text":"stuk"}]}"#)
    let reading = try Self.read(card, Self.post("", 1_709_283_660_002))
    #expect(reading.posts.map(\.body) == ["Nieuw\nstuk"])
    #expect(reading.summary.skipped == 1)
  }

  @Test("a broken line costs no other")
  func brokenLine() throws {
    let reading = try Self.read(
      #"{"type":"post","#, Self.post("een", 1_709_283_660_001), #"{"type":"emoji","emoji":{}}"#)
    #expect(reading.posts.count == 1 && reading.summary.quarantined == 1)
  }
}
