// What monitors decided about a post in their queue: a line of an append-only log.

/// What became of a post. The raw values are the words that people type and that files hold.
public enum VerdictKind: String, Hashable, Sendable, CaseIterable {
  /// The post was taken away.
  case removed = "verwijderd"
  /// The text was changed.
  case edited = "bewerkt"
  /// The author was written to or called.
  case authorContacted = "auteur_benaderd"
  /// It was handed on to somebody else.
  case referred = "doorverwezen"
  /// The reason was right, and nothing had to be done.
  case noAction = "geen_actie"
  /// The reason was wrong.
  case unjust = "onterecht"
  /// Somebody looks again on a day.
  case postponed = "uitgesteld"
}

/// Which text of a post a verdict is about: a hash over title and body that says nothing of what stands in them.
public struct TextVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How many hexadecimal digits stand in one.
  public static let digits = 16

  /// The digits after a `v`, so that no spreadsheet takes them for a number.
  public let description: String

  /// The version with these lower-case hexadecimal digits, of which the first ones count; nil when they are too few.
  public init?(digits: String) {
    let kept = digits.utf8.prefix(Self.digits)
    guard kept.count == Self.digits, kept.allSatisfy(Self.isDigit) else { return nil }
    description = "v" + String(decoding: kept, as: UTF8.self)
  }

  /// Reads a version as it is written.
  public init?(_ text: String) {
    guard text.utf8.count == Self.digits + 1, text.utf8.first.map({ $0 | 32 }) == UInt8(ascii: "v")
    else {
      return nil
    }
    self.init(digits: text.dropFirst().lowercased())
  }

  /// The order in which they are sorted.
  public static func < (left: TextVersion, right: TextVersion) -> Bool {
    left.description < right.description
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

/// One line of the log of verdicts.
public struct Verdict: Hashable, Sendable {
  /// What is recorded.
  public enum Action: Hashable, Sendable {
    /// What became of a post.
    case judge(Judgement)
    /// Whether a sentence of a post may be shown to the core group.
    case quote(Quotation)
    /// An earlier line no longer holds.
    case withdraw(Int)
  }

  /// What became of a post.
  public struct Judgement: Hashable, Sendable {
    /// The post.
    public var post: PostID
    /// The text that was judged.
    public var version: TextVersion
    /// What became of it.
    public var kind: VerdictKind
    /// The reasons that it is about, without their numbers; empty stands for all.
    public var about: [ReviewReason]
    /// The reasons for which the post stood in the queue at that time, without their numbers.
    public var shown: [ReviewReason]
    /// The day on which somebody looks again; only for what was postponed.
    public var until: CalendarDay?

    /// A judgement from its parts.
    public init(
      post: PostID, version: TextVersion, kind: VerdictKind, about: [ReviewReason] = [],
      shown: [ReviewReason] = [], until: CalendarDay? = nil
    ) {
      self.post = post
      self.version = version
      self.kind = kind
      self.about = about.map(\.withoutNumber)
      self.shown = shown.map(\.withoutNumber)
      self.until = until
    }

    /// The reasons that it speaks of.
    public var told: [ReviewReason] { about.isEmpty ? shown : about }
  }

  /// The line's number in the log, from 1; it only grows.
  public var number: Int
  /// What is recorded.
  public var action: Action
  /// Why, in people's own words; a BSN is never kept in it.
  public var note: String?
  /// The day it was recorded: for a row of a file the night that read it.
  public var recordedOn: CalendarDay
  /// Who says so, in their own words; nil when they did not say.
  public var by: String?
  /// Where the line came from.
  public var source: LogSource

  /// A line from its parts.
  public init(
    number: Int, action: Action, note: String? = nil, recordedOn: CalendarDay, by: String? = nil,
    source: LogSource = .command
  ) {
    self.number = number
    self.action = action
    self.note = note
    self.recordedOn = recordedOn
    self.by = by
    self.source = source
  }

  /// What was said about showing a sentence of a post; nil for other lines.
  public var quotation: Quotation? {
    guard case .quote(let quotation) = action else { return nil }
    return quotation
  }

  /// The post that it is about; nil for a line that withdraws another.
  public var post: PostID? { judgement?.post ?? quotation?.post }

  /// What became of a post; nil for other lines.
  public var judgement: Judgement? {
    guard case .judge(let judgement) = action else { return nil }
    return judgement
  }
}
