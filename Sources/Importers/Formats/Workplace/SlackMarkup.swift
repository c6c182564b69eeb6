// Slack's own markup, mrkdwn, to text as Slack shows it.

/// Turns mrkdwn into text: `<@U123>` becomes the member's name, `<https://x|label>` its label, `&lt;` a `<`. Marks
/// such as `*bold*` stay: people type them by hand as well.
struct SlackMarkup {
  let directory: SlackDirectory?

  /// The text of mrkdwn.
  func text(_ markup: String) -> String { PlainText.normalised(raw(markup)) }

  /// The same, white space as it stands.
  func raw(_ markup: String) -> String {
    let bytes = Array(markup.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<"),
        let end = bytes[position..<min(bytes.count, position + 4096)].firstIndex(of: UInt8(ascii: ">"))
      {
        let token = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
        result.append(contentsOf: Self.unescaped(self.token(token)).utf8)
        position = end + 1
      } else if byte == UInt8(ascii: "&"), let (plain, length) = Self.entity(bytes[position...]) {
        result.append(plain)
        position += length
      } else {
        result.append(byte)
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What stands between `<` and `>`, as Slack shows it.
  private func token(_ token: String) -> String {
    let parts = token.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let target = parts.first ?? ""
    let label = parts.count > 1 ? Optional(parts[1]).filled : nil
    let id = String(target.dropFirst())
    switch target.first {
    case "@": return user(id, label: label)
    case "#": return "#" + Self.bare(label ?? directory?.name(ofChannel: id) ?? id)
    case "!":
      if id.hasPrefix("date") { return label ?? "" }
      let name = id.hasPrefix("subteam") ? "groep" : String(id.prefix { $0 != "^" })
      return "@" + Self.bare(label ?? name)
    default:
      if let label { return label }
      for scheme in ["mailto:", "tel:"] where target.hasPrefix(scheme) {
        return String(target.dropFirst(scheme.count))
      }
      return target
    }
  }

  /// The mention of a member.
  func user(_ id: String, label: String? = nil) -> String {
    "@" + Self.bare(label ?? directory?.name(ofUser: id) ?? id)
  }

  /// A name without the sign that Slack may have put before it.
  private static func bare(_ name: String) -> String {
    name.first == "@" || name.first == "#" ? String(name.dropFirst()) : name
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"), let (plain, length) = entity(bytes[position...]) {
        result.append(plain)
        position += length
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The three characters that Slack escapes.
  private static func entity(_ bytes: ArraySlice<UInt8>) -> (UInt8, Int)? {
    if bytes.starts(with: "&amp;".utf8) { return (UInt8(ascii: "&"), 5) }
    if bytes.starts(with: "&lt;".utf8) { return (UInt8(ascii: "<"), 4) }
    if bytes.starts(with: "&gt;".utf8) { return (UInt8(ascii: ">"), 4) }
    return nil
  }
}
