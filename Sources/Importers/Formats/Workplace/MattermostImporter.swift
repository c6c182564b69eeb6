// Reads Mattermost: the JSONL of its bulk export.
import Archives
import Discussion
import Records

/// Reads Mattermost's bulk export: an object on each line, each with a `type`. Posts have no ids there: theirs is made
/// of team, channel, author and the millisecond in which they were written, and of the text where two have all of
/// these in common. The ids are hashes, because names of people are part of them.
public struct MattermostImporter: Importer {
  /// The format's name.
  public var format: String { "mattermost.bulk" }

  /// A reader.
  public init() {}

  /// Whether the first line is `{"type":"version",…}`.
  public func recognises(_ sample: EntrySample) -> Bool {
    guard sample.start.first == UInt8(ascii: "{") else { return false }
    let line = sample.start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count < 1 << 14, let value = try? JSONParser().parse(Array(line)) else { return false }
    return value["type"]?.string == "version" && value["version"]?.integer != nil
  }

  /// Reads the lines.
  public func read(_ entry: ArchiveEntry, _ sample: EntrySample, into sink: ImportSink) throws {
    var text = TextStream(encoding: sample.encoding)
    var marker = ByteOrderMarkRemover()
    var lines = LineSplitter()
    var export = MattermostExport(sink)
    func take(_ line: Line) throws { try export.read(line) }
    try entry.forEachBlock { block in
      try marker.pass(block) { try text.decode($0) { try lines.feed($0, take) } }
    }
    try marker.finish { try text.decode($0) { try lines.feed($0, take) } }
    try lines.finish(take)
  }
}

/// What the lines of an export say so far: channels and members come before the posts.
private struct MattermostExport {
  let sink: ImportSink
  private let parser = JSONParser()
  private let cards = SlackCards(markup: SlackMarkup(directory: nil))
  private var record = 0
  private var channels: [String: (name: String?, isPrivate: Bool)] = [:]
  private var names: [String: String] = [:]
  /// Hashes of identities and texts: only to be told apart within this file.
  private var texts: [Int: Int] = [:]

  init(_ sink: ImportSink) { self.sink = sink }

  /// Where a post stands.
  private struct Place {
    var scope: [String]
    var channel: String?
    var isPrivate: Bool
  }

  mutating func read(_ line: Line) throws {
    guard line.bytes.contains(where: { !JSONLines.isSpace($0) }) else { return }
    func quarantine(_ reason: String, _ message: String) throws {
      record += 1
      try sink.quarantine(
        reason, message, raw: line.bytes, at: sink.place(record: record, line: line.number, byte: line.byte))
    }
    if line.isCut { return try quarantine("limit-field", "de regel is langer dan 16 MB") }
    let value: JSONValue
    do { value = try parser.parse(line.bytes) } catch {
      // Only the last line can have been cut off: others just are no JSON.
      let isCut = error.reason == .truncated && !line.isTerminated
      if isCut { sink.warn("incomplete") }
      let reason = error.reason == .truncated && !isCut ? JSONError.Reason.syntax : error.reason
      return try quarantine(
        reason.rawValue,
        isCut
          ? "de regel houdt te vroeg op (teken \(error.byte))" : "de regel is geen JSON (teken \(error.byte))"
      )
    }
    if let key = value.duplicateKey {
      return try quarantine("json-duplicate-key", JSONDocumentReading.repeated(key))
    }
    guard value.kind == .object, let type = value["type"]?.string else {
      return try quarantine("json-type", "de regel is geen object met een soort (type)")
    }
    guard let content = value[type] else { return }
    switch type {
    case "channel": take(channel: content)
    case "user", "bot": take(user: content)
    case "post":
      let (team, channel) = (content["team"]?.string ?? "", content["channel"]?.string ?? "")
      let known = channels[team + "/" + channel]
      try read(
        content, line, root: nil,
        Place(
          scope: [team, channel], channel: known?.name ?? channel, isPrivate: known?.isPrivate ?? false))
    case "direct_post":
      let members = (content["channel_members"].map { Array($0.elements) } ?? []).compactMap(\.string)
      try read(
        content, line, root: nil,
        Place(scope: ["direct"] + members.sorted(), channel: nil, isPrivate: true))
    default: break
    }
  }

