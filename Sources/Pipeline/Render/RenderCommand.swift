// themaradar render: the dashboards once more from the store, of the last night or of any week.
import Dashboards
import Discussion
import Foundation
import Storage

/// Makes pages and files anew from the store, which stays as it is.
public struct RenderCommand: Sendable {
  /// The pipeline file.
  public var pipeline: String
  /// A day in the week to show; nil makes the dashboards of the last night, for monitors as well.
  public var week: ISOWeek?
  /// The folder to write to; nil writes below the folder of the dashboards.
  public var target: String?
  /// Whether seconds and peak memory are printed on standard error.
  public var showsTimings = false

  /// A rendering of the last night.
  public init(pipeline: String) { self.pipeline = pipeline }

  /// Renders, and says where the pages are on standard output.
  public func run() -> ExitStatus {
    do {
      Console.standardOutput.write(try render() + "\n")
      return .clean
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  /// Where the first page lies.
  private func render() throws -> String {
    let file = try PipelineFile.read(pipeline)
    try Community.requireStore(file)
    let store = try CommunityStore(readOnly: file.store)
    guard let run = try store.lastPublishedRun() else {
      throw NightError.cannotRun("er is nog geen nacht geweest: draai eerst themaradar run \(pipeline)")
    }
    let night = NightContext(
      file: file, asOf: run.asOf, store: store, run: run.id, base: run.base, advance: { _ in })
    let newest = NightFacts.reportWeek(asOf: run.asOf)
    if let week, week > newest {
      throw NightError.cannotRun(
        "van week \(week) is er nog geen rapport: de laatste nacht (\(run.asOf)) ging over week \(newest)")
    }
    guard let week, week != newest else {
      let report = try timed("report") { try DashboardReport(night).report }
      let files = try timed("pages") { try Dashboards.render(report) }
      return try write(files, file: file, name: run.asOf.description, isLatest: true)
    }
    let files = try timed("week") { try coreFiles(of: week, night) }
    return try write(files, file: file, name: Publication.weekPrefix + week.description, isLatest: false)
  }

  /// Does a part of the work, and tells what it cost when that is asked.
  private func timed<Value>(_ part: String, _ work: () throws -> Value) rethrows -> Value {
    let started = ContinuousClock.now
    let value = try work()
    if showsTimings { Timings.write(part, seconds: (ContinuousClock.now - started) / .seconds(1)) }
    return value
  }

  /// The core group's pages of an earlier week: from what a night kept of it, or else made from what is known now.
  private func coreFiles(of week: ISOWeek, _ night: NightContext) throws -> [RenderedFile] {
    let kept = try night.store.weekReports(upTo: night.run, topicsOf: week).first { $0.week == week }
    if let kept,
      let files = try Dashboards.render(WeekRecord(kept), asPartOf: DashboardReport(night).report)
    {
      return files
    }
    let facts = try NightFacts.load(night)
    guard let first = facts.posts.first.map({ facts.zone.week(of: $0.createdAt) }), week >= first else {
      throw NightError.cannotRun("van week \(week) zijn er geen berichten")
    }
    return try Dashboards.renderCore(DashboardReport(night, madeAfterwards: week, facts).report)
  }

  private func write(_ files: [RenderedFile], file: PipelineFile, name: String, isLatest: Bool) throws
    -> String
  {
    let contents = files.map { ($0.path, $0.bytes) }
    let folder: String
    if let target {
      try Publication.export(contents, to: target)
      folder = target
    } else {
      let lock = try RunLock(besideStore: file.store)
      defer { withExtendedLifetime(lock) {} }
      try Publication(folder: file.dashboards).publish(contents, as: name, isLatest: isLatest)
      folder = file.dashboards + "/" + name
    }
    return folder + "/kerngroep/index.html"
  }
}
