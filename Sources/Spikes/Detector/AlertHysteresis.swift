// How long a signal stands: it opens once, rises when things get much worse, and closes when they calm down.

/// A signal that stands, as it is remembered from week to week.
public struct OpenAlert: Hashable, Sendable, Codable {
  /// Weeks since it opened or last rose.
  public var weeksSinceFlag: Int
  /// Weeks in a row that were quiet.
  public var quietWeeks: Int
  /// The p-value at its last flag.
  public var pValueAtFlag: Double
}

/// The open signals of a platform by topic: all that a next night needs to know of the nights before.
public struct OpenAlerts: Hashable, Sendable, Codable {
  /// By topic.
  public var alerts: [String: OpenAlert]

  /// No signal stands, or those given.
  public init(_ alerts: [String: OpenAlert] = [:]) { self.alerts = alerts }

  /// Whether a topic's signal stands.
  public func isOpen(_ series: String) -> Bool { alerts[series] != nil }

  /// Takes in a week of a topic.
  /// - Parameters:
  ///   - pValue: the combined p-value before the rules of evidence.
  ///   - judged: the same after them.
  ///   - selected: whether the topic was chosen this week.
  /// - Returns: whether a signal opens or rises.
  mutating func update(
    _ series: String, pValue: Double, judged: Double, selected: Bool, settings: DetectorSettings
  ) -> Bool {
    guard var alert = alerts[series] else {
      if selected { alerts[series] = OpenAlert(weeksSinceFlag: 0, quietWeeks: 0, pValueAtFlag: judged) }
      return selected
    }
    alert.weeksSinceFlag += 1
    alert.quietWeeks = pValue > settings.closingP ? alert.quietWeeks + 1 : 0
    if alert.quietWeeks >= settings.closingWeeks || alert.weeksSinceFlag >= settings.longestOpenWeeks {
      alerts[series] = nil
      return false
    }
    let rises =
      selected && alert.weeksSinceFlag >= settings.escalationWeeks
      && judged <= alert.pValueAtFlag * settings.escalationFactor
    if rises {
      alert.weeksSinceFlag = 0
      alert.pValueAtFlag = judged
    }
    alerts[series] = alert
    return rises
  }
}
