// Which of two texts of a post is the newer one, and what becomes of the other.
import Discussion
import GRDB

/// An older text of a post, as it is stored.
struct StoredRevision {
  let id: Int64
  let entry: Int64
}

extension PostMerger {
  /// Decides what happens to another text than the stored one; false when the two are a conflict.
  func decideText(_ change: inout MergedPost, entry: Int64) throws -> Bool {
    let stored = change.stored
    change.known = try knownRevision(change.post, of: stored.number)
    if !(change.order == .older && change.known != nil), try isMisread(stored) {
      change.text = .correct
      change.order = .undecided
      return true
    }
    if change.order == .newer {
      change.text = .revise
      return true
    }
    if change.order == .undecided {
      let isKnown = try change.known.map { try stands($0, of: stored.number) } ?? false
      if !isKnown {
        if stored.lastEntry >= firstEntry { return false }
        guard try cameBefore(entry, try standingPlaces(MergeSQL.placesOfText, of: stored.number)) else {
          change.text = .revise
          return true
        }
      }
    }
    change.text = change.known == nil ? .addOlder : .none
    // A text that is known as an older one says nothing about where the post stands now either.
    change.order = .older
    return true
  }

  /// Which text is newer by the exports that they stand in; nil when the rest of the file is to say so.
  func orderByExport(_ entry: Int64, _ stored: StoredPost) throws -> Order? {
    let places = try standingPlaces(MergeSQL.placesOfText, of: stored.number)
    if places.isEmpty { return .undecided }
    guard let newest = try order.newest(places), case .decided(let order) = try order.compare(entry, newest)
    else { return nil }
    return order
  }

  /// Whether a file that is read again came before others that the post is known from: these say where it stands.
  func isOlderByArrival(_ entry: Int64, _ stored: StoredPost) throws -> Bool {
    let mine = try order.origin(entry).arrival
    return try standingPlaces(MergeSQL.places, of: stored.number).contains {
      try order.origin($0).arrival > mine
    }
  }

  /// Whether nothing but its place in its conversation says of which kind a post is, now that it was read.
  func isStillAssumed(_ read: Waiting, _ stored: StoredPost) throws -> Bool {
    guard read.isOpeningAssumed else { return false }
    if stored.isOpeningAssumed { return true }
    return try superseded.contains(stored.entry)
      && standingPlaces(MergeSQL.places, of: stored.number).isEmpty
  }

  /// Whether no file but the one that is read again knows a post.
  func isOnlyHere(_ stored: StoredPost) throws -> Bool {
    guard superseded.contains(stored.entry), stored.lastEntry < firstEntry else { return false }
    return try standingPlaces(MergeSQL.places, of: stored.number).isEmpty
  }

  /// The older text of a post that is the same as that of a post that is read.
  private func knownRevision(_ post: Post, of number: Int64) throws -> StoredRevision? {
    let texts = try Row.fetchCursor(
      database, sql: "SELECT id, entry, title, body, text_tag FROM revision WHERE post = ? ORDER BY id",
      arguments: [number])
    let mine = textTag(post)
    while let row = try texts.next() {
      let isSame =
        if let tag: String = row["text_tag"] {
          tag == mine
        } else {
          TextFolding.same(row["title"] ?? "", post.title ?? "") && TextFolding.same(row["body"], post.body)
        }
      if isSame { return StoredRevision(id: row["id"], entry: row["entry"]) }
    }
    return nil
  }

  /// Whether the stored text was read by earlier readings of this content, and by no reading that does better.
  private func isMisread(_ stored: StoredPost) throws -> Bool {
    guard !superseded.isEmpty, stored.lastEntry < firstEntry else { return false }
    let places = try Int64.fetchAll(
      database, sql: MergeSQL.placesOfText, arguments: ["post": stored.number])
    guard places.contains(where: superseded.contains) else { return false }
    let recipes = try earlierRecipes()
    return try places.allSatisfy { entry in
      try superseded.contains(entry) || recipes.contains(order.origin(entry).recipe)
    }
  }

  /// Whether an older text is known from elsewhere than earlier readings of this content.
  private func stands(_ revision: StoredRevision, of number: Int64) throws -> Bool {
    if !superseded.contains(revision.entry) { return true }
    return try Int64.fetchAll(
      database, sql: "SELECT entry FROM sighting WHERE post = ? AND revision = ?",
      arguments: [number, revision.id]
    ).contains { !superseded.contains($0) }
  }

  /// Whether a file that is read again came before the first of the files at some places.
  private func cameBefore(_ entry: Int64, _ places: [Int64]) throws -> Bool {
    guard !superseded.isEmpty, !places.isEmpty else { return false }
    return try order.origin(entry).arrival < order.arrival(places)
  }

  /// Places of a post, without those of earlier readings of this content.
  private func standingPlaces(_ sql: String, of number: Int64) throws -> [Int64] {
    try Int64.fetchAll(database, sql: sql, arguments: ["post": number]).filter { !superseded.contains($0) }
  }
}
