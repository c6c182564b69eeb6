// How many people asked about a topic in a week: the series in which spikes are sought.

/// One topic in one ISO week. Weeks without a question have a row too, with zeros.
public struct WeeklyCount: Hashable, Sendable {
  /// The topic (or any series' name in the filter commands), such as `OND-0001`.
  public var series: String
  /// The week.
  public var week: ISOWeek
  /// Questions on the topic.
  public var questions: Int
  /// Different people who asked them.
  public var distinctAskers: Int
  /// Different organisations those people work for.
  public var distinctOrganisations: Int
  /// Different people who asked in this week and the three before it.
  public var askersInFourWeeks: Int
  /// Different organisations in this week and the three before it.
  public var organisationsInFourWeeks: Int
  /// Different people of ``distinctAskers`` whose organisation is not known.
  public var askersWithoutOrganisation: Int
  /// The same in this week and the three before it.
  public var askersWithoutOrganisationInFourWeeks: Int
  /// Questions on all topics of the platform in this week.
  public var totalQuestions: Int

  /// A count from its parts.
  public init(
    series: String, week: ISOWeek, questions: Int, distinctAskers: Int, distinctOrganisations: Int,
    askersInFourWeeks: Int, organisationsInFourWeeks: Int, totalQuestions: Int,
    askersWithoutOrganisation: Int = 0, askersWithoutOrganisationInFourWeeks: Int = 0
  ) {
    self.series = series
    self.week = week
    self.questions = questions
    self.distinctAskers = distinctAskers
    self.distinctOrganisations = distinctOrganisations
    self.askersInFourWeeks = askersInFourWeeks
    self.organisationsInFourWeeks = organisationsInFourWeeks
    self.totalQuestions = totalQuestions
    self.askersWithoutOrganisation = askersWithoutOrganisation
    self.askersWithoutOrganisationInFourWeeks = askersWithoutOrganisationInFourWeeks
  }
}
