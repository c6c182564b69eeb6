// What a person reads on standard error when a replay is done.
import Dashboards
import Discussion

/// A replay in some lines.
enum ReplaySummary {
  /// The signals, and how many other settings would have given.
  static func text(_ replay: Replay, judges: Bool) -> String {
    var lines = [
      "Terugblik van \(replay.weeks.lowerBound) tot en met \(replay.weeks.upperBound): "
        + "\(count(Set(replay.raised.map(\.signal)).count, "signaal", "signalen")), samen "
        + "\(count(replay.raised.count, "melding", "meldingen")): \(perMonth(replay.raised.count, replay)) per maand."
    ]
    if !judges { lines.append("Er zijn te weinig weken: in minder dan vier weken valt nog niets op.") }
    for raised in replay.raised {
      let topic = raised.topic.map { "\($0) " } ?? ""
      lines.append(
        "  \(raised.week.week)  \(raised.signal)  \(topic)\(raised.title): \(raised.week.observed) mensen, "
          + "gewoon tot en met \(raised.week.upper)")
    }
    for choice in replay.choices {
      let name =
        switch choice.kind {
        case .q: "q: \(choice.value)"
        case .recurrenceWeeks: "recurrence_weeks: \(Int(choice.value.rounded()))"
        }
      lines.append(
        "  bij \(name): \(perMonth(choice.alerts, replay)) per maand\(choice.isCurrent ? " (zo staat het nu)" : "")"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func count(_ number: Int, _ one: String, _ more: String) -> String {
    "\(number) \(number == 1 ? one : more)"
  }

  private static func perMonth(_ count: Int, _ replay: Replay) -> String {
    let hundredths = Int((Double(count) / replay.months * 100).rounded())
    return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
