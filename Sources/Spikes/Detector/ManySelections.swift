// One week judged once, and chosen from in several ways: what each choice of q would have signalled.

import Discussion

/// A week of all topics of a platform, judged but not yet chosen from. What takes time has been done.
public struct JudgedWeek: Sendable {
  private let detector: SpikeDetector
  private let table: SeriesTable
  private let volume: PlatformVolume
  private let place: Int
  private let evaluations: [TopicEvaluation]
  private let judged: [Double]

  fileprivate init(
    _ detector: SpikeDetector, _ table: SeriesTable, meetings: [ThemeMeeting], holidays: SchoolHolidays?,
    place: Int
  ) {
    let volume = PlatformVolume(table, detector.settings)
    let calendar = MeetingCalendar(meetings)
    let evaluations = table.evaluate(
      week: place, volume: volume, settings: detector.settings,
      holidays: HolidayCovariate(holidays, table: table))
    judged = table.names.indices.map {
      detector.judge($0, evaluations[$0], week: place, table, volume, calendar)
    }
    self.detector = detector
    self.table = table
    self.volume = volume
    self.place = place
    self.evaluations = evaluations
  }

  /// The assessments of the week, by topic.
  /// - Parameters:
  ///   - selection: how the topics that signal are chosen, in the place of the settings' own.
  ///   - alerts: the signals that stood after the week before; afterwards those that stand after this one.
  public func assessments(
    under selection: DetectorSettings.Selection, alerts: inout OpenAlerts
  ) -> [Assessment] {
    var chooser = detector
    chooser.settings.selection = selection
    let threshold = chooser.threshold(judged, week: place, table)
    return table.names.indices.map { topic in
      chooser.assessment(
        topic, evaluations[topic], judged: judged[topic], threshold: threshold, week: place, table, volume,
        &alerts)
    }
  }
}

extension SpikeDetector {
  /// Judges every topic in one week, for as many selections as are wanted afterwards.
  /// - Parameters:
  ///   - counts: rows of one platform, in any order; topics without a row in a week had no questions in it. Weeks before
  ///     the judged one count as history.
  ///   - meetings: theme meetings that were held.
  ///   - week: the week to judge.
  ///   - calendar: school holidays, which a topic with a long history may follow; nil leaves them out of the model.
  /// - Returns: nil when the counts do not reach to the week.
  public func judge(
    _ counts: [WeeklyCount], meetings: [ThemeMeeting] = [], week: ISOWeek, calendar: SchoolHolidays? = nil
  ) -> JudgedWeek? {
    guard let table = SeriesTable(counts) else { return nil }
    let place = week.number - table.firstWeek.number
    guard place >= 0, place < table.weeks else { return nil }
    return JudgedWeek(self, table, meetings: meetings, holidays: calendar, place: place)
  }
}
