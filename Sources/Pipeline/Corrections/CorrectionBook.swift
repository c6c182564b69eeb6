// What can be corrected and what was decided before: looks up what a request names and says what it comes down to.
import Configuration
import Discussion

/// Topics, posts and the log of corrections, to judge requests by. What it takes it adds to its own copy of the log, so
/// that a later request of the same file or command builds on it; nothing is stored.
struct CorrectionBook {
  /// Longest title, in characters.
  static let longestTitle = 140

  /// The topics by identity, under the titles that people gave them, those that people made included.
  private(set) var topics: [Topic]
  /// What the log comes down to.
  private(set) var folded: TopicCorrections
  /// The log, with what was taken since.
  private(set) var log: [TopicCorrection]
  /// The number that the next new topic gets.
  private(set) var nextTopic: Int
  /// Whether a topic that is named by its title is given that title again: where no log is kept, the title would
  /// else be lost on the next night.
  var keepsTitles = false

  private let known: [Topic]
  private let assigned: [PostID: TopicID?]
  private let posts: PostDirectory
  private let redact: (String) -> String?

  /// A book.
  /// - Parameters:
  ///   - topics: the topics of last night.
  ///   - assignments: where last night put each question; posts that are not among them ask nothing.
  ///   - posts: all posts that can be named.
  ///   - log: what was decided before.
  ///   - nextTopic: the number that the next new topic gets.
  ///   - redact: a title without the personal data in it; nil when there are none.
  init(
    topics: [Topic], assignments: [TopicAssignment], posts: PostDirectory, log: [TopicCorrection] = [],
    nextTopic: Int, redact: @escaping (String) -> String? = { _ in nil }
  ) {
    known = topics.sorted { $0.id < $1.id }
    assigned = Dictionary(assignments.map { ($0.post, $0.topic) }, uniquingKeysWith: { first, _ in first })
    self.posts = posts
    self.log = log
    self.nextTopic = nextTopic
    self.redact = redact
    self.topics = []
    folded = TopicCorrections()
    fold()
  }

  /// The number of the log's next line.
  var nextLine: Int { (log.last?.number ?? 0) + 1 }

  /// Takes a request whole or not at all.
  /// - Returns: the lines that it adds to the log, and what a person should know.
  mutating func take(_ request: CorrectionRequest) throws(CorrectionRefusal)
    -> (lines: [TopicCorrection], remarks: [CorrectionRemark])
  {
    var draft = self
    var remarks: [CorrectionRemark] = []
    try draft.apply(request, &remarks)
    let lines = Array(draft.log[log.count...])
    self = draft
    return (lines, remarks)
  }

  /// Where a post is: where people placed it, else where last night put it.
  func topic(of post: PostID) -> TopicID? {
    if let placed = folded.placed[post] { return placed }
    return assigned[post].flatMap { $0 }.map { folded.successors[$0] ?? $0 }
  }

  /// The posts that ask something, or that people placed.
  var questions: Set<PostID> { Set(assigned.keys).union(folded.placed.keys) }

  /// The posts of a topic.
  func posts(of topic: TopicID) -> [PostID] {
    questions.filter { self.topic(of: $0) == topic }.sorted()
  }

  /// The topic that a number such as `OND-0012` or `ond-12`, or a title, names. One that is part of another is refused.
  func topic(_ text: String) throws(CorrectionRefusal) -> Topic {
    guard !topics.isEmpty else { throw .noTopics }
    let text = Self.trimmed(text)
    if let id = Self.identity(text) {
      guard let topic = topics.first(where: { $0.id == id }) else {
        throw .unknownTopic(text, nearest: nearest(to: id.description))
      }
      if let heir = heir(of: topic) { throw .partOf(topic.id, heir: heir) }
      return topic
    }
    guard let topic = try topic(titled: text) else { throw .unknownTopic(text, nearest: nearest(to: text)) }
    return topic
  }

  /// Any topic that there ever was, also one that is part of another.
  func anyTopic(_ text: String) throws(CorrectionRefusal) -> Topic {
    if let id = Self.identity(Self.trimmed(text)), let topic = topics.first(where: { $0.id == id }) {
      return topic
    }
    return try topic(text)
  }

