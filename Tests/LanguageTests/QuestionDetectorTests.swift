// Tests of which posts ask something, and in which sentence.
import Foundation
import TestSupport
import Testing

@testable import Language

/// The hand-written community: the repository's copy, or the one in the shared folder.
private enum Community {
  static let folder: URL? = {
    let folders = [
      Repository.root.appending(path: "fixtures/community"), Repository.shared.appending(path: "data/gold"),
    ]
    return folders.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "labels.ndjson").path)
    }
  }()

  struct Label: Decodable {
    var id: String
    var is_question: Bool
    var question_spans: [[Int]]
  }

  struct Post: Decodable {
    var id: String
    var title: String?
    var body: String
  }

  static func read<Row: Decodable>(_ name: String) throws -> [Row] {
    guard let folder else { return [] }
    return try Data(contentsOf: folder.appending(path: name)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Row.self, from: Data($0))
    }
  }
}

@Suite("Questions")
struct QuestionDetectorTests {
  let detector = QuestionDetector(language: .dutch)

  @Test(
    "a post asks without a question mark",
    arguments: [
      "Beste allen, ik ben benieuwd hoe jullie de sleutels beheren. Bij ons raken ze steeds kwijt.",
      "Onze keuken is te klein voor dertig mensen. Tips om dat slim in te delen zijn van harte welkom.",
      "Volgend jaar bestaan wij vijftig jaar. Ik zoek iemand die ervaring heeft met een reünie.",
      "Wij gaan verhuizen. Graag hoor ik van andere verenigingen hoe zij dat hebben aangepakt.",
      "De ketel is stuk en de monteur komt pas over een maand. Weet iemand of je zo'n ding kunt huren",
      "Als iemand een goed draaiboek heeft, dan houd ik me aanbevolen. Wij doen het voor het eerst.",
    ])
  func asksWithoutMark(body: String) {
    #expect(detector.verdict(body: body).isQuestion)
  }

  @Test(
    "a question mark is not enough",
    arguments: [
      "Nieuwsgierig geworden? Meld je aan via onze website.",
      "Een jongen vroeg me vandaag: \"Juf, mag ik bij jou wonen?\" Ik was er stil van.",
      "> Hoe doen jullie dat met verlof?\n\nWij plannen het een jaar vooruit.",
      "Toch mooi, hè? Zo'n oude trein.", "Heb je al eens met de leverancier gebeld?",
      "Wij werken met duo's. Duur? Ja. Maar goedkoper dan opnieuw beginnen.",
    ])
  func markIsNotEnough(body: String) {
    #expect(!detector.verdict(body: body).isQuestion)
  }

  @Test("the asking sentence is found at its place, counted in Unicode scalars")
  func place() throws {
    let body = "Hoi! 👨‍👩‍👧 Ons café zit vol. Hoe lossen jullie dat op? Alvast bedankt."
    let sentence = try #require(detector.verdict(body: body).sentences.first)
    let range = try #require(sentence.range)
    #expect(sentence.text == "Hoe lossen jullie dat op?")
    #expect(String(String.UnicodeScalarView(Array(body.unicodeScalars)[range])) == sentence.text)
  }

  @Test("a post that asks in its title alone says so without a place in the body")
  func titleAlone() throws {
    let verdict = detector.verdict(
      title: " Wie heeft ervaring met een fusie van twee koren? ",
      body: "Onze koren krimpen allebei en we denken erover samen te gaan.")
    let sentence = try #require(verdict.sentences.first)
    #expect(sentence.range == nil)
    #expect(sentence.text == "Wie heeft ervaring met een fusie van twee koren?")
  }

  @Test("knowing that a post is a reply makes a question to the community less likely")
  func threadCounts() {
    let body = "Hoe kijken de buren ernaar?"
    let opening = detector.verdict(body: body, opensThread: true).probability
    let unknown = detector.verdict(body: body).probability
    let reply = detector.verdict(body: body, opensThread: false).probability
    #expect(reply < unknown && unknown < opening)
  }

  @Test("nothing is asked in nothing", arguments: ["", "  \n ", "…", "👍", "https://voorbeeld.nl/?a=b"])
  func emptyPosts(body: String) {
    #expect(detector.verdict(body: body).sentences.isEmpty)
  }

  @Test(
    "English asks too",
    arguments: [
      ("Does anyone know how to descale an old machine? Vinegar did nothing.", true),
      ("I'm looking for a good grinder under fifty dollars. Any suggestions would be appreciated.", true),
      ("Thanks, that worked. The new filter made all the difference.", false),
      ("> How do you do this?\nWith a lot of patience.", false),
    ])
  func english(body: String, asks: Bool) {
    #expect(QuestionDetector(language: .english).verdict(body: body).isQuestion == asks)
  }

  @Test("an explanation names the features and its score agrees with the verdict")
  func explains() throws {
    let body = "Wie heeft een tip voor een regenachtige middag?"
    let found = detector.explain(body: body)
    let sentence = try #require(found.sentences.first)
    #expect(sentence.features.contains("whoHas"))
    #expect(sentence.features.contains("questionMark"))
    #expect((found.score >= 0) == detector.verdict(body: body).isQuestion)
  }

  @Test(
    "the word lists and phrase tables name only kinds and features there are",
    arguments: LanguageCode.allCases)
  func tablesAreSound(language: LanguageCode) {
    #expect(QuestionLexicon.unknownNames(language: language).isEmpty)
    #expect(WordClass.names.count <= 64 && Set(WordClass.names).count == WordClass.names.count)
    #expect(SentenceFeature.allCases.count <= 128)
    #expect(QuestionModel.unknownNames(language: language).isEmpty)
  }

  @Test(
    "on the hand-written community F1 is at least 0.95, well above that of looking for a question mark",
    .enabled(if: Community.folder != nil, "no labelled community: set THEMARADAR_SHARED"))
  func communityFigures() throws {
    let posts: [Community.Post] = try Community.read("posts.ndjson")
    let labels: [Community.Label] = try Community.read("labels.ndjson")
    let labelled = Dictionary(uniqueKeysWithValues: labels.map { ($0.id, $0) })
    var hits = 0
    var found = 0
    var asking = 0
    var placed = 0
    for post in posts {
      let label = try #require(labelled[post.id])
      let verdict = detector.verdict(title: post.title, body: post.body)
      asking += label.is_question ? 1 : 0
      found += verdict.isQuestion ? 1 : 0
      guard label.is_question, verdict.isQuestion else { continue }
      hits += 1
      if let range = verdict.sentences.first?.range,
        label.question_spans.contains(where: { range.overlaps($0[0]..<$0[1]) })
      {
        placed += 1
      }
    }
    let f1 = 2 * Double(hits) / Double(found + asking)
    #expect(posts.count == 1492 && asking == 568)
    #expect(f1 >= 0.95)
    #expect(Double(placed) / Double(hits) >= 0.95)
  }
}
