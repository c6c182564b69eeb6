// Where a post stands on its platform, now that a file says so once more.
import Discussion
import GRDB

extension PostMerger {
  /// Decides where the post stands; false when that cannot be decided yet.
  ///
  /// - Parameter byEdits: which text is newer by what the source says about edits.
  func decideState(_ change: inout MergedPost, entry: Int64, byEdits: Order) throws -> Bool {
    let (post, stored) = (change.post, change.stored)
    switch (post.state, stored.state) {
    case (.live, .live): break
    case (.withdrawn, .withdrawn):
      // An earlier reading of this very file said so: now this one does.
      if saidByEarlierReading(stored) { change.state = (.withdrawn, entry) }
    case (.withdrawn, .live), (.withdrawn, .missing):
      // Taken away is taken away, unless the stored text is known to be of a later date.
      if change.order != .older { change.state = (.withdrawn, entry) }
    case (.live, .withdrawn):
      // It stands again only when this text, or the export that it stands in, is known to be of a later date than all that
      // says it was taken away, or when that was misread.
      if byEdits != .newer {
        for mark in try standingMarks(of: stored) {
          guard case .decided(let order) = try order.compare(entry, mark) else { return false }
          if order == .newer, byEdits != .older { continue }
          if saidByEarlierReading(stored) { change.state = (.withdrawn, mark) }
          return true
        }
      }
      change.state = (.live, nil)
      uncertain.insert(stored.number)
    case (.live, .missing):
      // Here it is: it stands again, unless this export is known to be older than the one that missed it.
      if let missedBy = stored.stateEntry, !superseded.contains(missedBy) {
        guard case .decided(let order) = try order.compare(entry, missedBy) else { return false }
        if order == .older { return true }
        if order == .undecided, try self.order.isLater(missedBy, than: entry) { return true }
      }
      change.state = (.live, nil)
      uncertain.insert(stored.number)
    }
    return true
  }

  /// Where files say that a post was taken away, but for earlier readings of this content.
  private func standingMarks(of stored: StoredPost) throws -> [Int64] {
    let marks = try Int64.fetchAll(
      database, sql: "SELECT entry FROM sighting WHERE post = ? AND revision = 0 ORDER BY entry",
      arguments: [stored.number])
    return Set(marks + [stored.stateEntry].compactMap(\.self)).subtracting(superseded).sorted()
  }

  private func saidByEarlierReading(_ stored: StoredPost) -> Bool {
    stored.stateEntry.map { superseded.contains($0) } ?? false
  }
}
