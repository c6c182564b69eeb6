// Raw and redacted text as different types: what may be shown to whom is checked by the compiler.

/// Text as its author wrote it. It may hold anything; only monitors may see it.
public struct RawText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Text that came from a post.
  public init(_ text: String) { self.text = text }
}

/// Text from which a ``Redactor`` took the personal data. Only a redactor can make one, so that a page that asks
/// for `RedactedText` can't be given anything else.
public struct RedactedText: Hashable, Sendable, CustomStringConvertible {
  /// The text, with placeholders such as `[telefoonnummer]`.
  public let text: String
  /// How many stretches were replaced.
  public let replacements: Int

  init(text: String, replacements: Int) {
    self.text = text
    self.replacements = replacements
  }

  /// The text.
  public var description: String { text }

  /// The text with a mark that more went before.
  public var continued: RedactedText { RedactedText(text: "… " + text, replacements: replacements) }

  /// The text with a mark that more follows.
  public var abbreviated: RedactedText { RedactedText(text: text + " …", replacements: replacements) }
}
