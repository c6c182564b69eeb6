// What is particular to exports of WordPress and Disqus: each trap with a small made-up export.
import Archives
import Discussion
import TestSupport
import Testing

@testable import Importers

/// Small exports of WordPress.
private enum WXR {
  static func document(
    _ items: String, site: String = "https://example.nl", blog: String = "https://example.nl",
    version: String = "1.2", head: String = "", prefix: String = "wp"
  ) -> String {
    let text = """
      <?xml version="1.0" encoding="UTF-8" ?>
      <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/\(version)/excerpt/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:wp="http://wordpress.org/export/\(version)/">
      <channel><wp:base_site_url>\(site)</wp:base_site_url><wp:base_blog_url>\(blog)</wp:base_blog_url>
      \(head)\(items)
      </channel></rss>
      """
    guard prefix != "wp" else { return text }
    return text.replacing("wp:", with: prefix + ":").replacing("xmlns:wp", with: "xmlns:" + prefix)
  }

  static func item(
    _ id: Int, type: String = "post", status: String = "publish", parent: Int = 0, content: String = "Tekst",
    title: String = "Titel", gmt: String = "2024-03-01 09:00:00", local: String = "2024-03-01 10:00:00",
    author: String = "anna", more: String = ""
  ) -> String {
    """
    <item><title>\(title)</title><dc:creator><![CDATA[\(author)]]></dc:creator>
    <content:encoded><![CDATA[\(content)]]></content:encoded><wp:post_id>\(id)</wp:post_id>
    <wp:post_date>\(local)</wp:post_date><wp:post_date_gmt>\(gmt)</wp:post_date_gmt>
    <wp:status>\(status)</wp:status><wp:post_parent>\(parent)</wp:post_parent><wp:post_type>\(type)</wp:post_type>
    \(more)</item>
    """
  }

  static func comment(
    _ id: Int, text: String = "Reactie", approved: String = "1", type: String = "comment", parent: Int = 0,
    user: Int = 0, email: String = "", name: String = "Bram"
  ) -> String {
    """
    <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author><![CDATA[\(name)]]></wp:comment_author>
    <wp:comment_author_email>\(email)
    </wp:comment_author_email><wp:comment_date_gmt>2024-03-02 09:00:00</wp:comment_date_gmt>
    <wp:comment_content><![CDATA[\(text)]]></wp:comment_content><wp:comment_approved>\(approved)</wp:comment_approved>
    <wp:comment_type>\(type)</wp:comment_type><wp:comment_parent>\(parent)</wp:comment_parent>
    <wp:comment_user_id>\(user)</wp:comment_user_id></wp:comment>
    """
  }

  /// Reads documents as entries of one export.
  static func read(
    _ documents: [String], settings: ImportSettings = ImportSettings(),
    importer: any Importer = WordPressImporter()
  ) throws -> (posts: [ImportedPost], summary: ImportSummary) {
    var posts: [ImportedPost] = []
    let sink = ImportSink(file: "f", settings: settings) {
      if case .post(let post) = $0 { posts.append(post) }
    }
    let entries = { documents.enumerated().map { ArchiveEntry(name: "\($0).xml", blocks: [Array($1.utf8)]) } }
    let survey = importer.makeSurvey()
    for entry in entries() { try survey?.look(at: entry) }
    sink.survey = survey
    for entry in entries() {
      sink.entry = entry.name
      try importer.read(entry, try EntrySample(file: "f", entry: entry), into: sink)
    }
    return (posts, sink.summary)
  }
}

@Suite("WordPress")
struct WordPressTests {
  @Test(
    "is recognised in all its versions and under other prefixes", arguments: ["1.0", "1.1", "1.2"],
    ["wp", "w"])
  func versions(version: String, prefix: String) throws {
    let document = WXR.document(WXR.item(1), version: version, prefix: prefix)
    let entry = ArchiveEntry(name: "x", blocks: [Array(document.utf8)])
    #expect(WordPressImporter().recognises(try EntrySample(file: "f", entry: entry)))
    #expect(try WXR.read([document]).posts.map(\.id) == ["post:1"])
    let secure = document.replacing("http://wordpress.org", with: "https://wordpress.org")
    let other = ArchiveEntry(name: "x", blocks: [Array(secure.utf8)])
    #expect(WordPressImporter().recognises(try EntrySample(file: "f", entry: other)))
    #expect(try WXR.read([secure]).posts.map(\.id) == ["post:1"])
  }

