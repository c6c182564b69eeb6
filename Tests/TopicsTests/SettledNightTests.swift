// A night with few new posts leaves what is settled, and a new subject does not wait for long.

import Discussion
import Testing

@testable import Topics

@Suite struct SettledNightTests {
  private func model(_ change: (inout TopicSettings) -> Void = { _ in }) -> TopicModel {
    var settings = TopicSettings(language: .dutch)
    settings.settlingPosts = 40
    settings.settlingShare = 0.2
    change(&settings)
    return TopicModel(settings: settings)
  }

  @Test func fewNewPostsFindTheirTopicsAndNothingElseMoves() {
    let model = model()
    let first = model.cluster(Community.all(0..<15))
    #expect(first.state.fit == TopicFit(recipe: first.state.fit.recipe))
    let new = [Community.posts("gamen", 30..<32), Community.posts("school", 30..<31)].joined()
    let second = model.cluster(Community.all(0..<15) + new, previous: first.state)
    #expect(second.state.fit.nightsAgo == 1)
    #expect(Set(second.state.fit.postsSince).isSuperset(of: new.map(\.id)))
    #expect(second.events.isEmpty)
    for (post, topic) in first.topicOfPost { #expect(second.topicOfPost[post] == topic) }
    for post in new {
      #expect(second.topicOfPost[post.id] == first.topic(of: Community.subject(of: post.id)))
    }
  }

  @Test func theOrderOfThePostsDoesNotMatterEither() {
    let model = model()
    let first = model.cluster(Community.all(0..<15))
    let posts = Community.all(0..<15) + Community.posts("gamen", 30..<33)
    let second = model.cluster(posts, previous: first.state)
    let other = model.cluster(posts.reversed(), previous: first.state)
    #expect(second.state.fit.nightsAgo == 1)
    #expect(other.assignments == second.assignments)
    #expect(other.state == second.state)
  }

  @Test func aNewSubjectIsFoundTheSameNight() throws {
    let model = model()
    let old = Community.all(0..<20).filter { !$0.id.description.hasPrefix("gamen") }
    let first = model.cluster(old)
    let second = model.cluster(old + Community.posts("gamen", 0..<8), previous: first.state)
    #expect(second.state.fit.nightsAgo == 0)
    #expect(second.events.map(\.kind) == [.born])
    let topic = try #require(second.topic(of: "gamen"))
    #expect(!first.topics.map(\.id).contains(topic))
  }

  @Test func afterSomeNightsAllPostsAreGroupedAnew() {
    let model = model { $0.settlingNights = 3 }
    var state = model.cluster(Community.all(0..<15)).state
    var nights: [Int] = []
    for _ in 0..<6 {
      state = model.cluster(Community.all(0..<15), previous: state).state
      nights.append(state.fit.nightsAgo)
    }
    #expect(nights == [1, 2, 0, 1, 2, 0])
  }

  @Test func afterManyNewPostsAllPostsAreGroupedAnew() {
    let model = model { $0.settlingShare = 0.1 }
    var state = model.cluster(Community.all(0..<15)).state
    var nights: [Int] = []
    for night in 0..<4 {
      let new = Community.posts("school", 30..<30 + 3 * (night + 1))
      state = model.cluster(Community.all(0..<15) + new, previous: state).state
      nights.append(state.fit.nightsAgo)
    }
    #expect(nights.first == 1)
    #expect(nights.contains(0))
  }

  @Test func otherSettingsOrCorrectionsGroupAllPostsAnew() {
    let first = model().cluster(Community.all(0..<15))
    let finer = model { $0.granularity = 1.5 }.cluster(Community.all(0..<15), previous: first.state)
    #expect(finer.state.fit.nightsAgo == 0)
    let corrections = TopicCorrections([
      TopicCorrection(number: 1, action: .pin(TopicID(number: 1), true))
    ])
    let pinned = model().cluster(
      Community.all(0..<15), previous: first.state, corrections: corrections)
    #expect(pinned.state.fit.nightsAgo == 0)
    let again = model().cluster(
      Community.all(0..<15), previous: pinned.state, corrections: corrections)
    #expect(again.state.fit.nightsAgo == 1)
  }

  @Test func smallCollectionsAreGroupedAnewEveryNight() {
    let model = TopicModel(settings: TopicSettings(language: .dutch))
    let first = model.cluster(Community.all())
    #expect(first.state.neighbours.isEmpty)
    #expect(model.cluster(Community.all(), previous: first.state).state.fit == TopicFit())
  }

  @Test func theNumberOfProcessorsDoesNotMatter() {
    let posts = Community.all(0..<40)
    let many = TopicModel(settings: TopicSettings(language: .dutch)).cluster(posts)
    let one = Parallelism.$isOff.withValue(true) {
      TopicModel(settings: TopicSettings(language: .dutch)).cluster(posts)
    }
    #expect(one.assignments == many.assignments)
    #expect(one.neighbours == many.neighbours)
    #expect(one.state == many.state)
  }
}
