// Puts a night's dashboards in place in one step: readers see the old ones or the new ones, never half.
import CFileSystem
import Discussion
import Foundation
import Glibc

/// The folder in which a community's dashboards are published.
///
/// A night is written aside into a hidden folder, flushed, and then swapped in whole by `rename(2)`; `latest` is a
/// symbolic link that is replaced in one step after that. What stood there before is kept hidden until the next
/// night, so that a reader who has a page open loses nothing. A run that dies half-way leaves only hidden folders,
/// which the next run clears away.
struct Publication {
  /// The folder with a subfolder per night.
  let folder: String

  private static let buildingPrefix = ".building-"
  private static let previousPrefix = ".previous-"
  /// How the folder of one week's pages is called, beside those of nights.
  static let weekPrefix = "week-"

  /// Publishes files (path relative to the night's folder, bytes) under a night's name and points `latest` to it.
  /// - Parameter isLatest: whether readers find it under `latest` from now on.
  func publish(_ files: [(path: String, bytes: [UInt8])], as name: String, isLatest: Bool = true) throws {
    try makeFolder(folder)
    try clearLeftovers()
    let building = "\(folder)/\(Self.buildingPrefix)\(name)"
    try makeFolder(building)
    for file in files { try write(file.bytes, to: "\(building)/\(file.path)", below: building) }
    try flushFolders(under: building)

    let target = "\(folder)/\(name)"
    if FileManager.default.fileExists(atPath: target) {
      guard exchange_paths(building, target) == 0 else { throw Self.failure("wisselen", target) }
      try rename(building, to: "\(folder)/\(Self.previousPrefix)\(name)")
    } else {
      try rename(building, to: target)
    }
    if isLatest { try pointLatest(to: name) }
    try flush(folder)
  }

  /// Writes files to a folder that is new, is empty or holds earlier pages, which they take the place of.
  static func export(_ files: [(path: String, bytes: [UInt8])], to target: String) throws {
    let url = URL(filePath: target).standardizedFileURL
    let (path, parent) = (
      url.path(percentEncoded: false), url.deletingLastPathComponent().path(percentEncoded: false)
    )
    let manager = FileManager.default
    let contents = try? manager.contentsOfDirectory(atPath: path)
    let isOurs = manager.fileExists(atPath: path + "/kerngroep/manifest.json")
    guard isOurs || contents?.isEmpty ?? !manager.fileExists(atPath: path) else {
      throw NightError.cannotRun(
        "\(target) bestaat al en er staan andere bestanden in: noem een nieuwe of lege map met --to")
    }
    let publication = Publication(folder: parent)
    let building = "\(parent)/\(buildingPrefix)\(url.lastPathComponent)"
    try publication.makeFolder(parent)
    if manager.fileExists(atPath: building) { try manager.removeItem(atPath: building) }
    try publication.makeFolder(building)
    for file in files { try publication.write(file.bytes, to: "\(building)/\(file.path)", below: building) }
    try publication.flushFolders(under: building)
    guard contents != nil else { return try publication.rename(building, to: path) }
    guard exchange_paths(building, path) == 0 else { throw failure("wisselen", path) }
    try manager.removeItem(atPath: building)
  }

  /// Whether a night's dashboards stand there and `latest` points to them.
  func isPublished(_ name: String) -> Bool {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/latest")
    return link == name && FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  /// Takes away all that was ever published here, whole or half. What people put beside it stays.
  func withdrawAll() throws {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    // The link first: readers find nothing rather than half.
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder).sorted { left, right in
      (left == "latest" ? 0 : 1, left) < (right == "latest" ? 0 : 1, right)
    }
    for entry in entries
    where entry == "latest" || entry == ".latest" || CalendarDay(iso8601: entry) != nil
      || entry.hasPrefix(Self.weekPrefix)
      || entry.hasPrefix(Self.buildingPrefix) || entry.hasPrefix(Self.previousPrefix)
    {
      try FileManager.default.removeItem(atPath: "\(folder)/\(entry)")
    }
    try flush(folder)
  }

  /// The nights before a day whose dashboards stand here, oldest first; never the one that is shown.
  func nights(before day: CalendarDay) throws -> [CalendarDay] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    let latest = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/latest")
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != latest }
      .compactMap { CalendarDay(iso8601: $0) }.filter { $0 < day }.sorted()
  }

  /// Takes the dashboards of nights away.
  func withdraw(_ nights: [CalendarDay]) throws {
    for night in nights { try FileManager.default.removeItem(atPath: "\(folder)/\(night)") }
    if !nights.isEmpty { try flush(folder) }
  }

  private func clearLeftovers() throws {
    for entry in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where entry.hasPrefix(Self.buildingPrefix) || entry.hasPrefix(Self.previousPrefix) || entry == ".latest" {
      try FileManager.default.removeItem(atPath: "\(folder)/\(entry)")
    }
  }

  private func pointLatest(to name: String) throws {
    let link = "\(folder)/.latest"
    guard symlink(name, link) == 0 else { throw Self.failure("koppelen", link) }
    try rename(link, to: "\(folder)/latest")
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  private func write(_ bytes: [UInt8], to path: String, below root: String) throws {
    let parent = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    if parent != root { try makeFolder(parent) }
    let descriptor = open(path, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure("maken", path) }
    defer { close(descriptor) }
    try bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw Self.failure("schrijven", path) }
        written += count
      }
    }
  }

  private func rename(_ old: String, to new: String) throws {
    guard Glibc.rename(old, new) == 0 else { throw Self.failure("hernoemen", old) }
  }

  /// Flushes everything written under a folder with one call of `syncfs(2)`: cheaper than a flush per file.
  private func flushFolders(under path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("openen", path) }
    defer { close(descriptor) }
    guard flush_file_system(descriptor) == 0 else { throw Self.failure("bewaren", path) }
  }

  private func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("openen", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.failure("bewaren", path) }
  }

  private static func failure(_ act: String, _ path: String) -> NightError {
    .cannotRun("\(path) is niet te \(act): \(String(cString: strerror(errno)))")
  }
}