  @Test("other RSS is not taken for it")
  func otherRSS() throws {
    let feed =
      "<rss version=\"2.0\" xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\"><channel></channel></rss>"
    let entry = ArchiveEntry(name: "x", blocks: [Array(feed.utf8)])
    #expect(!WordPressImporter().recognises(try EntrySample(file: "f", entry: entry)))
  }

  @Test(
    "only what is published is read",
    arguments: [
      ("publish", 1, 0, 0), ("closed", 1, 0, 0), ("draft", 0, 0, 1), ("pending", 0, 0, 1),
      ("future", 0, 0, 1),
      ("auto-draft", 0, 0, 1), ("spam", 0, 0, 1), ("private", 0, 0, 1), ("trash", 0, 1, 0),
    ])
  func statuses(status: String, posts: Int, deleted: Int, skipped: Int) throws {
    let (_, summary) = try WXR.read([WXR.document(WXR.item(1, status: status))])
    #expect((summary.posts, summary.deleted, summary.skipped) == (posts, deleted, skipped))
  }

  @Test("a draft in the bin was never there, a post in it is withdrawn")
  func bin() throws {
    func meta(_ value: String) -> String {
      "<wp:postmeta><wp:meta_key>_wp_trash_meta_status</wp:meta_key><wp:meta_value>\(value)</wp:meta_value></wp:postmeta>"
    }
    let (posts, summary) = try WXR.read([
      WXR.document(
        WXR.item(1, status: "trash", more: meta("publish"))
          + WXR.item(2, status: "trash", more: meta("draft")))
    ])
    #expect(posts.map(\.id) == ["post:1"])
    #expect(posts.first?.state == .withdrawn)
    #expect(summary.skipped == 1)
  }

  @Test("pages and other types are left out, but not the comments on a page")
  func types() throws {
    let types = ["page", "attachment", "nav_menu_item", "revision", "wp_block", "forum"]
    let items = types.enumerated().map { WXR.item($0 + 1, type: $1) }.joined()
    let page = WXR.item(20, type: "page", more: WXR.comment(5))
    let (posts, summary) = try WXR.read([WXR.document(items + page)])
    #expect(posts.map(\.id) == ["comment:5"])
    #expect(posts.first?.thread == "post:20")
    #expect(summary.skipped == 7)
    #expect(summary.warnings.isEmpty)
    let (_, custom) = try WXR.read([WXR.document(WXR.item(1, type: "vraag"))])
    #expect(custom.warnings.map(\.code) == ["post-type-skipped"])
  }

