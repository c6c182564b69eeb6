// Text of which personal data were taken out: the only running text that pages accept.

/// Text that went through redaction. A page cannot be given a raw post by mistake: `String` does not convert to it.
public struct SafeText: Hashable, Sendable {
  /// The text as readers may see it.
  public let text: String

  /// Marks text as redacted. Call this only on the outcome of the redactor.
  public init(redacted text: String) { self.text = text }
}
