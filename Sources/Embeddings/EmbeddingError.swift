// Why an embedding model cannot be used, in a sentence that the person who chose it can act on.

/// What is wrong with an embedding model's files.
public struct EmbeddingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which of the model's files is meant, such as `tokenizer.json`.
  public var file: String
  /// What is wrong with it, or what in it is not understood.
  public var reason: String

  /// An error from its parts.
  public init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// `tokenizer.json: het normalisatietype "Nmt" wordt niet begrepen`
  public var description: String { "\(file): \(reason)" }
}
