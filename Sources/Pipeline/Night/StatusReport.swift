// themaradar status: how the last nights went.
import Discussion
import Foundation
import Storage

/// Tells about the last runs of a community.
public enum StatusReport {
  /// Prints the last runs on standard output. Status 1 when the last one did not end well, 2 when nothing is known.
  public static func run(pipeline path: String, runs limit: Int) -> ExitStatus {
    do {
      let file = try PipelineFile.read(path)
      guard FileManager.default.fileExists(atPath: file.store) else {
        Console.standardError.write(
          "themaradar: er is nog geen nacht geweest: de opslag \(file.store) is er niet\n")
        return .failed
      }
      let store = try CommunityStore(path: file.store)
      let attempts = try store.attempts(limit: max(1, limit))
      let stages = try Dictionary(
        Set(attempts.map(\.run)).map { ($0, try store.stages(of: $0)) },
        uniquingKeysWith: { first, _ in first })
      let posts = try store.postCounts()
      let known =
        "\(posts.live) berichten, \(posts.withdrawn) ingetrokken, \(try store.members().count) leden"
      Console.standardOutput.write(
        "\(file.community)\nOpslag: \(known)\n\n" + text(attempts, stages: stages, zone: file.zone))
      guard let last = attempts.first else { return .failed }
      return last.status == .published && last.exitStatus == 0 ? .clean : .incomplete
    } catch {
      Console.standardError.write("themaradar: \(error)\n")
      return .failed
    }
  }

  /// The runs as people read them, newest first. Stages belong to the last start of a run only.
  static func text(_ attempts: [RunAttempt], stages: [Int: [StageRecord]], zone: LocalZone) -> String {
    var told: Set<Int> = []
    var lines: [String] = []
    for attempt in attempts {
      lines.append(
        "Run \(attempt.run), peildag \(attempt.asOf), gestart \(clock(attempt.startedAt, zone)): \(outcome(attempt))"
      )
      if let message = attempt.message { lines.append("  \(message)") }
      guard told.insert(attempt.run).inserted else { continue }
      for stage in stages[attempt.run] ?? [] {
        let seconds = Progress.tenths(Double(stage.milliseconds) / 1000)
        lines.append("  \(stage.position). \(stage.name): \(stage.counts) (\(seconds) s)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func outcome(_ attempt: RunAttempt) -> String {
    let length = attempt.finishedAt.map { Double($0.milliseconds - attempt.startedAt.milliseconds) / 1000 }
    let took = length.map { " in \(Progress.tenths($0)) s" } ?? ""
    switch attempt.status {
    case .running: return "nog bezig, of afgebroken"
    case .interrupted: return "afgebroken; een latere run heeft het overgenomen"
    case .failed: return "mislukt\(took)"
    case .published:
      return attempt.exitStatus == 0 ? "gepubliceerd\(took)" : "gepubliceerd\(took); er is iets opzij gezet"
    }
  }

  /// `2026-11-21 03:12`, on the clock of the community's zone.
  private static func clock(_ time: Timestamp, _ zone: LocalZone) -> String {
    let local = zone.local(time)
    let minutes = local.millisecondOfDay / 60_000
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(local.day) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
