// Which posts ask the community something, and in which sentence.

/// A sentence in which a post asks.
public struct AskingSentence: Hashable, Sendable {
  /// Where it stands in the body, in Unicode scalars; nil when the post asks in its title.
  public var range: Range<Int>?
  /// The sentence.
  public var text: String
  /// How sure the detector is of this sentence, 0 to 1.
  public var probability: Double
}

/// What the detector makes of a post.
public struct QuestionVerdict: Hashable, Sendable {
  /// Whether the post asks the community something.
  public var isQuestion: Bool
  /// How sure the detector is that it does, 0 to 1.
  public var probability: Double
  /// The asking sentences, best first; empty when the post asks nothing.
  public var sentences: [AskingSentence]
}

/// Tells which posts ask the community something, and in which sentence. A question mark is neither needed nor
/// enough: "Ik hoor graag hoe jullie dit doen." asks, "Wie kent het niet?" does not.
///
/// Each sentence is scored by what it looks like (``SentenceFeature``: marks, word order, who is addressed, set
/// phrases), the post by its best sentences and by what surrounds them (``PostFeature``). Both are logistic
/// models over features that are on or off, so that every verdict can be explained: see
/// ``explain(title:body:opensThread:)``. No feature is about a subject.
public struct QuestionDetector: Sendable {
  /// The language of the posts.
  public let language: LanguageCode
  private let splitter: SentenceSplitter
  private let lexicon: QuestionLexicon
  private let model: QuestionModel

  /// A detector for a language.
  public init(language: LanguageCode) {
    self.language = language
    splitter = SentenceSplitter(language: language)
    lexicon = QuestionLexicon(language: language)
    model = QuestionModel(language: language)
  }

  /// What a post asks.
  /// - Parameters:
  ///   - title: the post's title, where it has one.
  ///   - body: its text, without markup.
  ///   - opensThread: whether it opens its conversation; nil when that is not known. A reply that asks something
  ///     back is seldom a question to the community.
  public func verdict(title: String? = nil, body: String, opensThread: Bool? = nil) -> QuestionVerdict {
    let reading = PostReading(
      title: title, body: body, opensThread: opensThread, splitter: splitter, lexicon: lexicon, model: model)
    let probability = reading.probability
    guard probability >= 0.5 else {
      return QuestionVerdict(isQuestion: false, probability: probability, sentences: [])
    }
    let found = reading.askingSentences
    return QuestionVerdict(isQuestion: !found.isEmpty, probability: probability, sentences: found)
  }

  /// The features and scores behind a verdict.
  public func explain(title: String? = nil, body: String, opensThread: Bool? = nil) -> QuestionExplanation {
    let reading = PostReading(
      title: title, body: body, opensThread: opensThread, splitter: splitter, lexicon: lexicon, model: model)
    return reading.explanation
  }
}

/// The features and scores behind a verdict.
public struct QuestionExplanation: Sendable {
  /// A sentence with its features and score.
  public struct SentenceScore: Sendable {
    /// Where it stands in the body, in Unicode scalars; nil for the title.
    public var range: Range<Int>?
    /// Its features.
    public var features: [String]
    /// The sum of their weights.
    public var score: Double
  }
  /// The post's own features.
  public var features: [String]
  /// The post's score: a question when it is not below zero.
  public var score: Double
  /// Its sentences, the title's first.
  public var sentences: [SentenceScore]
}
