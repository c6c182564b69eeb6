// Themes of a small catalogue, found in texts and used as features.

import Discussion
import Language
import Testing

@testable import Topics

private let catalogue = ThemeCatalogue(
  themes: [
    Theme(
      slug: "pleegzorg", title: "Pleegzorg en pleegouders", task: "hulp",
      description: "Kinderen die bij pleegouders wonen.", strongTerms: ["pleegzorg", "pleegouders"],
      weakTerms: ["matching"], exampleQuestions: ["Wie begeleidt een pleeggezin na een breuk?"]),
    Theme(
      slug: "verlengde-pleegzorg", title: "Langer in het pleeggezin", task: "hulp",
      description: "Blijven wonen na je achttiende.", strongTerms: ["verlengde pleegzorg"],
      exampleQuestions: ["Tot welke leeftijd mag iemand blijven?"]),
    Theme(
      slug: "rouw", title: "Rouw en verlies", task: "hulp", description: "Een dierbare die sterft.",
      strongTerms: ["rouwen"], weakTerms: ["verdriet"],
      exampleQuestions: ["Hoe praat je met een kleuter over de dood?"]),
    Theme(
      slug: "ai", title: "AI in het werk", task: "werk",
      description: "Kunstmatige intelligentie bij verslagen.",
      strongTerms: ["AI-tool", "chatbot"], abbreviations: ["ROM"],
      exampleQuestions: ["Mag je een slim schrijfprogramma gebruiken?"]),
  ],
  tasks: [
    DevelopmentTask(slug: "hulp", title: "Kennis van hulp", description: "Hulp."),
    DevelopmentTask(slug: "werk", title: "Veranderend werk", description: "Werk."),
  ])

@Suite("Themes of a catalogue")
struct ThemeTests {
  private func named(_ text: String) -> [String] {
    ThemeFinder(catalogue: catalogue, language: .dutch).namedThemes(in: [text])[0]
  }

  @Test(
    "A text names the themes whose strong terms it uses",
    arguments: [
      ("Wie kent een pleegouder met ervaring?", ["pleegzorg"]),
      ("Welke AI tool gebruiken jullie?", ["ai"]),
      ("Welke ai-tools gebruiken jullie?", ["ai"]),
      ("Er was veel verdriet", []),
      ("Mooi weer vandaag", []),
    ])
  func strongTerms(text: String, themes: [String]) { #expect(named(text) == themes) }

  @Test("The longest term wins over the shorter one within it")
  func longestTerm() {
    #expect(named("Hij wil verlengde pleegzorg") == ["verlengde-pleegzorg"])
    #expect(named("Hij wil verlengde pleegzorg of gewone pleegzorg") == ["pleegzorg", "verlengde-pleegzorg"])
  }

  @Test("A compound names a theme only when its other half is a word that is known")
  func compounds() {
    #expect(named("Na de crisis kwam er crisispleegzorg") == ["pleegzorg"])
    #expect(named("Zoek een pleegzorgwerker, een ervaren werker") == ["pleegzorg"])
    // "vert" is no word, so this trust is no mourning.
    #expect(named("Ze moeten elkaar leren vertrouwen") == [])
  }

  @Test("An abbreviation counts in capitals and as a whole word")
  func abbreviations() {
    #expect(named("Vullen jullie de ROM in?") == ["ai"])
    #expect(named("Vullen jullie de ROM-lijst in?") == ["ai"])
    #expect(named("Vullen jullie de rom in?") == [])
    #expect(named("Wat een ROMMEL") == [])
  }

  @Test("A match tells by which terms, those that say most first")
  func reasons() throws {
    let finder = ThemeFinder(catalogue: catalogue, language: .dutch)
    let best = try #require(finder.matches(in: ["Pleegouders zoeken en de matching"])[0].first)
    #expect(best.theme.slug == "pleegzorg")
    #expect(best.isNamed)
    #expect(best.terms.map(\.text) == ["pleegouders", "matching"])
    #expect(best.terms.map(\.kind) == [.strong, .weak])
  }

  @Test("Posts that share a theme and no word come together under its title; others stay free")
  func topicsOfThemes() throws {
    let pleegzorg = [
      "Waar vinden wij nieuwe pleegouders", "Iemand bekend met crisispleegzorg tijdens crisis",
      "Vergoeding binnen pleegzorg", "Welke plaats past: pleegzorgplaats", "Onze werker heet pleegzorgwerker",
    ]
    let kantoor = (0..<4).map {
      "Printer kapot op kantoor, verdieping \(["een", "twee", "drie", "vier"][$0])"
    }
    let posts = (pleegzorg + kantoor).enumerated().map {
      TopicPost(id: PostID("p\($0.offset)"), body: $0.element)
    }
    var settings = TopicSettings(language: .dutch)
    settings.catalogue = catalogue
    let result = TopicModel(settings: settings).cluster(posts)
    let topics = Dictionary(uniqueKeysWithValues: result.assignments.map { ($0.post.description, $0.topic) })
    let first = try #require(topics["p0"] ?? nil)
    for post in 1..<pleegzorg.count { #expect(topics["p\(post)"] == first) }
    let byOrigin = Dictionary(grouping: result.topics, by: \.origin)
    #expect(byOrigin[.catalogue]?.map(\.title) == ["Pleegzorg en pleegouders"])
    #expect(byOrigin[.catalogue]?.map(\.theme) == ["Kennis van hulp"])
    #expect(byOrigin[.free]?.count == 1)
    #expect(byOrigin[.free]?.first?.theme == nil)
    // The order of posts and of themes does not matter.
    settings.catalogue = ThemeCatalogue(themes: catalogue.themes.reversed(), tasks: catalogue.tasks)
    let again = TopicModel(settings: settings).cluster(posts.reversed())
    #expect(again.assignments == result.assignments)
    #expect(again.topics == result.topics)
  }
}
