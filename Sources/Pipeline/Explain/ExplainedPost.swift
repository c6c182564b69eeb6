// Why a post is in its topic, in words for monitors and as JSON for programs.
import Discussion
import Records
import Topics

/// A post explained.
struct ExplainedPost {
  let night: ExplainedNight
  let post: Post
  let neighbours: [PostNeighbours.Neighbour]
  /// Nil when the night did not group the post.
  let explanation: PostExplanation?

  private typealias Text = ExplanationText

  /// The lines of the log that are about the post or its topic.
  private var corrections: [TopicCorrection] {
    night.corrections.filter { line in
      if case .move(let moved, _) = line.action { return moved == post.id }
      return explanation?.assignment.topic.map(line.action.isAbout) ?? false
    }
  }

  /// For monitors.
  var text: String {
    let day = night.file.zone.day(of: post.createdAt)
    let place = ["gesprek \(post.thread)", post.channel.map { "kanaal \($0)" }].compactMap { $0 }
    var lines = ["Bericht \(post.id) van \(day), \(place.joined(separator: ", "))"]
    lines.append("  " + night.firstWords(of: post.id, scalars: 160))
    guard let explanation else {
      return (lines + ["", whyNotGrouped]).joined(separator: "\n") + "\n"
    }
    lines += Text.section("Dit wordt er gevraagd", (night.questions[post.id] ?? []).map(\.text))
    lines += ["", heading(explanation)] + verdict(explanation).map { "  " + $0 }
    lines += Text.section(sharesHeading(explanation), Text.lines(explanation.shares))
    lines += Text.section("Woorden uit de themacatalogus", explanation.themes.map(Self.line))
    lines += Text.section("Berichten die er het meest op lijken", neighbours.map(line))
    lines += Text.section("Andere onderwerpen dichtbij", others(explanation))
    lines += Text.section("Correcties", corrections.map { Text.line($0, night) })
    return lines.joined(separator: "\n") + "\n"
  }

  private var whyNotGrouped: String {
    if post.state == .withdrawn { return "Dit bericht is weggehaald en telt niet meer mee." }
    if night.file.zone.day(of: post.createdAt) > night.run.asOf {
      return "Dit bericht is van na de peildag van de laatste nacht (\(night.run.asOf)) en telt nog niet mee."
    }
    return
      "Dit bericht vraagt niets, voor zover het programma kan zien. Alleen berichten die iets vragen, komen in een "
      + "onderwerp."
  }

  private func heading(_ explanation: PostExplanation) -> String {
    guard let topic = explanation.assignment.topic else { return "Onderwerp: geen" }
    let theme = night.topics[topic]?.theme.map { " (\($0))" } ?? ""
    return "Onderwerp: \(night.name(of: topic))\(theme)"
  }

  private func sharesHeading(_ explanation: PostExplanation) -> String {
    if explanation.assignment.topic != nil { return "Wat het met dit onderwerp deelt" }
    return "Wat het deelt met \(explanation.nearest.first.map { "\($0.topic)" } ?? "het dichtstbijzijnde")"
  }

