// The text of Slack's blocks and cards, for messages that bots write and that have no text of their own.
import Records

/// Text out of blocks and cards ("attachments" in Slack and Mattermost).
struct SlackCards {
  let markup: SlackMarkup

  /// The text of a message's blocks.
  func text(ofBlocks blocks: JSONValue?) -> String {
    PlainText.normalised(
      (blocks?.elements).map { $0.map { text(of: $0, depth: 0) }.filter { !$0.isEmpty } }?
        .joined(separator: "\n") ?? "")
  }

  private func text(of block: JSONValue, depth: Int) -> String {
    guard depth < 8 else { return "" }
    func parts(_ value: JSONValue?, _ separator: String) -> String {
      (value.map { Array($0.elements) } ?? []).map { text(of: $0, depth: depth + 1) }
        .filter { !$0.isEmpty }.joined(separator: separator)
    }
    func inner(_ key: String) -> String { block[key].map { text(of: $0, depth: depth + 1) } ?? "" }
    switch block["type"]?.string {
    case "rich_text", "context", "rich_text_list": return parts(block["elements"], "\n")
    case "rich_text_section", "rich_text_quote", "rich_text_preformatted": return parts(block["elements"], "")
    case "section":
      return [inner("text"), parts(block["fields"], "\n")].filter { !$0.isEmpty }.joined(separator: "\n")
    case "header": return inner("text")
    case "text", "plain_text": return block["text"]?.string ?? ""
    case "mrkdwn", "markdown": return markup.raw(block["text"]?.string ?? "")
    case "link": return (block["text"]?.string).filled ?? block["url"]?.string ?? ""
    case "user": return markup.user(block["user_id"]?.string ?? "")
    case "channel": return markup.raw("<#\(block["channel_id"]?.string ?? "")>")
    case "broadcast": return "@" + (block["range"]?.string ?? "")
    case "emoji": return ":" + (block["name"]?.string ?? "") + ":"
    case "date": return block["fallback"]?.string ?? ""
    default: return ""
    }
  }

  /// The text of the cards that a bot put below its message; previews of linked pages and shared messages are not its
  /// own words.
  func text(ofCards cards: JSONValue?) -> String {
    let texts = (cards.map { Array($0.elements) } ?? []).filter { !Self.isPreview($0) && !Self.isShare($0) }
      .map(text(ofCard:))
    return PlainText.normalised(texts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private func text(ofCard card: JSONValue) -> String {
    var lines = ["pretext", "title", "text"].compactMap { card[$0]?.string.filled }
    for field in card["fields"].map({ Array($0.elements) }) ?? [] {
      lines += ["title", "value"].compactMap { field[$0]?.string.filled }
    }
    let blocks = text(ofBlocks: card["blocks"])
    if !blocks.isEmpty { lines.append(blocks) }
    if lines.isEmpty, let fallback = card["fallback"]?.string.filled { lines = [fallback] }
    return lines.map(markup.raw).joined(separator: "\n")
  }

  /// The words of other messages that a message shares.
  func text(ofShares cards: JSONValue?) -> String? {
    let texts = (cards.map { Array($0.elements) } ?? []).filter(Self.isShare)
      .map { markup.text(($0["text"]?.string).filled ?? $0["fallback"]?.string ?? "") }
    return Optional(texts.joined(separator: "\n\n")).filled
  }

  /// Whether a card is the preview of a page that a link in the message leads to.
  private static func isPreview(_ card: JSONValue) -> Bool {
    card["from_url"]?.string != nil || card["original_url"]?.string != nil
  }

  /// Whether a card is another message, shared.
  private static func isShare(_ card: JSONValue) -> Bool {
    card["is_msg_unfurl"]?.boolean == true || card["is_share"]?.boolean == true
  }
}
