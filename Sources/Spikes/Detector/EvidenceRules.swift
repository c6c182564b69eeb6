// When a small p-value counts at all: enough people of enough organisations, now, clearly more than expected.

/// What the rules look at for one topic in one week.
struct Evidence {
  var questions: Double
  var askersInFourWeeks: Double
  var organisationsInFourWeeks: Double
  /// In the loudest window.
  var observed: Double
  /// In the loudest window.
  var expected: Double
  /// The smaller p-value of the windows of one and two weeks.
  var recentP: Double
}

extension DetectorSettings {
  /// Whether the evidence carries a signal.
  func admits(_ evidence: Evidence) -> Bool {
    evidence.askersInFourWeeks >= Double(fewestAskers)
      && evidence.organisationsInFourWeeks >= Double(fewestOrganisations)
      && evidence.questions >= 1
      && evidence.observed >= smallestRatio * evidence.expected
      && evidence.recentP <= ongoingP
  }
}
