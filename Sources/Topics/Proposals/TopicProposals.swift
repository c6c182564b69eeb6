// Which topics are better one, and which are better two, by how much their questions find each other.

import Discussion

/// Finds proposals to merge and to split. What people decided counts: nothing is proposed that goes against it.
///
/// A pure function: the same questions and lists, in whatever order, give the same proposals.
public struct TopicProposals {
  /// When a change is proposed.
  public let settings: ProposalSettings
  private let graph: QuestionGraph
  private let corrections: TopicCorrections
  private let members: [TopicID: [Int]]
  private let isAnonymous: Bool

  /// - Parameters:
  ///   - questions: the questions of topics in use.
  ///   - neighbours: the nearest neighbours of each question.
  ///   - corrections: what people decided about topics.
  public init(
    questions: [PlacedQuestion], neighbours: [PostNeighbours], corrections: TopicCorrections,
    settings: ProposalSettings = ProposalSettings()
  ) {
    self.settings = settings
    self.corrections = corrections
    graph = QuestionGraph(questions, neighbours: neighbours)
    var members: [TopicID: [Int]] = [:]
    for (number, question) in graph.questions.enumerated() {
      members[question.topic, default: []].append(number)
    }
    self.members = members
    isAnonymous = questions.allSatisfy { $0.author == nil }
  }

  /// All proposals, the strongest first.
  public func all() -> [TopicProposal] {
    let merges = merges()
    let merging = Set(merges.flatMap(\.topics))
    let splits = splits().filter { $0.topics.allSatisfy { !merging.contains($0) } }
    return (merges + splits).sorted { $0.comes(before: $1) }
  }

  private func side(_ numbers: [Int]) -> TopicProposal.Side {
    TopicProposal.Side(
      questions: numbers.count, people: Set(numbers.map { graph.questions[$0].author }).count)
  }

  private func isLarge(_ side: TopicProposal.Side) -> Bool {
    side.questions >= settings.leastQuestions && (isAnonymous || side.people >= settings.leastPeople)
  }
}

extension TopicProposals {
  /// Two topics, the lower one first.
  private struct Pair: Hashable {
    let first: TopicID
    let second: TopicID
  }

  /// The topics that are better one. A topic takes part in one proposal at most: once that is decided, the next night
  /// looks again.
  func merges() -> [TopicProposal] {
    var links: [Pair: TopicContact.Links] = [:]
    for edge in graph.edges {
      let (one, other) = (
        graph.questions[Int(edge.first)].topic, graph.questions[Int(edge.second)].topic
      )
      links[Pair(first: min(one, other), second: max(one, other)), default: .init()].add(Double(edge.weight))
    }
    var found: [TopicProposal] = []
    for (pair, between) in links where pair.first != pair.second && mayMerge(pair) {
      guard let first = members[pair.first], let second = members[pair.second],
        let contact = TopicContact(
          first: links[Pair(first: pair.first, second: pair.first)] ?? .init(),
          second: links[Pair(first: pair.second, second: pair.second)] ?? .init(), between: between)
      else { continue }
      let pairs = Double(contact.pairs)
      guard contact.share >= settings.mergingContact,
        pairs - pairs.squareRoot() >= settings.leastMergingContact * contact.expectedPairs,
        isLarge(side(first + second)), min(first.count, second.count) > 1
      else { continue }
      let ends = ends(pair, sizes: (first.count, second.count))
      found.append(
        TopicProposal(
          change: .merge(ends ? pair.first : pair.second, into: ends ? pair.second : pair.first),
          contact: contact, sides: [side(ends ? first : second), side(ends ? second : first)]))
    }
    found.sort { $0.comes(before: $1) }
    var taken: Set<TopicID> = []
    return found.filter { proposal in
      guard taken.isDisjoint(with: proposal.topics) else { return false }
      taken.formUnion(proposal.topics)
      return true
    }
  }

