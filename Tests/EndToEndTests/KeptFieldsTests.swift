// Of each export only the fields of posts and members are kept: addresses, pictures and profiles are nowhere in the store.
import Foundation
import Storage
import Testing

@Suite(.serialized) struct KeptFieldsTests {
  /// What stands in the exports beside the fields that are kept. Each is looked for in every byte.
  private static let planted = [
    "planted.mail@voorbeeld.example", "203.0.113.77", "planted-avatar.png", "Geplante Profieltekst",
    "+31699999999",
    "Geplante Naam", "bijlage-inhoud-geplant", "geplante-gebruiker", "Geplant lidmaatschap", "2001:db8::77",
  ]

  private static let csv = """
    nummer;gesprek;titel;geplaatst;lid;naam;email;ip;avatar;profiel;telefoon;bericht
    c1;c1;Verlof;2024-06-10 10:00;m1;Geplante Naam;planted.mail@voorbeeld.example;203.0.113.77;planted-avatar.png;Geplante Profieltekst;+31699999999;Hoe regelen jullie verlof in de zomer?

    """
  private static let members = """
    lid;organisatie;regio;functie;naam;email;lidmaatschap
    m1;Noord;Midden;hulpverlener;Geplante Naam;planted.mail@voorbeeld.example;Geplant lidmaatschap

    """
  private static let jsonl = """
    {"id":"j1","thread":"j1","created_at":"2024-06-11T10:00:00+02:00","author_id":"m2","author_name":"Geplante Naam","email":"planted.mail@voorbeeld.example","ip_address":"2001:db8::77","avatar":"planted-avatar.png","profile":{"about":"Geplante Profieltekst","phone":"+31699999999"},"attachments":[{"name":"a.txt","content":"bijlage-inhoud-geplant"}],"body":"Wie weet hoe het met de wachtlijst staat?"}

    """
  private static let discoursePost = #"""
    {"id":71,"topic_id":7,"post_number":1,"post_type":1,"username":"geplante-gebruiker","user_id":9,"name":"Geplante Naam","avatar_template":"/x/planted-avatar.png","created_at":"2024-06-12T10:00:00Z","updated_at":"2024-06-12T10:00:00Z","version":1,"email":"planted.mail@voorbeeld.example","registration_ip_address":"203.0.113.77","user_title":"Geplante Profieltekst","topic_title":"Vervoer","cooked":"<p><img class=\"avatar\" src=\"/x/planted-avatar.png\" alt=\"\"> Hoe regelen jullie het vervoer naar school?</p>"}
    """#
  private static let discourseTopic = #"""
    {"id":8,"title":"Overleg","details":{"created_by":{"username":"geplante-gebruiker","name":"Geplante Naam","avatar_template":"planted-avatar.png"}},"post_stream":{"posts":[{"id":81,"topic_id":8,"post_number":1,"post_type":1,"username":"geplante-gebruiker","user_id":9,"name":"Geplante Naam","created_at":"2024-06-13T10:00:00Z","version":1,"ip":"203.0.113.77","cooked":"<p>Wie heeft een goed voorbeeld van een verslag?</p>"}],"stream":[81]}}
    """#
  private static let stackPosts = #"""
    <?xml version="1.0" encoding="utf-8"?>
    <posts>
      <row Id="1" PostTypeId="1" CreationDate="2024-06-14T10:00:00.000" OwnerUserId="5" OwnerDisplayName="Geplante Naam" LastEditorDisplayName="geplante-gebruiker" Email="planted.mail@voorbeeld.example" LastIp="203.0.113.77" AboutMe="Geplante Profieltekst" Title="Dossier" Body="&lt;p&gt;Wie mag het dossier inzien?&lt;/p&gt;" />
    </posts>
    """#
  private static let stackAPI = #"""
    {"items":[{"question_id":3,"creation_date":1718445600,"title":"Gezag","body":"<p>Wie tekent er bij gedeeld gezag?</p>","owner":{"user_id":6,"display_name":"Geplante Naam","profile_image":"planted-avatar.png","link":"https://voorbeeld.example/users/geplante-gebruiker","email":"planted.mail@voorbeeld.example"}}],"has_more":false,"quota_remaining":1}
    """#
  private static let mail = """
    Received: from laptop (planted [203.0.113.77]) by mx.voorbeeld.example; Sun, 16 Jun 2024 10:00:00 +0200
    From: "Geplante Naam" <planted.mail@voorbeeld.example>
    To: lijst@lijst.example
    X-Originating-IP: [2001:db8::77]
    X-Face: planted-avatar.png
    Organization: Geplante Profieltekst
    Date: Sun, 16 Jun 2024 10:00:00 +0200
    Message-ID: <bericht-MARK@lijst.example>
    Subject: Indicatie MARK
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="grens"

    --grens
    Content-Type: text/plain; charset=utf-8

    Hoe lang duurt een indicatie bij jullie in MARK?
    --grens
    Content-Type: text/plain; name="a.txt"
    Content-Disposition: attachment; filename="a.txt"

    bijlage-inhoud-geplant
    --grens--

