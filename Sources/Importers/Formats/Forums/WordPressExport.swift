// What a WordPress export (WXR) is made of: which elements are read, and its blog.

/// The elements of WXR, of all its versions.
enum WordPressExport {
  static let item = "rss/channel/item"
  static let comment = "rss/channel/item/wp:comment"
  static let author = "rss/channel/wp:author"

  private static let namespaces: [(namespace: String, end: String, prefix: String)] = [
    ("http://wordpress.org/export/", "excerpt/", "excerpt"), ("http://wordpress.org/export/", "/", "wp"),
    ("https://wordpress.org/export/", "excerpt/", "excerpt"), ("https://wordpress.org/export/", "/", "wp"),
    ("http://purl.org/rss/1.0/modules/content/", "", "content"),
    ("http://purl.org/dc/elements/1.1/", "", "dc"),
  ]

  private static let identifying: [String: Int] = [
    "wp:post_id": 64, "wp:post_type": 64, "wp:status": 64, "wp:post_parent": 64, "wp:post_password": 1024,
    "title": 4096, "wp:author_id": 64, "wp:author_login": 1024, "wp:author_email": 1024,
    "wp:author_display_name": 1024, "wp:postmeta/wp:meta_key": 128, "wp:postmeta/wp:meta_value": 128,
    "wp:base_site_url": 4096, "wp:base_blog_url": 4096,
  ]

  /// What has to be known before the first post is read.
  static let outline = XMLRecordParser.Shape(
    records: ["rss/channel", item, author], fields: identifying, prefixes: namespaces)

  /// All that is read.
  static let whole = XMLRecordParser.Shape(
    records: ["rss/channel", item, author, comment],
    fields: identifying.merging([
      "title": 1 << 16, "link": 4096, "pubDate": 128, "dc:creator": 1024, "content:encoded": 1 << 20,
      "wp:post_date": 64, "wp:post_date_gmt": 64, "wp:post_modified": 64, "wp:post_modified_gmt": 64,
      "wp:comment_id": 64,
      "wp:comment_author": 1024, "wp:comment_author_email": 1024, "wp:comment_date": 64,
      "wp:comment_date_gmt": 64,
      "wp:comment_content": 1 << 20, "wp:comment_approved": 64, "wp:comment_type": 64,
      "wp:comment_parent": 64,
      "wp:comment_user_id": 64,
    ]) { $1 }, prefixes: namespaces)
}

extension XMLRecord {
  /// A number of a post, comment or user; nil where it is 0, which stands for none.
  func number(_ field: String) -> String? { self[field].flatMap { $0 == "0" ? nil : $0 } }

  /// A value of an item's further data.
  func meta(_ key: String) -> String? {
    guard
      let position = fields.firstIndex(where: {
        $0.name == "wp:postmeta/wp:meta_key" && $0.text.elementsEqual(key.utf8)
      }), position + 1 < fields.count, fields[position + 1].name == "wp:postmeta/wp:meta_value"
    else { return nil }
    let value = String(decoding: fields[position + 1].text, as: UTF8.self)
    return value.isEmpty ? nil : value
  }
}

/// What in a blog may be read by whom.
enum WordPressVisibility {
  /// By all who may read the blog.
  case open
  /// By some: private, hidden or behind a password.
  case restricted
  /// By its writer only: drafts and what waits or was marked as spam.
  case unpublished
  /// By nobody any more.
  case deleted

  init(_ item: XMLRecord) {
    switch item["wp:status"] {
    // Only a forum is for a group; a private post is for who manages the site.
    case "private" where item["wp:post_type"] != "forum": self = .unpublished
    case "private", "hidden": self = .restricted
    case nil, "publish", "closed", "inherit": self = item["wp:post_password"] == nil ? .open : .restricted
    case "trash":
      switch item.meta("_wp_trash_meta_status") {
      case nil, "publish", "closed": self = item["wp:post_password"] == nil ? .deleted : .restricted
      case "private", "hidden": self = .restricted
      default: self = .unpublished
      }
    default: self = .unpublished
    }
  }
}
