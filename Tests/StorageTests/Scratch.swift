// A folder of a test's own, and posts and files to put in a store.
import Discussion
import Foundation
import TestSupport

@testable import Storage

/// A folder that goes when the test is done, with stores in it.
struct Scratch: Sendable {
  private let temporary = TemporaryFolder()

  var folder: String { temporary.path }

  func path(_ name: String) -> String { temporary.path(name) }

  func store(
    _ name: String = "community.sqlite", limits: CommunityStore.Limits = CommunityStore.Limits()
  ) throws -> CommunityStore {
    try CommunityStore(path: path(name), limits: limits)
  }
}

/// The nights that tests use: 30 and 31 October 2026.
let firstNight = CalendarDay(number: 20756)
let secondNight = firstNight.advanced(by: 1)

/// So many minutes after midnight UTC of 2 March 2026.
func at(_ minute: Int) -> Timestamp {
  Timestamp(day: CalendarDay(number: 20514)).advanced(byMilliseconds: Int64(minute) * 60_000)
}

func post(
  _ native: String, _ body: String = "Wie heeft ervaring met wachttijden?", title: String? = nil,
  minute: Int = 0,
  edited: Int? = nil, state: PostState = .live, parent: String? = nil, author: String? = "k1-a",
  thread: String = "t1",
  channel: String? = nil, source: String = "jeugd"
) -> Post {
  Post(
    id: PostID(source: source, native: native), source: source,
    thread: ThreadID(source: source, native: thread),
    parent: parent.map { PostID(source: source, native: $0) }, kind: parent == nil ? .topic : .reply,
    author: author.map(MemberID.init), channel: channel, createdAt: at(minute), editedAt: edited.map(at),
    title: title, body: body, state: state)
}

/// A file with made-up content: its hash follows from its name, unless given.
func file(
  _ path: String, content: String? = nil, mapping: String = "m1", reader: String = "1", exported: Int? = nil,
  completeness: ImportFile.Completeness = .partial
) -> ImportFile {
  ImportFile(
    path: path, sha256: "sha-of-" + (content ?? path), bytes: 100, mappingHash: mapping,
    readerVersion: reader,
    exportedAt: exported.map(at), completeness: completeness)
}

extension CommunityStore {
  /// Imports posts as the records of one plain file.
  @discardableResult
  func add(_ posts: [Post], in file: ImportFile, night: CalendarDay = firstNight) throws -> FileReport {
    try importFile(file, night: night) { writer in
      for (index, post) in posts.enumerated() {
        try writer.add(post, at: Provenance(file: file.path, entry: "", record: index + 1, line: index + 2))
      }
      return ReadSummary(format: "csv", records: posts.count)
    }
  }

  /// Body, state and number of older texts of every post, and the text of those.
  func summary() throws -> [String] {
    try posts(withdrawn: true).map { post in
      let older = try revisions(of: post.id).map(\.body)
      return "\(post.id) \(post.state) \(post.body)" + older.map { " < " + $0 }.joined()
    }
  }
}
