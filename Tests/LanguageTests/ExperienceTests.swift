// Which posts tell what goes well, and in which sentence.
import Foundation
import TestSupport
import Testing

@testable import Language

@Suite("Experiences: posts that tell what goes well")
struct ExperienceTests {
  private let detector = ExperienceDetector(language: .dutch)

  private func found(_ body: String, title: String? = nil) -> [ExperienceSentence] {
    detector?.sentences(title: title, body: body) ?? []
  }

  @Test(
    "what worked, helped, got better or gave pride is found",
    arguments: [
      "We bellen nu elke maandag met het gezin. Dat werkt heel goed.",
      "Bij ons is het na drie keer proberen toch gelukt.",
      "Sinds de verbouwing zijn er veel minder ruzies in de gang.",
      "Mijn ervaringen met die methode zijn heel positief.",
      "Het rooster is door de bewoners zelf gemaakt, ze zijn er erg trots op.",
      "De buurtmaaltijd was een groot succes.",
      "Het gesprek met de directeur heeft ons enorm geholpen.",
      "Haar broer gaat weer naar school en het gaat een stuk beter met hem.",
      "Wij hebben veel aan de intervisie gehad.",
      "Sindsdien nooit meer gedoe gehad met de sleutels.",
      "Een vader bedankte mij in de supermarkt. Daar doe ik het voor.",
      "We kregen van de inspectie een compliment over de dossiers.",
      "Binnen twee weken was alles geregeld.",
    ])
  func tells(body: String) { #expect(!found(body).isEmpty) }

  @Test(
    "a wish, a question, a denial, a condition, an offer, news, mockery and thanks for a reply are none",
    arguments: [
      "Succes ermee!", "Heel veel succes met de opening.", "Wie heeft er goede ervaringen met die methode?",
      "Werkt dat bij jullie goed?", "Dat werkt bij ons helemaal niet goed.", "Het is niet gelukt.",
      "Als het goed gaat, gaan we ermee door.", "Hopelijk gaat het snel beter met haar.",
      "Ik hoop dat het gelukt is.", "We willen dat het goed gaat.",
      "Fijn dat je meedenkt, daar ben ik blij mee.",
      "Bedankt, jullie tips hebben mij enorm geholpen.", "Weer drie weken wachten. Geweldig hoor.",
      "Onze training is een groot succes! Nu met korting, inschrijven via de link.",
      "Uit onderzoek van de inspectie blijkt dat het goed gaat.", "Volgens de wethouder loopt alles prima.",
      "Het ging goed mis.", "Helaas is het voor haar niet beter geworden.",
      "Ze lachte toen ik vroeg waar de pillen waren. Het gaat goed, zei ze.",
      "Zij zegt: 'het gaat goed'.", "> Dat werkt heel goed.\nOp papier wel ja.", "", "👏",
    ])
  func tellsNothing(body: String) { #expect(found(body).isEmpty, "\(found(body))") }

  @Test("the sentence is given where it stands, with the words that make it one")
  func place() throws {
    let body = "👋 Hallo allemaal. Wij eten nu samen. Dat werkt écht goed! Tot morgen."
    let sentence = try #require(found(body).first)
    #expect(found(body).count == 1 && sentence.text == "Dat werkt écht goed!")
    let scalars = Array(body.unicodeScalars)[sentence.range]
    #expect(String(String.UnicodeScalarView(scalars)) == sentence.text)
    #expect(sentence.cues.contains("werkt écht goed"))
  }

  @Test("every kind that a phrase names has words, and other languages have no detector")
  func tables() throws {
    #expect(ExperienceLexicon.undefinedKinds.isEmpty)
    #expect(ExperienceDetector(language: .english) == nil)
    let lexicon = try #require(ExperienceLexicon(language: .dutch))
    #expect(
      lexicon.phrases.count > 80 && lexicon.phrases.allSatisfy { $0.steps.allSatisfy { !$0.words.isEmpty } })
  }

  @Test("a text of a hundred thousand words takes time that grows with its length, not faster")
  func linear() {
    let clock = ContinuousClock()
    let words = "het werkt al weer goed en dat is al drie weken heel erg veel beter gelukt "
    func time(_ count: Int) -> Duration {
      let body = String(repeating: words, count: count)
      return clock.measure { _ = found(body) }
    }
    _ = time(10)
    let (short, long) = (time(400), time(4_000))
    #expect(long < short * 40, "\(short) \(long)")
  }

  // MARK: Measured on the hand-written community

  private struct Post: Decodable {
    var id: String
    var title: String?
    var body: String
  }

  /// The posts with what was judged of them by hand, and by which reading: see the head of the file of labels.
  @Test("of what it finds in the hand-written community nine in ten are stories, by labels given by hand")
  func measured() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Resources/experiences.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst().map { $0.split(separator: ",").map(String.init) }
    let label = Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1] == "ja") })
    let sample = Set(rows.filter { $0[2] == "steekproef" }.map { $0[0] })
    struct Labels: Decodable {
      var id: String
      var is_question: Bool
    }
    let community = Repository.root.appending(path: "fixtures/community")
    func read<Row: Decodable>(_ name: String) throws -> [Row] {
      try Data(contentsOf: community.appending(path: name)).split(separator: UInt8(ascii: "\n")).map {
        try JSONDecoder().decode(Row.self, from: Data($0))
      }
    }
    let asking = Set(try (read("labels.ndjson") as [Labels]).filter(\.is_question).map(\.id))
    let posts = (try read("posts.ndjson") as [Post]).filter { !asking.contains($0.id) }
    let told = Set(posts.filter { !found($0.body, title: $0.title).isEmpty }.map(\.id))
    // Every find was judged: a find without a label means that the labels have to be looked at again.
    #expect(told.allSatisfy { label[$0] != nil }, "\(told.filter { label[$0] == nil }.sorted())")
    let right = told.filter { label[$0] == true }
    let precision = Double(right.count) / Double(told.count)
    let stories = sample.filter { label[$0] == true }
    let recall = Double(stories.intersection(told).count) / Double(stories.count)
    print(
      "stories: \(told.count) found, precision \(precision); sample of \(sample.count) with \(stories.count) stories, "
        + "recall \(recall)")
    #expect(sample.count == 200 && stories.count > 20)
    #expect(precision >= 0.85)
    #expect(recall >= 0.35)
  }
}
