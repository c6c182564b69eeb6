// What a night tells: topics with words and titles, assignments, events, and the state for the next night.

import Discussion
import Language

/// The posts of a night with the register slot of each one's topic.
struct Night {
  let posts: [TopicPost]
  let features: PostFeatures
  let slots: [Int32]
  let similarities: [Float]
  let neighbours: NearestNeighbours

  /// Describes the topics and settles the register.
  func result(
    previous: TopicState?, register: TopicRegister, settings: TopicSettings, corrections: TopicCorrections
  ) -> TopicResult {
    var register = register
    let centroids = Centroids(of: features.rows, topics: slots, topicCount: register.slotCount)
    var titleSources = describe(&register, centroids: centroids, settings: settings)
    for topic in corrections.titles.keys { titleSources[topic] = nil }
    let assignments = posts.indices.map { post in
      TopicAssignment(
        post: posts[post].id, topic: topic(ofPost: post, register),
        similarity: Double(similarities[post]))
    }
    let events = settle(&register, previous: previous, assignments: assignments, corrections: corrections)
    let (topics, nextNumber) = register.book
    let state = TopicState(
      nextNumber: nextNumber, topics: topics,
      assignments: assignments.filter { $0.topic != nil }.sorted { $0.post < $1.post },
      profiles: profiles(register, previous: previous, centroids: centroids, corrections: corrections))
    return TopicResult(
      assignments: assignments, topics: topics, titleSources: titleSources, events: events, state: state,
      neighbours: neighbourLists())
  }

  private func topic(ofPost post: Int, _ register: TopicRegister) -> TopicID? {
    slots[post] < 0 ? nil : register.topics[Int(slots[post])]?.id
  }

  /// Gives each topic in use its words and title.
  private func describe(_ register: inout TopicRegister, centroids: Centroids, settings: TopicSettings)
    -> [TopicID: Question]
  {
    let analyzer = TextAnalyzer(language: settings.language, extraStopWords: settings.extraStopWords)
    let words = TopicWords(corpus: features.corpus, analyzer: analyzer)
      .words(topics: slots, topicCount: register.slotCount, authors: posts.map(\.author))
    let titles = TopicTitles(features: features, analyzer: analyzer)
    let detector = QuestionDetector(language: settings.language)
    var members = [[Int]](repeating: [], count: register.slotCount)
    for post in posts.indices where slots[post] >= 0 { members[Int(slots[post])].append(post) }
    let leading = LeadingThemes(topics: slots, topicCount: register.slotCount, features: features)
    var sources: [TopicID: Question] = [:]
    for slot in members.indices where !members[slot].isEmpty {
      let nearest = members[slot].sorted { left, right in
        if similarities[left] != similarities[right] { return similarities[left] > similarities[right] }
        return left < right
      }
      let questions = nearest.prefix(TopicTitles.posts).flatMap { posts[$0].questions(by: detector) }
      let title = titles.title(words: words[slot], questions: questions, centroid: slot, in: centroids)
      register.update(slot: slot) { topic in
        topic.words = words[slot]
        (topic.theme, topic.origin) = (nil, .free)
        if let catalogue = settings.catalogue, let number = leading.themes[slot] {
          let theme = catalogue.themes[number]
          (topic.theme, topic.origin) = (catalogue.taskTitle(of: theme), .catalogue)
          topic.title = leading.isLargest[slot] ? theme.title : Self.title(theme.title, apart: words[slot])
        } else {
          topic.title = title.text
          sources[topic.id] = title.source
          topic.theme = settings.catalogue.flatMap {
            ThemeShares(posts: members[slot], features: features).leadingTask(of: $0)
          }
        }
      }
    }
    return sources
  }

  /// The title of a smaller topic within a theme: the theme, and the words that set the topic apart.
  private static func title(_ title: String, apart words: [String]) -> String {
    words.isEmpty ? title : title + ": " + words.prefix(2).joined(separator: ", ")
  }

