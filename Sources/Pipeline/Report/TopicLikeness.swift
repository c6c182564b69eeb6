// Which topics resemble each other: by the nearest neighbours of their posts.
import Dashboards
import Discussion

/// Likeness between topics.
///
/// The cosine of two topics' centroids is the sum of the similarities of all pairs of their posts over the root of the
/// same sums within each. Of those pairs the stored lists hold the ones that matter, so that nothing has to be compared
/// again: what is missing is small, and makes topics look a little less alike than they are.
struct TopicLikeness {
  /// Cosine from which a topic is called related. Low, since only the nearest neighbours count: on the demo community
  /// the pairs above it share a subject (screens and gaming, waiting and school), those below it by chance some words.
  var least = 0.045
  /// Most related topics of one topic.
  var limit = 4

  /// Per topic the topics that resemble it most, strongest first.
  /// - Parameters:
  ///   - lists: the nearest neighbours of each post.
  ///   - topicOfPost: where the posts belong; posts without a topic count for none.
  func related(_ lists: [PostNeighbours], topicOfPost: [PostID: TopicID]) -> [TopicID: [RelatedTopic]] {
    let sums = Self.sums(lists, topicOfPost: topicOfPost)
    var related: [TopicID: [RelatedTopic]] = [:]
    for (pair, sum) in sums where pair.first < pair.second {
      let own = (sums[Pair(pair.first, pair.first)] ?? 0) * (sums[Pair(pair.second, pair.second)] ?? 0)
      guard own > 0, sum / own.squareRoot() >= least else { continue }
      let similarity = min(1, sum / own.squareRoot())
      related[pair.first, default: []].append(RelatedTopic(topic: pair.second, similarity: similarity))
      related[pair.second, default: []].append(RelatedTopic(topic: pair.first, similarity: similarity))
    }
    return related.mapValues {
      Array($0.sorted { ($1.similarity, $0.topic) < ($0.similarity, $1.topic) }.prefix(limit))
    }
  }

  /// Two topics, the lower one first.
  private struct Pair: Hashable {
    let first: TopicID
    let second: TopicID

    init(_ one: TopicID, _ other: TopicID) { (first, second) = one < other ? (one, other) : (other, one) }
  }

  /// The sums of similarity between and within topics. A post resembles itself with 1; a pair of posts counts once,
  /// whether one of them lists the other or both do, and twice within a topic, as in a square.
  private static func sums(_ lists: [PostNeighbours], topicOfPost: [PostID: TopicID]) -> [Pair: Double] {
    var listed: [PostID: Set<PostID>] = [:]
    for list in lists { listed[list.post] = Set(list.neighbours.map(\.post)) }
    var sums: [Pair: Double] = [:]
    for list in lists {
      guard let topic = topicOfPost[list.post] else { continue }
      sums[Pair(topic, topic), default: 0] += 1
      for neighbour in list.neighbours {
        guard let other = topicOfPost[neighbour.post] else { continue }
        let isMutual = listed[neighbour.post]?.contains(list.post) ?? false
        if isMutual, neighbour.post < list.post { continue }
        sums[Pair(topic, other), default: 0] += neighbour.similarity * (topic == other ? 2 : 1)
      }
    }
    return sums
  }
}
