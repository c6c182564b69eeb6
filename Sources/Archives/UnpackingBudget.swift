// What one file may still unpack to: shared by all containers within it.

/// Counts what a file unpacks to, against the limits.
final class UnpackingBudget {
  let limits: ArchiveLimits
  private let fileSize: Int
  private(set) var bytes = 0
  private var entries = 0

  init(limits: ArchiveLimits, fileSize: Int) {
    self.limits = limits
    self.fileSize = fileSize
  }

  /// Counts unpacked bytes.
  func spend(bytes count: Int, entry: String) throws(ArchiveError) {
    bytes += count
    if bytes > limits.unpackedBytes {
      throw ArchiveError(
        reason: .bytes, entry: entry,
        message: "pakt uit tot meer dan \(limits.unpackedBytes) bytes")
    }
    try checkRatio(of: bytes, entry: entry)
  }

  /// Refuses a number of unpacked bytes that is out of proportion to the file.
  func checkRatio(of unpacked: Int, entry: String) throws(ArchiveError) {
    guard unpacked > limits.ratioFreeBytes, unpacked / limits.ratio > fileSize else { return }
    throw ArchiveError(
      reason: .ratio, entry: entry,
      message: "pakt uit tot meer dan \(limits.ratio) keer de grootte van het bestand")
  }

  /// Counts an entry.
  func spendEntry(_ entry: String) throws(ArchiveError) {
    entries += 1
    if entries > limits.entries {
      throw ArchiveError(
        reason: .entries, entry: entry, message: "bevat meer dan \(limits.entries) bestanden")
    }
  }
}
