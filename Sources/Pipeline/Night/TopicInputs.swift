// What topics are made from: the asking posts and the settings, the same for the night and for who explains it.
import Configuration
import Discussion
import Storage
import Topics

extension NightContext {
  /// The posts that ask something in this run, as the topic model reads them.
  func topicPosts() throws -> [TopicPost] {
    let sentences = Dictionary(grouping: try store.questions(run: run), by: \.post)
    return try posts().compactMap { post in
      guard let asking = sentences[post.id] else { return nil }
      return TopicPost(
        id: post.id, title: post.title, body: post.body, createdAt: post.createdAt, thread: post.thread,
        author: post.author, askingSentences: asking)
    }
  }
}

extension PipelineFile {
  /// The topic model's settings.
  func topicSettings() throws(ConfigurationError) -> TopicSettings {
    var settings = TopicSettings(language: language)
    settings.granularity = topics.granularity
    settings.leastSimilarity = topics.minimumSimilarity
    settings.leastPosts = topics.minimumQuestions
    settings.catalogue = try themes.map { themes throws(ConfigurationError) in try themes.catalogue() }
    return settings
  }
}
