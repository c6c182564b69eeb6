// Identities for chats whose source numbers nothing: two phones give the same one for the same message.

/// Gives each message of a chat its identity: the minute, its text, and which of the same in that minute it is. Names
/// are no part of it, since each phone has its own; nor are seconds, which only some phones write, nor the chat's name,
/// which changes.
///
/// Counts are kept for the minutes that came last only: lines stand out of order, but not by that much, and a file in
/// which a chat stands twice gives each message once.
struct AlignedIdentity {
  private var counts: [Int64: [Int: Int]] = [:]
  private var minutes: [Int64] = []
  private var oldest = 0
  private static let minutesKept = 256

  /// What is compared.
  enum Content: Hashable {
    case text(String)
    case file
    case deleted
  }

  /// The identity of the next message.
  mutating func next(minute: Int64, _ content: Content) -> String {
    let (kind, text) =
      switch content {
      case .text(let text): ("text", PlainText.folded(text))
      case .file: ("file", "")
      case .deleted: ("deleted", "")
      }
    var hasher = Hasher()
    hasher.combine(kind)
    hasher.combine(text)
    if counts[minute] == nil { remember(minute) }
    let key = hasher.finalize()
    let number = counts[minute, default: [:]][key, default: 0] + 1
    counts[minute, default: [:]][key] = number
    let id = DerivedIdentity.id(of: ["aligned", kind, String(minute), text, String(number)])
    return "aligned:" + id.drop { $0 != ":" }.dropFirst()
  }

  private mutating func remember(_ minute: Int64) {
    counts[minute] = [:]
    if minutes.count < Self.minutesKept { return minutes.append(minute) }
    counts[minutes[oldest]] = nil
    minutes[oldest] = minute
    oldest = (oldest + 1) % Self.minutesKept
  }
}
