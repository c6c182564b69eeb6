// Recurring topics of the questions, with the identities of the last published night.
import Discussion
import Storage
import Topics

/// Groups the questions into topics.
struct TopicStage: NightStage {
  let name = "topics"
  let label = "onderwerpen"

  func run(_ night: NightContext) throws -> (outcome: StageOutcome, write: (DerivedWriter) throws -> Void) {
    let posts = try night.topicPosts()
    let settings = try night.file.topicSettings()
    let previous = try night.base.flatMap { try night.store.topicState(run: $0) }
    let result = TopicModel(settings: settings).cluster(
      posts, previous: previous.map(TopicStateCoding.state), corrections: try night.store.topicCorrections())
    let stored = TopicStateCoding.stored(result)
    let assigned = result.assignments.count { $0.topic != nil }
    let outcome = StageOutcome(counts: [
      .init("topics", "onderwerpen", result.topics.count { $0.status == .active }),
      .init("assigned", "vragen ingedeeld", assigned),
      .init("unassigned", "zonder onderwerp", result.assignments.count - assigned),
      .init("born", "nieuw", result.events.count { $0.kind == .born }),
    ])
    let history = EventAskers(posts: posts, before: previous?.assignments ?? [], now: result.assignments)
      .dated(result.events, night: night.asOf)
    return (
      outcome,
      { writer in
        try writer.replaceTopics(stored)
        try writer.replaceTopicHistory(history)
        try writer.replaceNeighbours(result.neighbours)
      }
    )
  }
}