  /// Sets the status of every topic and tells what changed.
  private func settle(
    _ register: inout TopicRegister, previous: TopicState?, assignments: [TopicAssignment],
    corrections: TopicCorrections
  ) -> [TopicEvent] {
    var sizes: [TopicID: Int] = [:]
    var topicOfPost: [PostID: TopicID] = [:]
    for assignment in assignments {
      guard let topic = assignment.topic else { continue }
      sizes[topic, default: 0] += 1
      topicOfPost[assignment.post] = topic
    }
    let before = (previous?.assignments ?? []).filter { $0.topic != nil }
    let comparison = NightEvents(
      before: before.compactMap(\.topic), now: before.map { topicOfPost[$0.post] })
    var events: [TopicEvent] = []
    for slot in 0..<register.slotCount {
      guard let topic = register.topics[slot] else { continue }
      let size = sizes[topic.id] ?? 0
      if size > 0 {
        if slot >= register.knownCount {
          events.append(TopicEvent(kind: .born, topic: topic.id, questions: size))
        } else if topic.status != .active {
          events.append(TopicEvent(kind: .woke, topic: topic.id, questions: size))
        }
        events.append(contentsOf: comparison.splits(of: topic.id))
        register.update(slot: slot) {
          $0.status = .active
          $0.successor = nil
        }
      } else if topic.status == .active {
        switch comparison.fate(of: topic.id) {
        case .mergedInto(let heir, let count):
          events.append(TopicEvent(kind: .merged, topic: topic.id, other: heir, questions: count))
          register.update(slot: slot) {
            $0.status = .merged
            $0.successor = heir
          }
        case .fellAsleep(let count):
          events.append(TopicEvent(kind: .died, topic: topic.id, questions: count))
          register.update(slot: slot) { $0.status = .asleep }
        }
      }
    }
    obey(corrections, &register, &events)
    return events.sorted { left, right in
      let keys = (
        (left.topic, left.kind.rawValue, left.other?.number ?? 0),
        (right.topic, right.kind.rawValue, right.other?.number ?? 0)
      )
      return keys.0 < keys.1
    }
  }

  /// Gives topics the titles and heirs that people gave them. A topic whose merging was taken back falls asleep until posts
  /// come to it.
  private func obey(
    _ corrections: TopicCorrections, _ register: inout TopicRegister, _ events: inout [TopicEvent]
  ) {
    for slot in 0..<register.slotCount {
      guard let topic = register.topics[slot] else { continue }
      // The titles of topics without posts are not made anew: what people call them is laid over them when they are shown.
      if topic.status == .active, let title = corrections.titles[topic.id] {
        register.update(slot: slot) { $0.title = title }
      }
      if topic.status == .merged, corrections.unmerged.contains(topic.id) {
        register.update(slot: slot) {
          $0.status = .asleep
          $0.successor = nil
        }
      }
      guard let heir = corrections.successors[topic.id], register.slot(of: heir) != nil else { continue }
      if topic.status != .merged, !events.contains(where: { $0.topic == topic.id && $0.kind == .merged }) {
        events.removeAll { $0.topic == topic.id && $0.kind == .died }
        events.append(TopicEvent(kind: .merged, topic: topic.id, other: heir, questions: 0))
      }
      register.update(slot: slot) {
        $0.status = .merged
        $0.successor = heir
      }
    }
  }

  /// The profiles of active topics as they are tonight, and of sleeping ones as they were.
  private func profiles(
    _ register: TopicRegister, previous: TopicState?, centroids: Centroids, corrections: TopicCorrections
  ) -> [TopicProfile] {
    var old: [TopicID: TopicProfile] = [:]
    for profile in previous?.profiles ?? [] { old[profile.topic] = profile }
    var result: [TopicProfile] = []
    for slot in 0..<register.slotCount {
      guard let topic = register.topics[slot] else { continue }
      switch topic.status {
      case .active:
        result.append(Waking.profile(of: topic.id, centroid: slot, in: centroids, features: features))
      case .asleep:
        if let profile = old[topic.id] { result.append(profile) }
      case .merged:
        // What people merged they may take apart again.
        if corrections.successors[topic.id] != nil, let profile = old[topic.id] { result.append(profile) }
      }
    }
    return result.sorted { $0.topic < $1.topic }
  }

  private func neighbourLists() -> [PostNeighbours] {
    posts.indices.map { post in
      PostNeighbours(
        post: posts[post].id,
        neighbours: neighbours.neighbours(of: post).map {
          PostNeighbours.Neighbour(post: posts[$0.post].id, similarity: Double($0.similarity))
        })
    }
  }
}
