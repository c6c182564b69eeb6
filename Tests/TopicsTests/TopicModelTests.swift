// What a reader may rely on: the same topics for the same posts, in whatever order, with words that say something.

import Discussion
import Language
import Testing

@testable import Topics

@Suite struct TopicModelTests {
  let model = TopicModel(settings: TopicSettings(language: .dutch))

  @Test func subjectsBecomeTopics() {
    let result = model.cluster(Community.all())
    #expect(result.topics.count == 4)
    for assignment in result.assignments {
      #expect(assignment.topic == result.topic(of: Community.subject(of: assignment.post)))
      #expect(assignment.similarity > 0.2)
    }
    #expect(result.events.map(\.kind) == [.born, .born, .born, .born])
    #expect(result.events.map(\.questions) == [12, 12, 12, 12])
  }

  @Test func theOrderOfThePostsDoesNotMatter() {
    let posts = Community.all()
    let result = model.cluster(posts)
    var order = posts.indices.map { Int32($0) }
    for seed in 0..<3 {
      var generator = SplitMix64(seed: UInt64(seed))
      generator.shuffle(&order)
      let other = model.cluster(order.map { posts[Int($0)] })
      #expect(other.assignments == result.assignments)
      #expect(other.state == result.state)
      #expect(other.neighbours == result.neighbours)
    }
  }

  @Test func postsWithoutADateAreGroupedToo() {
    let undated = Community.all().map { post in
      TopicPost(id: post.id, body: post.body)
    }
    #expect(model.cluster(undated).topics.count == 4)
  }

  @Test(arguments: [0, 1, 2])
  func fewPostsGiveNoTopics(count: Int) {
    let result = model.cluster(Array(Community.posts("school", 0..<count)))
    #expect(result.topics.isEmpty)
    #expect(result.assignments.map(\.topic) == Array(repeating: nil, count: count))
  }

  @Test func aPostWithoutWordsBelongsNowhere() {
    let silent = [
      TopicPost(id: PostID("x-1"), body: "…"), TopicPost(id: PostID("x-2"), body: ""),
      TopicPost(id: PostID("x-3"), body: "de het een"),
    ]
    let result = model.cluster(Community.all() + silent)
    let topics = result.topicOfPost
    for post in silent { #expect(topics[post.id] == nil) }
    #expect(result.assignments.count == 51)
  }

  @Test func aPostAboutSomethingElseIsLeftOut() {
    let odd = TopicPost(
      id: PostID("odd-1"), body: "Wie heeft er een goede subsidieregeling voor zonnepanelen?")
    #expect(model.cluster(Community.all() + [odd]).topicOfPost[odd.id] == nil)
  }

  @Test func aPostThatIsGivenTwiceCountsOnce() {
    let posts = Community.all()
    #expect(model.cluster(posts + posts.prefix(5)).assignments.count == posts.count)
  }

  @Test func wordsSetTopicsApartAndAreNoStopWordsOrGreetings() {
    let result = model.cluster(Community.all())
    let analyzer = TextAnalyzer(language: .dutch)
    for subject in Community.subjects.keys {
      let topic = result.topics.first { $0.id == result.topic(of: subject) }
      #expect(topic?.words.contains(subject) == true)
      for word in topic?.words ?? [] {
        #expect(!analyzer.isStopWord(word) && !analyzer.isForumWord(word))
        #expect(Community.subjects[subject]?.contains(word) == true)
      }
    }
  }

  @Test func aTitleIsASentenceOfAPostAndSaysWhichOne() throws {
    let posts = Community.all()
    let result = model.cluster(posts)
    for topic in result.topics {
      let source = try #require(result.titleSources[topic.id])
      #expect(source.text == topic.title)
      #expect(result.topicOfPost[source.post] == topic.id)
      let body = try #require(posts.first { $0.id == source.post }?.body)
      let range = try #require(source.range)
      #expect(String(String.UnicodeScalarView(Array(body.unicodeScalars)[range])) == topic.title)
      #expect((25...140).contains(topic.title.unicodeScalars.count))
    }
  }

  @Test func aQuestionThatCouldBeAboutAnythingIsNoTitle() {
    let posts = Community.all().map { post in
      var post = post
      let vague = "Wat zouden jullie in deze situatie doen?"
      post.askingSentences = [Question(post: post.id, range: nil, text: vague)]
      return post
    }
    let result = model.cluster(posts)
    #expect(result.titleSources.isEmpty)
    for topic in result.topics { #expect(topic.title == topic.words.prefix(3).joined(separator: ", ")) }
  }

  @Test func aNameThatFewUseIsNoWordOfATopic() {
    let posts = Community.all().map { post in
      var post = post
      if post.id.description.hasSuffix("-1") || post.id.description.hasSuffix("-2") {
        post.body += " Groet, Kevin"
      }
      return post
    }
    for topic in model.cluster(posts).topics { #expect(!topic.words.contains("kevin")) }
  }

  @Test func finerGranularityGivesAtLeastAsManyTopics() {
    var settings = TopicSettings(language: .dutch)
    settings.granularity = 0.1
    let coarse = TopicModel(settings: settings).cluster(Community.all()).topics.count
    settings.granularity = 3
    let fine = TopicModel(settings: settings).cluster(Community.all()).topics.count
    #expect(coarse <= 4 && fine >= 4)
  }

  @Test func neighboursAreGivenForEveryPost() {
    let result = model.cluster(Community.all())
    #expect(result.neighbours.map(\.post) == result.assignments.map(\.post))
    for list in result.neighbours {
      #expect(list.neighbours.count == 15)
      #expect(list.neighbours.map(\.similarity) == list.neighbours.map(\.similarity).sorted(by: >))
    }
  }
}
