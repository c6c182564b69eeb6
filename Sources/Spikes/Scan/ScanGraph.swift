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
    var copies: [(Int32, Int32)] = []
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
        if similarity >= copySimilarity { copies.append((Int32(number), other)) }
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
    self.voters = Self.sharing(voters, copies: copies)
    self.voterCount = voterCount
    self.organisations = organisations.map { $0 >= 0 ? $0 : knownCount - 1 - $0 }
    organisationCount = Int(knownCount) + voterCount
    self.backward = backward
    self.forward = forward
  }

  /// The voters after texts that were posted more than once came down to one: all copies go with the first.
  private static func sharing(_ voters: [Int32], copies: [(Int32, Int32)]) -> [Int32] {
    var first = Array(Int32(0)..<Int32(voters.count))
    func root(_ post: Int32) -> Int32 {
      var post = post
      while first[Int(post)] != post { post = first[Int(post)] }
      return post
    }
    for (one, other) in copies {
      let (left, right) = (root(one), root(other))
      first[Int(max(left, right))] = min(left, right)
    }
    return voters.indices.map { voters[Int(root(Int32($0)))] }
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

  /// A question's strongest links to questions of a range, strongest first.
  ///
  /// As many for old questions, which may be linked both ways, as for new ones, which have links back only: otherwise a
  /// permuted date would meet another kind of neighbourhood than a real one.
  func links(of post: Int32, in range: Range<Int>, limit: Int) -> [Link] {
    var links = backward[Int(post)].filter { range.contains(Int($0.post)) && $0.similarity > 0 }
    for link in forward[Int(post)] where range.contains(Int(link.post)) && link.similarity > 0 {
      links.append(link)
    }
    links.sort { ($1.similarity, $0.post) < ($0.similarity, $1.post) }
    return Array(links.prefix(limit))
  }
}
