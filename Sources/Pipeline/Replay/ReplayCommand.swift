// themaradar replay: what would have been signalled in each week of the past.
import Dashboards
import Discussion
import Foundation
import Records
import Spikes
import Topics

/// Replays a community's past from its store, which stays as it is.
public struct ReplayCommand: Sendable {
  /// How often a week of the past is judged.
  public enum Step: String, Sendable, CaseIterable {
    /// Once, when it is over.
    case week
  }
  /// When topics are found anew.
  public typealias Refit = TopicReplay.Refit

  /// The pipeline file.
  public var pipeline: String
  /// A day in the first week to tell about; the archive's twelfth week when nil.
  public var from: CalendarDay?
  /// A day in the last week to tell about; the last complete week when nil.
  public var to: CalendarDay?
  /// The day on which weeks must be complete; the pipeline file's, else today, when nil.
  public var asOf: CalendarDay?
  /// When topics are found anew.
  public var refit = Refit.auto
  /// Where the signals go; `-` is standard output.
  public var signals = "-"
  /// Where the alerts per month under other settings go.
  public var settings: String?
  /// Where the page goes: a file, or a folder for an `index.html`.
  public var page: String?
  /// How progress is shown.
  public var progress = Progress.Mode.silent

  /// In which week of the archive telling starts: before that too little is known to be surprised by anything.
  static let usualFirstWeek = 12

  /// A replay of a pipeline file, with all else as usual.
  public init(pipeline: String) { self.pipeline = pipeline }

  /// Replays, and tells about it on standard error.
  /// - Returns: incomplete when there were too few weeks to judge any.
  public func run() -> ExitStatus {
    do {
      return try replay()
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  private func replay() throws -> ExitStatus {
    let file = try PipelineFile.read(pipeline)
    let shown = Progress(mode: progress, stages: 1)
    shown.starts(Self.label, index: 0)
    let started = ContinuousClock.now
    let day = asOf ?? file.asOf ?? file.zone.day(of: Clock.now)
    let archive = try ReplayArchive.load(file, asOf: day) {
      shown.advances(Self.label, index: 0, detail: $0)
    }
    let weeks = try told(archive)
    var settings = ReplaySettings(
      topics: try file.topicSettings(), detector: SpikeDetector(settings: SpikeStage.settings(file.spikes)),
      calendar: try file.schoolHolidays(),
      refit: refit)
    settings.signals.recurrenceWeeks = file.spikes.recurrenceWeeks
    let result = Replay.of(archive, weeks: weeks, settings: settings) {
      shown.advances(Self.label, index: 0, detail: "\($0)")
    }
    guard let result else { throw NightError.cannotRun(Self.empty(file.store)) }
    try write(ReplayTables.signals(result), to: signals)
    if let path = self.settings { try write(ReplayTables.choices(result), to: path) }
    if let page {
      let path = Self.isFolder(page) ? page + "/index.html" : page
      let name = URL(filePath: path).lastPathComponent
      let report = ReplayPageBuilder.report(result, archive: archive, file: file, asOf: day)
      try write(Dashboards.render(report, as: name).bytes, to: path)
    }
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    shown.finishes(
      Self.label, index: 0, summary: "\(archive.posts) berichten, \(archive.questions.count) vragen",
      seconds: seconds)
    if progress != .silent {
      Console.standardError.write(ReplaySummary.text(result, judges: Self.canJudge(archive, weeks)))
    }
    return Self.canJudge(archive, weeks) ? .clean : .incomplete
  }

  private static let label = "terugblik"

  private static func empty(_ store: String) -> String {
    "er zijn geen berichten uit hele weken in de opslag \(store)"
  }

  /// Whether any week has enough weeks before it to be judged by.
  private static func canJudge(_ archive: ReplayArchive, _ weeks: ClosedRange<ISOWeek>) -> Bool {
    archive.firstWeek.map { weeks.upperBound.number - $0.number >= 3 } ?? false
  }

  /// The weeks to tell about: those asked for, as far as they lie in the archive.
  private func told(_ archive: ReplayArchive) throws -> ClosedRange<ISOWeek> {
    guard let first = archive.firstWeek else {
      throw NightError.cannotRun("er zijn geen berichten uit hele weken om op terug te blikken")
    }
    let asked = (from.map(ISOWeek.init(containing:)), to.map(ISOWeek.init(containing:)))
    if let from, let to, from > to {
      throw NightError.cannotRun("--from \(from) ligt na --to \(to)")
    }
    let last = min(asked.1 ?? archive.lastWeek, archive.lastWeek)
    let usual = first.advanced(by: Self.usualFirstWeek - 1)
    // A young community is told about from its first week on.
    let start = max(asked.0 ?? (usual <= last ? usual : first), first)
    guard start <= last else {
      throw NightError.cannotRun(
        "in die tijd is er geen hele week met berichten: die lopen van \(first) tot en met \(archive.lastWeek)"
      )
    }
    return start...last
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return path.hasSuffix("/")
      || (FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    if path != "-" {
      let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let writer = try ByteWriter(path: path)
    try writer.write(bytes)
    try writer.flush()
  }
}
