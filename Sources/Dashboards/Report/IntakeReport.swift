// What came in: per file how many records were read and what became of each, and what could not be read.
import Discussion

/// How far the data reach and what came in this night.
public struct IntakeReport: Sendable {
  /// The last day of which all posts are known to be here: the day the newest export was made, or else the day of the
  /// newest post; with several sources the earliest of theirs. Nil when there is nothing at all. The report's week is
  /// complete when this is its Sunday or later and no file failed.
  public var coveredUntil: CalendarDay?
  /// When the newest post was written, on the clock of the community's zone; nil when there are no posts.
  public var newestPost: LocalTime?
  /// The files offered this night, also those that were not read.
  public var files: [IntakeFile]
  /// The sources, in the order of the pipeline file.
  public var sources: [IntakeSource]
  /// What came in per night and source, the last nights only.
  public var nights: [IntakeNight]

  /// A report from its parts.
  public init(
    coveredUntil: CalendarDay? = nil, newestPost: LocalTime? = nil, files: [IntakeFile] = [],
    sources: [IntakeSource] = [], nights: [IntakeNight] = []
  ) {
    self.sources = sources
    self.nights = nights
    self.coveredUntil = coveredUntil
    self.newestPost = newestPost
    self.files = files
  }
}

/// What became of one file: every record that was read is counted in exactly one of the other columns.
public struct IntakeFile: Hashable, Sendable {
  /// How the file as a whole fared.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// Read to the end.
    case imported = "ingelezen"
    /// Known from an earlier night, not read again.
    case known = "bekend"
    /// No reader knows its format, or it holds no discussion.
    case ignored = "overgeslagen"
    /// Broken, too large or otherwise unreadable, wholly or from some point on.
    case failed = "mislukt"
  }
  /// Path relative to the inbox; entries of archives joined by `!/`.
  public var file: String
  /// Name of the recognised format; empty when none.
  public var format: String
  /// How the file as a whole fared.
  public var outcome: Outcome
  /// Why it failed or was ignored, in a plain Dutch sentence; empty when it was read.
  public var reason: String
  /// What a monitor can do about a file that failed, in plain Dutch; empty when there is nothing special.
  public var advice = ""
  /// Records read.
  public var read: Int
  /// Records that became a new post.
  public var stored: Int
  /// Records that gave a known post a new revision.
  public var revised: Int
  /// Records equal to what was already stored.
  public var unchanged: Int
  /// Records that could not be used and lie in quarantine.
  public var quarantined: Int
  /// Rows of a member list.
  public var members: Int
  /// Records that are no posts by design (empty lines, system messages, other post types).
  public var skipped: Int
  /// Records that tell of something else than a post (joined, left, reaction).
  public var events: Int
  /// Records that say that a post was deleted.
  public var deleted: Int
  /// Records that stood twice in the same export.
  public var duplicates: Int
  /// Rows with a correction of a topic, taken into the log.
  public var corrections: Int
  /// Rows with a decision about a signal, taken into the log.
  public var decisions: Int
  /// Rows with a verdict about a post, taken into the log.
  public var verdicts: Int
  /// Rows of a list of resources that were taken.
  public var resources: Int
  /// Records of people or posts that were erased: nothing of them is kept.
  public var erased: Int

  /// A file's row from its parts.
  public init(
    file: String, format: String = "", outcome: Outcome = .imported, reason: String = "", read: Int = 0,
    stored: Int = 0, revised: Int = 0, unchanged: Int = 0, quarantined: Int = 0, members: Int = 0,
    skipped: Int = 0, events: Int = 0, deleted: Int = 0, duplicates: Int = 0, corrections: Int = 0,
    decisions: Int = 0, verdicts: Int = 0, resources: Int = 0, erased: Int = 0
  ) {
    self.file = file
    self.format = format
    self.outcome = outcome
    self.reason = reason
    self.read = read
    self.stored = stored
    self.revised = revised
    self.unchanged = unchanged
    self.quarantined = quarantined
    self.members = members
    self.skipped = skipped
    self.events = events
    self.deleted = deleted
    self.duplicates = duplicates
    self.corrections = corrections
    self.decisions = decisions
    self.verdicts = verdicts
    self.resources = resources
    self.erased = erased
  }

  /// The sum of what became of the records; equals `read` when nothing got lost.
  public var accountedFor: Int {
    stored + revised + unchanged + quarantined + members + skipped + events + deleted + duplicates
      + corrections + decisions + verdicts + resources + erased
  }
}

/// A record or file that could not be read.
public struct QuarantineRow: Hashable, Sendable {
  /// Where it stands.
  public var place: Provenance
  /// A stable word for the reason, such as `bad_date`.
  public var reason: String
  /// What is wrong, in a sentence. Must hold no personal data: it names the column or the rule, not the value.
  public var message: String
  /// What a monitor can do about it, in plain Dutch; empty when there is nothing special.
  public var advice: String
  /// What it is named by on the command line, such as `R12`; empty where it has no such name.
  public var name = ""
  /// The night on which it came in quarantine; nil when that is not known.
  public var since: CalendarDay?

  /// A row from its parts.
  public init(place: Provenance, reason: String, message: String, advice: String = "") {
    self.place = place
    self.reason = reason
    self.message = message
    self.advice = advice
  }
}
