// The ledger's values: a night's run, each start of the program, and the stages.
import Discussion

/// A night's work. A run that was killed or failed is continued by the next start under the same number, so that the
/// ledger ends as if nothing had happened.
public struct Run: Hashable, Sendable {
  /// How far it is.
  public enum Status: String, Hashable, Sendable {
    /// Not ended: at work, or killed.
    case running
    /// It ended with an error; nothing was published.
    case failed
    /// Its dashboards are published: the next night starts from what it derived.
    case published
  }
  /// The running number.
  public var id: Int
  /// The day it is made for.
  public var asOf: CalendarDay
  /// The program's version.
  public var programVersion: String
  /// Hash of the pipeline file and all that it names.
  public var pipelineHash: String
  /// How far it is.
  public var status: Status
  /// 0 clean, 1 something fell short, 2 could not run; nil while it runs.
  public var exitStatus: Int?
  /// What it was derived from: content of the store, pipeline file and day; nil until that is known.
  public var fingerprint: String?
  /// The published run whose topics it started from; nil when there was none, or not yet known.
  public var base: Int?
}

/// One start of the program.
public struct RunAttempt: Hashable, Sendable {
  /// How it ended.
  public enum Status: String, Hashable, Sendable {
    /// It is at work, or was killed and nothing started since.
    case running
    /// It was killed: a later start found it unfinished.
    case interrupted
    /// It ended with an error.
    case failed
    /// It published the dashboards.
    case published
  }
  /// The run it worked on.
  public var run: Int
  /// The day it was made for.
  public var asOf: CalendarDay
  /// When it started.
  public var startedAt: Timestamp
  /// When it ended; nil when it did not.
  public var finishedAt: Timestamp?
  /// How it ended.
  public var status: Status
  /// 0 clean, 1 something fell short, 2 could not run.
  public var exitStatus: Int?
  /// What went wrong, in a sentence.
  public var message: String?
}

/// A stage of a run that was completed.
public struct StageRecord: Hashable, Sendable {
  /// Its place in the night, from 1.
  public var position: Int
  /// Its name.
  public var name: String
  /// A word for how it ended, such as `done`.
  public var status: String
  /// Its counts as a JSON object.
  public var counts: String
  /// How long it took. No part of the ``CommunityStore/dump(_:)``.
  public var milliseconds: Int

  /// A stage from its parts.
  public init(
    position: Int, name: String, status: String = "done", counts: String = "{}", milliseconds: Int = 0
  ) {
    self.position = position
    self.name = name
    self.status = status
    self.counts = counts
    self.milliseconds = milliseconds
  }
}
