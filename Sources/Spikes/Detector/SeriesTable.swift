// The weekly counts of one platform as plain columns, so that the inner loops read memory in order.

import Discussion

/// Counts of every topic in every week; element `topic * weeks + week` of each column.
struct SeriesTable {
  /// The topics' names, sorted.
  let names: [String]
  /// The week that index 0 stands for.
  let firstWeek: ISOWeek
  /// Number of weeks.
  let weeks: Int
  private(set) var questions: [Double]
  private(set) var askers: [Double]
  private(set) var organisations: [Double]
  private(set) var askersInFourWeeks: [Double]
  private(set) var organisationsInFourWeeks: [Double]
  /// Questions on the whole platform per week.
  private(set) var totals: [Double]
  /// Index of the first week with a question per topic; `Int.max` when there is none.
  private(set) var firstSeen: [Int]

  /// A table of rows in any order. A topic without a row in a week had no questions in it.
  init?(_ counts: [WeeklyCount]) {
    guard let first = counts.map(\.week).min(), let last = counts.map(\.week).max() else { return nil }
    names = Set(counts.map(\.series)).sorted()
    firstWeek = first
    weeks = last.number - first.number + 1
    let cells = names.count * weeks
    questions = Array(repeating: 0, count: cells)
    askers = questions
    organisations = questions
    askersInFourWeeks = Array(repeating: -1, count: cells)
    organisationsInFourWeeks = askersInFourWeeks
    totals = Array(repeating: 0, count: weeks)
    firstSeen = Array(repeating: .max, count: names.count)
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for count in counts {
      guard let topic = index[count.series] else { continue }
      let week = count.week.number - first.number
      let cell = topic * weeks + week
      questions[cell] = Double(count.questions)
      askers[cell] = Double(count.distinctAskers)
      organisations[cell] = Double(count.distinctOrganisations + count.askersWithoutOrganisation)
      askersInFourWeeks[cell] = Double(count.askersInFourWeeks)
      organisationsInFourWeeks[cell] = Double(
        count.organisationsInFourWeeks + count.askersWithoutOrganisationInFourWeeks)
      totals[week] = max(totals[week], Double(count.totalQuestions))
      if count.questions > 0 { firstSeen[topic] = min(firstSeen[topic], week) }
    }
    fillFourWeeks()
  }

  /// The platform's volume per week: all questions, or all but those that one person repeats.
  func volume(countsPeople: Bool) -> [Double] {
    guard countsPeople else { return totals }
    var volume = totals
    for topic in names.indices {
      for week in 0..<weeks {
        let cell = topic * weeks + week
        volume[week] -= max(0, questions[cell] - askers[cell])
      }
    }
    return volume.map { max(0, $0) }
  }

  /// Weeks without a row: nobody can say who came twice, so the weeks' own counts are added.
  private mutating func fillFourWeeks() {
    for topic in names.indices {
      for week in 0..<weeks {
        let cell = topic * weeks + week
        let window = (cell - min(3, week))...cell
        if askersInFourWeeks[cell] < 0 { askersInFourWeeks[cell] = askers[window].reduce(0, +) }
        if organisationsInFourWeeks[cell] < 0 {
          organisationsInFourWeeks[cell] = organisations[window].reduce(0, +)
        }
      }
    }
  }
}
