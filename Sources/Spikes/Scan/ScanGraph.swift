// Who is near whom, as of a week: the lists that questions brought with them, read both ways.

import Discussion

/// The questions by time, with links between those that resemble each other.
struct ScanGraph {
  /// A link to another question.
  struct Link {
    var post: Int32
    var similarity: Float
  }

  /// The questions, by week and identity.
  let posts: [PostID]
  /// The week of each.
  let weeks: [Int]
  /// Who has the vote of each: the asker's number, or that of whoever posted the text first.
  let voters: [Int32]
  /// A number for the organisation of each; whoever has none has one for itself.
  let organisations: [Int32]
  let voterCount: Int
  let organisationCount: Int
  /// For each question its links to earlier ones, most similar first.
  private let backward: [[Link]]
  /// For each question its links to later ones, earliest first.
  private let forward: [[Link]]

  init(_ given: [ScanPost], copySimilarity: Float) {
    let sorted = given.sorted { ($0.week, $0.post) < ($1.week, $1.post) }
    posts = sorted.map(\.post)
    weeks = sorted.map(\.week.number)
    let numbers = Dictionary(
      posts.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var askers: [MemberID: Int32] = [:]
    var known: [String: Int32] = [:]
    var voters: [Int32] = []
    var organisations: [Int32] = []
    var backward: [[Link]] = []
    var forward = [[Link]](repeating: [], count: sorted.count)
    for (number, post) in sorted.enumerated() {
      var voter: Int32 = 0
      if let asker = post.asker {
        voter = askers[asker] ?? Int32(askers.count + 1)
        askers[asker] = voter
      }
      // A list looks back in time; within a week the order here may be another one, and each pair is linked once.
      var links: [Link] = []
      for neighbour in post.earlier {
        guard let other = numbers[neighbour.post], other != Int32(number) else { continue }
        let similarity = Float(neighbour.similarity)
        if similarity >= copySimilarity, other < Int32(number) { voter = voters[Int(other)] }
        links.append(Link(post: other, similarity: similarity))
      }
      voters.append(voter)
      if let name = post.organisation {
        let organisation = known[name] ?? Int32(known.count)
        known[name] = organisation
        organisations.append(organisation)
      } else {
        organisations.append(-1 - voter)
      }
      backward.append(links)
      for link in links {
        forward[Int(link.post)].append(Link(post: Int32(number), similarity: link.similarity))
      }
    }
    let (knownCount, voterCount) = (Int32(known.count), askers.count + 1)
    self.voters = voters
    self.voterCount = voterCount
    self.organisations = organisations.map { $0 >= 0 ? $0 : knownCount - 1 - $0 }
    organisationCount = Int(knownCount) + voterCount
    self.backward = backward
    self.forward = forward
  }

  /// The numbers of the questions of some weeks.
  func range(of weeks: ClosedRange<Int>) -> Range<Int> {
    firstIndex(from: weeks.lowerBound)..<firstIndex(from: weeks.upperBound + 1)
  }

  private func firstIndex(from week: Int) -> Int {
    var (low, high) = (0, weeks.count)
    while low < high {
      let middle = (low + high) / 2
      if weeks[middle] < week { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with each question of a range that a question is linked with, once.
  @inline(__always)
  func forEachLink(of post: Int32, in range: Range<Int>, _ body: (Link) -> Void) {
    for link in backward[Int(post)] where range.contains(Int(link.post)) { body(link) }
    for link in forward[Int(post)] where range.contains(Int(link.post)) { body(link) }
  }

  /// The questions of a range near to one, nearest first, itself in front.
  ///
  /// Its nearest neighbours help to find them (query expansion; Salton & Buckley, "Improving retrieval performance by
  /// relevance feedback", 1990): one question has few words, and what resembles those that resemble it is about the same
  /// more often than not.
  func nearest(
    to post: Int32, in range: Range<Int>, settings: ScanSettings, scratch: inout [Float]
  ) -> [Int32] {
    var direct: [Link] = []
    forEachLink(of: post, in: range) { direct.append($0) }
    direct.sort { ($1.similarity, $0.post) < ($0.similarity, $1.post) }
    var touched: [Int32] = []
    touched.reserveCapacity(512)
    func add(_ link: Link, _ share: Float, _ scratch: inout [Float]) {
      guard link.post != post, link.similarity > 0 else { return }
      if scratch[Int(link.post)] == 0 { touched.append(link.post) }
      scratch[Int(link.post)] += share * link.similarity
    }
    for link in direct { add(link, 1, &scratch) }
    let helpers = direct.prefix(settings.helpers)
    let total = helpers.reduce(Float(0)) { $0 + max(0, $1.similarity) }
    for helper in helpers where total > 0 {
      let share = settings.helperWeight * max(0, helper.similarity) / total
      forEachLink(of: helper.post, in: range) { add($0, share, &scratch) }
    }
    let ranked = touched.map { Link(post: $0, similarity: scratch[Int($0)]) }
      .sorted { ($1.similarity, $0.post) < ($0.similarity, $1.post) }
    for post in touched { scratch[Int(post)] = 0 }
    // Some are the same person's: more than the largest size are kept.
    return [post] + ranked.prefix(settings.largestSize + settings.largestSize / 2).map(\.post)
  }
}
