// Reads what is new in the inbox between two nights, so that a crisis need not wait for the next.
import Configuration
import Discussion
import Foundation
import Storage

/// Takes new exports into the store as a night would: posts only, each file in one transaction.
struct QuickIntake {
  let file: PipelineFile
  let store: CommunityStore

  /// Reads the files that the store does not know by name and size, and those that changed since an instant. What a file
  /// held the next night counts as new that night.
  /// - Returns: the posts that came in or got another text, and the reports of files that could not be read whole.
  /// - Throws: ``NightError/alreadyRunning`` while a night is at work.
  func read(since time: Timestamp) throws -> (posts: [Post], failed: [FileReport]) {
    let known = Set(try store.knownPaths().map { Known(path: $0.path, bytes: $0.bytes) })
    let inbox = Inbox(folder: file.inbox).contents(for: file.sources)
    let waiting = inbox.files.map { source, files in
      (
        source,
        files.filter { file in
          !known.contains(Known(path: file.name, bytes: file.size))
            || Self.changed(file) >= time.milliseconds
        }
      )
    }
    guard waiting.contains(where: { !$0.1.isEmpty }) else { return ([], []) }
    let lock = try RunLock(besideStore: file.store, isBrief: true)
    defer { withExtendedLifetime(lock) {} }
    let pseudonymiser = try store.pseudonymiser(keyFile: file.key)
    let before = try store.postMark()
    let day = try file.dayOfIntake(store)
    let tombstones = try store.tombstones(pseudonymiser, naming: try file.recordNaming())
    let moving = Inbox.moving(among: waiting.flatMap(\.1), file, store)
    var failed: [FileReport] = []
    for (source, files) in waiting where !files.isEmpty {
      let reader = try SourceReader(
        source: source, file: file, store: store, night: day, pseudonymiser: pseudonymiser,
        tombstones: tombstones)
      for file in files {
        let report =
          moving.contains(file.name)
          ? try store.recordRefusal(Inbox.stillMoving, path: file.name, bytes: file.size, night: day)
          : try reader.read(file)
        if [.refused, .deferred].contains(report.outcome) || report.counts.quarantined > 0 {
          failed.append(report)
        }
      }
    }
    return (try store.posts(after: before), failed)
  }

  private struct Known: Hashable {
    var path: String
    var bytes: Int
  }

  /// When a file's content or place last changed, in milliseconds; a copy that keeps its old date counts as changed.
  /// A folder's stamp says it of all that is in it.
  private static func changed(_ file: Inbox.File) -> Int64 {
    var information = stat()
    guard lstat(file.path, &information) == 0 else { return .max }
    if information.st_mode & S_IFMT == S_IFDIR { return file.stamp.modified / 1_000_000 }
    return Int64(information.st_ctim.tv_sec) * 1000 + Int64(information.st_ctim.tv_nsec) / 1_000_000
  }
}

extension PipelineFile {
  /// The day under which posts come in between two nights: one after the last night, which is over.
  func dayOfIntake(_ store: CommunityStore) throws -> CalendarDay {
    let today = asOf ?? zone.day(of: Clock.now)
    return max(today, try store.lastPublishedRun()?.asOf.advanced(by: 1) ?? today)
  }
}
