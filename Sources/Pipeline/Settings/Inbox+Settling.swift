// Which files of the inbox lie still, and which may still be on their way.
import Archives
import Foundation
import Glibc
import Storage

extension Inbox {
  /// When a file, or anything in a folder that is one export, last changed, and what it was then.
  struct Stamp: Hashable {
    let device: UInt64
    let node: UInt64
    let size: Int
    /// Nanoseconds since 1970.
    let modified: Int64

    /// The stamp of a file or folder; nil when it is gone, or something else.
    init?(path: String) {
      var information = stat()
      guard lstat(path, &information) == 0 else { return nil }
      switch information.st_mode & S_IFMT {
      case S_IFREG: self.init(information)
      case S_IFDIR: self.init(ArchiveFolder(path: path), information)
      default: return nil
      }
    }

    /// The stamp of a folder that is one export. Unpacking sets dates back, so its files are as old as they lie there.
    init(_ export: ArchiveFolder, _ information: stat) {
      device = UInt64(information.st_dev)
      node = UInt64(information.st_ino)
      size = export.size
      modified = export.changed
    }

    init(_ information: stat) {
      device = UInt64(information.st_dev)
      node = UInt64(information.st_ino)
      size = Int(information.st_size)
      // Dates before 1780 and after 2255 are mistakes, and more nanoseconds away than there are numbers for.
      let seconds = min(max(Int64(information.st_mtim.tv_sec), -6_000_000_000), 9_000_000_000)
      modified = seconds * 1_000_000_000 + Int64(information.st_mtim.tv_nsec)
    }

    /// Whether so many seconds went by since it changed. A time in the future says nothing.
    func isOlder(than seconds: Int, at now: Int64) -> Bool {
      modified <= now && now - modified >= Int64(seconds) * 1_000_000_000
    }
  }

  /// Nanoseconds since 1970, by the clock that file systems use.
  static func nanoseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Waits, once and no longer than the settle time, until the files that changed lately lie still.
  ///
  /// - Parameters:
  ///   - isKnown: whether the content of a file was read before: such a file has arrived already.
  /// - Returns: the names of the files that are still changing.
  static func moving(
    among files: [File], settleSeconds: Int, isKnown: (File) -> Bool, sleep: (Double) -> Void = pause
  ) -> Set<String> {
    guard settleSeconds > 0 else { return [] }
    let now = nanoseconds()
    let young = files.filter { !$0.stamp.isOlder(than: settleSeconds, at: now) && !isKnown($0) }
    guard !young.isEmpty else { return [] }
    let longest = young.map { file -> Double in
      let age = Double(now - file.stamp.modified) / 1_000_000_000
      return age < 0 ? Double(settleSeconds) : Double(settleSeconds) - age
    }.max()
    sleep(longest ?? 0)
    let later = nanoseconds()
    // A file that was replaced while the night waited is judged by its own age.
    return Set(
      young.filter { file in
        guard let stamp = Stamp(path: file.path) else { return false }
        return stamp != file.stamp && !stamp.isOlder(than: settleSeconds, at: later)
      }.map(\.name))
  }

  /// The same for the files of a community's inbox.
  ///
  /// - Parameter willWait: is called before the waiting, when there is any.
  static func moving(
    among files: [File], _ settings: PipelineFile, _ store: CommunityStore, willWait: () -> Void = {}
  ) -> Set<String> {
    moving(
      among: files, settleSeconds: settings.importing.settleSeconds,
      isKnown: { file in
        guard let opened = try? ExportPath.open(file.path, limits: settings.importing.limits),
          let digest = try? opened.sha256()
        else { return false }
        return (try? store.knowsContent(sha256: digest)) ?? false
      },
      sleep: { seconds in
        willWait()
        pause(seconds)
      })
  }

  /// What is noted of a file that is still changing.
  static var stillMoving: FileRefusal {
    FileRefusal(
      outcome: .deferred, reason: "unstable",
      message:
        "veranderde kort geleden nog en is misschien nog niet helemaal binnen; de volgende keer wordt opnieuw "
        + "gekeken")
  }

  private static func pause(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }
}
