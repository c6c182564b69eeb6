// One post, read for questions: sentences, features, scores.
import func Foundation.exp

/// A post with its sentences scored.
struct PostReading {
  private struct Scored {
    var sentence: Sentence
    var features: FeatureSet<SentenceFeature>
    var score: Double
  }

  private let title: String?
  private let text: [UInt8]
  private let lexemes: [Lexeme]
  private let model: QuestionModel
  private var body: [Scored] = []
  private var titleScored: [Scored] = []
  private var features = FeatureSet<PostFeature>()
  private var score = 0.0

  /// Reads a post.
  init(
    title: String?, body: String, opensThread: Bool?, splitter: SentenceSplitter, lexicon: QuestionLexicon,
    model: QuestionModel
  ) {
    self.model = model
    text = Array(body.utf8)
    var lexemes = Lexer.lexemes(of: body)
    lexicon.classify(&lexemes, of: text)
    self.lexemes = lexemes
    self.title = title?.contains(where: { !$0.isWhitespace }) == true ? title : nil
    let sentences = splitter.sentences(of: lexemes)
    self.body = Self.scored(sentences, lexemes: lexemes, lexicon: lexicon, model: model, inTitle: false)
    if let title = self.title {
      var titleLexemes = Lexer.lexemes(of: title)
      lexicon.classify(&titleLexemes, of: Array(title.utf8))
      titleScored = Self.scored(
        splitter.sentences(of: titleLexemes), lexemes: titleLexemes, lexicon: lexicon, model: model,
        inTitle: true)
    }
    readFeatures(opensThread: opensThread)
    score = postScore()
  }

  private static func scored(
    _ sentences: [Sentence], lexemes: [Lexeme], lexicon: QuestionLexicon, model: QuestionModel, inTitle: Bool
  ) -> [Scored] {
    var reader = SentenceReader(lexicon: lexicon, lexemes: lexemes, sentences: sentences)
    var scored: [Scored] = []
    scored.reserveCapacity(sentences.count)
    for (index, sentence) in sentences.enumerated() where !sentence.isQuoted {
      let features = reader.features(at: index, inTitle: inTitle)
      scored.append(
        Scored(
          sentence: sentence, features: features,
          score: model.sentenceBias + features.sum(model.sentenceWeights)))
    }
    return scored
  }

  // MARK: Scores

  /// The best score of the title's sentences; nothing to say without a title.
  private var titleScore: Double { titleScored.map(\.score).max() ?? -.infinity }

  private func postScore() -> Double {
    var best = -6.0
    var second = -6.0
    for scored in body {
      if scored.score > best {
        (best, second) = (scored.score, best)
      } else if scored.score > second {
        second = scored.score
      }
    }
    var score = model.postBias + features.sum(model.postWeights)
    score += model.bestWeight * min(best, 6) + model.secondWeight * max(0, min(second, 6))
    score += model.titleWeight * max(0, min(titleScore, 6))
    return score
  }

  /// The chance that the post asks the community something.
  var probability: Double { 1 / (1 + exp(-score)) }

  /// The asking sentences, best first: those that are more likely asking than not, or else the likeliest one.
  var askingSentences: [AskingSentence] {
    let ranked = body.enumerated().sorted { left, right in
      left.element.score != right.element.score
        ? left.element.score > right.element.score : left.offset > right.offset
    }.map(\.element)
    let asking = ranked.filter { $0.score >= 0 }
    if asking.isEmpty, let title, titleScore >= 0 {
      let trimmed = title.drop(while: \.isWhitespace)
      let end = trimmed.lastIndex { !$0.isWhitespace } ?? trimmed.startIndex
      return [
        AskingSentence(
          range: nil, text: String(trimmed[...end]), probability: 1 / (1 + exp(-titleScore)))
      ]
    }
    return (asking.isEmpty ? Array(ranked.prefix(1)) : asking).map { scored in
      AskingSentence(
        range: scored.sentence.range, text: String(decoding: text[scored.sentence.byteRange], as: UTF8.self),
        probability: 1 / (1 + exp(-scored.score)))
    }
  }

  /// The features and scores.
  var explanation: QuestionExplanation {
    QuestionExplanation(
      features: features.names, score: score,
      sentences: titleScored.map { .init(range: nil, features: $0.features.names, score: $0.score) }
        + body.map { .init(range: $0.sentence.range, features: $0.features.names, score: $0.score) })
  }

  // MARK: The post's own features

  private mutating func readFeatures(opensThread: Bool?) {
    if let title {
      features.insert(.hasTitle)
      let start = title.prefix(5).lowercased()
      if start.hasPrefix("re:") || start.hasPrefix("re[") || start.hasPrefix("antw:") {
        features.insert(.isReplyTitle)
      }
      if titleScored.contains(where: { $0.features.contains(.questionMark) }) { features.insert(.titleAsks) }
    }
    if let opensThread { features.insert(opensThread ? .opensThread : .isReply) }
    readWords()
    let asking = body.count { $0.features.contains(.questionMark) }
    if asking >= 2 { features.insert(.severalAskingSentences) }
    if body.contains(where: { $0.features.contains(.exclamation) }) { features.insert(.exclaims) }
    if body.contains(where: { $0.features.contains(.link) }) { features.insert(.link) }
    if body.first?.features.contains(.startsQuotation) == true { features.insert(.startsQuotation) }
  }

  private mutating func readWords() {
    var count = 0
    var all = WordClass()
    var signups = 0
    var previous = WordClass()
    var isFirst = true
    for lexeme in lexemes {
      if lexeme.kind == .greaterThan, isFirst || previous.isEmpty { features.insert(.repeatsEarlierText) }
      guard lexeme.kind == .word else { continue }
      let classes = lexeme.classes
      if isFirst {
        if classes.meets(.affirm) { features.insert(.startsWithAffirmation) }
        if classes.meets(.thanks) { features.insert(.startsWithThanks) }
      }
      if count < 6, previous.meets(.greeting), classes.meets(.everyone) { features.insert(.greetsGroup) }
      if previous.meets(.advance), classes.meets(.thanks) { features.insert(.thanksInAdvance) }
      if previous.meets(.thanks), classes.meets(.advance) { features.insert(.thanksInAdvance) }
      if classes.meets(.signup) { signups += 1 }
      all.formUnion(classes)
      previous = classes
      isFirst = false
      count += 1
    }
    if all.meets(.group) { features.insert(.namesCollective) }
    if all.meets(.you), !all.meets([.group, .anyone, .others]) { features.insert(.addressesOneOnly) }
    if all.meets(.firstPerson) { features.insert(.tellsOfOwnSituation) }
    if signups >= 2 { features.insert(.signup) }
    switch count {
    case ..<10: features.insert(.underTenWords)
    case ..<20: features.insert(.underTwentyWords)
    case ..<35: features.insert(.underThirtyFiveWords)
    case 61...100: features.insert(.overSixtyWords)
    case 101...: features.insert(.overHundredWords)
    default: break
    }
  }
}
