// The languages whose text the program understands.

/// A language that posts are written in. The raw values are ISO 639-1 codes, as in pipeline files and options.
public enum LanguageCode: String, Hashable, Sendable, CaseIterable {
  /// Dutch.
  case dutch = "nl"
  /// English.
  case english = "en"
}
