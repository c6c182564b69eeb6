// Who and what the ids in a Slack export stand for, gathered over all of its entries.
import Archives
import Records

/// A conversation of a Slack export: a channel, a private group or a direct message.
struct SlackConversation: Hashable {
  /// What identifies it: Slack's own id where the export tells it, else the folder's name.
  var key: String
  /// Its name; nil for direct messages, whose names are the names of people.
  var name: String?
  var isPrivate: Bool

  /// A conversation of which only the folder's name is known.
  init(folder: String) {
    let isGroupMessage = folder.hasPrefix("mpdm-")
    isPrivate = isGroupMessage || Self.isID(folder, from: "DG")
    name = isPrivate || folder.isEmpty ? nil : folder
    // Such a name is made of the names of people.
    key = isGroupMessage ? DerivedIdentity.id(of: ["slack", folder]) : folder
  }

  /// A conversation as `channels.json` and its likes list it.
  init?(_ value: JSONValue, isPrivate inPrivateList: Bool) {
    guard let id = value["id"]?.string.filled else { return nil }
    func says(_ key: String) -> Bool { value[key]?.boolean == true }
    let isDirect = says("is_im") || says("is_mpim") || Self.isID(id, from: "D")
    let name = value["name"]?.string.filled
    key = id
    isPrivate = inPrivateList || isDirect || says("is_private") || says("is_group")
    self.name = isDirect || name?.hasPrefix("mpdm-") == true ? nil : name
  }

  /// Whether a text is one of Slack's ids that starts with one of these letters.
  static func isID(_ text: String, from letters: String) -> Bool {
    guard let first = text.unicodeScalars.first, letters.unicodeScalars.contains(first) else { return false }
    let rest = text.utf8.dropFirst()
    return rest.count >= 6
      && rest.allSatisfy { SlackTime.isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}

/// What `users.json`, `channels.json`, `groups.json`, `mpims.json` and `dms.json` tell, and how many conversations
/// there are. An export may stand in a folder, and several may stand in one archive: names hold within their own.
final class SlackDirectory: ImportSurvey {
  private var users: [String: String] = [:]
  private var conversations: [String: SlackConversation] = [:]
  private var ids: [String: String] = [:]
  private var folders: Set<String> = []

  /// Whether there is one conversation and nothing else: somebody chose that one. An export that lists more has more, even
  /// where only one had messages.
  var hasOneConversation: Bool { folders.count == 1 && conversations.count <= 1 }

  func look(at entry: ArchiveEntry) throws {
    let sample = try EntrySample(file: "", entry: entry)
    let path = SlackPath(entry.name)
    switch SlackDocument(sample) {
    case .day: folders.insert(path.root + "/" + path.folder)
    case .dump:
      folders.insert(path.root + "/" + path.folder + "/" + path.leaf.prefix { $0 != "-" && $0 != "." })
    case .users:
      for user in Self.elements(entry, sample) { add(user: user) }
    case .conversations(let isPrivate):
      for value in Self.elements(entry, sample) {
        guard let conversation = SlackConversation(value, isPrivate: isPrivate) else { continue }
        conversations[conversation.key] = conversation
        if let name = value["name"]?.string.filled { ids[path.directory + "/" + name] = conversation.key }
      }
    case .other, nil: break
    }
  }

  private func add(user: JSONValue) {
    guard let id = user["id"]?.string else { return }
    let names = [["profile", "display_name"], ["profile", "real_name"], ["real_name"], ["name"]]
    users[id] = names.lazy.compactMap { user[path: $0]?.string.filled }.first
  }

  /// The elements of a list; none when it is damaged, which its reading says.
  private static func elements(_ entry: ArchiveEntry, _ sample: EntrySample) -> [JSONValue] {
    (try? JSONDocumentReading.read(entry, sample)).map { Array($0.elements) } ?? []
  }

  /// The name of a member as Slack shows it.
  func name(ofUser id: String) -> String? { users[id] }

  /// The name of a channel.
  func name(ofChannel id: String) -> String? { conversations[id]?.name }

  /// The conversation whose messages stand in a folder.
  func conversation(at path: SlackPath) -> SlackConversation {
    conversations[ids[path.root + "/" + path.folder] ?? path.folder]
      ?? SlackConversation(folder: path.folder)
  }

  /// The conversation with an id, as a dump names it.
  func conversation(id: String, name: String?) -> SlackConversation {
    if let known = conversations[id] { return known }
    var conversation = SlackConversation(folder: id)
    if !conversation.isPrivate { conversation.name = name ?? id }
    return conversation
  }
}

/// Where an entry stands: `root/folder/leaf`.
struct SlackPath {
  var root: String
  var folder: String
  var leaf: String
  /// The root and the folder.
  var directory: String { folder.isEmpty ? root : root + "/" + folder }

  init(_ path: String) {
    var parts = path.split(separator: "/").map(String.init)
    leaf = parts.popLast() ?? ""
    // A folder that is an archive is no channel.
    folder = parts.last?.hasSuffix("!") == true ? "" : parts.popLast() ?? ""
    root = parts.map { "/" + $0 }.joined()
  }
}
