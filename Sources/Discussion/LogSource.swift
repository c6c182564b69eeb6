// Where a line of a log that people write came from.

/// Where a line of one of the logs that only grow came from.
public enum LogSource: Hashable, Sendable {
  /// A person at the command line.
  case command
  /// A row of a file in the inbox; the hash is of the row's cells, so that a row is taken once wherever it stands.
  case row(file: String, line: Int, hash: String)
}
