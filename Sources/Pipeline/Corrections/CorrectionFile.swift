// A file of corrections over plain files, for the filter `cluster`: the same rows as in the inbox, without a store.
import Discussion
import Records
import Topics

/// What a file of corrections comes down to beside a state file.
///
/// No log is kept: every run is given the file again. A topic that rows make by its title is found under that title in
/// the state of a later run.
struct CorrectionFile {
  /// What the rows come down to.
  let corrections: TopicCorrections
  /// How many rows could not be taken.
  let refused: Int

  /// Reads a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - state: the topics of the run before; nil when this is the first.
  ///   - posts: the posts that are clustered.
  ///   - report: is given a line per row that is refused.
  init(path: String, state: TopicState?, posts: [PostID], report: (String) -> Void) throws {
    let sheet: CorrectionSheet
    do {
      sheet = try CorrectionSheet(try ByteReader.contents(of: path))
    } catch let failure as SheetFailure {
      throw CorrectionFileError(path: path, failure: failure)
    }
    let assigned = Dictionary(
      (state?.assignments ?? []).map { ($0.post, $0) }, uniquingKeysWith: { first, _ in first })
    let topics = state?.topics ?? []
    var book = CorrectionBook(
      topics: topics,
      assignments: posts.map { assigned[$0] ?? TopicAssignment(post: $0, topic: nil, similarity: 0) },
      posts: PostDirectory(posts),
      nextTopic: max(state?.nextNumber ?? 1, (topics.map(\.id.number).max() ?? 0) + 1))
    book.keepsTitles = true
    var seen = Set<String>()
    var refused = 0
    for row in sheet.rows where !row.isComment && seen.insert(row.hash).inserted {
      do {
        _ = try book.take(try row.request())
      } catch {
        refused += 1
        report("\(path):\(row.line): \(CorrectionTexts.reason(error, quoting: true))")
      }
    }
    corrections = book.folded
    self.refused = refused
  }
}

/// Why no row of a file can be used.
struct CorrectionFileError: Error, CustomStringConvertible {
  var path: String
  var failure: SheetFailure

  var description: String { "\(path) \(failure)" }
}
