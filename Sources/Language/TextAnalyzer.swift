// Text of one language as terms to count: words, without stop words, stemmed.

/// Cuts text of one language into words and tells which of them carry meaning. A value without state: use one
/// from as many threads as you like. Stems need a ``Stemmer``, which belongs to one caller.
public struct TextAnalyzer: Sendable {
  /// The language the text is in.
  public let language: LanguageCode
  /// The words that carry no meaning of their own.
  public let stopWords: StopWords

  /// An analyzer for a language.
  /// - Parameter extraStopWords: words in lower case that carry no meaning in this collection either.
  public init(language: LanguageCode, extraStopWords: Set<String> = []) {
    self.language = language
    self.stopWords = StopWords(language: language, extra: extraStopWords)
  }

  /// The words of a text with their places and lower-case forms, stop words and single letters included.
  public func tokenize(_ text: String) -> TokenizedText { TokenizedText(text) }

  /// Whether a word in lower case is a stop word.
  public func isStopWord(_ word: String) -> Bool { stopWords.contains(word) }

  /// Whether a word in lower case belongs to the customs of a forum: greetings, thanks, asking for tips.
  /// Such words say nothing about a subject, but are no stop words everywhere.
  public func isForumWord(_ word: String) -> Bool { stopWords.isForumWord(word) }

  /// A stemmer for this language with a cache of its own.
  public func makeStemmer() -> Stemmer { Stemmer(language: language) }

  /// Whether a word in lower case counts as a term: not a stop word, and at least two scalars long (`r` and
  /// `c`, the programming languages, are let through).
  public func isTerm(_ word: String) -> Bool {
    if word.utf8.count == 1, word != "r", word != "c" { return false }
    if word.utf8.count <= 4, word.utf8.count > 1, word.unicodeScalars.count < 2 { return false }
    return !stopWords.contains(word)
  }

  /// The unstemmed terms of a text, in its order, repeated as often as they occur.
  public func terms(in text: String) -> [String] {
    let tokenized = TokenizedText(text)
    var terms: [String] = []
    terms.reserveCapacity(tokenized.tokens.count)
    for token in tokenized.tokens {
      let word = tokenized.word(token)
      if isTerm(word) { terms.append(word) }
    }
    return terms
  }

  /// The stems of a text's terms, in its order.
  public func stems(in text: String, stemmer: Stemmer) -> [String] {
    terms(in: text).map(stemmer.stem)
  }
}
