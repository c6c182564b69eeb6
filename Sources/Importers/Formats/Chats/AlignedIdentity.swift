// Identities for chats whose source numbers nothing: two phones give the same one for the same message.

/// Gives each message its identity: its chat, the minute, its text, and which of the same in that minute it is. Names of
/// people are no part of it, since each phone has its own; nor are seconds, which only some phones write.
///
/// Counts are kept for the minutes that came last only: lines stand out of order, but not by that much, and a file in
/// which a chat stands twice gives each message once.
struct AlignedIdentity {
  private var counts: [Int64: [Int: Int]] = [:]
  private var minutes: [Int64] = []
  private var oldest = 0
  private static let minutesKept = 256
  private let scope: [String]

  /// Identities within a chat; nil for the source's one nameless chat.
  init(scope: String?) { self.scope = ["aligned"] + [scope].compactMap(\.self) }

  /// What is compared.
  enum Content: Hashable {
    case text(String)
    case file
    case deleted
  }

  /// The identity of the next message.
  mutating func next(minute: Int64, _ content: Content) -> String {
    var (kind, text) =
      switch content {
      case .text(let text): ("text", PlainText.folded(text))
      case .file: ("file", "")
      case .deleted: ("deleted", "")
      }
    var hasher = Hasher()
    kind.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0 as UInt8)
    // Bodies are in one form, so that their bytes tell them apart.
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    if counts[minute] == nil { remember(minute) }
    let key = hasher.finalize()
    let number = counts[minute, default: [:]][key, default: 0] + 1
    counts[minute, default: [:]][key] = number
    return "aligned:" + DerivedIdentity.digest(of: scope + [kind, String(minute), text, String(number)])
  }

  private mutating func remember(_ minute: Int64) {
    counts[minute] = [:]
    if minutes.count < Self.minutesKept { return minutes.append(minute) }
    counts[minutes[oldest]] = nil
    minutes[oldest] = minute
    oldest = (oldest + 1) % Self.minutesKept
  }
}
