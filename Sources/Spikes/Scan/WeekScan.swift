// One week of the scan: the least likely neighbourhoods, and the same search after random permutations of the dates.

import Discussion
import Foundation

/// Looks for the least likely neighbourhoods in the windows that end with a week.
struct WeekScan {
  /// A neighbourhood as it is found, before it is described.
  struct Candidate {
    var centre: Int32
    /// The place of its window among the settings' windows.
    var window: Int
    /// People in it.
    var size: Int
    /// People of them in the window.
    var observed: Int
    /// Natural logarithm of the hypergeometric tail.
    var logP: Double
    /// How near the people in the window are to the question in the middle, on average.
    var closeness: Double

    /// What candidates are compared by. Tails of small numbers are often equal, and chances that count equals as beyond
    /// come out twice too high: of two equal ones the closer is the less likely.
    var statistic: Double { logP - 1e-6 * closeness }
  }

  let graph: ScanGraph
  let settings: ScanSettings
  /// The week judged.
  let week: Int
  /// The questions of the history, the window included.
  let range: Range<Int>
  /// How many of them lie in each window.
  let marked: [Int]
  /// Logarithms of the tails, by window, size and observed number.
  private let tails: [Double]
  /// For each question of the window how many weeks ago it was asked, from 1; by time.
  private let ages: [UInt8]
  /// The lists of near questions that were made so far, by the place in the range.
  private var lists: [[ScanGraph.Link]]
  /// Each question's strongest links, as far as they were looked up.
  private var links: [[ScanGraph.Link]?]
  private var scratch: [Float]
  private var seenVoters: [Int32]
  private var seenOrganisations: [Int32]
  private var stamp: Int32 = 0

  init(graph: ScanGraph, settings: ScanSettings, week: Int) {
    self.graph = graph
    self.settings = settings
    self.week = week
    range = graph.range(of: week - settings.historyWeeks + 1...week)
    marked = settings.windows.map { graph.range(of: week - $0 + 1...week).count }
    let side = settings.largestSize + 1
    var tails = [Double](repeating: 0, count: settings.windows.count * side * side)
    for (window, marked) in marked.enumerated() {
      for size in 1..<side where size <= range.count {
        let distribution = Hypergeometric(population: range.count, marked: marked, drawn: size)
        var tail = 0.0
        for observed in stride(from: min(size, marked), through: 1, by: -1) {
          tail += distribution.probability(observed)
          tails[(window * side + size) * side + observed] = log(max(min(1, tail), 1e-300))
        }
      }
    }
    self.tails = tails
    let longest = settings.windows.max() ?? 1
    ages = graph.range(of: week - longest + 1...week).map { UInt8(week - graph.weeks[$0] + 1) }
    lists = Array(repeating: [], count: range.count)
    links = Array(repeating: nil, count: range.count)
    scratch = Array(repeating: 0, count: range.count)
    seenVoters = Array(repeating: 0, count: graph.voterCount)
    seenOrganisations = Array(repeating: 0, count: graph.organisationCount)
  }

  /// The best neighbourhood of each question in the window, least likely first.
  mutating func candidates() -> [Candidate] {
    let window = range.upperBound - ages.count..<range.upperBound
    var ageOf = [UInt8](repeating: 0, count: range.count)
    for (place, post) in window.enumerated() { ageOf[post - range.lowerBound] = ages[place] }
    return window.compactMap { best(around: Int32($0), ages: ageOf) }.sorted {
      ($0.statistic, $0.centre) < ($1.statistic, $1.centre)
    }
  }

  /// How likely it is that chance alone gives something as unlikely as each of some candidates: the share of random
  /// permutations of the dates over the questions in which the least likely neighbourhood is as unlikely (Kulldorff et
  /// al., "A space-time permutation scan statistic for disease outbreak detection", PLoS Medicine 2(3):e59, 2005).
  ///
  /// Once the first candidate is unremarkable no more are made (Besag & Clifford, "Sequential Monte Carlo p-values",
  /// Biometrika 78, 1991).
  mutating func pValues(of candidates: [Candidate]) -> [Double] {
    guard let first = candidates.first else { return [] }
    var generator = SplitMix64(seed: settings.seed &+ UInt64(bitPattern: Int64(week)) &* 0x9E37_79B9)
    var order = Array(Int32(0)..<Int32(range.count))
    var ageOf = [UInt8](repeating: 0, count: range.count)
    var least: [Double] = []
    var exceeding = 0
    while least.count < settings.permutations, exceeding < settings.unremarkable {
      for place in ages.indices {
        order.swapAt(place, place + generator.next(below: range.count - place))
        ageOf[Int(order[place])] = ages[place]
      }
      var lowest = 0.0
      for place in ages.indices {
        let centre = Int32(range.lowerBound) + order[place]
        if let found = best(around: centre, ages: ageOf) { lowest = min(lowest, found.statistic) }
      }
      for place in ages.indices { ageOf[Int(order[place])] = 0 }
      least.append(lowest)
      if lowest <= first.statistic { exceeding += 1 }
    }
    let stopped = exceeding >= settings.unremarkable && least.count < settings.permutations
    let sorted = least.sorted()
    return candidates.map { candidate in
      let asUnlikely = sorted.count { $0 <= candidate.statistic }
      return stopped
        ? min(1, Double(asUnlikely) / Double(least.count))
        : Double(asUnlikely + 1) / Double(least.count + 1)
    }
  }

