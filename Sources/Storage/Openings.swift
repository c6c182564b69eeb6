// Which post opens a conversation, for files that do not say so: the earliest that is known.
import Discussion
import GRDB

/// Keeps the openings of conversations that files only assume, while a file is read.
struct Openings {
  /// A post by its time, in milliseconds since 1970, and its identity.
  private struct Position {
    var createdAt: Int64
    var id: String

    func isBefore(_ other: Position) -> Bool { (createdAt, id) < (other.createdAt, other.id) }
  }

  private let database: Database
  /// Entries of earlier readings of the content that is read: posts that only these know do not count.
  private let superseded: Set<Int64>
  /// The earliest post of every conversation. Read only when a file needs it: the store has no index on conversations.
  private var firsts: [String: Position]?
  /// The post of each conversation that is only assumed to open it.
  private var openers: [String: (number: Int64, position: Position)]?

  init(_ database: Database, superseded: Set<Int64>) {
    self.database = database
    self.superseded = superseded
  }

  /// What a post is of which only its place in the file says that it opens its conversation.
  mutating func kind(of post: Post) throws -> PostKind {
    if firsts == nil { try readFirsts() }
    guard let first = firsts?[post.thread.description] else { return .topic }
    return first.isBefore(Self.position(post)) ? .reply : .topic
  }

  /// Takes a post that is going to be stored: what was assumed to open its conversation and comes after it does not.
  mutating func note(_ post: Post) throws {
    if openers == nil { try readOpeners() }
    if openers?.isEmpty == true, firsts == nil { return }
    let thread = post.thread.description
    let mine = Self.position(post)
    if firsts != nil, firsts?[thread].map(mine.isBefore) ?? true { firsts?[thread] = mine }
    if let opener = openers?[thread], opener.position.id != mine.id, mine.isBefore(opener.position) {
      openers?[thread] = nil
      try database.execute(
        sql: "UPDATE post SET kind = 'reply' WHERE number = ? AND opening_assumed = 1",
        arguments: [opener.number])
    }
  }

  /// Takes a post that was stored and of which it is only assumed whether it opens its conversation.
  mutating func noteOpener(_ post: Post, number: Int64) {
    if post.kind == .topic { openers?[post.thread.description] = (number, Self.position(post)) }
  }

  /// Where an earlier reading brought the first post of a conversation and this one did not, the next one may open it.
  static func reopen(_ database: Database) throws {
    let assumed = try Row.fetchAll(
      database, sql: "SELECT number, thread, id FROM post WHERE opening_assumed = 1 AND kind = 'reply'")
    guard !assumed.isEmpty else { return }
    var openings = Openings(database, superseded: [])
    try openings.readFirsts()
    for row in assumed where openings.firsts?[row["thread"]]?.id == row["id"] {
      try database.execute(
        sql: "UPDATE post SET kind = 'topic' WHERE number = ?", arguments: [row["number"] as Int64])
    }
  }

  private static func position(_ post: Post) -> Position {
    Position(createdAt: post.createdAt.milliseconds, id: post.id.description)
  }

  private mutating func readFirsts() throws {
    var found: [String: Position] = [:]
    let rows = try Statement(database, "SELECT thread, created_at, id, entry FROM post")
    while try rows.step() {
      if !superseded.isEmpty, superseded.contains(rows.integer(3)) { continue }
      let (thread, time) = (rows.text(0), rows.integer(1))
      if let known = found[thread], known.createdAt < time { continue }
      let mine = Position(createdAt: time, id: rows.text(2))
      if found[thread].map(mine.isBefore) ?? true { found[thread] = mine }
    }
    firsts = found
  }

  private mutating func readOpeners() throws {
    var found: [String: (number: Int64, position: Position)] = [:]
    let rows = try Statement(
      database,
      "SELECT thread, number, created_at, id FROM post WHERE opening_assumed = 1 AND kind = 'topic'")
    while try rows.step() {
      found[rows.text(0)] = (rows.integer(1), Position(createdAt: rows.integer(2), id: rows.text(3)))
    }
    openers = found
  }
}
