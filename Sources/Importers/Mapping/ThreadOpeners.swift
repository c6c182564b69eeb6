// What only the whole of an export tells of its conversations: which post opens each, and which replies hang together.
import Archives
import Discussion

/// The first post of every conversation of a file, and the post at the root of every chain of replies: looked up over
/// the whole file before it is read, so that the order of records does not matter.
final class ThreadOpeners: ImportSurvey {
  private let importer: any Importer
  private let source: String
  private var first: [String: Candidate] = [:]
  private var parents: [String: String] = [:]
  private var roots: [String: String] = [:]

  /// A post that may be the first.
  private struct Candidate {
    var time: Timestamp
    var id: String
  }

  init(importer: any Importer, source: String) {
    self.importer = importer
    self.source = source
  }

  func look(at entry: ArchiveEntry) throws { try look(at: entry, file: entry.name) }

  /// Reads the entry as it will be read later, and keeps the first post of each conversation. Deleted posts count:
  /// what they opened is not opened by the next.
  func look(at entry: ArchiveEntry, file: String) throws {
    let sink = ImportSink(file: file, settings: ImportSettings(notBefore: .distantPast)) { item in
      switch item {
      case .post(let post), .revision(let post): self.take(post)
      case .member, .quarantined: break
      }
    }
    sink.entry = entry.name
    try importer.read(entry, try EntrySample(file: file, entry: entry), into: sink)
  }

  private func take(_ post: ImportedPost) {
    if let parent = post.parent {
      parents[post.id] = parent
      return
    }
    let candidate = Candidate(time: post.createdAt, id: post.id)
    if let before = first[post.thread], !Self.precedes(candidate, before) { return }
    first[post.thread] = candidate
  }

  /// The order of time; where the clock is the same, that of the numbers.
  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.id.utf8.count != right.id.utf8.count { return left.id.utf8.count < right.id.utf8.count }
    return left.id < right.id
  }

  /// The post at the root of a reply, as far as the file goes: the last known ancestor. Replies that go round in a
  /// circle, and what hangs on them, have the least of the circle as their root. Each post is passed once.
  func root(of id: String, parent: String) -> String {
    var path = [id]
    var passed: Set<String> = [id]
    var next = parent
    var root: String?
    while root == nil {
      if let known = roots[next] {
        root = known
      } else if !passed.insert(next).inserted {
        root = path.drop { $0 != next }.min()
      } else if let parent = parents[next] {
        path.append(next)
        next = parent
      } else {
        root = next
      }
    }
    let found = root ?? parent
    for post in path { roots[post] = found }
    return found
  }

  /// Whether a post is the first of its conversation.
  func isFirst(_ id: String, of thread: String) -> Bool { first[thread]?.id == id }
}

extension Timestamp {
  fileprivate static let distantPast = Timestamp(milliseconds: -62_135_596_800_000)
}
