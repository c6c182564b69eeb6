// Reads the features of a sentence off its lexemes.

/// Reads sentences of one text. Keeps its buffers from one sentence to the next.
struct SentenceReader {
  private let lexicon: QuestionLexicon
  private let lexemes: [Lexeme]
  private let sentences: [Sentence]
  /// The sentence's words outside quotations, and whether each begins a clause.
  private var words: [(classes: WordClass, startsClause: Bool)] = []
  private var set = FeatureSet<SentenceFeature>()

  /// A reader for a text.
  init(lexicon: QuestionLexicon, lexemes: [Lexeme], sentences: [Sentence]) {
    self.lexicon = lexicon
    self.lexemes = lexemes
    self.sentences = sentences
  }

  /// The features of a sentence.
  mutating func features(at index: Int, inTitle: Bool = false) -> FeatureSet<SentenceFeature> {
    set = FeatureSet()
    words.removeAll(keepingCapacity: true)
    if inTitle { set.insert(.inTitle) }
    let sentence = sentences[index]
    let wordCount = readMarksAndWords(sentence)
    let asks = set.contains(.questionMark)
    readForm(asks: asks)
    readAddressees(asks: asks)
    matchPhrases()
    if !asks, set.meets(.setPhrases) { set.insert(.setPhrase) }
    readPlace(index, wordCount: wordCount, asks: asks)
    return set
  }

  // MARK: Marks and words

  private mutating func readMarksAndWords(_ sentence: Sentence) -> Int {
    var total = 0
    var startsClause = true
    var spoke = false
    let lastWord = lastWord(in: sentence)
    if lexemes[sentence.lexemes.lowerBound].kind == .openQuote { set.insert(.startsQuotation) }
    for index in sentence.lexemes {
      let lexeme = lexemes[index]
      switch lexeme.kind {
      case .word:
        total += 1
        guard !lexeme.inQuote else { continue }
        words.append((lexeme.classes, startsClause))
        // A lead-in such as "en" or "dus" does not move the start of the clause.
        startsClause = startsClause && lexeme.classes.meets(.filler)
        if lexeme.classes.meets(.speech) { spoke = true }
      case .number:
        total += 1
        startsClause = false
      case .terminal:
        readTerminal(lexeme, isLast: index > lastWord)
        startsClause = true
      case .comma, .dash, .openBracket, .emoji: startsClause = true
      case .colon:
        startsClause = true
        if lexeme.inQuote { continue }
        if words.first?.classes.meets(.who) == true { set.insert(.whoThenColon) }
        if spoke { set.insert(.speechBefore) }
      case .openQuote:
        if spoke { set.insert(.speechBefore) }
      case .link:
        total += 1
        set.insert(.link)
      default: continue
      }
    }
    return total
  }

  /// The index of the sentence's last word, number or link; before its start when it has none.
  private func lastWord(in sentence: Sentence) -> Int {
    for index in sentence.lexemes.reversed() {
      switch lexemes[index].kind {
      case .word, .number, .link: return index
      default: continue
      }
    }
    return sentence.lexemes.lowerBound - 1
  }

  private mutating func readTerminal(_ mark: Lexeme, isLast: Bool) {
    if mark.asks {
      if mark.inQuote {
        set.insert(.quotedQuestionMark)
      } else if mark.inBracket, !isLast {
        set.insert(.bracketedQuestionMark)
      } else {
        set.insert(isLast ? .questionMark : .questionMarkInside)
      }
    } else if mark.exclaims, !mark.inQuote {
      set.insert(.exclamation)
    }
  }

  // MARK: Form

  private mutating func readForm(asks: Bool) {
    guard !words.isEmpty else { return }
    var first = 0
    while first + 1 < words.count, words[first].classes.meets(.filler), words[first + 1].startsClause {
      first += 1
    }
    var hasForm = false
    for index in words.indices where words[index].startsClause {
      let word = words[index].classes
      let isFirst = index == first
      if word.meets(.questionWord) {
        hasForm = true
        if isFirst {
          set.insert(asks ? .questionWordFirstMark : .questionWordFirst)
          if !asks, !set.contains(.exclamation), verbFollows(index) { set.insert(.questionWordThenVerb) }
          if asks, word.meets(.why) { set.insert(.whyMark) }
          if asks, index + 1 < words.count, words[index + 1].classes.meets(.pronoun),
            !words[index + 1].classes.meets(.finiteVerb)
          {
            set.insert(.echoQuestionMark)
          }
        } else if asks {
          set.insert(.questionWordInClauseMark)
        }
      } else if beginsWithVerb(at: index) {
        hasForm = true
        if isFirst {
          set.insert(asks ? .verbFirstMark : .verbFirst)
        } else if asks {
          set.insert(.verbFirstInClauseMark)
        }
        if asks, index + 1 < words.count, words[index + 1].classes.meets([.you, .formal]) {
          set.insert(.verbThenYouMark)
        }
      }
      if asks, !isFirst, hasForm { set.insert(.afterColonMark) }
    }
    if asks, !hasForm { set.insert(.otherFormMark) }
    if !asks {
      for index in words.indices.dropFirst() where !words[index].startsClause {
        if words[index].classes.meets(.questionWord) || words[index].classes.meets(.whether) {
          set.insert(.indirectQuestion)
        }
      }
    }
  }

