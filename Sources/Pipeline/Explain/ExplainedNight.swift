// The last published night, loaded to be explained.
import Discussion
import Foundation
import Storage
import Topics

/// What a night decided and what it decided it from.
struct ExplainedNight {
  let file: PipelineFile
  let store: CommunityStore
  let run: Run
  /// All posts, those taken away too.
  let posts: [PostID: Post]
  let questions: [PostID: [Question]]
  let assignments: [PostID: TopicAssignment]
  let topics: [TopicID: Topic]
  let settings: TopicSettings
  let explainer: TopicExplainer
  let history: [DatedTopicEvent]
  /// What people decided about topics and still holds, by number.
  let corrections: [TopicCorrection]

  /// Loads the last published night. Throws when there is none.
  static func load(_ file: PipelineFile) throws -> ExplainedNight {
    guard FileManager.default.fileExists(atPath: file.store) else {
      throw NightError.cannotRun("er is nog geen nacht geweest: de opslag \(file.store) is er niet")
    }
    let store = try CommunityStore(path: file.store)
    guard let run = try store.lastPublishedRun(), let state = try store.topicState(run: run.id) else {
      throw NightError.cannotRun("er is nog geen nacht gepubliceerd in de opslag \(file.store)")
    }
    let night = NightContext(
      file: file, asOf: run.asOf, store: store, run: run.id, base: run.base, advance: { _ in })
    let settings = try file.topicSettings()
    let corrections = try store.corrections().map(\.correction)
    let decided = TopicCorrections(corrections)
    let withdrawn = TopicCorrections.withdrawn(in: corrections)
    func byID<Key: Hashable, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
      Dictionary(pairs) { first, _ in first }
    }
    return ExplainedNight(
      file: file, store: store, run: run,
      posts: byID(try store.posts(withdrawn: true).map { ($0.id, $0) }),
      questions: Dictionary(grouping: try store.questions(run: run.id), by: \.post),
      assignments: byID(state.assignments.map { ($0.post, $0) }),
      topics: byID(
        state.topics.map { topic in
          var topic = topic
          topic.title = decided.titles[topic.id] ?? topic.title
          return (topic.id, topic)
        }), settings: settings,
      explainer: TopicExplainer(
        settings: settings, posts: try night.topicPosts(), topics: state.topics,
        assignments: state.assignments, corrections: decided),
      history: try store.topicHistory(run: run.id),
      corrections: corrections.filter { !withdrawn.contains($0.number) })
  }

  /// The post with an identity, or with a source's own id where one source has it.
  func post(named name: String) throws -> Post {
    if let post = posts[PostID(name)] { return post }
    let found = file.sources.compactMap { posts[PostID(source: $0.name, native: name)] }
    guard let post = found.first else {
      let example = posts.keys.min().map { "; een bericht heet hier bijvoorbeeld \($0)" } ?? ""
      throw NightError.cannotRun("er is geen bericht \(name)\(example)")
    }
    guard found.count == 1 else {
      let names = found.map(\.id.description).joined(separator: " en ")
      throw NightError.cannotRun("er is meer dan één bericht \(name): kies uit \(names)")
    }
    return post
  }

  /// A post explained.
  func explanation(of post: Post) throws -> ExplainedPost {
    let neighbours = try store.neighbours(of: post.id, run: run.id)?.neighbours ?? []
    return ExplainedPost(
      night: self, post: post, neighbours: neighbours,
      explanation: explainer.explanation(of: post.id, neighbours: neighbours))
  }

  /// A topic explained; nil when there never was such a topic.
  func explanation(of topic: TopicID) throws -> ExplainedTopic? {
    explainer.explanation(of: topic).map { ExplainedTopic(night: self, explanation: $0) }
  }

  /// `OND-0012 Wachttijden`.
  func name(of topic: TopicID) -> String {
    guard let title = topics[topic]?.title, !title.isEmpty else { return "\(topic)" }
    return "\(topic) \(title)"
  }

  /// The first words of a post.
  func firstWords(of id: PostID, scalars limit: Int = 70) -> String {
    guard let post = posts[id] else { return "" }
    let text = [post.title, post.body].compactMap { $0 }.joined(separator: ": ")
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.unicodeScalars.count > limit else { return line }
    let start = String(String.UnicodeScalarView(line.unicodeScalars.prefix(limit)))
    return (start.lastIndex(of: " ").map { String(start[..<$0]) } ?? start) + "…"
  }
}
