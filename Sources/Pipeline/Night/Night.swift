// One whole night: lock, ledger, stages in order, publication, summary.
import Configuration
import Crypto
import Discussion
import Foundation
import Storage

/// Runs a community's night.
///
/// A run may be killed at any instant. What an unfinished run derived is forgotten when the next one starts, and
/// topics start from the last *published* run, so the next run ends as if nothing had happened.
public enum Night {
  /// The stages in the order in which they work.
  static var stages: [any NightStage] {
    [ImportStage(), QuestionStage(), TopicStage(), SpikeStage(), ModerationStage(), DashboardStage()]
  }

  /// Runs a night and tells about it on standard error and standard output.
  ///
  /// - Parameters:
  ///   - path: the pipeline file.
  ///   - asOf: the day to report on; nil takes the pipeline file's, else today in the community's zone.
  ///   - mode: how progress is shown.
  ///   - timings: whether seconds and peak memory are printed per stage.
  public static func run(
    pipeline path: String, asOf: CalendarDay?, progress mode: Progress.Mode, timings: Bool
  )
    -> ExitStatus
  {
    do {
      let file = try PipelineFile.read(path)
      let day = asOf ?? file.asOf ?? file.zone.day(of: Clock.now)
      let status = try run(
        file, asOf: day, progress: Progress(mode: mode, stages: stages.count), timings: timings)
      return status
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  private static func run(_ file: PipelineFile, asOf: CalendarDay, progress: Progress, timings: Bool) throws
    -> ExitStatus
  {
    try makeParentFolder(of: file.store)
    try makeParentFolder(of: file.key)
    let lock = try RunLock(besideStore: file.store)
    defer { withExtendedLifetime(lock) {} }
    let store = try CommunityStore(path: file.store)
    // An erasure that was killed is finished first: what it took out of the tables still stands in the dashboards.
    if try store.hasUnfinishedErasure() { try store.finishErasure(in: file) }
    let settingsHash = try SettingsHash.of(file)
    let run = try store.beginRun(
      asOf: asOf, programVersion: ProgramVersion.current, pipelineHash: settingsHash, startedAt: Clock.now)
    do {
      let outcomes = try work(file, asOf: asOf, store: store, run: run.id, settingsHash, progress, timings)
      let status: ExitStatus = outcomes.contains { $0.outcome.isIncomplete } ? .incomplete : .clean
      try store.publish(run.id, exitStatus: Int(status.rawValue), finishedAt: Clock.now)
      Console.standardOutput.write(NightSummary.text(outcomes, file: file, asOf: asOf, status: status))
      return status
    } catch {
      try? store.fail(
        run.id, exitStatus: Int(ExitStatus.failed.rawValue), message: "\(error)", finishedAt: Clock.now)
      throw error
    }
  }

  private static func work(
    _ file: PipelineFile, asOf: CalendarDay, store: CommunityStore, run: Int, _ settingsHash: String,
    _ progress: Progress, _ timings: Bool
  ) throws -> [(stage: any NightStage, outcome: StageOutcome)] {
    var context = NightContext(file: file, asOf: asOf, store: store, run: run, base: nil, advance: { _ in })
    var outcomes: [(stage: any NightStage, outcome: StageOutcome)] = []
    for (index, stage) in stages.enumerated() {
      progress.starts(stage.label, index: index)
      let started = ContinuousClock.now
      if index == 1 {
        let fingerprint =
          "\(try store.contentFingerprint()) \(settingsHash) \(asOf) \(ProgramVersion.current)"
        context.base = try store.settleBase(of: run, fingerprint: fingerprint)
      }
      let current = NightContext(
        file: file, asOf: asOf, store: store, run: run, base: context.base,
        advance: { progress.advances(stage.label, index: index, detail: $0) })
      let (outcome, write) = try stage.run(current)
      let seconds = (ContinuousClock.now - started) / .seconds(1)
      try store.completeStage(
        StageRecord(
          position: index + 1, name: stage.name, status: outcome.isIncomplete ? "incomplete" : "done",
          counts: outcome.json, milliseconds: Int(seconds * 1000)),
        of: run, write: write)
      progress.finishes(stage.label, index: index, summary: outcome.summary, seconds: seconds)
      if timings { Timings.write(stage.name, seconds: seconds) }
      outcomes.append((stage, outcome))
    }
    return outcomes
  }

  private static func makeParentFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw NightError.cannotRun("de map \(folder) kan niet worden gemaakt")
    }
  }
}

/// The wall clock: read here, above the pure floors, and nowhere below.
enum Clock {
  /// The present instant.
  static var now: Timestamp {
    Timestamp(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }
}

/// Everything outside the posts that decides what a night makes: the pipeline file and the files it names.
enum SettingsHash {
  /// SHA-256 as hexadecimal digits.
  static func of(_ file: PipelineFile) throws(ConfigurationError) -> String {
    var hash = SHA256()
    hash.update(data: file.bytes)
    let named =
      file.sources.compactMap(\.mapping)
      + [file.moderation.holidays, file.themes?.pillars, file.resources].compactMap { $0 }
      + file.calendar.files
    let folder = file.themes?.folder
    let themes = (folder.map { FileManager.default.subpaths(atPath: $0) ?? [] } ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder ?? "")/\($0)" }
    for path in named + themes {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ConfigurationError(file: path, message: "het bestand is niet te lezen")
      }
      hash.update(data: Data("\0\(data.count)\0".utf8))
      hash.update(data: data)
    }
    for (name, data) in file.embeddings?.modelFiles ?? [] {
      guard let data else { continue }
      hash.update(data: Data("\0\(name) \(data.count)\0".utf8))
      hash.update(data: data)
    }
    return Hexadecimal.text(hash.finalize())
  }
}
