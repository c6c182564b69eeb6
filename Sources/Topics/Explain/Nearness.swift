// How near a post lies to a topic, and whether that is near enough to belong there.

/// What decides whether a post belongs to a topic.
struct Nearness: Hashable, Sendable {
  /// The cosine to the topic's centroid; a little more for a post that was in the topic last night.
  var similarity: Double
  /// How much of its words other posts use too, 0 to 1.
  var familiarity: Double
  /// What share of its similarity to its neighbours is to posts of the topic, 0 to 1.
  var neighbourShare: Double

  /// Whether it lies near enough by itself. A post with many words that nobody else uses must lie nearer: its few shared
  /// words make it look nearer than it is.
  /// Themes are shared by nature: with a catalogue the cosine says enough.
  func isNear(_ settings: TopicSettings) -> Bool {
    similarity * (settings.hasThemes ? 1 : familiarity) >= settings.similarityNeeded
  }

  /// Whether it lies near enough for a post of which most neighbours are in the topic: short posts share few words with
  /// many. With a catalogue they share themes, and nothing needs to be made good.
  func isAmongItsOwn(_ settings: TopicSettings) -> Bool {
    !settings.hasThemes && similarity >= settings.leastSimilarityAmongNeighbours
      && familiarity >= settings.leastFamiliarity
      && neighbourShare > 0 && neighbourShare >= settings.neighbourMajority
  }
}
