// How good the data behind a report are: what is in, what could not be read, what is left aside.
import Discussion

/// What a report says of its data.
struct QualityFacts: Hashable, Sendable, Codable {
  /// How many weeks are told about day by day.
  static let weeksByDay = 4

  /// Posts per day of the last weeks up to the report's, oldest first, whole weeks.
  let days: [DayVolume]
  /// Days of the report's week of which the posts are here.
  let daysCovered: Int
  /// Whether the files are known that the report was made from: not of one that was made afterwards.
  let knowsFiles: Bool
  /// Records of all files that the night found.
  let read: Int
  let duplicates: Int
  let quarantined: Int
  let filesFailed: Int
  /// Posts that came in since the report's week began and were weeks old by then.
  let oldPosts: Int
  /// Questions of the last four weeks, and those of them that belong to no topic.
  let questions: Int
  let unassigned: Int
  /// Weeks of the last 52 since the first post without a single post, and how many weeks there are.
  let emptyWeeks: Int
  let weeks: Int

  /// What the data of a night are like.
  init(_ night: NightReport, volumes: [WeekVolume]) {
    let week = night.reportWeek
    let counts = Dictionary(night.days.map { ($0.day, $0.posts) }, uniquingKeysWith: +)
    let first = week.advanced(by: 1 - Self.weeksByDay).monday
    days = (0..<7 * Self.weeksByDay).map {
      DayVolume(day: first.advanced(by: $0), posts: counts[first.advanced(by: $0)] ?? 0)
    }
    daysCovered = min(7, max(0, (night.intake.coveredUntil?.number ?? .min / 2) - week.monday.number + 1))
    knowsFiles = !night.isMadeAfterwards
    let files = night.intake.files
    read = files.reduce(0) { $0 + $1.read }
    duplicates = files.reduce(0) { $0 + $1.duplicates }
    quarantined = files.reduce(0) { $0 + $1.quarantined }
    filesFailed = files.count { $0.outcome == .failed }
    oldPosts = night.oldPostsLately
    let recent = volumes.filter { $0.week > week.advanced(by: -4) && $0.week <= week }
    questions = recent.reduce(0) { $0 + $1.questions }
    unassigned = recent.reduce(0) { $0 + $1.unassigned }
    emptyWeeks = volumes.count { $0.posts == 0 && $0.week <= week }
    weeks = volumes.count { $0.week <= week }
  }
}

/// Something that is measured of the data, with what it should be.
struct QualityMeasure: Hashable, Sendable {
  /// What is measured.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case daysCovered = "dagen_verwerkt"
    case recordsRead = "regels_gelezen"
    case recordsRefused = "regels_niet_te_lezen"
    case filesFailed = "bestanden_niet_te_lezen"
    case duplicates = "dubbele_berichten"
    case oldPosts = "oude_berichten_later_gekomen"
    case unassigned = "niet_ingedeelde_vragen_4_weken"
    case emptyWeeks = "weken_zonder_berichten"
  }
  /// What it should be.
  enum Norm: Hashable, Sendable {
    case atLeast(Int)
    case atMost(Int)
    /// It is only told.
    case none
  }
  let kind: Kind
  let value: Int
  let norm: Norm

  /// Whether it is as it should be.
  var isFine: Bool {
    switch norm {
    case .atLeast(let least): value >= least
    case .atMost(let most): value <= most
    case .none: true
    }
  }
}

extension QualityFacts {
  /// At most this share of the questions should belong to no topic.
  static let unassignedPercent = 25

  /// Everything that is measured, in the order in which it is shown.
  var measures: [QualityMeasure] {
    let ofFiles: Set<QualityMeasure.Kind> = [
      .recordsRead, .recordsRefused, .filesFailed, .duplicates, .oldPosts,
    ]
    return QualityMeasure.Kind.allCases.filter { knowsFiles || !ofFiles.contains($0) }.map { kind in
      switch kind {
      case .daysCovered: QualityMeasure(kind: kind, value: daysCovered, norm: .atLeast(7))
      case .recordsRead: QualityMeasure(kind: kind, value: read, norm: .none)
      case .recordsRefused: QualityMeasure(kind: kind, value: quarantined, norm: .atMost(0))
      case .filesFailed: QualityMeasure(kind: kind, value: filesFailed, norm: .atMost(0))
      case .duplicates: QualityMeasure(kind: kind, value: duplicates, norm: .none)
      case .oldPosts: QualityMeasure(kind: kind, value: oldPosts, norm: .atMost(0))
      case .unassigned:
        QualityMeasure(
          kind: kind, value: unassigned, norm: .atMost(questions * Self.unassignedPercent / 100))
      case .emptyWeeks: QualityMeasure(kind: kind, value: emptyWeeks, norm: .atMost(0))
      }
    }
  }
}
