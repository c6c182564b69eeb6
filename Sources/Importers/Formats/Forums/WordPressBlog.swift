// What is known of the blogs in an export before their posts are read: members, forums, and what is not public.
import Archives

/// Gathers over all parts of an export what is needed to read any of it.
final class WordPressSurvey: ImportSurvey {
  private var blogs: [String: WordPressBlog] = [:]

  func look(at entry: ArchiveEntry) throws {
    var blog: WordPressBlog?
    do {
      try XMLRecordParser.read(WordPressExport.outline, entry.forEachBlock) { record, around in
        if blog == nil, let channel = around { blog = self.blog(of: channel) }
        blog?.learn(record)
      }
    } catch is ImportRefusal {
      // Reading it will say what is wrong with it.
    }
  }

  /// The blog whose channel starts so.
  func blog(of channel: XMLRecord) -> WordPressBlog {
    let key = WordPressBlog.key(of: channel)
    let blog = blogs[key] ?? WordPressBlog(suffix: key)
    blogs[key] = blog
    return blog
  }
}

/// A blog.
final class WordPressBlog {
  /// What stands behind the numbers of posts to tell the blogs of a network apart; empty for the main one.
  let suffix: String
  private struct Member {
    var id: String
    var name: String?
  }
  private var logins: [String: Member] = [:]
  private var addresses: [String: Member] = [:]
  private var forums: [String: String] = [:]
  private var parents: [String: String] = [:]
  private var closed: [String: WordPressVisibility] = [:]
  private var attachments: [String: Int] = [:]

  init(suffix: String) { self.suffix = suffix.isEmpty ? "" : "@" + suffix }

  /// Learns from an author or an item.
  func learn(_ record: XMLRecord) {
    if record.path == WordPressExport.author { return learnAuthor(record) }
    guard record.path == WordPressExport.item, let id = record.number("wp:post_id") else { return }
    let type = record["wp:post_type"]
    let parent = record.number("wp:post_parent")
    if type == "forum", let title = record["title"] { forums[id] = title }
    if type == "attachment", let parent { attachments[parent, default: 0] += 1 }
    // Replies and uploads say themselves where they belong: only what others stand in is remembered.
    if let parent, parent != id, !["reply", "attachment", "nav_menu_item", "revision"].contains(type) {
      parents[id] = parent
    }
    let visibility = WordPressVisibility(record)
    if visibility != .open { closed[id] = visibility }
  }

  private func learnAuthor(_ record: XMLRecord) {
    // WordPress.com gives no numbers.
    guard let id = record.number("wp:author_id").map({ "user:" + $0 }) ?? record["wp:author_login"] else {
      return
    }
    let member = Member(id: id, name: record["wp:author_display_name"])
    if let login = record["wp:author_login"] { logins[login] = member }
    if let address = record["wp:author_email"]?.lowercased() { addresses[address] = member }
  }

  /// How far an item may be read that stands in another: as far as all around it at most.
  func visibility(of item: XMLRecord) -> WordPressVisibility {
    var result = WordPressVisibility(item)
    for around in ancestors(of: item) {
      if closed[around] == .restricted { return .restricted }
      if result == .open, closed[around] == .unpublished { result = .unpublished }
    }
    return result
  }

  /// The title of the forum that a topic or reply stands in.
  func forum(of item: XMLRecord) -> String? {
    ancestors(of: item).lazy.compactMap { self.forums[$0] }.first
  }

  /// What an item stands in, innermost first.
  private func ancestors(of item: XMLRecord) -> [String] {
    var found: [String] = []
    var current = item.number("wp:post_parent") ?? item.meta("_bbp_topic_id")
    while let around = current, found.count < 16, !found.contains(around) {
      found.append(around)
      current = parents[around]
    }
    return found
  }

  /// Number of files that were uploaded to a post.
  func attachments(of item: String) -> Int { attachments[item] ?? 0 }

  /// Who has a login: the user's number where the export gives it, so that posts and comments of one member have one
  /// author.
  func author(login: String?) -> (key: String?, name: String?) {
    guard let login else { return (nil, nil) }
    let member = logins[login]
    return (member?.id ?? login, member?.name ?? login)
  }

  /// Who wrote a comment: a member, a guest with an address, or a guest with only a name.
  func author(user: String?, address: String?, name: String?) -> (key: String?, name: String?) {
    if let user { return ("user:" + user, name) }
    if let address = address?.lowercased() { return (addresses[address]?.id ?? address, name) }
    return (name, name)
  }

  /// What tells a blog from others of its network: its folder or subdomain; empty for the main blog and for a site
  /// without network. The site itself is not part of it: sites move to https and to other names, and their posts stay
  /// what they are. WordPress.com is no community's network.
  static func key(of channel: XMLRecord) -> String {
    guard let network = channel["wp:base_site_url"].map(Address.init),
      let blog = channel["wp:base_blog_url"].map(Address.init), network.host != "wordpress.com"
    else { return "" }
    if blog.host == network.host {
      return blog.path.hasPrefix(network.path)
        ? blog.path.dropFirst(network.path.count).drop { $0 == "/" }.description : blog.path
    }
    if blog.host.hasSuffix("." + network.host) {
      return String(blog.host.dropLast(network.host.count + 1)) + blog.path
    }
    return blog.host + blog.path
  }

  /// Host and path of an address, without scheme, `www.` and closing slash.
  private struct Address {
    let host: String
    let path: String

    init(_ text: String) {
      var rest = text.lowercased()[...]
      if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
      if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      host = String(rest[..<slash])
      var path = rest[slash...]
      while path.hasSuffix("/") { path = path.dropLast() }
      self.path = String(path)
    }
  }
}
