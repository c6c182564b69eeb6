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

  /// The text, cut at a space when it is longer than so many Unicode scalars; a placeholder is never cut.
  public func shortened(to length: Int) -> RedactedText {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > length else { return self }
    var end = scalars[...length].lastIndex(of: " ") ?? length
    // No placeholder holds a space, but for what a redactor may yet call things.
    if let opened = scalars[..<end].lastIndex(of: "["), !scalars[opened..<end].contains("]") { end = opened }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[..<end])
    let start = String(kept)
    return RedactedText(text: start.trimmed, replacements: replacements).abbreviated
  }

  /// The text with a mark that more went before.
  public var continued: RedactedText { RedactedText(text: "… " + text, replacements: replacements) }

  /// The text with a mark that more follows.
  public var abbreviated: RedactedText { RedactedText(text: text + " …", replacements: replacements) }
}

extension String {
  /// Without white space at its end.
  fileprivate var trimmed: String {
    var scalars = unicodeScalars
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