  private mutating func take(channel: JSONValue) {
    guard let team = channel["team"]?.string, let name = channel["name"]?.string else { return }
    channels[team + "/" + name] = (
      channel["display_name"]?.string.filled ?? name, channel["type"]?.string.map { $0 != "O" } ?? false
    )
  }

  private mutating func take(user: JSONValue) {
    guard let key = user["username"]?.string else { return }
    let full = ["first_name", "last_name"].compactMap { user[$0]?.string.filled }.joined(separator: " ")
    names[key] =
      user["nickname"]?.string.filled ?? Optional(full).filled ?? user["display_name"]?.string.filled ?? key
  }

  /// Reads a post and the replies in it.
  private mutating func read(_ post: JSONValue, _ line: Line, root: String?, _ site: Place) throws {
    record += 1
    let place = sink.place(record: record, line: line.number, byte: line.byte)
    var id: String?
    if site.isPrivate, !sink.settings.includesPrivate {
      sink.skipPrivate()
    } else {
      id = try take(post, root: root, site, place)
    }
    for reply in post["replies"].map({ Array($0.elements) }) ?? [] {
      try read(reply, line, root: root ?? id ?? "", site)
    }
  }

  /// Takes a post; its identity, where it has one.
  private mutating func take(_ post: JSONValue, root: String?, _ site: Place, _ place: Provenance) throws
    -> String?
  {
    func quarantine(_ reason: String, _ message: String) throws {
      try sink.quarantine(reason, message, raw: post.fragment, at: place)
    }
    guard post.kind == .object else {
      try quarantine("json-type", "het bericht is geen object")
      return nil
    }
    guard let user = post["user"]?.string.filled else {
      try quarantine("value-missing", "het bericht noemt geen schrijver (user)")
      return nil
    }
    guard let milliseconds = post["create_at"]?.integer, milliseconds > 0 else {
      try quarantine("date", "het bericht heeft geen leesbare tijd (create_at)")
      return nil
    }
    let message = post["message"]?.string ?? ""
    let base = site.scope + [user, String(milliseconds)]
    var id = DerivedIdentity.id(of: base)
    if MattermostEvents.isEvent(type: post["type"]?.string, message: message, user: user) {
      sink.event()
      // Replies to it still form one conversation.
      return id
    }
    var body = PlainText.normalised(message)
    if body.isEmpty { body = cards.text(ofCards: post[path: ["props", "attachments"]]) }
    let edited = post["edit_at"]?.integer.flatMap { $0 > 0 ? $0 : nil }
    // Two posts of one author in one millisecond.
    let folded = PlainText.folded(body)
    if let other = texts[id.hashValue], other != folded.hashValue, edited == nil {
      id = DerivedIdentity.id(of: base + [folded])
    }
    texts[id.hashValue] = folded.hashValue
    let attachments = post["attachments"]?.count ?? 0
    let isDeleted = (post["delete_at"]?.integer ?? 0) > 0
    if body.isEmpty, attachments == 0, !isDeleted {
      sink.skip()
      return id
    }
    // A reply whose post could not be read is a conversation of its own.
    let parent = root.flatMap { $0.isEmpty ? nil : $0 }
    var imported = ImportedPost(
      source: sink.settings.source, id: id, identity: .derived, thread: parent ?? id, parent: parent,
      kind: root == nil ? .topic : .reply, author: user, authorName: names[user], channel: site.channel,
      createdAt: Timestamp(milliseconds: Int64(milliseconds)),
      editedAt: edited.map { Timestamp(milliseconds: Int64($0)) }, body: body,
      state: isDeleted ? .withdrawn : .live, provenance: place)
    imported.attachments = attachments
    try sink.post(imported, raw: post.fragment)
    return id
  }
}
