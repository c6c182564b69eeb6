// Which of two places in exports is of a later date: by the exports' dates, or else by their names.
import Discussion
import GRDB

/// What is known of the file and entry that a text was read from.
struct ExportOrigin {
  /// The reading of the file.
  let reading: Int64
  /// The first reading of the file's content: a file that is read again did not come later for that.
  let arrival: Int64
  let exportedAt: Int64?
  /// The time of the newest post in the file; nil where it has none, or where it is being read.
  let newestPost: Int64?
  /// Under what the file was read.
  let recipe: String
  let file: ExportName
  let entry: ExportName
}

/// How a place stands beside another: decided, or to be decided by what the rest of the file holds.
enum ExportComparison: Equatable {
  case decided(Order)
  /// Newer or undecided.
  case perhapsNewer
  /// Older or undecided.
  case perhapsOlder
}

/// Orders places by the exports that they stand in, while one of them is being read.
///
/// Exports with dates are ordered by these. Else their names order them, whichever is read first: a full date in each
/// where they are otherwise alike; or numbers that count up, provided that the export with the higher number also holds
/// the newest post of the two. That keeps months that start at 1 again apart from versions of one export.
final class ExportOrder {
  /// The time of the newest post that was read so far.
  private(set) var newestPost: Int64?
  /// Whether the file was read to its end.
  var isAtEnd = false
  private let database: Database
  private let reading: Int64
  private var origins: [Int64: ExportOrigin] = [:]

  init(_ database: Database, reading: Int64) {
    self.database = database
    self.reading = reading
  }

  /// Takes the time of a post of the file.
  func note(_ post: Post) {
    if post.state == .live { note(post.createdAt.milliseconds) }
  }

  /// Takes the time of a post of the file that still stands, in milliseconds since 1970.
  func note(_ time: Int64) {
    if let newestPost, newestPost >= time { return }
    newestPost = time
  }

  /// Forgets what was read since the newest post was another.
  func goBack(to newestPost: Int64?) {
    self.newestPost = newestPost
    // The database gives the numbers of entries that are gone to others.
    origins = origins.filter { $0.value.reading != reading }
  }

  /// Where an entry belongs.
  func origin(_ entry: Int64) throws -> ExportOrigin {
    if let origin = origins[entry] { return origin }
    guard let row = try Row.fetchOne(database, sql: MergeSQL.origin, arguments: [entry]) else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "entry vanished")
    }
    let (mapping, reader): (String, String) = (row["mapping_hash"], row["reader_version"])
    let origin = ExportOrigin(
      reading: row["id"], arrival: row["arrival"], exportedAt: row["exported_at"],
      newestPost: row["newest_post"], recipe: mapping + "\n" + reader, file: ExportName(row["file"]),
      entry: ExportName(row["entry_path"]))
    origins[entry] = origin
    return origin
  }

  /// How an entry stands beside another.
  func compare(_ entry: Int64, _ other: Int64) throws -> ExportComparison {
    if entry == other { return .decided(.undecided) }
    let (mine, theirs) = (try origin(entry), try origin(other))
    if let date = mine.exportedAt, let other = theirs.exportedAt, date != other {
      return .decided(date > other ? .newer : .older)
    }
    let isLike = mine.file.isLike(theirs.file)
    for order in [
      mine.file.orderByDate(beside: theirs.file),
      isLike ? mine.entry.orderByDate(beside: theirs.entry) : .undecided,
    ] where order != .undecided {
      return .decided(order)
    }
    guard isLike, mine.reading != theirs.reading else { return .decided(.undecided) }
    let byFile = mine.file.orderByNumber(beside: theirs.file)
    let order = byFile == .undecided ? mine.entry.orderByNumber(beside: theirs.entry) : byFile
    return confirmed(order, mine, theirs)
  }

  /// Like ``compare(_:_:)``, when the file was read to its end.
  func order(_ entry: Int64, _ other: Int64) throws -> Order {
    guard case .decided(let order) = try compare(entry, other) else { return .undecided }
    return order
  }

  /// Whether an entry belongs to an export that is later than another, where nothing says so also because it came later.
  func isLater(_ entry: Int64, than other: Int64) throws -> Bool {
    switch try order(entry, other) {
    case .newer: true
    case .older: false
    case .undecided: try origin(entry).arrival > origin(other).arrival
    }
  }

  /// The newest of a text's places; nil where that is to be decided by what the rest of the file holds.
  func newest(_ entries: [Int64]) throws -> Int64? {
    guard var newest = entries.first else { return nil }
    for entry in entries.dropFirst() {
      guard case .decided(let order) = try compare(entry, newest) else { return nil }
      if order == .newer { newest = entry }
    }
    return newest
  }

  /// When the first of some places came.
  func arrival(_ entries: [Int64]) throws -> Int64 {
    try entries.map { try origin($0).arrival }.min() ?? .max
  }

  /// An order by numbers holds only when the higher one goes with the newest post.
  private func confirmed(_ order: Order, _ mine: ExportOrigin, _ theirs: ExportOrigin) -> ExportComparison {
    guard order != .undecided else { return .decided(.undecided) }
    let (higher, lower) = order == .newer ? (mine, theirs) : (theirs, mine)
    let perhaps = order == .newer ? ExportComparison.perhapsNewer : .perhapsOlder
    let high = higher.reading == reading ? newestPost : higher.newestPost
    let low = lower.reading == reading ? newestPost : lower.newestPost
    let holds = high.flatMap { high in low.map { high >= $0 } }
    // What the file that is being read still brings may be newer.
    if !isAtEnd, higher.reading == reading, low != nil, holds != true { return perhaps }
    if !isAtEnd, lower.reading == reading, high != nil, holds != false { return perhaps }
    return .decided(holds == true ? order : .undecided)
  }
}
