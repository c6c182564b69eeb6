// What a topic is made of, in words for monitors and as JSON for programs.
import Discussion
import Records
import Topics

/// A topic explained.
struct ExplainedTopic {
  let night: ExplainedNight
  let explanation: TopicExplanation

  private typealias Text = ExplanationText

  private var topic: Topic { explanation.topic }

  private var corrections: [TopicCorrection] {
    night.corrections.filter { $0.action.isAbout(topic.id) }
  }

  private var events: [DatedTopicEvent] {
    night.history.filter { $0.event.topic == topic.id || $0.event.other == topic.id }
  }

  /// The topics that its questions went to, and theirs, up to the last one.
  private var heirs: [TopicID] {
    var heirs: [TopicID] = []
    var next = topic.successor
    while let heir = next, heir != topic.id, !heirs.contains(heir) {
      heirs.append(heir)
      next = night.topics[heir]?.successor
    }
    return heirs
  }

  /// For monitors.
  var text: String {
    var lines = ["Onderwerp \(night.name(of: topic.id))", "  " + status]
    lines.append("  Thema: \(topic.theme ?? "nog geen")")
    if !topic.words.isEmpty { lines.append("  Woorden: " + topic.words.joined(separator: ", ")) }
    lines += Text.section("Het is samengevoegd met", heirs.map(night.name))
    lines += Text.section("Wat de berichten delen", Text.lines(explanation.shares))
    lines += Text.section("Thema's in de berichten", explanation.themes.map(Self.line))
    lines += Text.section("Daarmee valt het onder", explanation.tasks.map(Self.line))
    lines += Text.section(
      "Berichten in het midden van het onderwerp",
      explanation.central.map {
        "\(Text.decimal($0.similarity))  \($0.post)  \(night.firstWords(of: $0.post))"
      })
    lines += Text.section(
      "Onderwerpen dichtbij",
      explanation.nearest.map { "\(Text.decimal($0.similarity))  \(night.name(of: $0.topic))" })
    lines += Text.section("Wat er gebeurde", events.map(line))
    lines += Text.section("Correcties", corrections.map { Text.line($0, night) })
    return lines.joined(separator: "\n") + "\n"
  }

  private var status: String {
    let origin =
      topic.origin == .catalogue
      ? "Het is een thema uit de catalogus." : "Het ontstond vanzelf uit vragen die op elkaar lijken."
    switch topic.status {
    case .active:
      let count = explanation.posts == 1 ? "1 bericht" : "\(explanation.posts) berichten"
      return "\(count). \(origin)"
    case .asleep: return "Er horen nu geen berichten bij. \(origin)"
    case .merged: return "Het is samengevoegd. \(origin)"
    }
  }

  private static func line(_ share: TopicExplanation.ThemeShare) -> String {
    let named = share.posts == 1 ? "1 bericht noemt het" : "\(share.posts) berichten noemen het"
    return "\(Text.percentage(share.share))  \(share.title) (\(named))"
  }

  private func line(_ dated: DatedTopicEvent) -> String {
    let event = dated.event
    let questions = event.questions == 1 ? "1 vraag" : "\(event.questions) vragen"
    let isItself = event.topic == topic.id
    let other = (isItself ? event.other : event.topic).map(night.name) ?? "een ander onderwerp"
    let what =
      switch event.kind {
      case .born: "ontstaan uit \(questions)"
      case .died: "in slaap gevallen; er hoorden \(questions) bij"
      case .woke: "terug van weggeweest, met \(questions)"
      case .merged:
        isItself ? "samengevoegd met \(other) (\(questions))" : "\(other) kwam erbij (\(questions))"
      case .split: isItself ? "\(questions) gingen naar \(other)" : "\(questions) kwamen van \(other)"
      }
    return "\(dated.night)  \(what)"
  }

  /// For programs.
  var json: String {
    let members: [(key: String, value: JSONOutput)] = [
      ("topic", .topic(topic.id)), ("title", .string(topic.title)),
      ("status", .string(topic.status.rawValue)), ("origin", .string(topic.origin.rawValue)),
      ("theme", topic.theme.map(JSONOutput.string) ?? .null), ("posts", .integer(explanation.posts)),
      ("words", .array(topic.words.map(JSONOutput.string))),
      ("heirs", .array(heirs.map { .topic($0) })),
      ("shares", .array(explanation.shares.map(JSONOutput.share))),
      ("themes", .array(explanation.themes.map(Self.json))),
      ("tasks", .array(explanation.tasks.map(Self.json))),
      (
        "central",
        .array(
          explanation.central.map {
            .object([("post", .string($0.post.description)), ("similarity", .number($0.similarity))])
          })
      ),
      ("nearest", .array(explanation.nearest.map(JSONOutput.distance))),
      ("events", .array(events.map(Self.json))),
      ("corrections", .array(corrections.map { .string(Text.line($0, night)) })),
    ]
    return String(decoding: JSONOutput.object(members).utf8, as: UTF8.self) + "\n"
  }

  private static func json(_ share: TopicExplanation.ThemeShare) -> JSONOutput {
    .object([
      ("title", .string(share.title)), ("share", .number(share.share)), ("posts", .integer(share.posts)),
    ])
  }

  private static func json(_ dated: DatedTopicEvent) -> JSONOutput {
    .object([
      ("night", .string(dated.night.description)), ("kind", .string(dated.event.kind.rawValue)),
      ("topic", .topic(dated.event.topic)), ("other", .topic(dated.event.other)),
      ("questions", .integer(dated.event.questions)), ("askers", .integer(dated.askers)),
    ])
  }
}