  /// What decided, in sentences.
  private func verdict(_ explanation: PostExplanation) -> [String] {
    let settings = night.settings
    let nearest = explanation.nearest.first
    let isAssigned = explanation.assignment.topic != nil
    let similarity = isAssigned ? explanation.assignment.similarity : nearest?.similarity ?? 0
    let product = similarity * explanation.familiarity
    let threshold = Text.decimal(settings.similarityNeeded)
    let sum =
      settings.hasThemes
      ? "Gelijkenis \(Text.decimal(similarity)). De drempel is \(threshold)."
      : "Gelijkenis \(Text.decimal(similarity)), keer \(Text.decimal(explanation.familiarity)) voor de woorden die ook "
        + "anderen gebruiken: \(Text.decimal(product)). De drempel is \(threshold)."
    let majority =
      "Van de gelijkenis met de berichten die er het meest op lijken, ligt "
      + "\(percent(explanation.neighbourShare)) bij dit onderwerp; vanaf \(percent(settings.neighbourMajority)) telt "
      + "dat."
    switch explanation.ground {
    case .people:
      return [
        isAssigned
          ? "Een monitor heeft het bericht hier geplaatst."
          : "Een monitor heeft het bericht nergens geplaatst."
      ]
    case .near: return [sum]
    case .neighbours: return [sum, "Toch hoort het hierbij. \(majority)"]
    case .kept:
      return [sum, "Het hoorde hier al bij, en ligt er dicht genoeg bij om te blijven."]
    case .group:
      return [sum, "Het is met de andere berichten van zijn groep in dit onderwerp gekomen."]
    case .noWords:
      return ["Het bericht heeft geen woorden die ook in andere vragen voorkomen."]
    case .nothingShared: return ["Het bericht deelt met geen enkel onderwerp een woord of thema."]
    case .tooFar:
      return [
        "Het dichtst bij ligt \(nearest.map { night.name(of: $0.topic) } ?? "–"), maar niet dicht genoeg.",
        sum,
        majority,
      ]
    case .noGroup:
      return [
        "Het ligt dicht genoeg bij \(nearest.map { night.name(of: $0.topic) } ?? "–"). Maar de groep waar het in zat, "
          + "werd geen onderwerp: te klein, of het bericht paste er niet bij.", sum,
      ]
    }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func line(_ match: ThemeMatch) -> String {
    let terms = match.terms.map { "\"\($0.text)\" (\(ThemesFilter.name(of: $0.kind)))" }
    let why = terms.isEmpty ? "lijkt op de omschrijving of de voorbeeldvragen" : terms.joined(separator: ", ")
    return "\(match.theme.title): \(why)"
  }

  private func line(_ neighbour: PostNeighbours.Neighbour) -> String {
    let topic = night.assignments[neighbour.post]?.topic.map { "\($0)" } ?? "geen onderwerp"
    return "\(Text.decimal(neighbour.similarity))  \(neighbour.post)  \(topic)  "
      + night.firstWords(of: neighbour.post)
  }

  private func others(_ explanation: PostExplanation) -> [String] {
    let own = explanation.nearest.first { $0.topic == explanation.assignment.topic }
    return explanation.nearest.filter { $0.topic != explanation.assignment.topic }.map { other in
      let difference = own.map { $0.similarity - other.similarity }
      let compared = difference.map {
        $0 >= 0 ? " (\(Text.decimal($0)) lager)" : " (\(Text.decimal(-$0)) hoger)"
      }
      return "\(Text.decimal(other.similarity))\(compared ?? "")  \(night.name(of: other.topic))"
    }
  }

  /// For programs.
  var json: String {
    let asking = (night.questions[post.id] ?? []).map { JSONOutput.string($0.text) }
    var members: [(key: String, value: JSONOutput)] = [
      ("post", .string(post.id.description)), ("thread", .string(post.thread.description)),
      ("day", .string(night.file.zone.day(of: post.createdAt).description)), ("questions", .array(asking)),
      ("grouped", .boolean(explanation != nil)),
    ]
    if let explanation {
      members += Self.members(explanation, night)
    } else {
      members.append(("reason", .string(whyNotGrouped)))
    }
    members.append(
      (
        "neighbours",
        .array(
          neighbours.map { neighbour in
            .object([
              ("post", .string(neighbour.post.description)), ("similarity", .number(neighbour.similarity)),
              ("topic", .topic(night.assignments[neighbour.post]?.topic)),
            ])
          })
      ))
    members.append(("corrections", .array(corrections.map { .string(Text.line($0, night)) })))
    return String(decoding: JSONOutput.object(members).utf8, as: UTF8.self) + "\n"
  }

  private static func members(_ explanation: PostExplanation, _ night: ExplainedNight)
    -> [(key: String, value: JSONOutput)]
  {
    let topic = explanation.assignment.topic
    return [
      ("topic", .topic(topic)),
      ("title", topic.flatMap { night.topics[$0]?.title }.map(JSONOutput.string) ?? .null),
      ("similarity", topic == nil ? .null : .number(explanation.assignment.similarity)),
      ("threshold", .number(night.settings.similarityNeeded)),
      ("familiarity", .number(explanation.familiarity)),
      ("neighbour_share", .number(explanation.neighbourShare)),
      ("ground", .string(explanation.ground.rawValue)),
      ("nearest", .array(explanation.nearest.map(JSONOutput.distance))),
      ("shares", .array(explanation.shares.map(JSONOutput.share))),
      (
        "themes",
        .array(
          explanation.themes.map { match in
            .object([
              ("theme", .string(match.theme.slug)), ("score", .number(match.score)),
              ("terms", .array(match.terms.map { .string($0.text) })),
            ])
          })
      ),
    ]
  }
}

extension JSONOutput {
  /// A topic's identity, or null.
  static func topic(_ topic: TopicID?) -> JSONOutput { topic.map { .string($0.description) } ?? .null }

  /// A topic close by.
  static func distance(_ distance: TopicDistance) -> JSONOutput {
    .object([("topic", .topic(distance.topic)), ("similarity", .number(distance.similarity))])
  }

  /// A part of what is shared.
  static func share(_ share: FeatureShare) -> JSONOutput {
    .object([
      ("kind", .string(share.kind.rawValue)), ("text", .string(share.text)), ("share", .number(share.share)),
    ])
  }
}
