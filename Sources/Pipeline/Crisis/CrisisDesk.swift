// themaradar crisis: which of the newest posts should be read now, without waiting for the night.
import Configuration
import Discussion
import Foundation
import Moderation
import Records
import Storage
import Triage

/// Ranks the newest posts of a community by how much they are like a crisis. Cheap enough to ask every few minutes: it reads
/// new exports and new posts only, and changes nothing of what was published.
public struct CrisisDesk {
  /// The pipeline file.
  public var pipeline: String
  /// From when posts count, as people write it; see ``SinceTime``.
  public var since: String
  /// Where the posts go as CSV, with standings; nil for nowhere.
  public var table: String?
  /// Whether new exports in the inbox are read first.
  public var readsInbox: Bool

  private let output = Console.standardOutput
  private let errors = Console.standardError

  /// A desk from its parts.
  public init(pipeline: String, since: String, table: String? = nil, readsInbox: Bool = true) {
    self.pipeline = pipeline
    self.since = since
    self.table = table
    self.readsInbox = readsInbox
  }

  /// A new post and how it ranks.
  struct Ranked {
    var post: Post
    var standings: [TriageClass: Double]

    var crisis: Double { standings[.crisis] ?? 0 }
    /// Whether it is to be read at once.
    var isUrgent: Bool { crisis >= TriageLine.least(.crisis) }
  }

  /// Lists the new posts, those most like a crisis first.
  /// - Returns: attention when at least one should be read now; incomplete when a file fell short.
  public func run() -> ExitStatus {
    do {
      let file = try PipelineFile.read(pipeline)
      guard let time = SinceTime.read(since, zone: file.zone, now: Clock.now) else {
        throw NightError.cannotRun(CrisisTexts.unreadable(since))
      }
      let store = try Community(file).store
      var isComplete = true
      var arrived: [Post] = []
      if readsInbox {
        do {
          let (posts, failed) = try QuickIntake(file: file, store: store).read(since: time)
          arrived = posts
          for report in failed { errors.write("themaradar: \(CrisisTexts.unread(report))\n") }
          isComplete = failed.isEmpty
        } catch NightError.alreadyRunning {
          errors.write("themaradar: \(CrisisTexts.nightAtWork)\n")
          isComplete = false
        }
      }
      let lexicon = file.nameLexicon()
      if !lexicon.hasDictionary {
        errors.write("themaradar: \(CrisisTexts.noWordList(file.wordList))\n")
      }
      let screening = PostScreening(
        redactor: Redactor(lexicon: lexicon), scorer: try TriageShelf(file: file).current().makeScorer())
      let written = try store.posts(since: time)
      let known = Set(written.map(\.id))
      let posts = Self.ranked(written + arrived.filter { !known.contains($0.id) }, screening)
      if let table { try write(posts, to: table) }
      if table != "-" { output.write(CrisisTexts.answer(posts, since: time, zone: file.zone)) }
      if posts.contains(where: \.isUrgent) { return .attention }
      return isComplete ? .clean : .incomplete
    } catch {
      errors.write("themaradar: \(error)\n")
      return .failed
    }
  }

  /// Those most like a crisis first, of equal ones the oldest.
  static func ranked(_ posts: [Post], _ screening: PostScreening) -> [Ranked] {
    posts.map { Ranked(post: $0, standings: screening.screen($0).scores.mapValues(\.standing)) }
      .sorted { ($1.crisis, $0.post.createdAt, $0.post.id) < ($0.crisis, $1.post.createdAt, $1.post.id) }
  }

  private func write(_ posts: [Ranked], to path: String) throws {
    var csv = CSVWriter(carriageReturns: false)
    csv.write(
      ["post_id", "thread_id", "channel", "created_at", "read_now"] + TriageClass.allCases.map(\.rawValue))
    for row in posts {
      csv.write(
        [
          row.post.id.description, row.post.thread.description, row.post.channel ?? "",
          row.post.createdAt.description, row.isUrgent ? "1" : "0",
        ]
          + TriageClass.allCases.map { one in
            row.standings[one].map { "\(($0 * 10_000).rounded() / 10_000)" } ?? ""
          })
    }
    let writer = try ByteWriter(path: path)
    try writer.write(csv.take())
    try writer.flush()
  }
}
