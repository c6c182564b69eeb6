// A replay as CSV: the signals, and what other settings would have given.
import Discussion
import Records

/// The two files of a replay. They hold identities and numbers: no texts of posts, no names.
enum ReplayTables {
  static let signalColumns = [
    "week", "as_of", "signal", "topic", "title", "scope", "methods", "strength", "window_weeks", "observed",
    "expected", "lower", "upper", "p_value", "recurrence_weeks", "questions", "askers", "organisations",
    "post_ids",
  ]
  static let choiceColumns = ["setting", "value", "alerts", "months", "alerts_per_month", "in_use"]

  /// A row for each signal in each week in which it opens or rises.
  static func signals(_ replay: Replay) -> [UInt8] {
    var csv = CSVWriter(carriageReturns: false)
    csv.write(signalColumns)
    for raised in replay.raised { csv.write(row(raised)) }
    return csv.take()
  }

  private static func row(_ raised: Replay.Raised) -> [String] {
    let week = raised.week
    return [
      "\(week.week)", "\(week.week.advanced(by: 1).monday)", "\(raised.signal)",
      raised.topic?.description ?? "", CSVWriter.neutralised(raised.title), raised.scope.rawValue,
      week.methods.map(\.rawValue).joined(separator: " "), week.strength.rawValue, "\(week.windowWeeks)",
      "\(week.observed)", rounded(week.expected), "\(week.lower)", "\(week.upper)", "\(week.pValue)",
      rounded(week.recurrenceWeeks), "\(week.posts.count)", "\(raised.askers)", "\(raised.organisations)",
      week.posts.map(\.description).joined(separator: " "),
    ]
  }

  /// A row for each setting that was tried.
  static func choices(_ replay: Replay) -> [UInt8] {
    var csv = CSVWriter(carriageReturns: false)
    csv.write(choiceColumns)
    for choice in replay.choices {
      csv.write([
        choice.kind.rawValue, "\(choice.value)", "\(choice.alerts)", rounded(replay.months),
        rounded(Double(choice.alerts) / replay.months), choice.isCurrent ? "1" : "0",
      ])
    }
    return csv.take()
  }

  /// Three decimals: more would claim more than is known.
  private static func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