  @Test("a password keeps a post and its comments out unless they are asked for; a private post stays out")
  func privateParts() throws {
    let items =
      WXR.item(1, status: "private", more: WXR.comment(1))
      + WXR.item(2, more: "<wp:post_password>geheim</wp:post_password>" + WXR.comment(2)) + WXR.item(3)
    let (posts, summary) = try WXR.read([WXR.document(items)])
    #expect(posts.map(\.id) == ["post:3"])
    #expect(summary.skipped == 4)
    #expect(summary.warnings.map(\.code) == ["private-skipped"])
    var settings = ImportSettings()
    settings.includesPrivate = true
    #expect(
      try WXR.read([WXR.document(items)], settings: settings).posts.map(\.id).sorted() == [
        "comment:2", "post:2", "post:3",
      ])
  }

  @Test("a private forum keeps its topics and replies out, wherever it stands in the export")
  func privateForum() throws {
    let forum = WXR.item(9, type: "forum", status: "private", title: "Bestuur")
    let items = WXR.item(10, type: "topic", parent: 9) + WXR.item(11, type: "reply", parent: 10)
    #expect(try WXR.read([WXR.document(forum + items)]).posts.isEmpty)
    #expect(try WXR.read([WXR.document(items + forum)]).posts.isEmpty)
    #expect(try WXR.read([WXR.document(items), WXR.document(forum)]).posts.isEmpty)
  }

  @Test("comments that wait, are spam or come from other blogs are no posts")
  func comments() throws {
    let comments = [
      WXR.comment(1), WXR.comment(2, approved: "0"), WXR.comment(3, approved: "spam"),
      WXR.comment(4, approved: "trash"), WXR.comment(5, type: "pingback"), WXR.comment(6, type: "trackback"),
      WXR.comment(7, type: ""), WXR.comment(8, text: " "), WXR.comment(9, parent: 1),
      WXR.comment(9, parent: 1),
    ].joined()
    let (posts, summary) = try WXR.read([WXR.document(WXR.item(1, more: comments))])
    #expect(
      posts.filter { $0.state == .live }.map(\.id) == ["post:1", "comment:1", "comment:7", "comment:9"])
    #expect(posts.last?.parent == "comment:1")
    #expect(posts.last?.kind == .comment)
    #expect((summary.events, summary.skipped, summary.deleted, summary.duplicates) == (2, 3, 1, 1))
  }

  @Test("a member is one author in posts and comments, by number, address or login")
  func authors() throws {
    let head = """
      <wp:author><wp:author_id>4</wp:author_id><wp:author_login>anna</wp:author_login>
      <wp:author_email>Anna@example.nl</wp:author_email>
      <wp:author_display_name><![CDATA[Anna de Vries]]></wp:author_display_name></wp:author>
      """
    let comments =
      WXR.comment(1, user: 4) + WXR.comment(2, email: "anna@example.nl")
      + WXR.comment(3, email: "b@example.nl")
      + WXR.comment(4, name: "Gast")
    let items = WXR.item(1, more: comments) + WXR.item(2, author: "elders")
    let (posts, _) = try WXR.read([WXR.document(items, head: head)])
    #expect(posts.map(\.author) == ["user:4", "user:4", "user:4", "b@example.nl", "Gast", "elders"])
    #expect(posts.first?.authorName == "Anna de Vries")
    let unnumbered = head.replacing("<wp:author_id>4</wp:author_id>", with: "")
    let others = try WXR.read([WXR.document(items, head: unnumbered)]).posts
    #expect(others.map(\.author) == ["anna", "user:4", "anna", "b@example.nl", "Gast", "elders"])
  }

  @Test("bbPress: forum, topic and replies, with the reply that is answered")
  func bbPress() throws {
    let answers =
      "<wp:postmeta><wp:meta_key>_bbp_reply_to</wp:meta_key><wp:meta_value>12</wp:meta_value></wp:postmeta>"
    let items =
      WXR.item(10, type: "forum", title: "Jeugd") + WXR.item(11, type: "topic", parent: 10)
      + WXR.item(12, type: "reply", parent: 11, title: "Antwoord op: Titel")
      + WXR.item(13, type: "reply", parent: 11, more: answers)
    let (posts, summary) = try WXR.read([WXR.document(items)])
    #expect(posts.map(\.kind) == [.topic, .reply, .reply])
    #expect(posts.map(\.thread) == ["post:11", "post:11", "post:11"])
    #expect(posts.map(\.parent) == [nil, "post:11", "post:12"])
    #expect(posts.map(\.channel) == ["Jeugd", "Jeugd", "Jeugd"])
    #expect(posts.map(\.title) == ["Titel", nil, nil])
    #expect(summary.skipped == 1)
  }

  @Test("guests of bbPress are told by their address, else by their name")
  func guests() throws {
    func meta(_ key: String, _ value: String) -> String {
      "<wp:postmeta><wp:meta_key>\(key)</wp:meta_key><wp:meta_value>\(value)</wp:meta_value></wp:postmeta>"
    }
    let name = meta("_bbp_anonymous_name", "Gast")
    let items =
      WXR.item(1, type: "topic", author: "", more: name + meta("_bbp_anonymous_email", "G@example.nl"))
      + WXR.item(2, type: "reply", parent: 1, author: "", more: name)
    let posts = try WXR.read([WXR.document(items)]).posts
    #expect(posts.map(\.author) == ["g@example.nl", "Gast"])
    #expect(posts.map(\.authorName) == ["Gast", "Gast"])
  }

  @Test("a time of zeros in Greenwich is read from the blog's clock")
  func zeroDate() throws {
    var settings = ImportSettings()
    settings.zone = try #require(LocalZone(identifier: "Europe/Amsterdam"))
    let items =
      WXR.item(1, gmt: "0000-00-00 00:00:00", local: "2024-07-01 10:00:00")
      + WXR.item(2, gmt: "0000-00-00 00:00:00", local: "0000-00-00 00:00:00")
    let (posts, summary) = try WXR.read([WXR.document(items)], settings: settings)
    #expect(posts.first?.createdAt == Timestamp(iso8601: "2024-07-01T08:00:00Z"))
    #expect(posts.first?.flags == [.zoneAssumed])
    #expect((summary.quarantined, summary.undated) == (1, 1))
  }

  @Test("lines and blocks become paragraphs, shortcodes disappear, brackets of people stay")
  func text() throws {
    func body(_ content: String) throws -> String {
      try #require(try WXR.read([WXR.document(WXR.item(1, content: content))]).posts.first).wholeText
    }
    #expect(try body("Een.\nTwee.\n\nDrie <em>vier</em>.") == "Een.\nTwee.\n\nDrie vier.")
    #expect(
      try body(
        "<!-- wp:paragraph -->\n<p>Een\ntwee</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:spacer /-->\n\n<!-- wp:list -->\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<!-- /wp:list -->"
      )
        == "Een twee\n\na\nb")
    #expect(try body("Een\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\ntwee") == "Een\n\na\nb\n\ntwee")
    #expect(
      try body(
        "[caption id=\"a\" align=\"left\"]<img src=\"x\" /> Een foto[/caption]\n\nTekst [gallery ids=\"1,2\"]"
      )
        == "Een foto\n\nTekst")
    #expect(try body("Zie [1] en [...] [sic], [vc_row]ja[/vc_row] [/b]") == "Zie [1] en [...] [sic], ja [/b]")
    #expect(try body("[embed]https://example.nl/film[/embed]") == "https://example.nl/film")
    #expect(try body("Wat is <!--more--> dit &amp; dat?") == "Wat is dit & dat?")
  }

  @Test("a quote in a reply is kept apart; in an opening post it stays")
  func quotes() throws {
    let content = "<blockquote>Hoe doen jullie dat?</blockquote>\nWij bellen eerst."
    let items =
      WXR.item(1, type: "topic", content: content) + WXR.item(2, type: "reply", parent: 1, content: content)
    let posts = try WXR.read([WXR.document(items)]).posts
    #expect(posts.map(\.body) == ["Hoe doen jullie dat?\n\nWij bellen eerst.", "Wij bellen eerst."])
    #expect(posts.map(\.quoted) == [nil, "Hoe doen jullie dat?"])
    #expect(posts.map(\.wholeText) == Array(repeating: "Hoe doen jullie dat?\n\nWij bellen eerst.", count: 2))
  }

  @Test(
    "blogs of one network are told apart, the main one and lone sites have bare numbers",
    arguments: [
      ("https://example.nl", "https://example.nl", ""), ("https://example.nl", "http://www.example.nl/", ""),
      ("https://example.nl", "https://example.nl/jeugd/", "@jeugd"),
      ("https://example.nl", "https://jeugd.example.nl", "@jeugd"),
      ("https://example.nl", "https://ander.nl/wmo", "@ander.nl/wmo"),
      ("http://wordpress.com/", "https://eigen.nl", ""),
    ])
  func network(site: String, blog: String, suffix: String) throws {
    let document = WXR.document(WXR.item(1, more: WXR.comment(2)), site: site, blog: blog)
    #expect(try WXR.read([document]).posts.map(\.id) == ["post:1\(suffix)", "comment:2\(suffix)"])
  }

  @Test("the order of an export's parts and elements does not matter")
  func order() throws {
    let first = WXR.document(
      WXR.item(10, type: "forum", title: "Jeugd") + WXR.item(11, type: "topic", parent: 10))
    let second = WXR.document(WXR.item(12, type: "reply", parent: 11))
    func plain(_ documents: [String]) throws -> Set<ImportedPost> {
      Set(
        try WXR.read(documents).posts.map { post in
          var post = post
          post.provenance = Provenance(file: "", entry: "", record: 0, line: nil, byte: nil)
          return post
        })
    }
    #expect(try plain([first, second]) == (try plain([second, first])))
    let early = "<item>" + WXR.comment(1) + WXR.item(1).dropFirst(6)
    #expect(try WXR.read([WXR.document(String(early))]).posts.map(\.id) == ["post:1", "comment:1"])
  }

  @Test("uploads are counted with their post")
  func attachments() throws {
    let items = WXR.item(1, content: "") + WXR.item(2, type: "attachment", status: "inherit", parent: 1)
    let posts = try WXR.read([WXR.document(items)]).posts
    #expect(posts.map(\.attachments) == [1])
    #expect(posts.map(\.body) == [""])
  }

  @Test("a post of more than 1 MB is quarantined, the next is read")
  func large() throws {
    let items = WXR.item(1, content: String(repeating: "woord ", count: 200_000)) + WXR.item(2)
    let (posts, summary) = try WXR.read([WXR.document(items)])
    #expect(posts.map(\.id) == ["post:2"])
    #expect(summary.quarantined == 1)
  }

  @Test("what is not well-formed, or has a document type, is refused")
  func damaged() {
    let document = WXR.document(WXR.item(1))
    for text in [
      document.replacing("</channel>", with: ""), document.replacing("Tekst", with: "\u{1}"),
      document.replacing("<rss", with: "<!DOCTYPE rss [<!ENTITY a \"b\">]>\n<rss"),
      String(document.dropLast(9)),
    ] {
      #expect(throws: ImportRefusal.self) { try WXR.read([text]) }
    }
  }
}

