// One night at a time: a lock that the system frees when the process ends, however it ends.
import Glibc

/// Holds a community's store for one run. Freed when the value is destroyed or the process dies.
final class RunLock {
  private let descriptor: CInt

  /// Takes the lock. Throws ``NightError/alreadyRunning`` when another run holds it.
  init(besideStore store: String) throws(NightError) {
    let path = store + ".lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotRun("het slot \(path) kan niet worden gemaakt: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .alreadyRunning(path)
    }
  }

  deinit { close(descriptor) }
}
