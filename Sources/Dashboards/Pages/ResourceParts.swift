// Existing material on topics and open questions: what is there already, with the address where it can be read.
import Discussion

/// Parts of pages about resources.
enum ResourceParts {
  /// How many a topic's page names; the file has them all.
  static let shown = 5

  /// The part of a topic's page; nil when there is nothing.
  static func section(_ topic: TopicView) -> Fields? {
    guard let first = topic.resources.first else { return nil }
    return Parts.fields([
      "heading": Texts.Resources.heading, "intro": Texts.Resources.intro(topic.resources.count),
      "list": topic.resources.prefix(shown).map(fields),
      "answer": topic.unanswered > 0 ? Texts.Resources.answer(first, open: topic.unanswered) : nil,
    ])
  }

  /// The line on a signal's card: the first of what there is, with the way to the rest; nil when there is nothing.
  static func first(_ topic: TopicView) -> Fields? {
    topic.resources.first.map { resource in
      [
        "label": Texts.Resources.already, "place": topic.path + "#bronnen", "title": resource.title,
        "rest": Texts.Resources.more(topic.resources.count - 1),
      ]
    }
  }

  /// What may answer an open question.
  static func answer(_ resource: Resource) -> Fields {
    fields(resource).merging(["answerLabel": Texts.Resources.proposal]) { $1 }
  }

  /// A resource. Only an encrypted address becomes a link; another one is written out.
  private static func fields(_ resource: Resource) -> Fields {
    let isSafe = resource.link.lowercased().hasPrefix("https://")
    return Parts.fields([
      "name": resource.title, "address": isSafe ? resource.link : nil,
      "about": Texts.Resources.about(resource, address: isSafe ? nil : resource.link),
    ])
  }
}
