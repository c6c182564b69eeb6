// Explanations agree with what the night decided, and name what it decided by.

import Discussion
import Language
import Testing

@testable import Topics

@Suite("Explaining topics")
struct ExplainTests {
  private static let settings = TopicSettings(language: .dutch)

  private struct Explained {
    var result: TopicResult
    var explainer: TopicExplainer
    func explanation(of post: PostID) -> PostExplanation? {
      explainer.explanation(
        of: post, neighbours: result.neighbours.first { $0.post == post }?.neighbours ?? [])
    }
  }

  private static func explained(
    _ posts: [TopicPost], _ settings: TopicSettings = settings,
    corrections: TopicCorrections = TopicCorrections()
  ) -> Explained {
    let result = TopicModel(settings: settings).cluster(posts)
    return Explained(
      result: result,
      explainer: TopicExplainer(
        settings: settings, posts: posts.reversed(), topics: result.topics, assignments: result.assignments,
        corrections: corrections))
  }

  @Test("Every post's own topic is the nearest, and the words it shares are words of its subject")
  func assigned() throws {
    let night = Self.explained(Community.all())
    for assignment in night.result.assignments {
      let explanation = try #require(night.explanation(of: assignment.post))
      #expect(explanation.assignment == assignment)
      #expect(explanation.nearest.first?.topic == assignment.topic)
      #expect(explanation.secondBest?.topic != assignment.topic)
      #expect([.near, .neighbours].contains(explanation.ground))
      #expect(abs(explanation.shares.reduce(0) { $0 + $1.share } - 1) < 1e-6)
      let subject = Community.subjects[Community.subject(of: assignment.post)] ?? []
      let best = try #require(explanation.shares.first { $0.kind == .word && !$0.text.isEmpty })
      #expect(subject.contains(best.text), "\(best.text)")
      #expect(night.result.assignments.count == 48)
    }
  }

  @Test("Shares are the parts of the inner product, added up by hand")
  func shares() throws {
    let night = Self.explained(Community.all())
    let explainer = night.explainer
    let post = 5
    let slot = Int(explainer.slots[post])
    let explanation = try #require(night.explanation(of: explainer.posts[post].id))
    var parts: [String: Double] = [:]
    var total = 0.0
    for position in explainer.features.rows.positions(ofRow: post) {
      let column = explainer.features.rows.columns[position]
      for other in explainer.centroids.rows.positions(ofRow: slot)
      where explainer.centroids.rows.columns[other] == column {
        let product =
          Double(explainer.features.rows.values[position]) * Double(explainer.centroids.rows.values[other])
        total += product
        if column < explainer.features.wordColumnCount {
          parts[explainer.features.corpus.stems[Int(explainer.features.stemOfColumn[Int(column)])]] = product
        } else {
          parts["", default: 0] += product
        }
      }
    }
    let stemmer = TextAnalyzer(language: .dutch).makeStemmer()
    for share in explanation.shares where share.kind == .word && !share.text.isEmpty {
      #expect(abs((parts[stemmer.stem(share.text)] ?? 0) / total - share.share) < 1e-9, "\(share.text)")
    }
    let wordParts = try #require(explanation.shares.first { $0.kind == .wordParts })
    #expect(abs((parts[""] ?? 0) / total - wordParts.share) < 1e-9)
  }

  @Test(
    "A post outside all topics is told why",
    arguments: [
      ("…", PostExplanation.Ground.noWords),
      (
        """
        Zonnepanelen, subsidieregeling, dakconstructie, installateur, omvormer, terugleverkosten, warmtepomp, isolatie, \
        spouwmuur, kozijnen, ventilatie, vloerverwarming, thermostaat, laadpaal, energielabel, stroomnet, batterij, \
        zonneboiler, dakgoot, schoorsteen, kruipruimte, radiator, ketel, glasvezel, meterkast, stopcontact, \
        hoogspanning, windmolen, biogas, waterstof, turbine, dynamo en een mentor?
        """,
        .tooFar
      ),
    ])
  func unassigned(body: String, ground: PostExplanation.Ground) throws {
    let odd = TopicPost(id: PostID("odd-1"), body: body)
    let night = Self.explained(Community.all() + [odd])
    let explanation = try #require(night.explanation(of: odd.id))
    #expect(explanation.assignment.topic == nil)
    #expect(explanation.ground == ground)
    #expect(explanation.nearest.isEmpty == (ground == .noWords))
    #expect(explanation.shares.isEmpty == (ground == .noWords))
  }

