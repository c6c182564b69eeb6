// Which topics resemble each other: the cosine between the terms that weigh most in them.
import Dashboards
import Discussion
import Topics

/// Likeness between topics, from their heaviest terms.
enum TopicLikeness {
  /// Per topic the topics that resemble it most, strongest first.
  /// - Parameters:
  ///   - profiles: the heaviest terms of each topic.
  ///   - least: cosine from which a topic is called related.
  ///   - limit: most related topics of one topic.
  static func related(_ profiles: [TopicProfile], least: Double = 0.15, limit: Int = 4)
    -> [TopicID: [RelatedTopic]]
  {
    let vectors = profiles.map { profile in
      let norm = profile.terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      let weights = profile.terms.map { ($0.stem, norm > 0 ? $0.weight / norm : 0) }
      return (profile.topic, Dictionary(weights, uniquingKeysWith: max), profile.terms.map(\.stem))
    }
    var related: [TopicID: [RelatedTopic]] = [:]
    for (topic, weights, stems) in vectors {
      var found: [RelatedTopic] = []
      for (other, otherWeights, _) in vectors where other != topic {
        let cosine = stems.reduce(0.0) { $0 + (weights[$1] ?? 0) * (otherWeights[$1] ?? 0) }
        if cosine >= least { found.append(RelatedTopic(topic: other, similarity: min(1, cosine))) }
      }
      found.sort { ($0.similarity, $1.topic) > ($1.similarity, $0.topic) }
      related[topic] = Array(found.prefix(limit))
    }
    return related
  }
}
