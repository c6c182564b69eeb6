// What happened to topics, with the night that noticed it: the community's memory of its topics.

/// An event with the night that noticed it.
public struct DatedTopicEvent: Hashable, Sendable {
  /// The as-of day of the night.
  public var night: CalendarDay
  /// What happened.
  public var event: TopicEvent
  /// How many different people asked the questions that the event concerns; 0 when that is not known. Decides whether the
  /// event may be shown.
  public var askers: Int

  /// An event from its parts.
  public init(night: CalendarDay, event: TopicEvent, askers: Int) {
    self.night = night
    self.event = event
    self.askers = askers
  }
}
