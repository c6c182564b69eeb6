// What became of the records of a file. Every record read is counted in exactly one place.

/// Numbers of records of a file by what became of them.
public struct ImportCounts: Hashable, Sendable {
  /// Posts stored that were not known.
  public var new = 0
  /// Posts known with another text: the older one is kept as a revision.
  public var revised = 0
  /// Posts known as they are; only noted that they were seen here too.
  public var unchanged = 0
  /// Records that could not be stored.
  public var quarantined = 0
  /// Records left out on purpose, such as private messages.
  public var skipped = 0
  /// Records that are no posts but events, such as "joined the group".
  public var events = 0
  /// Posts that the source says were taken away.
  public var deleted = 0
  /// Records that were in this same file before.
  public var duplicates = 0
  /// Rows of a member list.
  public var members = 0
  /// Rows of a file of corrections that were taken into the log.
  public var corrections = 0
  /// Rows of a file of decisions that were taken into the log.
  public var decisions = 0
  /// Rows of a file of verdicts that were taken into the log.
  public var verdicts = 0
  /// Rows of a list of resources that were taken.
  public var resources = 0
  /// Records of people or posts that were erased: nothing of them is stored.
  public var erased = 0
  /// Posts that a complete export no longer has. No records: not part of what was read.
  public var missing = 0
  /// Posts that only an earlier, now superseded reading of this file had brought. Not part of what was read.
  public var withdrawnReadings = 0

  /// Entries of an archive that could not be read at all. No records: not part of what was read.
  public var refusedEntries = 0

  /// No records.
  public init() {}

  /// How many records were read: the sum of what became of them.
  public var read: Int {
    new + revised + unchanged + quarantined + skipped + events + deleted + duplicates + members
      + corrections + decisions + verdicts + resources + erased
  }

  /// Posts stored from the file: new and revised.
  public var stored: Int { new + revised }

  /// The counts of two files together.
  public static func + (left: ImportCounts, right: ImportCounts) -> ImportCounts {
    var sum = left
    for field in fields { sum[keyPath: field.path] += right[keyPath: field.path] }
    return sum
  }

  /// Each count with the name of its column, in the order of the columns.
  static let fields: [(name: String, path: WritableKeyPath<ImportCounts, Int> & Sendable)] = [
    ("new", \.new), ("revised", \.revised), ("unchanged", \.unchanged), ("quarantined", \.quarantined),
    ("skipped", \.skipped), ("events", \.events), ("deleted", \.deleted), ("duplicates", \.duplicates),
    ("members", \.members), ("missing", \.missing), ("withdrawn_readings", \.withdrawnReadings),
    ("refused_entries", \.refusedEntries), ("corrections", \.corrections),
    ("decisions", \.decisions), ("verdicts", \.verdicts),
    ("resources", \.resources), ("erased", \.erased),
  ]
}
