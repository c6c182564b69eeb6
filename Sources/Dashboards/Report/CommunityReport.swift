// The community list: what asks for a monitor's eye without being a matter of one post's contents.
import Discussion
import Moderation

/// A row of the community list: a post or a conversation, and what was seen of it.
public struct CommunityRow: Hashable, Sendable {
  /// What was seen.
  public enum Finding: Hashable, Sendable {
    /// A question that waits for nobody, because its post announces something.
    case announcement(workingDays: Int)
    /// A newcomer's first post without a reply.
    case newcomer(NewcomerWithoutReply)
    /// A text that stands there more than once.
    case repeated(RepeatedText)
    /// A conversation with heat.
    case heated(HeatedThread)
  }

  /// What was seen.
  public var finding: Finding
  /// The post that it is about: of a repeated text the latest, of a conversation the first.
  public var post: PostID
  /// Its conversation.
  public var thread: ThreadID
  /// The group or channel it was posted in.
  public var channel: String?
  /// The local day that counts: of the post, and of a heated conversation the first of its busiest hours.
  public var day: CalendarDay
  /// Of a repeated text the local day on which it was placed first; else the same as `day`.
  public var firstDay: CalendarDay
  /// The start of the post after redaction.
  public var excerpt: RedactedText
  /// Where the post stands on the platform, when the source gives an address.
  public var link: String?

  /// A row from its parts.
  public init(
    finding: Finding, post: PostID, thread: ThreadID, channel: String? = nil, day: CalendarDay,
    firstDay: CalendarDay? = nil, excerpt: RedactedText, link: String? = nil
  ) {
    self.finding = finding
    self.post = post
    self.thread = thread
    self.channel = channel
    self.day = day
    self.firstDay = firstDay ?? day
    self.excerpt = excerpt
    self.link = link
  }
}

/// The community list with the settings that it was made with.
public struct CommunityReport: Sendable {
  /// All rows.
  public var rows: [CommunityRow]
  /// Working days without a reply after which a newcomer is listed.
  public var newcomersAfterWorkingDays: Int
  /// One person's copies within so many days are one text that was placed more than once.
  public var duplicatesWithinDays: Int
  /// A copy of a listed text is no older than so many days.
  public var duplicatesLookBackDays: Int
  /// Conversations were judged over so many days.
  public var heatLookBackDays: Int

  /// A list from its parts.
  public init(
    rows: [CommunityRow] = [], newcomersAfterWorkingDays: Int = 2, duplicatesWithinDays: Int = 14,
    duplicatesLookBackDays: Int = 30, heatLookBackDays: Int = 7
  ) {
    self.rows = rows
    self.newcomersAfterWorkingDays = newcomersAfterWorkingDays
    self.duplicatesWithinDays = duplicatesWithinDays
    self.duplicatesLookBackDays = duplicatesLookBackDays
    self.heatLookBackDays = heatLookBackDays
  }
}

extension CommunityReport {
  /// The groups of the list, in the order of the page.
  enum Group: Int, CaseIterable {
    case announcements
    case newcomers
    case repeated
    case heated
  }

  /// The rows of a group, in their order.
  func rows(_ group: Group) -> [CommunityRow] { rows.filter { $0.group == group } }

  /// The list in the order in which it is worked through: who waits longest first, then one person's repeated texts, the
  /// latest first, then the conversations with the most hostile and the most replies.
  var sorted: CommunityReport {
    var report = self
    report.rows.sort { left, right in
      left.group != right.group
        ? left.group.rawValue < right.group.rawValue
        : left.order == right.order ? left.post < right.post : left.order < right.order
    }
    return report
  }
}

extension CommunityRow {
  /// The group of the list that the row belongs to.
  var group: CommunityReport.Group {
    switch finding {
    case .announcement: .announcements
    case .newcomer: .newcomers
    case .repeated: .repeated
    case .heated: .heated
    }
  }

  /// The row's place within its group; smaller comes first.
  fileprivate var order: (Int, Int, Int) {
    switch finding {
    case .announcement, .newcomer: (day.number, 0, 0)
    case .repeated(let text): (text.kind.rawValue, -day.number, -text.posts.count)
    case .heated(let heat): (-heat.hostile, -heat.replies, -day.number)
    }
  }
}