  @Test("What people decided goes before what the words say")
  func people() throws {
    let post = PostID("school-3")
    let result = TopicModel(settings: Self.settings).cluster(Community.all())
    let school = try #require(result.topic(of: "school"))
    let placed = TopicCorrections([TopicCorrection(number: 1, action: .move(post, to: school))])
    #expect(Self.explained(Community.all(), corrections: placed).explanation(of: post)?.ground == .people)
    #expect(Self.explained(Community.all()).explanation(of: post)?.ground != .people)
  }

  @Test("A post or topic that the night does not know has no explanation")
  func unknown() {
    let night = Self.explained(Community.all(0..<4))
    #expect(night.explanation(of: PostID("nergens")) == nil)
    #expect(night.explainer.explanation(of: TopicID(number: 99)) == nil)
  }

  @Test("A topic is told by its words, its middle and what lies near it")
  func topic() throws {
    let night = Self.explained(Community.all())
    let id = try #require(night.result.topic(of: "gamen"))
    let explanation = try #require(night.explainer.explanation(of: id))
    #expect(explanation.posts == 12)
    #expect(abs(explanation.shares.reduce(0) { $0 + $1.share } - 1) < 1e-6)
    #expect(explanation.shares.contains { $0.text == "gamen" })
    #expect(explanation.central.map(\.similarity) == explanation.central.map(\.similarity).sorted(by: >))
    #expect(explanation.central.allSatisfy { Community.subject(of: $0.post) == "gamen" })
    #expect(!explanation.nearest.contains { $0.topic == id })
    #expect(explanation.themes.isEmpty && explanation.tasks.isEmpty)
  }

  /// Words that each name a theme of their own, all of one task.
  private static let words = [
    "pleegzorg", "rouwen", "chemotherapie", "logopedie", "zindelijkheid", "stotteren",
  ]

  private static let catalogue = ThemeCatalogue(
    themes: words.map {
      Theme(slug: $0, title: "Over \($0)", task: "hulp", description: "Alles over \($0).", strongTerms: [$0])
    } + [
      Theme(
        slug: "wachten", title: "Wachten op hulp", task: "stelsel", description: "Lang wachten.",
        strongTerms: ["wachtlijst"])
    ],
    tasks: [
      DevelopmentTask(slug: "hulp", title: "Kennis van hulp", description: ""),
      DevelopmentTask(slug: "stelsel", title: "Werken in een stelsel", description: ""),
    ])

  @Test("Themes are told with their terms and with their part of the likeness")
  func themes() throws {
    var settings = Self.settings
    settings.catalogue = Self.catalogue
    let night = Self.explained(Community.all(), settings)
    let post = try #require(
      night.result.assignments.first { Community.subject(of: $0.post) == "wachtlijst" }?.post)
    let explanation = try #require(night.explanation(of: post))
    #expect(explanation.themes.first?.theme.slug == "wachten")
    #expect(explanation.themes.first?.terms.map(\.text) == ["wachtlijst"])
    #expect(explanation.shares.contains { $0.kind == .theme && $0.text == "Wachten op hulp" })
    let topic = try #require(night.result.topic(of: "wachtlijst").flatMap(night.explainer.explanation))
    #expect(topic.themes.first?.title == "Wachten op hulp")
    #expect(topic.themes.first?.posts == 12)
    #expect(topic.tasks.first?.title == "Werken in een stelsel")
  }

  @Test("A free topic falls under what the themes of its posts clearly point to, and under nothing otherwise")
  func tasks() throws {
    var settings = Self.settings
    settings.catalogue = Self.catalogue
    // The topic's posts name six themes of one task, so that no theme leads by itself.
    let mixed = Community.posts("gamen", 0..<12).enumerated().map { index, post in
      var post = post
      post.body += " Het gaat om \(Self.words[index % 6])."
      return post
    }
    let result = TopicModel(settings: settings).cluster(
      mixed + Community.posts("school", 0..<12) + Community.posts("scheiding", 0..<12))
    let gaming = try #require(result.topics.first { $0.id == result.topic(of: "gamen") })
    let school = try #require(result.topics.first { $0.id == result.topic(of: "school") })
    #expect(gaming.origin == .free)
    #expect(gaming.theme == "Kennis van hulp")
    #expect(school.origin == .free)
    #expect(school.theme == nil)
  }
}
