// Turns an item and a comment of a WordPress export into posts.
import Discussion

/// A post, a topic or a reply; or something that is none of these.
struct WordPressItem {
  private let item: XMLRecord
  private let blog: WordPressBlog
  private let sink: ImportSink

  init(_ item: XMLRecord, _ blog: WordPressBlog, _ sink: ImportSink) {
    self.item = item
    self.blog = blog
    self.sink = sink
  }

  /// Types of WordPress itself and of bbPress that hold no posts. Others are named in a warning.
  private static let otherTypes: Set<String> = [
    "page", "attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "forum",
  ]

  func take() throws {
    guard let type = item["wp:post_type"], ["post", "topic", "reply"].contains(type) else {
      sink.skip()
      if let type = item["wp:post_type"], !Self.otherTypes.contains(type), !type.hasPrefix("wp_") {
        sink.warn("post-type-skipped")
      }
      return
    }
    let place = sink.place(record: item.number, line: item.line)
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: item.raw, at: place)
    }
    guard let number = item.number("wp:post_id") else {
      return try quarantine("value-missing", "het bericht heeft geen nummer")
    }
    let visibility = blog.visibility(of: item)
    if visibility == .unpublished { return sink.skip() }
    if visibility == .restricted, !sink.settings.includesPrivate { return sink.skipPrivate() }
    guard !item.cut.contains("content:encoded") else {
      return try quarantine("limit-field", "het bericht is groter dan 1 MB")
    }
    guard let (created, flags) = WordPressDate.created(item, "wp:post_date", sink) else {
      return try quarantine("date", "het bericht heeft geen leesbare datum")
    }
    let topic = type == "reply" ? item.number("wp:post_parent") ?? item.meta("_bbp_topic_id") : nil
    if type == "reply", topic == nil {
      return try quarantine("value-missing", "het antwoord noemt geen onderwerp")
    }
    let answered = item.meta("_bbp_reply_to").flatMap { $0 == "0" || $0 == number ? nil : $0 } ?? topic
    // bbPress lets guests write where the blog allows it.
    let author =
      item["dc:creator"] == nil
      ? blog.author(
        user: nil, address: item.meta("_bbp_anonymous_email"), name: item.meta("_bbp_anonymous_name"))
      : blog.author(login: item["dc:creator"])
    var post = ImportedPost(
      source: sink.settings.source, id: Self.id(number, blog), thread: Self.id(topic ?? number, blog),
      parent: answered.map { Self.id($0, blog) }, kind: type == "reply" ? .reply : .topic, author: author.key,
      authorName: author.name, channel: type == "post" ? nil : blog.forum(of: item),
      createdAt: created, editedAt: edited(after: created),
      title: type == "reply" ? nil : item["title"].map { PlainText.line(HTMLText.text(of: $0)) }, body: "",
      state: visibility == .deleted ? .withdrawn : .live, flags: flags, provenance: place)
    post.attachments = blog.attachments(of: number)
    post.take(WordPressText.lines(of: item["content:encoded"] ?? "", isAnswer: type == "reply"), .markup)
    try sink.post(post, raw: item.raw, isSplit: true)
  }

  /// The identity of a post.
  static func id(_ number: String, _ blog: WordPressBlog) -> String { "post:\(number)\(blog.suffix)" }

  /// When it was last changed, where that is later than its writing.
  private func edited(after created: Timestamp) -> Timestamp? {
    guard
      let (time, _) = WordPressDate.instant(
        item["wp:post_modified_gmt"], item["wp:post_modified"], sink.settings.zone), time > created
    else { return nil }
    return time
  }
}

/// A comment.
struct WordPressComment {
  private let comment: XMLRecord
  private let item: XMLRecord
  private let blog: WordPressBlog
  private let sink: ImportSink

  init(_ comment: XMLRecord, _ item: XMLRecord, _ blog: WordPressBlog, _ sink: ImportSink) {
    self.comment = comment
    self.item = item
    self.blog = blog
    self.sink = sink
  }

  func take() throws {
    let type = comment["wp:comment_type"] ?? "comment"
    if type == "pingback" || type == "trackback" { return sink.event() }
    guard ["comment", "review"].contains(type) else {
      sink.warn("comment-type-skipped")
      return sink.skip()
    }
    let isDeleted: Bool
    switch comment["wp:comment_approved"] {
    case nil, "1", "approve", "approved": isDeleted = false
    case "trash", "post-trashed": isDeleted = true
    default: return sink.skip()
    }
    let number = item.number("wp:post_id")
    let visibility = blog.visibility(of: item)
    if visibility == .restricted, !sink.settings.includesPrivate { return sink.skipPrivate() }
    if visibility == .unpublished { return sink.skip() }
    try post(number, isDeleted: isDeleted || visibility == .deleted)
  }

  private func post(_ number: String?, isDeleted: Bool) throws {
    let place = sink.place(record: comment.number, line: comment.line)
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: comment.raw, at: place)
    }
    guard let id = comment.number("wp:comment_id") else {
      return try quarantine("value-missing", "de reactie heeft geen nummer")
    }
    guard !comment.cut.contains("wp:comment_content") else {
      return try quarantine("limit-field", "de reactie is groter dan 1 MB")
    }
    guard let (created, flags) = WordPressDate.created(comment, "wp:comment_date", sink) else {
      return try quarantine("date", "de reactie heeft geen leesbare datum")
    }
    let thread = number.map { WordPressItem.id($0, blog) } ?? "link:" + (item["link"] ?? "")
    let parent = comment.number("wp:comment_parent").flatMap { $0 == id ? nil : $0 }
    let author = blog.author(
      user: comment.number("wp:comment_user_id"), address: comment["wp:comment_author_email"],
      name: comment["wp:comment_author"].map { PlainText.line(HTMLText.text(of: $0)) })
    var post = ImportedPost(
      source: sink.settings.source, id: "comment:\(id)\(blog.suffix)", thread: thread,
      parent: parent.map { "comment:\($0)\(blog.suffix)" } ?? thread, kind: .comment, author: author.key,
      authorName: author.name, createdAt: created, body: "", state: isDeleted ? .withdrawn : .live,
      flags: flags, provenance: place)
    post.take(WordPressText.lines(of: comment["wp:comment_content"] ?? "", isAnswer: true), .markup)
    if post.body.isEmpty, !isDeleted { return sink.skip() }
    try sink.post(post, raw: comment.raw, isSplit: true)
  }
}

/// Reads the two times that WordPress gives: Greenwich's, which is all zeros for what was never published, and the
/// blog's own.
enum WordPressDate {
  /// When a record was written.
  static func created(_ record: XMLRecord, _ field: String, _ sink: ImportSink) -> (Timestamp, [ImportFlag])?
  {
    if let found = instant(record[field + "_gmt"], record[field], sink.settings.zone) { return found }
    guard let date = record["pubDate"], case .instant(let time)? = MailDate.read(Array(date.utf8)) else {
      return nil
    }
    return (time, [])
  }

  static func instant(_ greenwich: String?, _ local: String?, _ zone: LocalZone) -> (Timestamp, [ImportFlag])?
  {
    if let time = greenwich.flatMap({ LocalTime(iso8601: $0) })?.asUTC { return (time, []) }
    var rule = ClockChangeRule()
    rule.onGap = .shift
    return local.flatMap { LocalTime(iso8601: $0) }.flatMap { zone.instant(of: .local($0), rule: rule) }
  }
}
