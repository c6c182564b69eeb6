// Why a night could not run at all.

/// A reason for which no stage could be started or finished.
public enum NightError: Error, Sendable, CustomStringConvertible {
  /// Another run holds the lock at this path.
  case alreadyRunning(String)
  /// Something outside the posts stands in the way: a folder, a key, a full disk.
  case cannotRun(String)

  /// A sentence for the person who started the run.
  public var description: String {
    switch self {
    case .alreadyRunning(let path):
      "een andere run is al bezig met deze community (slot \(path)); probeer het later opnieuw"
    case .cannotRun(let reason): reason
    }
  }
}
