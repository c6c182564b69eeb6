// Posts whose record stands unchanged in the file: noted as seen, without reading it.
import Discussion
import GRDB

/// Thrown where the same post comes once more in a file, in another record than the one that was known: then which of the
/// file's records counts is seen by reading both. The file is read from its start, with nothing known.
struct KnownRecordComesAgain: Error {}

extension PostMerger {
  /// What a file does with the records that are known.
  struct KnownRecords {
    /// Whether records are known at all.
    var isOn: Bool
    /// Whether any are known: an empty store need not be asked.
    let hasAny: Bool
    /// Posts that were taken by their record.
    var taken: Set<Int64> = []
    /// Known posts that were read.
    var read: Set<Int64> = []
    let find: Statement
    let remember: Statement

    init(_ database: Database, isOn: Bool, hasAny: Bool) throws {
      self.isOn = isOn
      self.hasAny = hasAny
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
  }

  /// What came of a known record.
  enum Known {
    /// The post that was seen here too: its source and time.
    case unchanged(source: String, createdAt: Int64)
    case repeated
  }

  /// Takes a record by its tag; nil where it has to be read. It is one that, when it was read, gave exactly what is stored:
  /// read again it would only be noted as seen once more.
  func takeKnown(_ tag: RecordTag, entry: @autoclosure () throws -> Int64, place: Provenance) throws -> Known?
  {
    guard known.isOn, known.hasAny, try known.isStored(tag) else { return nil }
    defer { known.find.reset() }
    let number = known.find.integer(0)
    if known.taken.contains(number) { return .repeated }
    guard known.find.integer(1) == 1, known.find.integer(2) < firstEntry, !known.read.contains(number) else {
      return nil
    }
    let (source, time) = (known.find.text(3), known.find.integer(4))
    known.taken.insert(number)
    noteSeen(at: time)
    try sight(number, entry: try entry(), place, as: nil)
    return .unchanged(source: source, createdAt: time)
  }

  /// Keeps by what a record is known that was just read and that changed nothing about its post.
  func remember(_ tag: RecordTag, of number: Int64) throws {
    known.remember.bind(1, number)
    known.remember.bind(2, tag.first)
    known.remember.bind(3, tag.second)
    try known.remember.run()
  }
}
