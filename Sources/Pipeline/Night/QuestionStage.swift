// Which posts ask the community something, and in which sentence.
import Discussion
import Moderation
import Storage

/// Finds the asking sentences of all posts up to the as-of day.
struct QuestionStage: NightStage {
  let name = "questions"
  let label = "vragen"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let asks = try AskingPosts(night.store, language: night.file.language)
    var questions: [Question] = []
    var posts = 0
    var asking = 0
    var copies = 0
    let all = try night.posts()
    let originals = CopiedPosts.originals(in: all, asOf: Timestamp(day: night.asOf.advanced(by: 2)))
    for post in all {
      posts += 1
      // A question that was placed twice, or came in under two ids, is one question.
      if originals[post.id] != nil {
        copies += 1
        continue
      }
      guard let found = asks.questions(of: post) else { continue }
      asking += 1
      questions += found
    }
    let outcome = StageOutcome(counts: [
      .init("posts", "berichten", posts), .init("asking_posts", "vragen", asking),
      .init("asking_sentences", "vragende zinnen", questions.count),
      .init("copies", "kopieën van een eerder bericht, niet nog eens geteld", copies),
    ])
    return (outcome, { [questions] in try $0.replaceQuestions(questions) })
  }
}

extension NightContext {
  /// Live posts up to and with the as-of day, by time and identity.
  func posts() throws -> [Post] {
    try store.posts().filter { file.zone.day(of: $0.createdAt) <= asOf }
  }
}
