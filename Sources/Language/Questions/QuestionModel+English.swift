// The weights for English where they differ from those for Dutch.

extension QuestionModel {
  /// Set by rule, since there are no labelled English posts: the same design with the same weights, but for what
  /// is a custom of the labelled community, and for words that English uses otherwise ("you" is the group too,
  /// "do" begins any question).
  static let englishWeights = """
    sentence.firstSentence -0.3
    sentence.onlySentence 0
    sentence.lastSentence 0
    sentence.clarifies -0.5
    sentence.verbThenYouMark 0
    sentence.oneAddressedMark 1
    sentence.oneAddressed 0
    sentence.unsure 0.5
    sentence.stuck 0.5
    post.underTenWords -0.3
    post.underTwentyWords -0.3
    post.hasTitle 0.5
    post.addressesOneOnly 0
    """
}
