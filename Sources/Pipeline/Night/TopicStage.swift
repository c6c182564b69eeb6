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
    var settings = try night.file.topicSettings()
    try night.embed(posts, into: &settings)
    let previous = try night.base.flatMap { try night.store.topicState(run: $0) }
    let lists = try night.base.map { try night.store.neighbours(run: $0) } ?? []
    let recipe = settings.arrivalRecipe
    let known = try night.base.map { try night.store.arrivalPosts(run: $0, recipe: recipe) } ?? []
    let result = TopicModel(settings: settings).cluster(
      posts, previous: previous.map { TopicStateCoding.state($0, neighbours: lists) },
      corrections: try night.store.topicCorrections(), arrivals: night.listed(known, of: posts))
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
        try writer.addArrivals(result.arrivals, recipe: recipe)
      }
    )
  }
}

extension NightContext {
  /// The questions whose lists of earlier questions still hold. A list looks back at what was there when it was made: when an
  /// export brings more than a few questions older than those that have lists, all lists are made anew, or recent questions
  /// would seem nearer to each other than to the past.
  fileprivate func listed(_ known: [PostID], of questions: [TopicPost]) -> Set<PostID> {
    let known = Set(known)
    let newest = questions.filter { known.contains($0.id) }.compactMap { $0.createdAt?.milliseconds }.max()
    guard let newest else { return known }
    let fourWeeks: Int64 = 28 * 24 * 3_600_000
    let late = questions.count { question in
      !known.contains(question.id) && (question.createdAt?.milliseconds ?? .max) < newest - fourWeeks
    }
    return late > max(5, known.count / 100) ? [] : known
  }

  /// Gives the questions their vectors, where the pipeline file asks for them. Vectors of texts that no post has any more
  /// are forgotten, and so are those of a model that is no longer used.
  fileprivate func embed(_ questions: [TopicPost], into settings: inout TopicSettings) throws {
    guard let section = file.embeddings else {
      try store.keepVectors(model: nil, of: [])
      return
    }
    let embedder = try section.embedder()
    settings.vectorWeight = Float(section.weight)
    settings.vectors = try PostEmbedding(embedder: embedder, store: store, advance: advance).vectors(
      of: questions)
    // Also of posts after the as-of day: a night that is done for an earlier day must not undo a later one's work.
    let texts = try store.posts().map {
      TextHash(of: TopicPost(id: $0.id, title: $0.title, body: $0.body).text)
    }
    try store.keepVectors(model: embedder.identity, of: Set(texts))
  }
}
