// How a command ended, for shells and timers.
import Glibc

/// The exit statuses that every command keeps to.
public enum ExitStatus: Int32, Sendable {
  /// Everything went well.
  case clean = 0
  /// Done, but something was set aside or fell short.
  case incomplete = 1
  /// Could not run: wrong usage, wrong settings, or nothing readable.
  case failed = 2
  /// Done, and people should look now: only the search for crises says so.
  case attention = 3
}

/// Where a command writes for people and for other programs.
public struct Console: Sendable {
  private let descriptor: CInt

  /// Results.
  public static let standardOutput = Console(descriptor: STDOUT_FILENO)
  /// Messages and progress.
  public static let standardError = Console(descriptor: STDERR_FILENO)

  /// Writes text as it is.
  public func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        written += count
      }
    }
  }
}

/// The program's version.
public enum ProgramVersion {
  /// Semantic version, shown by `--version`, on the method page and in the ledger.
  public static let current = "0.1.0"
}
