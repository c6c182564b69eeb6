// Which resources belong to a topic: its own, then those of its theme, then those of what the theme falls under.
import Discussion
import Topics

/// The resources of a night by topic.
struct ResourceShelf {
  /// Those that should be shown on the night's day, each at the topic that lives on.
  let resources: [Resource]

  private let catalogue: ThemeCatalogue?

  /// - Parameters:
  ///   - resources: all that people listed, in their order.
  ///   - topics: the topics as the night made them, before titles were changed for pages.
  init(_ resources: [Resource], topics: [Topic], catalogue: ThemeCatalogue?, day: CalendarDay) {
    let successors = Dictionary(
      topics.compactMap { topic in
        topic.status == .merged ? topic.successor.map { (topic.id, $0) } : nil
      }, uniquingKeysWith: { first, _ in first })
    var valid: [Resource] = []
    for resource in resources where resource.isValid(on: day) {
      var resource = resource
      for _ in topics.indices {
        guard let heir = resource.topic.flatMap({ successors[$0] }) else { break }
        resource.topic = heir
      }
      if !valid.contains(resource) { valid.append(resource) }
    }
    self.resources = valid
    self.catalogue = catalogue
  }

  /// What there is on a topic, the topic's own first; the same title at the same address once.
  func resources(on topic: Topic) -> [Resource] {
    let theme = theme(of: topic)
    let task = catalogue?.tasks.first { $0.title == topic.theme }?.slug
    let found =
      resources.filter { $0.topic == topic.id } + resources.filter { theme != nil && $0.theme == theme }
      + resources.filter { task != nil && $0.theme == task }
    var kept: [Resource] = []
    for resource in found
    where !kept.contains(where: { $0.title == resource.title && $0.link == resource.link }) {
      kept.append(resource)
    }
    return kept
  }

  /// The title of a theme, or of what themes fall under; its name when the catalogue does not have it.
  func title(ofTheme slug: String) -> String {
    catalogue?.themes.first { $0.slug == slug }?.title ?? catalogue?.tasks.first { $0.slug == slug }?.title
      ?? slug
  }

  /// The theme that a topic is about: the one whose title it has, alone or before words that set it apart.
  private func theme(of topic: Topic) -> String? {
    guard topic.origin == .catalogue, let catalogue else { return nil }
    return catalogue.themes.filter { topic.title == $0.title || topic.title.hasPrefix($0.title + ": ") }
      .max { $0.title.utf8.count < $1.title.utf8.count }?.slug
  }
}
