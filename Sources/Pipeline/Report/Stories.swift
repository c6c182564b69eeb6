// Which posts of the period tell what goes well, in which sentence, and about which topic.
import Discussion
import Language
import Moderation

/// A post that tells what goes well.
struct Story {
  /// The post.
  var post: Post
  /// The sentence that tells it most clearly.
  var sentence: Question
  /// The topic of the question that it answers; nil when it answers none that has one.
  var topic: TopicID?
}

/// Finds the stories of a stretch of weeks.
struct Stories {
  let facts: NightFacts
  /// Posts that are no stories whatever they say: those that wait in the queue for something grave.
  let excluded: Set<PostID>

  /// The stories, newest first; nil when the community's language has no detector.
  func find(in weeks: ClosedRange<ISOWeek>, language: LanguageCode) -> [Story]? {
    guard let detector = ExperienceDetector(language: language) else { return nil }
    let topics = ThreadTopics(facts)
    var stories: [Story] = []
    for post in facts.posts.reversed()
    where weeks.contains(facts.zone.week(of: post.createdAt)) && facts.questions[post.id] == nil
      && !excluded.contains(post.id) && !Announcements.announces(post)
    {
      guard let told = detector.sentences(title: post.title, body: post.body).first else { continue }
      stories.append(
        Story(
          post: post, sentence: Question(post: post.id, range: told.range, text: told.text),
          topic: topics.topic(of: post)))
    }
    return stories
  }
}

/// The topic that a post which asks nothing belongs to, by the question that it answers.
struct ThreadTopics {
  private let assigned: [PostID: TopicID]
  private let inThread: [ThreadID: TopicID]

  init(_ facts: NightFacts) {
    var assigned: [PostID: TopicID] = [:]
    var inThread: [ThreadID: TopicID] = [:]
    // By time: the first question of a conversation that has a topic is what the conversation is about.
    for post in facts.posts where facts.questions[post.id] != nil {
      guard let topic = facts.assignments[post.id]?.topic else { continue }
      assigned[post.id] = topic
      if inThread[post.thread] == nil { inThread[post.thread] = topic }
    }
    self.assigned = assigned
    self.inThread = inThread
  }

  /// The topic of the very question that a post answers, else of its conversation's first.
  func topic(of post: Post) -> TopicID? {
    post.parent.flatMap { assigned[$0] } ?? inThread[post.thread]
  }
}