@Suite("Disqus")
struct DisqusTests {
  private static func post(_ id: Int, _ more: String, thread: Int = 1) -> String {
    "<post dsq:id=\"\(id)\"><createdAt>2024-03-01T09:00:00Z</createdAt>\(more)<thread dsq:id=\"\(thread)\"/></post>"
  }

  @Test(
    "guests are told by address or name, members by user name, and pages that are gone withdraw their comments"
  )
  func authors() throws {
    let document = """
      <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
      <thread dsq:id="1"><id/></thread><thread dsq:id="2"><isDeleted>true</isDeleted></thread>
      \(Self.post(1, "<message>a</message><author><name>Anna</name><isAnonymous>true</isAnonymous></author>"))
      \(Self.post(2, "<message>b</message><author><email>B@x.nl</email><name>B</name><isAnonymous>true</isAnonymous></author>"))
      \(Self.post(3, "<message>c</message><author><name>C</name><isAnonymous>false</isAnonymous><username>cc</username></author><parent dsq:id=\"1\"/>"))
      \(Self.post(4, "<message>d</message><author><name>D</name></author>", thread: 2))
      \(Self.post(5, "<message>e</message>"))
      </disqus>
      """
    let (posts, summary) = try WXR.read([document], importer: DisqusImporter())
    #expect(posts.map(\.author) == ["Anna", "b@x.nl", "cc", "D", nil])
    #expect(posts.map(\.parent) == [nil, nil, "1", nil, nil])
    #expect(posts.map(\.thread) == ["1", "1", "1", "2", "1"])
    #expect(posts.filter { $0.state == .withdrawn }.map(\.id) == ["4"])
    #expect(summary.posts == 4)
  }
}
