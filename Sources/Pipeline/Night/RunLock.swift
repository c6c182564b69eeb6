// One night at a time: a lock that the system frees when the process ends, however it ends.
import Glibc

/// Holds a community's store for one run. Freed when the value is destroyed or the process dies.
final class RunLock {
  private let descriptor: CInt

  /// For how long somebody waits for work that says it is brief, in seconds.
  private static let patience = 900.0

  /// Takes the lock. Throws ``NightError/alreadyRunning`` when another run holds it; work that is brief is waited for.
  ///
  /// - Parameters:
  ///   - store: the store's file.
  ///   - isBrief: whether this takes a moment only, so that a night that starts meanwhile waits for it.
  init(besideStore store: String, isBrief: Bool = false) throws(NightError) {
    let path = store + ".lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotRun("het slot \(path) kan niet worden gemaakt: \(String(cString: strerror(errno)))")
    }
    let step: UInt32 = 50_000
    var left = Self.patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // Whoever has only just taken the lock may not have said yet that it is brief.
      guard left > 0, left == Self.patience || Self.size(descriptor) > 0 else {
        throw .alreadyRunning(path)
      }
      usleep(step)
      left -= Double(step) / 1_000_000
    }
    // A byte in the file says that the work is brief. It stays when that is done: who takes the lock next sets it anew.
    _ = ftruncate(descriptor, isBrief ? 1 : 0)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static func size(_ descriptor: CInt) -> Int {
    var information = stat()
    return fstat(descriptor, &information) == 0 ? Int(information.st_size) : 0
  }
}
