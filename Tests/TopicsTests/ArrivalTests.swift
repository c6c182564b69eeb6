// Lists of earlier posts: they look back only, and what comes later changes nothing about them.

import Discussion
import Testing

@testable import Topics

@Suite struct ArrivalTests {
  private let posts = TopicPost.inFixedOrder(Community.all(0..<12))
  private var model: TopicModel { TopicModel(settings: TopicSettings(language: .dutch)) }

  @Test func aListHoldsEarlierPostsMostSimilarFirst() throws {
    let lists = model.arrivals(of: posts)
    #expect(lists.map(\.post) == posts.map(\.id))
    let place = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1.id, $0) })
    for list in lists {
      let own = try #require(place[list.post])
      #expect(list.neighbours.allSatisfy { place[$0.post].map { $0 < own } ?? false })
      #expect(list.neighbours.map(\.similarity) == list.neighbours.map(\.similarity).sorted(by: >))
      #expect(list.neighbours.allSatisfy { $0.similarity > 0 && $0.similarity <= 1 })
    }
  }

  @Test func theNearestEarlierPostIsOnTheSameSubject() {
    for list in model.arrivals(of: posts).suffix(24) {
      #expect(
        list.neighbours.first.map { Community.subject(of: $0.post) } == Community.subject(of: list.post))
    }
  }

  @Test func laterPostsChangeNothing() {
    let all = model.arrivals(of: posts)
    for count in [1, 7, 30] {
      #expect(model.arrivals(of: Array(posts.prefix(count))) == Array(all.prefix(count)))
    }
  }

  @Test func onlyPostsWithoutAListGetOne() {
    let all = model.arrivals(of: posts)
    let known = Set(posts.prefix(20).map(\.id))
    #expect(model.arrivals(of: posts, known: known) == Array(all.dropFirst(20)))
    #expect(model.arrivals(of: posts, known: Set(posts.map(\.id))).isEmpty)
    #expect(model.cluster(posts, arrivals: known).arrivals == Array(all.dropFirst(20)))
    #expect(model.cluster(posts).arrivals.isEmpty)
  }

  @Test func theOrderOfThePostsMakesNoDifference() {
    #expect(model.arrivals(of: posts.reversed()) == model.arrivals(of: posts))
  }

  @Test func aPostLooksBackThreeYears() {
    let old = Community.posts("gamen", 0..<3)
    let new = Community.posts("gamen", 3..<6, day: 156 * 7 - 2)
    let lists = model.arrivals(of: old + new)
    // The fourth post lies 156 weeks and a day after the first, which it does not see any more.
    #expect(lists[3].neighbours.map(\.post).sorted() == [old[1].id, old[2].id].sorted())
  }

  @Test func aPostWithoutATimeGetsNone() {
    var undated = posts
    undated[3].createdAt = nil
    let lists = model.arrivals(of: undated)
    #expect(lists.count == posts.count - 1)
    #expect(!lists.contains { $0.post == posts[3].id || $0.neighbours.contains { $0.post == posts[3].id } })
  }

  @Test func theRecipeTellsOfWhatIsLearned() {
    var settings = TopicSettings(language: .dutch)
    let without = settings.arrivalRecipe
    let theme = Theme(
      slug: "gamen", title: "Gamen", task: "", description: "Over gamen", strongTerms: ["gamen"])
    settings.catalogue = ThemeCatalogue(themes: [theme], tasks: [])
    #expect(settings.arrivalRecipe != without)
    settings.granularity = 3
    let with = settings.arrivalRecipe
    settings.granularity = 1
    #expect(settings.arrivalRecipe == with)
  }
}
