// What a replay goes through: the questions of the store, week by week, read without touching the file.
import Discussion
import Foundation
import Spikes
import Storage
import Topics

/// A community's questions as the store has them now, by the week in which they were asked.
struct ReplayArchive: Sendable {
  /// A question and who asked it.
  struct Asked: Sendable {
    var post: TopicPost
    var organisation: String?
    var week: ISOWeek
  }

  /// Questions by time and identity.
  var questions: [Asked]
  /// The week of the first post; nil without posts.
  var firstWeek: ISOWeek?
  /// How many posts there are up to the last complete week.
  var posts: Int
  /// The last complete week.
  var lastWeek: ISOWeek
  /// Vectors of questions, where the pipeline file asks for them.
  var vectors: PostVectors?

  /// Reads the posts of the weeks that were complete on a day.
  static func load(_ file: PipelineFile, asOf: CalendarDay, advance: @escaping (String) -> Void) throws
    -> ReplayArchive
  {
    guard FileManager.default.fileExists(atPath: file.store) else {
      throw NightError.cannotRun("er is nog geen nacht geweest: de opslag \(file.store) is er niet")
    }
    let store = try CommunityStore(readOnly: file.store)
    let lastWeek = NightFacts.reportWeek(asOf: asOf)
    let organisations = Dictionary(
      try store.members().map { ($0.id, $0.organisation) }, uniquingKeysWith: { first, _ in first })
    let asks = try AskingPosts(store, language: file.language)
    var archive = ReplayArchive(questions: [], firstWeek: nil, posts: 0, lastWeek: lastWeek)
    for post in try store.posts() {
      let week = file.zone.week(of: post.createdAt)
      guard week <= lastWeek else { continue }
      archive.posts += 1
      archive.firstWeek = min(archive.firstWeek ?? week, week)
      guard let questions = asks.questions(of: post) else { continue }
      archive.questions.append(
        Asked(
          post: TopicPost(
            id: post.id, title: post.title, body: post.body, createdAt: post.createdAt, thread: post.thread,
            author: post.author, askingSentences: questions),
          organisation: post.author.flatMap { organisations[$0] }.flatMap { $0 }, week: week))
    }
    if let section = file.embeddings {
      archive.vectors = try PostEmbedding(
        embedder: section.embedder(), store: store, isKeeping: false, advance: advance
      ).vectors(of: archive.questions.map(\.post))
    }
    return archive
  }
}
