// Texts that stand there more than once: what is one, what is a copy, what is a quotation, and that it stays fast.
import Discussion
import TestSupport
import Testing

@testable import Moderation

@Suite struct NearDuplicateTests {
  private static let text =
    "Meisje van twaalf gaat niet meer naar school en de diagnostiek begint pas over negen maanden. Wat zetten jullie "
    + "intussen in, zodat ze niet helemaal wegzakt? De ouders hebben allebei hun uren teruggebracht."
  private let text = Self.text

  private typealias Posts = CommunityPosts

  private func find(_ posts: [Post], asOf day: Int = 20) -> [RepeatedText] {
    NearDuplicates().find(in: posts, asOf: Posts.time(day))
  }

  private func kinds(_ posts: [Post], asOf day: Int = 20) -> [RepeatedText.Kind] {
    find(posts, asOf: day).map(\.kind)
  }

  @Test func theSameTextByOnePersonWithinTwoWeeksIsPlacedAgain() throws {
    let found = find([
      Posts.post("a", by: "anna", day: 1, body: text),
      Posts.post("b", by: "anna", day: 3, body: "Ook hier geplaatst.\n" + text.uppercased() + " 🙏"),
    ])
    let row = try #require(found.first)
    #expect(found.count == 1 && row.kind == .placedAgain && row.people == 1)
    #expect(row.posts == [PostID("a"), PostID("b")])
    #expect(row.firstAt == Posts.time(1) && row.lastAt == Posts.time(3))
  }

  @Test func byAnotherPersonOrLongAfterItIsACopy() {
    let first = Posts.post("a", by: "anna", day: 1, body: text)
    #expect(kinds([first, Posts.post("b", by: "bob", day: 3, body: text)]) == [.copied])
    #expect(kinds([first, Posts.post("b", by: "anna", day: 15, body: text)]) == [.placedAgain])
    #expect(kinds([first, Posts.post("b", by: "anna", day: 16, body: text)]) == [.copied])
  }

  @Test func aLooserLikenessCountsForOnePersonOnly() {
    let changed = text.replacing("twaalf", with: "dertien").replacing("negen", with: "acht")
      .replacing("allebei", with: "samen")
    let likeness = TextShingles(FoldedWords.of(text)).likeness(to: TextShingles(FoldedWords.of(changed)))
    #expect(likeness > NearDuplicates.sameTextOfOnePerson && likeness < NearDuplicates.sameText)
    let first = Posts.post("a", by: "anna", day: 1, body: text)
    #expect(kinds([first, Posts.post("b", by: "anna", day: 2, body: changed)]) == [.placedAgain])
    #expect(kinds([first, Posts.post("b", by: "bob", day: 2, body: changed)]).isEmpty)
    #expect(kinds([first, Posts.post("b", by: nil, day: 2, body: changed)]).isEmpty)
  }

  @Test func peopleWhomNobodyKnowsAreNeverTheSame() throws {
    let found = find([
      Posts.post("a", by: nil, day: 1, body: text), Posts.post("b", by: nil, day: 1, body: text),
    ])
    #expect(found.map(\.kind) == [.copied] && found.first?.people == 0)
  }

  @Test func onlyWhatWasPlacedLatelyIsTold() {
    let posts = [
      Posts.post("a", by: "anna", day: 1, body: text), Posts.post("b", by: "anna", day: 2, body: text),
    ]
    #expect(kinds(posts, asOf: 31) == [.placedAgain])
    #expect(kinds(posts, asOf: 32).isEmpty, "the copy is exactly thirty days old: too old")
    // A copy of years ago is told once a new one stands there.
    #expect(kinds(posts + [Posts.post("c", by: "carl", day: 900, body: text)], asOf: 901) == [.copied])
  }

