// From replayed weeks to signals, under one choice of how strict to be.
import Discussion
import Spikes

/// The signals of a replay as they open and rise, week after week.
struct ReplaySignals {
  private let selection: DetectorSettings.Selection
  private var alerts = OpenAlerts()
  private var book: SignalBook

  /// Before the first week.
  init(selection: DetectorSettings.Selection, settings: SignalSettings) {
    self.selection = selection
    book = SignalBook(settings: settings)
  }

  /// Takes in the next week.
  /// - Returns: the signals that open or rise in it, as they are known then.
  mutating func take(_ week: ReplayWeek) -> [Signal] {
    moveToHeirs(week)
    let assessments = week.judged?.assessments(under: selection, alerts: &alerts) ?? []
    book.judge(
      week.week, assessments: assessments, neighbourhoods: week.neighbourhoods, questions: week.index)
    return book.signals.filter { $0.weeks.last?.week == week.week && $0.weeks.last?.isRaised == true }
  }

  /// When a topic goes on as part of another, so does what stands of it.
  private mutating func moveToHeirs(_ week: ReplayWeek) {
    for (series, alert) in alerts.alerts.sorted(by: { $0.key < $1.key }) {
      guard let topic = TopicID(series) else { continue }
      let heir = week.heir(of: topic)
      guard heir != topic else { continue }
      alerts.alerts[series] = nil
      if alerts.alerts[heir.description] == nil { alerts.alerts[heir.description] = alert }
    }
  }
}
