// The state of the topics as a JSON file, for the filter `cluster`.

import Discussion
import Glibc
import Records
import Topics

/// Reads and writes a ``TopicState``.
enum TopicStateFile {
  private static let version = 1

  /// The state in a file; nil when the file is not there yet.
  static func read(_ path: String) throws -> TopicState? {
    let bytes: [UInt8]
    do {
      bytes = try ByteReader.contents(of: path)
    } catch let error as FileError where error.code == ENOENT {
      return nil
    }
    let value: JSONValue
    do {
      value = try JSONParser().parse(bytes)
    } catch {
      throw TopicStateError(
        path: path, reason: "it is no JSON (\(error.reason.rawValue) at byte \(error.byte))")
    }
    guard value["version"]?.integer == version else {
      throw TopicStateError(path: path, reason: "it is not a state of version \(version)")
    }
    guard let state = state(value) else {
      throw TopicStateError(path: path, reason: "a part is missing or damaged")
    }
    return state
  }

  /// Replaces the file by a state: readers see the old one or the new one, never half.
  static func write(_ state: TopicState, to path: String) throws {
    let draft = path + ".draft"
    let writer = try ByteWriter(path: draft)
    try writer.writeLine(json(state))
    try writer.flush()
    guard rename(draft, path) == 0 else {
      throw TopicStateError(path: path, reason: "it cannot be replaced (\(String(cString: strerror(errno))))")
    }
  }

  private static func json(_ state: TopicState) -> JSONOutput {
    .object([
      ("version", .integer(version)), ("next_number", .integer(state.nextNumber)),
      ("topics", .array(state.topics.map(json))),
      (
        "assignments",
        .array(
          state.assignments.compactMap { assignment in
            assignment.topic.map { .array([.string(assignment.post.description), .integer($0.number)]) }
          })
      ),
      (
        "profiles",
        .array(
          state.profiles.map { profile in
            .object([
              ("topic", .integer(profile.topic.number)),
              ("terms", .array(profile.terms.map { .array([.string($0.stem), .number($0.weight)]) })),
            ])
          })
      ),
      (
        "fit",
        .object([
          ("nights_ago", .integer(state.fit.nightsAgo)),
          ("posts_since", .array(state.fit.postsSince.map { .string($0.description) })),
          ("recipe", .string(String(state.fit.recipe, radix: 16))),
        ])
      ),
      ("neighbours", .array(state.neighbours.isEmpty ? [] : lists(of: state.neighbours))),
    ])
  }

  /// How finely similarities are kept: they are computed anew before use, so this is to see that they still hold.
  private static let similarityUnits = 10_000.0

  /// A list for each post: its identity, then by turns the place of a neighbour among the lists and its similarity.
  private static func lists(of neighbours: [PostNeighbours]) -> [JSONOutput] {
    var places: [PostID: Int] = [:]
    places.reserveCapacity(neighbours.count)
    for (place, list) in neighbours.enumerated() { places[list.post] = place }
    return neighbours.map { list in
      var values = [JSONOutput.string(list.post.description)]
      values.reserveCapacity(1 + 2 * list.neighbours.count)
      for neighbour in list.neighbours {
        guard let place = places[neighbour.post] else { continue }
        values.append(.integer(place))
        values.append(.integer(Int((neighbour.similarity * similarityUnits).rounded())))
      }
      return .array(values)
    }
  }

  private static func neighbours(_ value: JSONValue) -> [PostNeighbours]? {
    var lists: [PostNeighbours] = []
    lists.reserveCapacity(value.count)
    for list in value.elements {
      var values = list.elements
      guard let post = values.next()?.string else { return nil }
      lists.append(PostNeighbours(post: PostID(post), neighbours: []))
    }
    for (place, list) in value.elements.enumerated() {
      var values = list.elements
      _ = values.next()
      while let other = values.next() {
        guard let number = other.integer, lists.indices.contains(number),
          let similarity = values.next()?.integer
        else { return nil }
        lists[place].neighbours.append(
          PostNeighbours.Neighbour(
            post: lists[number].post, similarity: Double(similarity) / similarityUnits))
      }
    }
    return lists
  }

  /// The fit of a state; that of a state without one is never used, since it has no lists of neighbours either.
  private static func fit(_ value: JSONValue?) -> TopicFit? {
    guard let value else { return TopicFit() }
    guard let nightsAgo = value["nights_ago"]?.integer,
      let posts = value["posts_since"]?.elements.map(\.string), !posts.contains(nil),
      let recipe = value["recipe"]?.string.flatMap({ UInt64($0, radix: 16) })
    else { return nil }
    return TopicFit(
      nightsAgo: nightsAgo, postsSince: posts.compactMap { $0.map { PostID($0) } }, recipe: recipe)
  }

  private static func json(_ topic: Topic) -> JSONOutput {
    .object([
      ("number", .integer(topic.id.number)), ("title", .string(topic.title)),
      ("words", .array(topic.words.map { .string($0) })), ("theme", .optional(topic.theme)),
      ("origin", .string(topic.origin.rawValue)), ("status", .string(topic.status.rawValue)),
      ("successor", .optional(topic.successor?.number)),
    ])
  }

  /// The state that a document holds; nil when any part of it is not what it should be.
  private static func state(_ value: JSONValue) -> TopicState? {
    guard let nextNumber = value["next_number"]?.integer, let topics = value["topics"],
      let assignments = value["assignments"], let profiles = value["profiles"]
    else { return nil }
    var state = TopicState(nextNumber: nextNumber)
    for value in topics.elements {
      guard let topic = topic(value) else { return nil }
      state.topics.append(topic)
    }
    for value in assignments.elements {
      let pair = Array(value.elements)
      guard pair.count == 2, let post = pair[0].string, let topic = topicID(pair[1]) else { return nil }
      state.assignments.append(TopicAssignment(post: PostID(post), topic: topic, similarity: 0))
    }
    for value in profiles.elements {
      guard let topic = topicID(value["topic"]), let terms = value["terms"] else { return nil }
      var profile = TopicProfile(topic: topic, terms: [])
      for term in terms.elements {
        let pair = Array(term.elements)
        guard pair.count == 2, let stem = pair[0].string, let weight = pair[1].double else { return nil }
        profile.terms.append(TopicProfile.Term(stem: stem, weight: weight))
      }
      state.profiles.append(profile)
    }
    guard let fit = fit(value["fit"]) else { return nil }
    state.fit = fit
    if let lists = value["neighbours"] {
      guard let neighbours = neighbours(lists) else { return nil }
      state.neighbours = neighbours
    }
    return state
  }

  private static func topic(_ value: JSONValue) -> Topic? {
    guard let id = topicID(value["number"]), let title = value["title"]?.string,
      let words = value["words"]?.elements.map(\.string), !words.contains(nil),
      let origin = value["origin"]?.string.flatMap({ TopicOrigin(rawValue: $0) }),
      let status = value["status"]?.string.flatMap({ TopicStatus(rawValue: $0) })
    else { return nil }
    return Topic(
      id: id, title: title, words: words.compactMap { $0 }, theme: value["theme"]?.string, origin: origin,
      status: status, successor: topicID(value["successor"]))
  }

  private static func topicID(_ value: JSONValue?) -> TopicID? {
    guard let number = value?.integer, number > 0 else { return nil }
    return TopicID(number: number)
  }
}

/// Why a state file cannot be used.
struct TopicStateError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "\(path) cannot be used as the state of the topics: \(reason)" }
}