  /// Whether a finite verb stands within two words, before any subject, as in "Hoe lang duurt".
  private func verbFollows(_ index: Int) -> Bool {
    for next in (index + 1)..<(index + 4) where next < words.count {
      let word = words[next]
      if word.startsClause || word.classes.meets(.pronoun) { return false }
      if word.classes.meets(.finiteVerb) { return true }
    }
    return false
  }

  /// Whether a clause begins with a finite verb: a known one, or an unknown word with a subject behind it.
  private func beginsWithVerb(at index: Int) -> Bool {
    let word = words[index].classes
    if word.meets(.finiteVerb) { return true }
    guard index + 1 < words.count, !words[index + 1].startsClause else { return false }
    return word.isEmpty && words[index + 1].classes.meets(.subject)
  }

  // MARK: Addressees

  private mutating func readAddressees(asks: Bool) {
    var all = WordClass()
    for word in words { all.formUnion(word.classes) }
    var nobody = true
    func note(_ kind: WordClass, _ plain: SentenceFeature, _ mark: SentenceFeature) {
      guard all.meets(kind) else { return }
      nobody = false
      set.insert(asks ? mark : plain)
    }
    note(.group, .groupAddressed, .groupAddressedMark)
    note(.anyone, .anyoneAddressed, .anyoneAddressedMark)
    note(.others, .othersAddressed, .othersAddressedMark)
    note(.you, .oneAddressed, .oneAddressedMark)
    note(.formal, .formallyAddressed, .formallyAddressedMark)
    if asks, nobody { set.insert(.addressesNobodyMark) }
    if asks, nobody, all.meets(.they) { set.insert(.aboutThirdMark) }
    if all.meets(.firstPerson) { set.insert(asks ? .firstPersonMark : .firstPerson) }
    if all.meets(.signup) { set.insert(.signup) }
    if all.meets(.thanks) { set.insert(.thanks) }
    if let first = words.first, first.classes.meets(.affirm) { set.insert(.affirmationFirst) }
    if asks, words.count >= 3, let last = words.last, last.classes.meets(.tag) { set.insert(.tagQuestion) }
  }

  // MARK: Set phrases

  private mutating func matchPhrases() {
    for start in words.indices where words[start].classes.meets(lexicon.phraseStarts) {
      for phrase in lexicon.phrases where words[start].classes.meets(phrase.steps[0].kinds) {
        if phrase.isAnchored, !words[start].startsClause { continue }
        if set.contains(phrase.feature) { continue }
        if matches(phrase, step: 1, behind: start) { set.insert(phrase.feature) }
      }
    }
  }

  private func matches(_ phrase: QuestionPhrase, step: Int, behind place: Int) -> Bool {
    guard step < phrase.steps.count else { return true }
    let (kinds, gap) = phrase.steps[step]
    var next = place + 1
    while next < words.count, next <= place + 1 + gap {
      if words[next].classes.meets(kinds), matches(phrase, step: step + 1, behind: next) { return true }
      next += 1
    }
    return false
  }

  // MARK: Place and length

  private mutating func readPlace(_ index: Int, wordCount: Int, asks: Bool) {
    if wordCount <= 3 { set.insert(.shortSentence) }
    if wordCount > 30 { set.insert(.longSentence) }
    if asks, wordCount <= 2 { set.insert(.fewWordsMark) }
    if asks, index == 0, words.contains(where: { $0.classes.meets(.this) }) { set.insert(.pointsBackMark) }
    if sentences.count == 1 {
      set.insert(.onlySentence)
    } else if index == 0 {
      set.insert(.firstSentence)
    } else if index == sentences.count - 1 {
      set.insert(.lastSentence)
    }
    if asks, index + 1 < sentences.count {
      let next = sentences[index + 1]
      if isOwnAnswer(next) { set.insert(.answeredNext) }
      let word = lexemes[next.lexemes].first { $0.kind == .word }
      if word?.classes.meets(.invite) == true { set.insert(.invitesNext) }
    }
  }

  /// Whether a sentence is so short, or begins such, that it answers the question before it.
  private func isOwnAnswer(_ sentence: Sentence) -> Bool {
    var count = 0
    var affirms = false
    for index in sentence.lexemes {
      switch lexemes[index].kind {
      case .word:
        if count == 0 { affirms = lexemes[index].classes.meets(.affirm) }
        if lexemes[index].classes.meets([.thanks, .advance, .greeting]) { return false }
        count += 1
      case .terminal where lexemes[index].asks: return false
      default: continue
      }
    }
    return count > 0 && (affirms || count <= 2)
  }
}