    """

  private static let pipeline = """
    version: 1
    community: Proef
    as_of: 2024-06-30
    inbox: inbox
    store: out/store.sqlite
    key: out/key
    dashboards: out/dashboards
    import: {settle_seconds: 0}
    sources:
      - {name: csv, files: "*.csv", mapping: csv.yaml}
      - {name: jsonl, files: "*.jsonl", mapping: jsonl.yaml}
      - {name: forum, files: "forum*.json"}
      - {name: stack, files: "Posts.xml"}
      - {name: api, files: "api.json"}
      - {name: lijst, files: "*.mbox"}
      - {name: mail, files: "*.eml"}
    moderation: {dictionary: none}

    """
  private static let csvMapping = """
    version: 1
    source: csv
    timezone: Europe/Amsterdam
    files:
      - match: "berichten.csv"
        format: csv
        delimiter: ";"
        header: true
        entity: post
        fields:
          id: {column: nummer}
          thread: {column: gesprek}
          title: {column: titel}
          created: {column: geplaatst, date: "yyyy-MM-dd HH:mm"}
          author: {column: lid}
          body: {column: bericht, markup: plain}
      - match: "leden.csv"
        format: csv
        delimiter: ";"
        header: true
        entity: member
        fields:
          author: {column: lid}
          organisation: {column: organisatie}
          region: {column: regio}
          role: {column: functie}

    """
  private static let jsonlMapping = """
    version: 1
    source: jsonl
    files: [{match: "*.jsonl", format: jsonl, entity: post}]
    fields:
      id: {path: id}
      thread: {path: thread}
      created: {path: created_at, date: iso8601}
      author: {path: author_id}
      body: {path: body, markup: plain}

    """

  private func community() throws -> SmallCommunity {
    let community = try SmallCommunity(posts: 0..<0)
    try FileManager.default.removeItem(atPath: community.folder + "/inbox/posts.jsonl")
    func write(_ text: String, _ path: String) throws {
      try text.write(toFile: community.folder + "/" + path, atomically: true, encoding: .utf8)
    }
    try write(Self.pipeline, "pipeline.yaml")
    try write(Self.csvMapping, "csv.yaml")
    try write(Self.jsonlMapping, "jsonl.yaml")
    try write(Self.csv, "inbox/berichten.csv")
    try write(Self.members, "inbox/leden.csv")
    try write(Self.jsonl, "inbox/rest.jsonl")
    try write(Self.discoursePost, "inbox/forum-post.json")
    try write(Self.discourseTopic, "inbox/forum-topic.json")
    try write(Self.stackPosts, "inbox/Posts.xml")
    try write(Self.stackAPI, "inbox/api.json")
    try write(
      "From planted.mail@voorbeeld.example Sun Jun 16 10:00:00 2024\n"
        + Self.mail.replacing("MARK", with: "mbox"), "inbox/lijst.mbox")
    try write(Self.mail.replacing("MARK", with: "eml"), "inbox/los.eml")
    return community
  }

  /// Where planted strings stand in the files of the store, whatever lies beside it too.
  private func found(_ community: SmallCommunity) throws -> Set<String> {
    var found: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: community.folder + "/out")
    where name.hasPrefix("store") {
      let bytes = try #require(FileManager.default.contents(atPath: community.folder + "/out/" + name))
      for string in Self.planted where bytes.range(of: Data(string.utf8)) != nil { found.insert(string) }
    }
    return found
  }

  @Test func nothingButTheFieldsOfPostsAndMembersIsKept() throws {
    let community = try community()
    let night = try community.night()
    #expect(night.status == 0, "\(night.errors)\(night.output)")
    let store = try CommunityStore(path: community.folder + "/out/store.sqlite")
    let sources = Set(try store.posts().map(\.source))
    #expect(sources == ["csv", "jsonl", "forum", "stack", "api", "lijst", "mail"], "every format was read")
    #expect(try store.posts().count == 8 && store.members().count == 1)
    #expect(try found(community) == [])
    for (path, data) in try community.dashboards() where path != "latest" {
      for string in Self.planted where data.range(of: Data(string.utf8)) != nil {
        Issue.record("\(path) holds \(string)")
      }
    }
  }

  @Test func whatCannotBeReadIsKeptWholeInQuarantineUntilItsTermEnds() throws {
    let community = try community()
    let broken = Self.csv.replacing("2024-06-10 10:00", with: "ooit").replacing("c1", with: "c9")
    try broken.write(
      toFile: community.folder + "/inbox/berichten.csv", atomically: true, encoding: .utf8)
    #expect(try community.night().status == 1)
    #expect(try found(community).contains("planted.mail@voorbeeld.example"), "the search can find")
    #expect(try found(community).contains("203.0.113.77"))
    let page = try String(
      contentsOfFile: community.folder + "/out/dashboards/latest/monitors/gegevens.html", encoding: .utf8)
    #expect(page.contains("ook een e-mailadres of IP-adres"))
    try (Self.pipeline + "retention: {raw_text_days: 14}\n")
      .write(toFile: community.pipeline, atomically: true, encoding: .utf8)
    _ = try community.night(["--as-of", "2024-07-20"])
    #expect(try found(community) == [])
  }
}
