// What the question detector looks at in a sentence and in a post.

/// A feature of a sentence: it has it or not. Its name stands in the table of weights and in explanations.
enum SentenceFeature: Int, CaseIterable, Sendable {
  // Marks.
  case questionMark, questionMarkInside, quotedQuestionMark, bracketedQuestionMark, exclamation,
    startsQuotation
  // Form.
  case questionWordFirst, questionWordFirstMark, questionWordInClauseMark, verbFirst, verbFirstMark
  case verbFirstInClauseMark, otherFormMark, whyMark, indirectQuestion, afterColonMark
  // Who is addressed.
  case groupAddressed, groupAddressedMark, anyoneAddressed, anyoneAddressedMark, othersAddressed
  case othersAddressedMark, oneAddressed, oneAddressedMark, formallyAddressed, formallyAddressedMark
  case verbThenYouMark, aboutThirdMark, pointsBackMark, whoThenColon, echoQuestionMark, questionWordThenVerb,
    firstPerson, firstPersonMark,
    addressesNobodyMark
  // Set ways of asking, from the phrase tables.
  case anyoneHas, anyoneFirst, whoHas, whoCould, othersDo, groupDoes, seeks, wanted, adviceGladly, hearGladly
  case welcomes, appreciates, curious, wantsToKnow, wantsContact, tellUs, asksLead, wonders, helpMe, stuck
  case ifSomeone, areThere, adviceFirst, survey, unsure, hopes, generalYou, whoThen, verbFirstToGroup,
    myQuestion, anyoneAdvice, setPhrase, mayAsk,
    please, experienceWith, whoElse
  // (setPhrase: any of the phrases that ask without a question mark.)
  // What speaks against it.
  case clarifies, wilYou, invitesNext, tagQuestion, isItNot, answeredNext, fewWordsMark, shortSentence,
    longSentence, speechBefore
  case signup, offers, thanks, affirmationFirst, link
  // Place.
  case firstSentence, lastSentence, onlySentence
  case inTitle
}

/// A feature of a post as a whole.
enum PostFeature: Int, CaseIterable, Sendable {
  case hasTitle, titleAsks, isReplyTitle, opensThread, isReply
  case underTenWords, underTwentyWords, underThirtyFiveWords, overSixtyWords, overHundredWords
  case greetsGroup, thanksInAdvance, startsWithAffirmation, startsWithThanks, repeatsEarlierText,
    startsQuotation
  case severalAskingSentences, namesCollective, signup, exclaims, link, addressesOneOnly, tellsOfOwnSituation
}

/// A set of features, at most 128 of them.
struct FeatureSet<Feature: CaseIterable & RawRepresentable>: Sendable where Feature.RawValue == Int {
  fileprivate var low: UInt64 = 0
  fileprivate var high: UInt64 = 0

  /// Adds a feature.
  @inline(__always)
  mutating func insert(_ feature: Feature) {
    let place = feature.rawValue
    if place < 64 { low |= 1 << UInt64(place) } else { high |= 1 << UInt64(place - 64) }
  }

  /// Whether a feature is in the set.
  @inline(__always)
  func contains(_ feature: Feature) -> Bool {
    let place = feature.rawValue
    return place < 64 ? low & (1 << UInt64(place)) != 0 : high & (1 << UInt64(place - 64)) != 0
  }

  /// The sum of the weights of the features in the set.
  @inline(__always)
  func sum(_ weights: [Double]) -> Double {
    var sum = 0.0
    var rest = low
    while rest != 0 {
      sum += weights[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    rest = high
    while rest != 0 {
      sum += weights[64 + rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }

  /// The names of the features in the set, in the order of the list.
  var names: [String] { Feature.allCases.filter(contains).map { String(describing: $0) } }
}

extension FeatureSet where Feature == SentenceFeature {
  /// The phrases that ask, whatever mark is behind them.
  static let setPhrases: FeatureSet = {
    var set = FeatureSet()
    for feature: SentenceFeature in [
      .adviceGladly, .hearGladly, .welcomes, .appreciates, .curious, .seeks, .wantsToKnow, .wantsContact,
      .tellUs,
      .ifSomeone, .whoThenColon, .wanted, .hopes, .helpMe,
      .wonders, .myQuestion, .anyoneAdvice, .verbFirstToGroup,
    ] {
      set.insert(feature)
    }
    return set
  }()

  /// Whether the sets share a feature.
  func meets(_ other: FeatureSet) -> Bool { low & other.low != 0 || high & other.high != 0 }
}
