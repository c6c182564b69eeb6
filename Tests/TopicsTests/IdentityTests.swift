// A topic is the same topic tomorrow.

import Discussion
import Testing

@testable import Topics

@Suite struct IdentityTests {
  let model = TopicModel(settings: TopicSettings(language: .dutch))

  @Test func theSameNightAgainChangesNothing() {
    let first = model.cluster(Community.all())
    let second = model.cluster(Community.all(), previous: first.state)
    #expect(second.assignments == first.assignments)
    #expect(second.events.isEmpty)
    #expect(second.state == first.state)
  }

  @Test func newPostsJoinTheTopicsThatAreThere() {
    let first = model.cluster(Community.all(0..<10))
    let second = model.cluster(Community.all(0..<14), previous: first.state)
    #expect(second.events.isEmpty)
    for subject in Community.subjects.keys { #expect(second.topic(of: subject) == first.topic(of: subject)) }
  }

  @Test func aNewSubjectGetsANewIdentity() {
    let old = Community.all().filter { !$0.id.description.hasPrefix("gamen") }
    let first = model.cluster(old)
    let second = model.cluster(Community.all(), previous: first.state)
    #expect(second.topic(of: "gamen") == TopicID(number: 4))
    #expect(
      second.events == [TopicEvent(kind: .born, topic: TopicID(number: 4), questions: 12)])
  }

  @Test func aTopicThatFallsAsleepWakesUpAsItself() throws {
    let first = model.cluster(Community.all())
    let gaming = try #require(first.topic(of: "gamen"))
    let others = Community.all().filter { !$0.id.description.hasPrefix("gamen") }
    let second = model.cluster(others, previous: first.state)
    #expect(second.topics.first { $0.id == gaming }?.status == .asleep)
    #expect(second.events == [TopicEvent(kind: .died, topic: gaming, questions: 12)])
    let third = model.cluster(others, previous: second.state)
    #expect(third.events.isEmpty)
    let back = Community.posts("gamen", 40..<50)
    let fourth = model.cluster(others + back, previous: third.state)
    #expect(fourth.topic(of: "gamen") == gaming)
    #expect(fourth.events == [TopicEvent(kind: .woke, topic: gaming, questions: 10)])
  }

  @Test func identitiesAreNeverUsedTwice() {
    var state = TopicState(nextNumber: 1)
    var born: [TopicID] = []
    let subjects = Community.subjects.keys.sorted()
    for night in 0..<8 {
      let posts =
        Community.posts(subjects[night % 4], night * 20..<night * 20 + 12)
        + Community.posts(subjects[(night + 1) % 4], night * 20..<night * 20 + 12)
      let result = model.cluster(posts, previous: state)
      born += result.events.filter { $0.kind == .born }.map(\.topic)
      #expect(result.state.nextNumber > (result.topics.map(\.id.number).max() ?? 0))
      state = result.state
    }
    #expect(Set(born).count == born.count)
    // Sixteen if nothing that comes back were recognised; a small night may split a subject.
    #expect(born.count <= 8)
  }

  @Test func aTopicWhosePostsWentToAnotherIsMergedIntoIt() {
    // Last night the subject stood in two topics.
    let posts = Community.all()
    let first = model.cluster(posts)
    var state = first.state
    let twin = TopicID(number: 9)
    state.nextNumber = 10
    state.topics.append(Topic(id: twin, title: "tweeling", words: []))
    for index in state.assignments.indices {
      let post = state.assignments[index].post.description
      if post == "school-1" || post == "school-2" || post == "school-3" {
        state.assignments[index].topic = twin
      }
    }
    let second = model.cluster(posts, previous: state)
    let school = second.topic(of: "school")
    #expect(school == first.topic(of: "school"))
    #expect(second.topics.first { $0.id == twin }?.status == .merged)
    #expect(second.topics.first { $0.id == twin }?.successor == school)
    #expect(second.events == [TopicEvent(kind: .merged, topic: twin, other: school, questions: 3)])
  }

  @Test func aTopicFromWhichAQuarterGoesHasSplit() {
    let events = NightEvents(
      before: Array(repeating: TopicID(number: 1), count: 12),
      now: Array(repeating: TopicID(number: 1), count: 8) + Array(repeating: TopicID(number: 2), count: 3) + [
        nil
      ])
    let split = TopicEvent(kind: .split, topic: TopicID(number: 1), other: TopicID(number: 2), questions: 3)
    #expect(events.splits(of: TopicID(number: 1)) == [split])
    #expect(NightEvents(before: [], now: []).splits(of: TopicID(number: 1)).isEmpty)
  }

  @Test func matchingGivesEachTopicToTheGroupThatOverlapsMost() {
    let matching = NightMatching(leastOverlap: 0.3)
    // Topic 0 went mostly to group 1; topic 1 fell apart; group 2 is new.
    let groups: [Int32] = [1, 1, 1, 0, 0, 1, 2, 2, 0, -1]
    let topics: [Int32] = [0, 0, 0, 0, 1, 1, 1, -1, -1, 1]
    #expect(matching.match(groups: groups, groupCount: 3, topics: topics, topicCount: 2) == [-1, 0, -1])
  }
}