  @Test func shortTextsMustBeTheSameWordForWordAndOpenAConversation() {
    func short(_ id: String, _ body: String, parent: String? = nil, title: String? = nil) -> Post {
      Posts.post(id, by: id, day: 1, parent: parent, title: title, body: body)
    }
    #expect(
      kinds([short("a", "Wie zoekt er nog stagiairs?"), short("b", "wie zoekt er nog stagiairs")]) == [
        .copied
      ])
    #expect(
      kinds([short("a", "Wie zoekt er nog stagiairs?"), short("b", "Wie heeft er nog stagiairs?")]).isEmpty)
    #expect(
      kinds([short("a", "Zie de bijlage.", title: "Vacature in Ede"), short("b", "Zie de bijlage.")]).isEmpty)
    #expect(
      kinds([
        short("a", "Dank voor al jullie reacties!", parent: "x"),
        short("b", "Dank voor al jullie reacties!", parent: "x"),
      ]).isEmpty)
  }

  @Test(
    "Nothing is made of texts without words",
    arguments: ["", " \n ", "🎉🎉🎉", "👍", "...", "> " + text, "-- \n" + text])
  func nothing(body: String) {
    #expect(
      find([
        Posts.post("a", by: "anna", day: 1, body: body), Posts.post("b", by: "anna", day: 1, body: body),
      ]).isEmpty)
  }

  @Test func aQuotationWithinTheConversationIsNoCopy() {
    let first = Posts.post("a", by: "anna", day: 1, body: text)
    #expect(find([first, Posts.post("b", by: "bob", day: 2, parent: "a", body: text)]).isEmpty)
    #expect(
      kinds([first, Posts.post("b", by: "anna", day: 2, parent: "a", body: text)]) == [.placedAgain],
      "who says it again is no quoter")
    #expect(
      kinds([first, Posts.post("b", by: "bob", day: 2, thread: "z", parent: "z", body: text)]) == [.copied])
  }

  @Test func aTextThatComesBackIsComparedWithWhatCameInBetween() {
    let other = text.replacing("twaalf", with: "dertien")
    let posts = [
      Posts.post("a", by: "anna", day: -90, body: text), Posts.post("b", by: "bob", day: -60, body: other),
      Posts.post("c", by: "anna", day: 19, body: text),
    ]
    #expect(find(posts).map(\.posts) == [[PostID("a"), PostID("b"), PostID("c")]])
  }

  @Test func withdrawnPostsAndThoseOfLaterCountForNothing() {
    let first = Posts.post("a", by: "anna", day: 1, body: text)
    #expect(find([first, Posts.post("b", by: "anna", day: 2, body: text, state: .withdrawn)]).isEmpty)
    #expect(find([first, Posts.post("b", by: "anna", day: 21, body: text)]).isEmpty)
  }

  @Test func theOrderOfThePostsDoesNotMatterAlsoAtTheSameInstant() {
    var posts = (0..<40).map { number in
      Posts.post(
        "p\(number)", by: "m\(number % 3)", day: 1 + number % 2,
        body: number % 4 == 0 ? text : text + " \(number)")
    }
    posts += (0..<40).map {
      Posts.post("q\($0)", by: "m", day: 1, body: "Een bericht over iets anders nummer \($0)")
    }
    var generator = SeededGenerator(seed: 5)
    let expected = find(posts)
    #expect(expected.count == 1 && expected.first?.posts.count == 40)
    for _ in 0..<5 { #expect(find(posts.shuffled(using: &generator)) == expected) }
  }

  @Test func theLabelledCopiesOfTheDemoAreFoundAndNothingElse() throws {
    let (posts, labels) = try CommunityPosts.demo()
    let labelled = Set(
      labels.flatMap { label in
        label.signals.filter { $0.hasPrefix("duplicate_of:") }.map {
          [label.id, String($0.dropFirst(13))].sorted()
        }
      })
    #expect(labelled.count == 15)
    let found = NearDuplicates(lookBackDays: 2_000).find(in: posts, asOf: Posts.time(365))
    #expect(Set(found.map { $0.posts.map(\.description).sorted() }) == labelled)
    #expect(found.allSatisfy { $0.kind == .placedAgain })
  }

  @Test func aFloodOfVariantsIsOneTextAndAsksNoSquareOfWork() {
    let posts = (0..<3_000).map { number in
      Posts.post(
        "p\(number)", by: "m\(number)", day: 1, minute: number % 60, body: "Bericht \(number). " + text)
    }
    let found = find(posts)
    #expect(found.count == 1 && found.first?.posts.count == 3_000)
    let shingles = posts.map { TextShingles(FoldedWords.of($0.body)) }
    let pairs = LikenessSearch(texts: shingles, least: 0.65).pairs(asked: Array(shingles.indices))
    #expect(pairs.count <= 3_000 * 25 * LikenessSearch.mostPerPair)
  }

  @Test(arguments: 1...20) func theSearchFindsEveryPairThatComparingAllWithAllFinds(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<60).map { UInt64($0) &* 7_919 + 1 }
    // No more texts than are compared for one pair of words: within that the search misses nothing.
    let texts = (0..<LikenessSearch.mostPerPair).map { _ -> TextShingles in
      let start = Int.random(in: 0..<8, using: &generator)
      var text = Array(words[start..<(start + Int.random(in: 12..<40, using: &generator))])
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        text[Int.random(in: 0..<text.count, using: &generator)] = UInt64.random(
          in: 0..<1_000, using: &generator)
      }
      return TextShingles(text)
    }
    let asked = texts.indices.filter { $0 % 3 != 1 }
    let found = LikenessSearch(texts: texts, least: 0.65).pairs(asked: asked).map { [$0.later, $0.earlier] }
    let all = asked.flatMap { later in
      (0..<later).filter { texts[later].likeness(to: texts[$0]) >= 0.65 }.map { [later, $0] }
    }
    #expect(Set(found) == Set(all) && found.count == all.count && all.count > 20)
  }
}
