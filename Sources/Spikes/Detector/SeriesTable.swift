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
  /// Per topic the indices of the weeks whose data are wrong; empty where there are none.
  private(set) var excluded: [Set<Int>]

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
    excluded = Array(repeating: [], count: names.count)
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

  /// Leaves weeks of topics out of what is usual for them, and their questions out of the platform's volume.
  mutating func exclude(_ faults: Set<SeriesWeek>) {
    guard !faults.isEmpty else { return }
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    for fault in faults {
      let week = fault.week.number - firstWeek.number
      guard let topic = index[fault.series], (0..<weeks).contains(week) else { continue }
      guard excluded[topic].insert(week).inserted else { continue }
      totals[week] = max(0, totals[week] - questions[topic * weeks + week])
    }
    for topic in names.indices {
      for fault in excluded[topic] {
        for week in fault...min(fault + 3, weeks - 1) { leaveOutOfFourWeeks(topic, week) }
      }
    }
  }

  /// Who came twice in four weeks of which one is wrong nobody can say: no more than the sum of the others' counts.
  private mutating func leaveOutOfFourWeeks(_ topic: Int, _ week: Int) {
    let sound = (max(0, week - 3)...week).filter { !excluded[topic].contains($0) }.map { topic * weeks + $0 }
    let cell = topic * weeks + week
    askersInFourWeeks[cell] = min(askersInFourWeeks[cell], sound.reduce(0) { $0 + askers[$1] })
    organisationsInFourWeeks[cell] = min(
      organisationsInFourWeeks[cell], sound.reduce(0) { $0 + organisations[$1] })
  }

  /// Questions of a topic that are part of the platform's volume: none where its data are wrong.
  func questionsInVolume(_ topic: Int, _ week: Int) -> Double {
    excluded[topic].contains(week) ? 0 : questions[topic * weeks + week]
  }

  /// Whether a window of a topic holds a week whose data are wrong.
  func holdsFault(_ topic: Int, from first: Int, through last: Int) -> Bool {
    !excluded[topic].isEmpty && (first...last).contains { excluded[topic].contains($0) }
  }

  /// The platform's volume per week: all questions, or all but those that one person repeats.
  func volume(countsPeople: Bool) -> [Double] {
    guard countsPeople else { return totals }
    var volume = totals
    for topic in names.indices {
      for week in 0..<weeks where !excluded[topic].contains(week) {
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