  /// Whether of a pair the first topic is the one that ends: one that people named, made or pinned goes on, else the larger
  /// one, else the older one.
  private func ends(_ pair: Pair, sizes: (Int, Int)) -> Bool {
    func weight(_ topic: TopicID) -> Int {
      (corrections.pinned.contains(topic) ? 2 : 0) + (corrections.titles[topic] != nil ? 1 : 0)
    }
    let (first, second) = (weight(pair.first), weight(pair.second))
    return first == second ? sizes.0 < sizes.1 : first < second
  }

  /// Whether people did not decide that two topics are two.
  private func mayMerge(_ pair: Pair) -> Bool {
    let both = [pair.first, pair.second]
    return corrections.apart[pair.first]?.contains(pair.second) != true
      && !both.contains(where: corrections.created.contains)
      && !both.contains(where: corrections.unmerged.contains)
      && !both.allSatisfy { corrections.titles[$0] != nil }
      && corrections.muted.contains(pair.first) == corrections.muted.contains(pair.second)
  }
}

extension TopicProposals {
  /// The topics that are better two.
  func splits() -> [TopicProposal] {
    var edges: [TopicID: [QuestionGraph.Edge]] = [:]
    var local = [Int32](repeating: 0, count: graph.questions.count)
    for numbers in members.values {
      for (place, number) in numbers.enumerated() { local[number] = Int32(place) }
    }
    for edge in graph.edges {
      let topic = graph.questions[Int(edge.first)].topic
      guard graph.questions[Int(edge.second)].topic == topic else { continue }
      edges[topic, default: []].append(
        QuestionGraph.Edge(
          first: local[Int(edge.first)], second: local[Int(edge.second)], weight: edge.weight))
    }
    return members.keys.sorted().compactMap { split($0, edges: edges[$0] ?? []) }
  }

  private func split(_ topic: TopicID, edges: [QuestionGraph.Edge]) -> TopicProposal? {
    guard let numbers = members[topic], numbers.count >= 2 * settings.leastQuestions,
      !corrections.wholes.contains(topic), !corrections.pinned.contains(topic),
      !corrections.successors.values.contains(topic)
    else { return nil }
    let graph = SmallGraph(nodeCount: numbers.count, edges: edges)
    guard let halves = TopicHalves.best(of: graph), let contact = graph.contact(halves),
      contact.share <= settings.splittingContact
    else { return nil }
    var (leaving, staying) = (
      numbers.indices.filter { halves[$0] }.map { numbers[$0] },
      numbers.indices.filter { !halves[$0] }.map { numbers[$0] }
    )
    if staying.count < leaving.count { swap(&leaving, &staying) }
    // What people placed here stays here; where they placed some of both parts they want them together.
    if leaving.contains(where: isPlaced) { swap(&leaving, &staying) }
    guard !leaving.contains(where: isPlaced) else { return nil }
    let sides = [side(leaving), side(staying)]
    guard sides.allSatisfy(isLarge) else { return nil }
    let needed = contact.share + settings.splittingMargin
    let chance = TopicHalves.leastShuffledShare(
      nodeCount: numbers.count, edges: edges, shuffles: settings.shuffles, below: needed)
    guard chance > needed else { return nil }
    return TopicProposal(
      change: .split(topic, posts: leaving.map { self.graph.questions[$0].post }), contact: contact,
      sides: sides, chance: chance.isFinite ? chance : nil)
  }

  private func isPlaced(_ number: Int) -> Bool {
    corrections.placed[graph.questions[number].post] != nil
  }
}

extension TopicProposal {
  /// The topics that it is about; the one that changes first.
  var topics: [TopicID] {
    switch change {
    case .merge(let topic, let heir): [topic, heir]
    case .split(let topic, posts: _): [topic]
    }
  }

  /// The order in which proposals are shown: by what speaks for them, then by topic.
  fileprivate func comes(before other: TopicProposal) -> Bool {
    if strength != other.strength { return strength > other.strength }
    if contact.share != other.contact.share { return contact.share > other.contact.share }
    return topics.lexicographicallyPrecedes(other.topics)
  }
}
