// What is wrong in a settings file and where, in a sentence that its author can act on.

/// A mistake in a settings file (pipeline, mapping, calendar, themes).
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public var file: String
  /// Line, from 1; nil when the whole file is meant.
  public var line: Int?
  /// Column, from 1; nil when the whole line or file is meant.
  public var column: Int?
  /// What is wrong and what would be right.
  public var message: String

  /// A mistake at a place.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `pipeline.yaml:12:3: unknown key "granularty"; did you mean "granularity"?`
  public var description: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(file)\(place): \(message)"
  }
}