  /// The topic of which a topic is part; nil when it stands by itself.
  func heir(of topic: Topic) -> TopicID? {
    var (topic, heir): (Topic, TopicID?) = (topic, nil)
    for _ in topics.indices {
      guard let next = folded.successors[topic.id] ?? mergedByProgram(topic) else { return heir }
      heir = next
      guard let following = topics.first(where: { $0.id == next }) else { return heir }
      topic = following
    }
    return heir
  }

  /// What last night made a topic part of. Where people took their merging back last night still has it so.
  private func mergedByProgram(_ topic: Topic) -> TopicID? {
    topic.status == .merged && !log.contains { $0.action.merges(topic.id) } ? topic.successor : nil
  }
}

// How a request becomes lines.
extension CorrectionBook {
  private mutating func apply(_ request: CorrectionRequest, _ remarks: inout [CorrectionRemark])
    throws(CorrectionRefusal)
  {
    switch request {
    case .rename(let text, let title):
      let topic = try topic(text)
      add(.rename(topic.id, title: try checked(title, for: topic.id)))
    case .merge(let texts, let into):
      let heir = try topic(into)
      for text in texts {
        let topic = try topic(text)
        guard topic.id != heir.id else { throw .mergedIntoItself(heir.id) }
        add(.merge(topic.id, into: heir.id))
      }
      if folded.muted.contains(heir.id) { remarks.append(.hidden(heir.id)) }
    case .split(let text, let title, let texts):
      try split(text, title, texts, &remarks)
    case .move(let texts, let target):
      let moved = try posts.posts(texts)
      try place(moved, in: try self.target(target, &remarks), &remarks)
    case .pin(let text, let isOn): add(.pin(try topic(text).id, isOn))
    case .mute(let text, let isOn): add(.mute(try topic(text).id, isOn))
    case .keep(let text, let kept): add(.keep(try topic(text).id, try aspect(kept, of: try topic(text).id)))
    case .withdraw(let text): try withdraw(text)
    }
  }

  private func aspect(_ kept: CorrectionRequest.Kept, of topic: TopicID) throws(CorrectionRefusal)
    -> TopicCorrection.Kept
  {
    switch kept {
    case .whole: return .whole
    case .title: return .title
    case .apart(let text):
      let other = try self.topic(text).id
      guard other != topic else { throw .sameTopic(topic) }
      return .apart(from: other)
    }
  }

  private mutating func split(
    _ text: String, _ title: String, _ texts: [String], _ remarks: inout [CorrectionRemark]
  ) throws(CorrectionRefusal) {
    let topic = try topic(text)
    let moved = try posts.posts(texts)
    for post in moved {
      let actual = self.topic(of: post)
      guard actual == topic.id else { throw .notInTopic(post, topic.id, actual: actual) }
    }
    guard Set(posts(of: topic.id)) != Set(moved) else { throw .wholeTopic(topic.id) }
    var target = try self.topic(titled: Self.trimmed(title))
    // A topic that people made may grow; a title that the program found belongs to other questions.
    if let taken = target, !folded.created.contains(taken.id) { throw .takenTitle(taken.id) }
    if target == nil { target = try make(title, &remarks) }
    try place(moved, in: target?.id, &remarks)
  }

  private mutating func place(
    _ moved: [PostID], in topic: TopicID?, _ remarks: inout [CorrectionRemark]
  ) throws(CorrectionRefusal) {
    for post in moved {
      add(.move(post, to: topic))
      if assigned[post] == nil { remarks.append(.asksNothing(post)) }
    }
  }

  /// The topic that posts go to: one that is there, none, or a new one.
  private mutating func target(_ text: String, _ remarks: inout [CorrectionRemark]) throws(CorrectionRefusal)
    -> TopicID?
  {
    let text = Self.trimmed(text)
    if Self.namesNone(text) { return nil }
    if Self.identity(text) != nil { return try topic(text).id }
    if let topic = try topic(titled: text) {
      if keepsTitles, folded.titles[topic.id] != topic.title { add(.rename(topic.id, title: topic.title)) }
      return topic.id
    }
    return try make(text, &remarks).id
  }

