// Whether anything changed since the last night: one hash over all that the store knows of the community.
import Crypto
import Discussion
import GRDB

extension CommunityStore {
  /// A hash over all posts as they are now, how many older texts each has, all members, what people decided about
  /// topics, signals and posts, and the list of resources: equal exactly when nothing changed, whatever order the files came in.
  ///
  /// The sum of the rows' SHA-256 hashes modulo 2^256 (a multiset hash, Clarke et al. 2003, "Incremental multiset
  /// hash functions"), so that rows need not be sorted.
  public func contentFingerprint() throws(StoreError) -> String {
    try read { database in
      var sum = MultisetHash()
      for sql in [
        """
        SELECT 'post', id, source, thread, parent, kind, author, channel, created_at, edited_at, state, title, body,
          (SELECT count(*) FROM revision WHERE revision.post = post.number) FROM post
        """,
        "SELECT 'member', id, organisation, region, role FROM member",
        "SELECT 'correction', number, action, topic, other, post, title, is_on FROM correction",
        """
        SELECT 'decision', number, action, signal, topic, kind, day, usefulness, other, shown, note, recorded_on
        FROM decision
        """,
        """
        SELECT 'verdict', number, recorded_on, recorded_by, action, post, version, verdict, about, shown, until, other, note
        FROM verdict
        """,
        "SELECT 'resource', * FROM resource",
      ] {
        let statement = try Statement(database, sql)
        while try statement.step() { sum.add(statement, columns: statement.columnCount) }
      }
      return sum.text
    }
  }
}

/// The sum of hashes of rows: the same whatever order they come in.
struct MultisetHash {
  private var words: [UInt64] = [0, 0, 0, 0]
  private var row: [UInt8] = []

  /// Adds the row that a statement stands on.
  mutating func add(_ statement: Statement, columns: Int32) {
    row.removeAll(keepingCapacity: true)
    for column in 0..<columns {
      let bytes = statement.bytes(column)
      // The length goes first, so that no two rows look alike; NULL differs from an empty text.
      let length = statement.isNull(column) ? UInt64.max : UInt64(bytes.count)
      withUnsafeBytes(of: length.littleEndian) { row.append(contentsOf: $0) }
      row.append(contentsOf: bytes)
    }
    let digest = SHA256.hash(data: row).withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
    var carry = false
    for index in 0..<4 {
      let (partial, first) = words[index].addingReportingOverflow(digest[index])
      let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      words[index] = total
      carry = first || second
    }
  }

  /// 64 hexadecimal digits.
  var text: String {
    Hexadecimal.text(words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } })
  }
}
