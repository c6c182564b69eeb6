// What the pages about data and privacy tell of a community: its settings, and how much there is.
import Discussion

/// The settings that decide which data there are, for how long, and where they go.
public struct PrivacyReport: Hashable, Sendable {
  /// Where posts come from.
  public struct Source: Hashable, Sendable {
    /// Its name in the pipeline file.
    public var name: String
    /// Which files of the inbox belong to it.
    public var files: String
    /// The file that says which columns are read; nil where the export's format says it by itself.
    public var mapping: String?
    /// Whether each export holds everything that still stands.
    public var isComplete: Bool

    /// A source from its parts.
    public init(name: String, files: String, mapping: String? = nil, isComplete: Bool = false) {
      self.name = name
      self.files = files
      self.mapping = mapping
      self.isComplete = isComplete
    }
  }

  /// Where posts come from.
  public var sources: [Source]
  /// After so many days without an edit a text makes way for one without personal data; nil keeps it.
  public var rawTextDays: Int?
  /// After so many days the pages of a night go; nil keeps them.
  public var dashboardsDays: Int?
  /// After so many months notes in the logs go; nil keeps them.
  public var notesMonths: Int?
  /// Posts that are stored, those that no longer stand on the platform too.
  public var posts: Int
  /// Of those, how many no longer have their own text.
  public var retiredPosts: Int
  /// Members of whom the organisation, region or role is known.
  public var members: Int
  /// Records in quarantine.
  public var quarantined: Int
  /// People and posts that were erased.
  public var tombstones: Int
  /// The name of the pipeline file.
  public var pipeline: String

  /// A report from its parts.
  public init(
    sources: [Source] = [], rawTextDays: Int? = nil, dashboardsDays: Int? = nil, notesMonths: Int? = nil,
    posts: Int = 0, retiredPosts: Int = 0, members: Int = 0, quarantined: Int = 0, tombstones: Int = 0,
    pipeline: String = "PIPELINE.yaml"
  ) {
    self.sources = sources
    self.rawTextDays = rawTextDays
    self.dashboardsDays = dashboardsDays
    self.notesMonths = notesMonths
    self.posts = posts
    self.retiredPosts = retiredPosts
    self.members = members
    self.quarantined = quarantined
    self.tombstones = tombstones
    self.pipeline = pipeline
  }
}
