// Which language a text is in, by the share of each language's most frequent words.

/// Tells Dutch from English by their function words.
public enum LanguageIdentifier {
  /// The language of a text; nil when it is too short to tell, or in neither.
  ///
  /// Counts the words that only one of the languages has. A guess needs a tenth of the words to speak for it,
  /// at least two of them, and twice as many as for the other.
  public static func language(of text: String) -> LanguageCode? {
    let tokenized = TokenizedText(text)
    var dutch = 0
    var english = 0
    for token in tokenized.tokens {
      let word = tokenized.word(token)
      if dutchOnly.contains(word) { dutch += 1 }
      if englishOnly.contains(word) { english += 1 }
    }
    let needed = max(2, tokenized.tokens.count / 10)
    if dutch >= needed, dutch >= 2 * english { return .dutch }
    if english >= needed, english >= 2 * dutch { return .english }
    return nil
  }

  private static let dutchOnly = StopWords.dutch.subtracting(StopWords.english).subtracting([
    "hier", "men", "maart", "op",
  ])
  private static let englishOnly = StopWords.english.subtracting(StopWords.dutch)
    .subtracting(["had", "been", "over", "was", "we", "me"])
}
