// For each post the earlier posts that it resembles most: settled when it comes, and never changed.

import Discussion

/// Finds for posts the posts before them that they resemble most.
///
/// Posts are taken by time. A post looks back only, over the last years, so that a list holds for good once it is made: a
/// night makes the lists of its new posts, and whoever looks at a week in the past finds the lists of that time.
struct ArrivalSearch {
  /// How many earlier posts a list holds: three times as many as a neighbourhood has room for. A recent question has its
  /// own list only, an old one also stands in the lists of later ones; with short lists the old would be linked better, and
  /// a permuted date would meet larger neighbourhoods than a real one (measured: chances came out twice too high).
  static let kept = 120
  /// How far a post looks back, in milliseconds: 156 weeks.
  static let reach: Int64 = 156 * 7 * 24 * 3_600_000

  /// A row of length 1 for each post, by time.
  let rows: SparseRows

  /// The lists of posts that have a time.
  /// - Parameters:
  ///   - posts: by time, those without a time last; as many as there are rows.
  ///   - known: posts that have a list already.
  func lists(of posts: [TopicPost], known: Set<PostID>) -> [PostNeighbours] {
    let dated = posts.prefix { $0.createdAt != nil }
    guard let first = dated.firstIndex(where: { !known.contains($0.id) }) else { return [] }
    let times = dated.map { $0.createdAt?.milliseconds ?? 0 }
    var oldest = times.firstIndex { $0 >= times[first] - Self.reach } ?? 0
    var index = [Posting](repeating: Posting(), count: rows.columnCount)
    for post in oldest..<first { add(post, to: &index) }
    var lists: [PostNeighbours] = []
    var scores = [Float](repeating: 0, count: dated.count)
    for post in first..<dated.count {
      while times[oldest] < times[post] - Self.reach { oldest += 1 }
      if !known.contains(posts[post].id) {
        let nearest = nearest(to: post, from: oldest, in: &index, scores: &scores)
        lists.append(
          PostNeighbours(
            post: posts[post].id,
            neighbours: zip(nearest.posts, nearest.similarities).map { earlier, similarity in
              PostNeighbours.Neighbour(
                post: posts[Int(earlier) + oldest].id, similarity: Double(min(1, similarity)))
            }))
      }
      add(post, to: &index)
    }
    return lists
  }

  /// The posts that use a column, by time, with their numbers.
  private struct Posting {
    var posts: [Int32] = []
    var values: [Float] = []
    /// The first that is not too long ago.
    var start = 0
  }

  private func add(_ post: Int, to index: inout [Posting]) {
    for position in rows.positions(ofRow: post) {
      let column = Int(rows.columns[position])
      index[column].posts.append(Int32(post))
      index[column].values.append(rows.values[position])
    }
  }

  /// The posts in the index that resemble a post most, numbered from `oldest`; equal ones by time.
  private func nearest(to post: Int, from oldest: Int, in index: inout [Posting], scores: inout [Float])
    -> HighestFew
  {
    for position in rows.positions(ofRow: post) {
      let column = Int(rows.columns[position])
      let value = rows.values[position]
      while index[column].start < index[column].posts.count,
        index[column].posts[index[column].start] < oldest
      {
        index[column].start += 1
      }
      let start = index[column].start
      index[column].posts.withUnsafeBufferPointer { posts in
        index[column].values.withUnsafeBufferPointer { values in
          scores.withUnsafeMutableBufferPointer { scores in
            for place in start..<posts.count { scores[Int(posts[place])] += value * values[place] }
          }
        }
      }
    }
    var highest = HighestFew(limit: Self.kept)
    scores.withUnsafeMutableBufferPointer { scores in
      let earlier = UnsafeMutableBufferPointer(rebasing: scores[oldest..<post])
      highest.offerAll(earlier)
      for place in earlier.indices { earlier[place] = 0 }
    }
    return highest
  }
}

extension TopicSettings {
  /// What decides the lists of earlier posts beside the posts themselves, as a number (FNV-1a).
  public var arrivalRecipe: UInt64 {
    var parts = ["1", language.rawValue, "\(themeWeight)", "\(themesPerPost)"] + extraStopWords.sorted()
    for theme in catalogue?.themes ?? [] { parts += theme.learnedParts }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in parts.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }
}

extension TopicModel {
  /// For each post the earlier posts that it resembles most, with nothing known but what was written before it: what the
  /// neighbourhood scan works on. Posts without a time get no list.
  /// - Parameters:
  ///   - posts: all posts, in any order.
  ///   - known: posts whose lists were made before and are not wanted again.
  public func arrivals(of posts: [TopicPost], known: Set<PostID> = []) -> [PostNeighbours] {
    let posts = TopicPost.inFixedOrder(posts)
    let features = PostFeatures(texts: posts.lazy.map(\.text), settings: settings)
    return arrivals(of: posts, features: features, known: known)
  }

  func arrivals(of posts: [TopicPost], features: PostFeatures, known: Set<PostID>) -> [PostNeighbours] {
    guard posts.contains(where: { $0.createdAt != nil && !known.contains($0.id) }) else { return [] }
    let rows = ArrivalRows(corpus: features.corpus, scores: features.themeScores, settings: settings).rows
    return ArrivalSearch(rows: rows).lists(of: posts, known: known)
  }
}
