// What a file of a Slack export is, told by its contents.
import Records

/// The kinds of document that Slack's export and slackdump write.
enum SlackDocument {
  /// The messages of a channel on a day, an array.
  case day
  /// The messages of a channel with their replies nested, an object: slackdump's "dump".
  case dump
  /// Who the members are.
  case users
  /// What the channels are; whether the file lists private ones.
  case conversations(isPrivate: Bool)
  /// Something else of an export that holds no messages.
  case other

  init?(_ sample: EntrySample) {
    switch sample.start.first {
    case UInt8(ascii: "["):
      if Self.isEmptyArray(sample) {
        guard let document = Self.ofEmpty(sample.leafName) else { return nil }
        self = document
        return
      }
      guard let document = Self.ofArray(sample) else { return nil }
      self = document
    case UInt8(ascii: "{"):
      guard let document = Self.ofObject(sample) else { return nil }
      self = document
    default: return nil
    }
  }

  private static func ofArray(_ sample: EntrySample) -> SlackDocument? {
    let paths = sample.outline.paths
    func has(_ keys: String...) -> Bool { keys.allSatisfy { paths.contains($0) } }
    let content = ["text", "subtype", "blocks", "files", "attachments", "user", "bot_id"]
    if has("ts"), has("type") || has("text"), content.contains(where: { paths.contains($0) }),
      hasSlackTime(sample)
    {
      return .day
    }
    switch sample.leafName {
    case "users.json", "org_users.json":
      return has("id", "profile") ? .users : nil
    case "channels.json", "groups.json", "mpims.json", "dms.json":
      return has("id", "created") && !has("ts")
        ? .conversations(isPrivate: sample.leafName != "channels.json") : nil
    case "canvases.json", "lists.json", "file_conversations.json", "huddle_transcripts.json":
      return has("id", "filetype") ? .other : nil
    default:
      return has("user_id", "change_type", "date") ? .other : nil
    }
  }

  private static func ofObject(_ sample: EntrySample) -> SlackDocument? {
    let outline = sample.outline
    if outline.isObject(with: "messages.type", "messages.ts"), hasSlackTime(sample) {
      // slackdump writes the channel's id behind the messages.
      return outline.paths.contains("channel_id") || !sample.isWhole ? .dump : nil
    }
    if outline.isObject(with: "channel_id", "messages", "name"),
      !outline.paths.contains(where: { $0.hasPrefix("messages.") })
    {
      return .dump
    }
    return outline.isObject(with: "url", "team", "user", "team_id", "user_id") ? .other : nil
  }

  private static func isEmptyArray(_ sample: EntrySample) -> Bool {
    guard sample.isWhole, sample.start.count < 64 else { return false }
    return sample.start.filter { !JSONLines.isSpace($0) } == [UInt8(ascii: "["), UInt8(ascii: "]")]
  }

  /// What an empty list is, which only its name can tell.
  private static func ofEmpty(_ name: String) -> SlackDocument? {
    switch name {
    case "users.json", "org_users.json": .users
    case "channels.json": .conversations(isPrivate: false)
    case "groups.json", "mpims.json", "dms.json": .conversations(isPrivate: true)
    case "integration_logs.json", "canvases.json", "lists.json", "file_conversations.json",
      "huddle_transcripts.json":
      .other
    default: isDay(name) ? .day : nil
    }
  }

  /// Whether a name is a date with `.json`.
  private static func isDay(_ name: String) -> Bool {
    let pattern = Array("0000-00-00.json".utf8)
    return name.utf8.count == pattern.count
      && zip(name.utf8, pattern).allSatisfy { $1 == UInt8(ascii: "0") ? SlackTime.isDigit($0) : $0 == $1 }
  }

  /// Whether the first `ts` is a time as Slack writes it: `"1516457564.000118"`.
  private static func hasSlackTime(_ sample: EntrySample) -> Bool {
    guard let key = sample.head.place(of: "\"ts\"") else { return false }
    var rest = sample.head[key.upperBound...].drop { JSONLines.isSpace($0) || $0 == UInt8(ascii: ":") }
    guard rest.popFirst() == UInt8(ascii: "\"") else { return false }
    let time = rest.prefix { $0 != UInt8(ascii: "\"") }
    return time.contains(UInt8(ascii: ".")) && SlackTime(utf8: time) != nil
  }
}
