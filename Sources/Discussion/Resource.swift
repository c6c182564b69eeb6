// Existing material on a topic or theme, as people list it: what already answers a question.

/// Material that is there already: a guideline, a page, a book.
public struct Resource: Hashable, Sendable {
  /// A short name by which people know it in their list; empty when they gave none.
  public var name: String
  /// What it is called.
  public var title: String
  /// Who made it; empty when the list does not say.
  public var publisher: String
  /// Where it can be read: an address that starts with `https://` or `http://`; empty when there is none.
  public var link: String
  /// The topic it is about; nil when it is about a theme only.
  public var topic: TopicID?
  /// The theme it is about, or what themes fall under, by the name that never changes (slug); nil when it is about a
  /// topic only.
  public var theme: String?
  /// What people say about it.
  public var note: String
  /// The last day on which it should be shown; nil when it stays.
  public var validUntil: CalendarDay?

  /// A resource from its parts.
  public init(
    name: String = "", title: String, publisher: String = "", link: String = "", topic: TopicID? = nil,
    theme: String? = nil, note: String = "", validUntil: CalendarDay? = nil
  ) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.link = link
    self.topic = topic
    self.theme = theme
    self.note = note
    self.validUntil = validUntil
  }

  /// Whether it should be shown on a day.
  public func isValid(on day: CalendarDay) -> Bool { validUntil.map { day <= $0 } ?? true }
}
