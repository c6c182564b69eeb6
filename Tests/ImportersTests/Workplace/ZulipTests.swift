// What is particular to Zulip archives: streams with several names, topics that were renamed; and Gitter's rooms.
import Discussion
import Testing

@testable import Importers

@Suite("Zulip")
struct ZulipTests {
  static func message(_ id: Int, _ html: String, by sender: String = "Anna") -> String {
    #"{"content":"\#(html)","id":\#(id),"sender_full_name":"\#(sender)","timestamp":\#(1_709_283_600 + id)}"#
  }
  static let index = """
    {"streams":{"Oude naam":{"id":7,"latest_id":11,"topic_data":{"a":{"latest_date":1,"size":1}}},
     "Nieuwe naam":{"id":7,"latest_id":30,"topic_data":{"b":{"latest_date":1,"size":1}}}},"time":1}
    """

  @Test("a stream under two names is one stream, with the name that it has now")
  func streams() throws {
    let reading = try WorkplaceExport.read([
      ("zulip_json/stream_index.json", Self.index),
      (
        "zulip_json/7-oude-naam/caf.C3.A9.20vraag.3F.json",
        "[\(Self.message(11, "<p>a</p>")),\(Self.message(12, "<p>b</p>"))]"
      ),
      (
        "zulip_json/7-nieuwe-naam/.E2.9C.94.20caf.C3.A9.20vraag.3F.json",
        "[\(Self.message(30, "<p>c</p>", by: "Bram"))]"
      ),
    ])
    #expect(reading.posts.map(\.id) == ["11", "12", "30"])
    #expect(reading.posts.map(\.thread) == ["11", "11", "30"])
    #expect(Set(reading.posts.map(\.channel)) == ["Nieuwe naam"])
    #expect(reading.posts.map(\.title) == ["café vraag?", nil, "café vraag?"])
    #expect(reading.posts[1].kind == .reply)
    #expect(reading.summary.warnings.isEmpty)
  }

  @Test("a message in two topics is one post in the later topic, in whatever order the files come")
  func renamedTopic() throws {
    let old = ("z/7-x/oud.json", "[\(Self.message(11, "<p>a</p>")),\(Self.message(12, "<p>b</p>"))]")
    let new = (
      "z/7-x/nieuw.json",
      "[\(Self.message(11, "<p>a</p>")),\(Self.message(12, "<p>b</p>")),\(Self.message(30, "<p>c</p>"))]"
    )
    for entries in [[old, new], [new, old]] {
      let reading = try WorkplaceExport.read(entries)
      #expect(reading.posts.map(\.id) == ["11", "12", "30"])
      #expect(Set(reading.posts.map(\.thread)) == ["11"])
      #expect(reading.posts.first?.title == "nieuw")
      #expect(reading.summary.duplicates == 2 && reading.revisions.isEmpty)
    }
  }

  @Test("what a message quotes of another is kept apart; what somebody quotes from elsewhere is theirs")
  func quotes() throws {
    let announced =
      #"<p><span class=\"user-mention silent\" data-user-id=\"4\">Bram</span> <a href=\"https://x/#narrow/stream/7/near/3\">zei</a>:</p>\n<blockquote>\n<p>Wie?</p><blockquote><p>dieper</p></blockquote>\n</blockquote>\n<p>Ik.</p>"#
    let own = #"<p>In de wet staat:</p>\n<blockquote>\n<p>artikel</p>\n</blockquote>"#
    let posts = try WorkplaceExport.read([
      ("z/7-x/a.json", "[\(Self.message(1, announced)),\(Self.message(2, own))]")
    ]).posts
    #expect(posts.map(\.body) == ["Ik.", "In de wet staat:\n\nartikel"])
    #expect(posts[0].quoted == "Bram zei:\n\nWie?\n\ndieper")
    #expect(posts[0].asWritten == "Bram zei:\n\nWie?\n\ndieper\n\nIk.")
    #expect(posts[1].quoted == nil)
  }

  @Test("the notification bot's messages are events and open no topic; files are counted")
  func events() throws {
    let upload =
      #"<p><a href=\"/user_uploads/2/ab/x.png\">x</a></p><div><a href=\"/user_uploads/2/ab/x.png\"><img src=\"/user_uploads/thumbnail/2/ab/x.png/840x560.webp\"></a></div>"#
    let reading = try WorkplaceExport.read([
      ("z/7-x/a.json", "[\(Self.message(1, "<p>x</p>", by: "Notification Bot")),\(Self.message(2, upload))]")
    ])
    #expect(reading.summary.events == 1)
    #expect(reading.posts.map(\.kind) == [.topic] && reading.posts.map(\.attachments) == [1])
  }
}

@Suite("Gitter")
struct GitterTests {
  @Test("a room is one chat, a message with answers a conversation of its own")
  func conversations() throws {
    func message(_ id: String, _ text: String, _ more: String) -> String {
      #"{"id":"\#(id)","text":"\#(text)","sent":"2024-03-01T09:00:00.000Z","fromUser":{"id":"f1","username":"anna","displayName":"Anna"},"room":"jeugd"\#(more)}"#
    }
    let reading = try WorkplaceExport.read(
      "["
        + [
          message("1", "hoi", ""), message("2", "vraag", #","threadMessageCount":1"#),
          message("3", "antwoord", #","parentId":"2""#), message("1", "hoi", ""),
          message("4", "", #","editedAt":"2024-03-01T09:05:00.000Z""#),
        ].joined(separator: ",") + "]", as: "gitter_data.json")
    #expect(reading.posts.map(\.kind) == [.chat, .topic, .reply, .chat])
    #expect(reading.posts.map(\.thread) == ["room/jeugd", "2", "2", "room/jeugd"])
    #expect(reading.summary.duplicates == 1 && reading.summary.deleted == 1 && reading.summary.posts == 3)
    #expect(Set(reading.posts.map(\.author)) == ["f1"])
  }
}
