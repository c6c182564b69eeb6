// Posts whose record stands unchanged in the file: noted as seen, without reading it.
import Discussion
import GRDB

/// Thrown where posts that were taken by their records come once more in the file, in other records: which of a file's records
/// counts is seen by reading all of them. Nothing of this reading may be kept: the file is read from its start.
struct KnownRecordsComeAgain: Error {
  /// The numbers of those posts, whose records have to be read; nil where that are so many that all of the file has to be.
  var posts: Set<Int64>?
}

extension PostMerger {
  /// What a file does with the records that are known.
  struct KnownRecords {
    /// Whether tags may be kept: not when a file is read again, as its records are those that are known.
    let keepsTags: Bool
    /// Whether records may be taken by their tags.
    var takes: Bool
    /// Posts whose records have to be read all the same.
    let except: Set<Int64>
    /// Posts that were taken by their record.
    var taken = NumberSet()
    /// Known posts of which a record was read, or left out because it names somebody who was erased.
    var read = NumberSet()
    /// How many those are.
    var count = 0
    /// Posts that were taken and of which another record came.
    var comingAgain: Set<Int64> = []
    let find: Statement
    let remember: Statement

    /// - Parameter except: the posts whose records have to be read; nil reads all.
    init(_ database: Database, keepsTags: Bool, except: Set<Int64>?) throws {
      self.keepsTags = keepsTags
      self.takes = keepsTags && except != nil
      self.except = except ?? []
      find = try Statement(database, MergeSQL.findRecord)
      remember = try Statement(database, MergeSQL.rememberRecord)
    }

    /// Whether a post is stored whose record has the tag; then ``find`` stands on its row.
    func isStored(_ tag: RecordTag) throws -> Bool {
      find.bind(1, tag.first)
      find.bind(2, tag.second)
      if try find.step() { return true }
      find.reset()
      return false
    }

    /// Notes that a record of a known post was read, or left out; false when the post was taken before.
    mutating func note(_ number: Int64) -> Bool {
      if taken.contains(number) {
        comingAgain.insert(number)
        return false
      }
      if takes { read.insert(number) }
      return true
    }
  }

  /// What came of a known record.
  enum Known {
    /// The post that was seen here too: its source and time.
    case unchanged(source: String, createdAt: Int64)
    case repeated
  }

  /// Notes that a record of a known post was read, or left out; false when the post was taken before.
  ///
  /// - Throws: ``KnownRecordsComeAgain`` where that happens so often that going on is of no use.
  func note(_ number: Int64) throws -> Bool {
    if known.note(number) { return true }
    if known.comingAgain.count > 1000, known.comingAgain.count > known.count / 10 {
      throw KnownRecordsComeAgain(posts: nil)
    }
    return false
  }

  /// Takes a record by its tag; nil where it has to be read. It is one that changed nothing about its post when it was read,
  /// and the post is as it was: read again it would only be noted as seen once more.
  func takeKnown(_ tag: RecordTag, entry: @autoclosure () throws -> Int64, place: Provenance) throws -> Known?
  {
    guard known.takes, try known.isStored(tag) else { return nil }
    defer { known.find.reset() }
    let number = known.find.integer(0)
    if known.taken.contains(number) { return .repeated }
    guard known.find.integer(1) == 1, known.find.integer(2) < firstEntry, !known.read.contains(number),
      !known.except.contains(number)
    else { return nil }
    let (source, time) = (known.find.text(3), known.find.integer(4))
    known.taken.insert(number)
    known.count += 1
    noteSeen(at: time)
    try sight(number, entry: try entry(), place, as: nil)
    return .unchanged(source: source, createdAt: time)
  }

  /// Notes that a record was left out whose post may be known, as it names somebody who was erased.
  func noteLeftOut(_ post: Post) throws {
    guard known.takes || !known.taken.isEmpty, let number = try number(of: post) else { return }
    _ = try note(number)
  }

  /// Keeps by what a record is known that was just read and that changed nothing about its post.
  ///
  /// Where another is known that was read in the same way, its bytes changed and nothing that is read: how often it was looked
  /// at, say. Such records may change with every export. Only one in eight of them is written anew, another one each time, so
  /// that these cost little, and those that stand still are known after some exports.
  func remember(_ tag: RecordTag, of stored: StoredPost) throws {
    guard known.keepsTags else { return }
    if stored.recordReading == tag.reading {
      var chance = SplitMix64(seed: UInt64(bitPattern: tag.first ^ reading))
      guard chance.next(below: 8) == 0 else { return }
    }
    known.remember.bind(1, stored.number)
    known.remember.bind(2, tag.first)
    known.remember.bind(3, tag.second)
    try known.remember.run()
  }
}
