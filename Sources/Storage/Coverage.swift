// What complete exports cover: a post that they should have and do not is missing.
import Discussion
import GRDB

/// The time between which a complete export has all posts of a source.
struct Coverage {
  let reading: Int64
  let source: String
  let range: ClosedRange<Int64>
  /// The entry that stands for the export.
  let marker: Int64

  /// Whether the export should have a post.
  func covers(_ post: Post) -> Bool { covers(source: post.source, createdAt: post.createdAt.milliseconds) }

  /// Whether the export should have a post of a source and time.
  func covers(source: String, createdAt: Int64) -> Bool { self.source == source && range.contains(createdAt) }

  /// What complete exports cover, but for those with some content.
  static func all(_ database: Database, except content: String?) throws -> [Coverage] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT reading.id, source, first, last, (SELECT min(id) FROM entry WHERE entry.reading = reading.id) AS marker
        FROM coverage JOIN reading ON reading.id = coverage.reading
        WHERE sha256 IS NOT ? AND marker IS NOT NULL ORDER BY reading.id
        """, arguments: [content]
    ).map { row in
      Coverage(
        reading: row["id"], source: row["source"], range: (row["first"] as Int64)...(row["last"] as Int64),
        marker: row["marker"])
    }
  }
}

/// What exports cover that are later than the one that is read.
struct LaterCoverage {
  /// Of exports that are known to be later.
  private(set) var decided: [Coverage] = []
  /// Of exports of which the rest of the file says whether they are later.
  private(set) var perhaps: [Coverage] = []

  init(_ coverages: [Coverage], than entry: Int64, _ order: ExportOrder) throws {
    for coverage in coverages {
      let cameLater = try order.origin(coverage.marker).arrival > order.origin(entry).arrival
      switch try order.compare(entry, coverage.marker) {
      case .decided(.newer): break
      case .decided(.older): decided.append(coverage)
      case .decided(.undecided): if cameLater { decided.append(coverage) }
      case .perhapsOlder: perhaps.append(coverage)
      case .perhapsNewer: if cameLater { perhaps.append(coverage) }
      }
    }
  }
}
