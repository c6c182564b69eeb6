// Recognises sleeping topics in new groups, so that a subject that comes back keeps its name.

import Discussion

/// Compares what new groups are about with what sleeping topics were about.
struct Waking: Sendable {
  /// The least cosine for a match.
  var leastSimilarity: Double
  /// How many terms a profile keeps.
  static let profileLength = 40

  /// The heaviest terms of a topic's centroid.
  static func profile(of topic: TopicID, centroid: Int, in centroids: Centroids, features: PostFeatures)
    -> TopicProfile
  {
    let rows = centroids.rows
    let words = rows.positions(ofRow: centroid).filter { rows.columns[$0] < features.wordColumnCount }
    let heaviest = words.sorted { left, right in
      let weights = (rows.values[left], rows.values[right])
      return weights.0 != weights.1 ? weights.0 > weights.1 : left < right
    }
    let terms = heaviest.prefix(profileLength).map { position in
      let stem = features.stemOfColumn[Int(rows.columns[position])]
      return TopicProfile.Term(
        stem: features.corpus.stems[Int(stem)], weight: Double(rows.values[position]))
    }
    return TopicProfile(topic: topic, terms: terms)
  }

  /// Pairs of (new profile, sleeping topic), most similar first, each at most once.
  func match(_ fresh: [TopicProfile], with sleeping: [TopicProfile]) -> [(fresh: Int, topic: TopicID)] {
    guard !sleeping.isEmpty else { return [] }
    var weights: [[String: Double]] = []
    for profile in sleeping {
      weights.append(
        Dictionary(profile.terms.map { ($0.stem, $0.weight) }, uniquingKeysWith: { first, _ in first }))
    }
    struct Pair {
      var fresh: Int
      var sleeping: Int
      var cosine: Double
    }
    var pairs: [Pair] = []
    for (freshIndex, profile) in fresh.enumerated() {
      for (sleepingIndex, known) in weights.enumerated() {
        var product = 0.0
        for term in profile.terms { product += term.weight * (known[term.stem] ?? 0) }
        let lengths = Self.length(profile) * Self.length(sleeping[sleepingIndex])
        guard lengths > 0, product / lengths >= leastSimilarity else { continue }
        pairs.append(Pair(fresh: freshIndex, sleeping: sleepingIndex, cosine: product / lengths))
      }
    }
    pairs.sort { ($1.cosine, $0.sleeping, $0.fresh) < ($0.cosine, $1.sleeping, $1.fresh) }
    var matches: [(fresh: Int, topic: TopicID)] = []
    var usedFresh = Set<Int>()
    var usedSleeping = Set<Int>()
    for pair in pairs where !usedFresh.contains(pair.fresh) && !usedSleeping.contains(pair.sleeping) {
      usedFresh.insert(pair.fresh)
      usedSleeping.insert(pair.sleeping)
      matches.append((pair.fresh, sleeping[pair.sleeping].topic))
    }
    return matches
  }

  private static func length(_ profile: TopicProfile) -> Double {
    var squares = 0.0
    for term in profile.terms { squares += term.weight * term.weight }
    return squares.squareRoot()
  }
}
