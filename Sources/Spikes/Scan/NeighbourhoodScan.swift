// The neighbourhood scan: a subject that many people ask about at once, wherever the borders of topics lie.

import Discussion
import Foundation

/// Finds questions that resemble each other and came in a short time, more than chance would bring together.
///
/// The space-time permutation scan statistic (Kulldorff et al. 2005) with likeness of text for space. Around each question
/// of the last weeks grows a neighbourhood of the questions nearest to it, of all times; for each size and window the
/// hypergeometric distribution says how unlikely it is that so many of them are recent, given how much was asked in the
/// window at all: a busy week is no signal. Everybody has one vote, and so has a text that was posted twice. How often
/// chance gives something as unlikely is read off random permutations of the dates.
///
/// A week is judged with what was asked up to its end: later weeks change nothing.
public struct NeighbourhoodScan: Sendable {
  /// The settings.
  public let settings: ScanSettings
  private let graph: ScanGraph

  /// A scan over all questions of a community, in any order.
  public init(_ posts: [ScanPost], settings: ScanSettings = ScanSettings()) {
    self.settings = settings
    graph = ScanGraph(posts, copySimilarity: settings.copySimilarity)
  }

  /// The weeks that can be judged: from the first with enough history to the last with a question.
  public var weeks: ClosedRange<ISOWeek>? {
    guard let first = graph.weeks.first, let last = graph.weeks.last,
      first + settings.leastHistoryWeeks <= last
    else { return nil }
    return ISOWeek(number: first + settings.leastHistoryWeeks)...ISOWeek(number: last)
  }

  /// The neighbourhoods of a week that chance gives at most at a rate, least likely first; those that are about the same
  /// as a less likely one are left out.
  public func neighbourhoods(in week: ISOWeek, largestP: Double) -> [Neighbourhood] {
    guard let weeks, weeks.contains(week) else { return [] }
    var scan = WeekScan(graph: graph, settings: settings, week: week.number)
    let candidates = scan.candidates()
    let chances = scan.pValues(of: candidates)
    var found: [(posts: Set<Int32>, neighbourhood: Neighbourhood)] = []
    for (candidate, chance) in zip(candidates, chances) where chance <= largestP {
      let members = scan.members(of: candidate)
      let isKnown = found.contains { other in
        let shared = members.count { other.posts.contains($0) }
        return Double(shared) >= settings.overlap * Double(min(members.count, other.posts.count))
      }
      guard !isKnown else { continue }
      let distribution = Hypergeometric(
        population: scan.range.count, marked: scan.marked[candidate.window], drawn: candidate.size)
      let usual = distribution.expectedRange(tail: 0.01)
      found.append(
        (
          Set(members),
          Neighbourhood(
            week: week, windowWeeks: settings.windows[candidate.window],
            centre: graph.posts[Int(candidate.centre)],
            posts: members.map { graph.posts[Int($0)] }.sorted(), size: candidate.size,
            observed: candidate.observed, expected: distribution.mean, lower: usual.lowerBound,
            upper: usual.upperBound, localP: exp(candidate.logP), pValue: chance)
        ))
    }
    return found.map(\.neighbourhood)
  }
}
