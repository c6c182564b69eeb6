// Moves files that were read out of the inbox, where the pipeline file asks for it.
import Foundation

extension Inbox {
  /// Moves files to a folder, under the path that they have below the inbox. Nothing is ever overwritten: a file whose name
  /// is taken there gets a number. A file that changed since it was read stays.
  ///
  /// - Returns: how many were moved, and the names of those that could not be: they stay, and are known the next night.
  func move(_ files: [File], to target: String) -> (moved: Int, failed: [String]) {
    var moved = 0
    var failed: [String] = []
    for file in files where Stamp(path: file.path) == file.stamp {
      do {
        let place = try Self.freePlace(for: file.name, in: target)
        try FileManager.default.moveItem(atPath: file.path, toPath: place)
        moved += 1
      } catch {
        failed.append(file.name)
      }
    }
    return (moved, failed)
  }

  /// A path in a folder at which nothing lies, its folders made.
  private static func freePlace(for name: String, in folder: String) throws -> String {
    let wanted = URL(filePath: folder, directoryHint: .isDirectory).appending(path: name)
    let parent = wanted.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let (stem, ending) = split(wanted.lastPathComponent)
    var place = wanted
    var number = 2
    while (try? FileManager.default.attributesOfItem(atPath: place.path(percentEncoded: false))) != nil {
      place = parent.appending(path: "\(stem)-\(number)\(ending)")
      number += 1
    }
    return place.path(percentEncoded: false)
  }

  /// A name before and from its first dot: `export` and `.tar.gz`.
  private static func split(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.dropFirst().firstIndex(of: ".") else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }
}