  /// The members of a candidate in its window, one for each person.
  mutating func members(of candidate: Candidate) -> [Int32] {
    stamp += 1
    var members: [Int32] = []
    var size = 0
    let newest = week - settings.windows[candidate.window]
    for post in list(of: candidate.centre).lazy.map(\.post) where size < candidate.size {
      guard seenVoters[Int(graph.voters[Int(post)])] != stamp else { continue }
      seenVoters[Int(graph.voters[Int(post)])] = stamp
      size += 1
      if graph.weeks[Int(post)] > newest { members.append(post) }
    }
    return members
  }

  /// The questions near to one, nearest first, itself in front.
  ///
  /// Its nearest neighbours help to find them (query expansion; Salton & Buckley, "Improving retrieval performance by
  /// relevance feedback", 1990): one question has few words, and what resembles those that resemble it is about the same
  /// more often than not.
  private mutating func list(of centre: Int32) -> [ScanGraph.Link] {
    let place = Int(centre) - range.lowerBound
    if !lists[place].isEmpty { return lists[place] }
    let direct = links(of: centre)
    var touched: [Int32] = []
    touched.reserveCapacity(256)
    add(direct, 1, except: centre, &touched)
    let helpers = direct.prefix(settings.helpers)
    let total = helpers.reduce(Float(0)) { $0 + $1.similarity }
    for helper in helpers {
      add(links(of: helper.post), settings.helperWeight * helper.similarity / total, except: centre, &touched)
    }
    let ranked = touched.map { ScanGraph.Link(post: $0, similarity: scratch[Int($0) - range.lowerBound]) }
      .sorted { ($1.similarity, $0.post) < ($0.similarity, $1.post) }
    for post in touched { scratch[Int(post) - range.lowerBound] = 0 }
    // Some are the same person's: more than the largest size are kept.
    lists[place] =
      [ScanGraph.Link(post: centre, similarity: 0)] + ranked.prefix(settings.largestSize * 3 / 2)
    return lists[place]
  }

  private mutating func add(
    _ links: [ScanGraph.Link], _ share: Float, except centre: Int32, _ touched: inout [Int32]
  ) {
    for link in links where link.post != centre {
      let place = Int(link.post) - range.lowerBound
      if scratch[place] == 0 { touched.append(link.post) }
      scratch[place] += share * link.similarity
    }
  }

  private mutating func links(of post: Int32) -> [ScanGraph.Link] {
    let place = Int(post) - range.lowerBound
    if let known = links[place] { return known }
    let found = graph.links(of: post, in: range, limit: settings.largestSize)
    links[place] = found
    return found
  }

  /// The least likely neighbourhood around a question, given how many weeks ago each was asked (0: before the windows).
  private mutating func best(around centre: Int32, ages: [UInt8]) -> Candidate? {
    let list = list(of: centre)
    let side = settings.largestSize + 1
    var best: Candidate?
    for (window, length) in settings.windows.enumerated() {
      guard ages[Int(centre) - range.lowerBound] <= UInt8(length) else { continue }
      stamp += 1
      var (size, observed, organisations) = (0, 0, 0)
      var hasNewest = false
      var nearness: Float = 0
      for link in list {
        let post = link.post
        let voter = Int(graph.voters[Int(post)])
        guard seenVoters[voter] != stamp else { continue }
        seenVoters[voter] = stamp
        size += 1
        if size > settings.largestSize { break }
        let age = ages[Int(post) - range.lowerBound]
        guard age > 0, age <= UInt8(length) else { continue }
        observed += 1
        nearness += link.similarity
        if age == 1 { hasNewest = true }
        let organisation = Int(graph.organisations[Int(post)])
        if seenOrganisations[organisation] != stamp {
          seenOrganisations[organisation] = stamp
          organisations += 1
        }
        guard observed >= settings.fewestAskers, organisations >= settings.fewestOrganisations, hasNewest
        else { continue }
        let logP = tails[(window * side + size) * side + observed]
        guard logP <= best?.logP ?? 0 else { continue }
        let candidate = Candidate(
          centre: centre, window: window, size: size, observed: observed, logP: logP,
          closeness: Double(nearness) / Double(observed))
        if candidate.statistic < best?.statistic ?? 0 { best = candidate }
      }
    }
    return best
  }
}