  private mutating func make(_ title: String, _ remarks: inout [CorrectionRemark]) throws(CorrectionRefusal)
    -> Topic
  {
    let title = try checked(title, for: nil)
    let near = nearest(to: title)
    let topic = Topic(id: TopicID(number: nextTopic), title: title, words: [])
    nextTopic += 1
    add(.create(topic.id, title: title))
    remarks.append(.made(topic.id, title: title))
    if let near { remarks.append(.resembles(near.id, title: near.title)) }
    return topic
  }

  private mutating func withdraw(_ text: String) throws(CorrectionRefusal) {
    let numbers = try Self.lines(text)
    let before = TopicCorrections.withdrawn(in: log)
    for number in numbers {
      guard log.contains(where: { $0.number == number }) else { throw .unknownLine(number) }
      guard !before.contains(number) else { throw .withdrawnLine(number) }
      add(.withdraw(number))
    }
    // A topic whose making is taken back must not be needed by what stands, nor by what stands again.
    let withdrawn = TopicCorrections.withdrawn(in: log)
    let standing = log.filter { !withdrawn.contains($0.number) }
    for line in log where withdrawn.contains(line.number) {
      guard case .create(let topic, _) = line.action else { continue }
      let needing = standing.filter { $0.action.names(topic) }.map(\.number)
      guard needing.isEmpty else { throw .neededLine(line.number, by: needing) }
    }
  }

  private mutating func add(_ action: TopicCorrection.Action) {
    log.append(TopicCorrection(number: nextLine, action: action))
    fold()
  }

  private mutating func fold() {
    folded = TopicCorrections(log)
    let ids = Set(known.map(\.id))
    let made = folded.created.filter { !ids.contains($0) }.map { Topic(id: $0, title: "", words: []) }
    topics = (known + made).map { topic in
      var topic = topic
      topic.title = folded.titles[topic.id] ?? topic.title
      return topic
    }.sorted { $0.id < $1.id }
  }
}

// How titles are judged.
extension CorrectionBook {
  /// A title as it may be shown to the core group.
  private func checked(_ title: String, for topic: TopicID?) throws(CorrectionRefusal) -> String {
    let title = Self.trimmed(title)
    guard title.unicodeScalars.contains(where: \.properties.isAlphabetic) else { throw .emptyTitle }
    guard title.count <= Self.longestTitle else { throw .longTitle(title.count) }
    guard !Self.namesNone(title), Self.identity(title) == nil else { throw .reservedTitle(title) }
    if let redacted = redact(title) { throw .personalTitle(redacted: redacted) }
    if let taken = try self.topic(titled: title), taken.id != topic { throw .takenTitle(taken.id) }
    return title
  }

  /// The topic that stands by itself and has a title, whatever its capitals; nil when there is none.
  private func topic(titled title: String) throws(CorrectionRefusal) -> Topic? {
    let wanted = title.lowercased()
    guard !wanted.isEmpty else { return nil }
    var found = topics.filter { $0.title.lowercased() == wanted && heir(of: $0) == nil }
    // Pages call a topic by its words when its title is somebody's sentence.
    if found.isEmpty {
      found = topics.filter {
        $0.origin == .free && $0.titleInWords.lowercased() == wanted && heir(of: $0) == nil
      }
    }
    guard found.count <= 1 else { throw .ambiguousTitle(title, found.map(\.id)) }
    return found.first
  }

  private func nearest(to text: String) -> Topic? {
    let standing = topics.filter { heir(of: $0) == nil }
    if Self.identity(text) != nil {
      return standing.filter { EditDistance.between($0.id.description, text) <= 1 }.min { $0.id < $1.id }
    }
    return standing.filter { EditDistance.isNear(text, $0.title) }
      .min { (EditDistance.between(text, $0.title), $0.id) < (EditDistance.between(text, $1.title), $1.id) }
  }
}
