// From questions with their topics to the weekly series in which spikes are sought.

import Discussion

/// A question as far as counting needs it.
public struct CountedQuestion: Hashable, Sendable {
  /// The asking post. A post counts once, however often it is given.
  public var post: PostID
  /// Its topic (or any series' name); nil when it has none, and counts for the platform's volume only.
  public var series: String?
  /// Who asked; nil where the source does not say.
  public var asker: MemberID?
  /// The organisation they work for, if known.
  public var organisation: String?
  /// The week in which it was asked, local time.
  public var week: ISOWeek

  /// A question from its parts.
  public init(post: PostID, series: String?, asker: MemberID?, organisation: String?, week: ISOWeek) {
    self.post = post
    self.series = series
    self.asker = asker
    self.organisation = organisation
    self.week = week
  }
}

/// Counts questions, askers and organisations per topic and week.
///
/// Everybody has one vote a week on a topic. Questions whose asker the source does not name count as asked by one
/// person together: that many different people is all that can be claimed. The order of the questions and repeated
/// ones make no difference.
public enum WeeklyCounts {
  /// The counts of one platform.
  /// - Parameters:
  ///   - questions: its questions, in any order.
  ///   - day: the day of the night. Only weeks that ended before it are counted.
  /// - Returns: a row for every topic in every week from the first with a question to the last complete one, zeros
  ///   too; by topic, then by week.
  public static func count(_ questions: [CountedQuestion], asOf day: CalendarDay) -> [WeeklyCount] {
    let last = ISOWeek(containing: day).advanced(by: -1)
    let votes = distinctVotes(questions.filter { $0.week <= last })
    guard let first = votes.map(\.week).min() else { return [] }
    let weeks = last.number - first.number + 1
    var totals = Array(repeating: 0, count: weeks)
    for vote in votes { totals[vote.week.number - first.number] += 1 }
    var counts: [WeeklyCount] = []
    var start = votes.firstIndex { !$0.series.isEmpty } ?? votes.count
    while start < votes.count {
      let series = votes[start].series
      let end = votes[start...].firstIndex { $0.series != series } ?? votes.count
      count(votes[start..<end], from: first, totals: totals, into: &counts)
      start = end
    }
    return counts
  }

  /// A question with small numbers for its people, so that sets are cheap.
  private struct Vote {
    var series: String
    var week: ISOWeek
    var asker: Int
    var organisation: Int?
  }

  /// Each post once, sorted by topic, week and asker. A post that is given with several topics goes to the first by name.
  private static func distinctVotes(_ questions: [CountedQuestion]) -> [Vote] {
    var chosen: [PostID: CountedQuestion] = [:]
    for question in questions {
      if let other = chosen[question.post], !precedes(question, other) { continue }
      chosen[question.post] = question
    }
    // The numbers that people and organisations get depend on the order of a dictionary, but only their being equal
    // or different is used: every result is a count.
    var askers: [MemberID: Int] = [:]
    var organisations: [String: Int] = [:]
    let votes = chosen.values.map { question in
      let asker = question.asker.map { member in
        let number = askers[member] ?? askers.count + 1
        askers[member] = number
        return number
      }
      let organisation = question.organisation.map { name in
        let number = organisations[name] ?? organisations.count
        organisations[name] = number
        return number
      }
      return Vote(
        series: question.series ?? "", week: question.week, asker: asker ?? 0, organisation: organisation)
    }
    return votes.sorted { ($0.series, $0.week, $0.asker) < ($1.series, $1.week, $1.asker) }
  }

  private static func precedes(_ left: CountedQuestion, _ right: CountedQuestion) -> Bool {
    // A topic goes before none; the rest only makes the choice the same whatever the order.
    func key(_ question: CountedQuestion) -> (Int, String, ISOWeek, String, String) {
      (
        question.series == nil ? 1 : 0, question.series ?? "", question.week,
        question.asker?.description ?? "", question.organisation ?? ""
      )
    }
    return key(left) < key(right)
  }

  /// The rows of one topic.
  private static func count(
    _ votes: ArraySlice<Vote>, from first: ISOWeek, totals: [Int], into counts: inout [WeeklyCount]
  ) {
    var (back, next) = (votes.startIndex, votes.startIndex)
    for (index, total) in totals.enumerated() {
      let week = first.advanced(by: index)
      let start = next
      while next < votes.endIndex, votes[next].week == week { next += 1 }
      while back < next, votes[back].week < week.advanced(by: -3) { back += 1 }
      let now = people(votes[start..<next])
      let inFourWeeks = people(votes[back..<next])
      counts.append(
        WeeklyCount(
          series: votes[votes.startIndex].series, week: week, questions: next - start,
          distinctAskers: now.askers, distinctOrganisations: now.organisations,
          askersInFourWeeks: inFourWeeks.askers, organisationsInFourWeeks: inFourWeeks.organisations,
          totalQuestions: total, askersWithoutOrganisation: now.withoutOrganisation,
          askersWithoutOrganisationInFourWeeks: inFourWeeks.withoutOrganisation))
    }
  }

  /// Different askers and organisations, and the askers of whom no organisation is known.
  private static func people(
    _ votes: ArraySlice<Vote>
  ) -> (askers: Int, organisations: Int, withoutOrganisation: Int) {
    guard !votes.isEmpty else { return (0, 0, 0) }
    let askers = Set(votes.map(\.asker))
    let organisations = Set(votes.compactMap(\.organisation))
    let affiliated = Set(votes.filter { $0.organisation != nil }.map(\.asker))
    return (askers.count, organisations.count, askers.count - affiliated.count)
  }
}
