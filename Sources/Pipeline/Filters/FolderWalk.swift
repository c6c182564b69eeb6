// Finds the files of a folder in an order that is the same on every machine.
import Foundation
import Records

/// Finds files to read.
enum FolderWalk {
  /// A file to read.
  struct File: Hashable, Sendable {
    /// Where it is.
    var path: String
    /// Its name relative to the folder named; its own name when it was named itself.
    var name: String
  }

  /// The file at a path, or the files in the folder there and in folders within it, in the order of their names' bytes.
  /// Names that start with a dot are passed over. Links are not followed.
  static func files(at path: String) throws -> [File] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(path: path, operation: "open", code: ENOENT)
    }
    guard isFolder.boolValue else { return [File(path: path, name: (path as NSString).lastPathComponent)] }
    return try files(in: path, prefix: "")
  }

  private static func files(in folder: String, prefix: String) throws -> [File] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return try sorted.flatMap { name in
      let path = folder + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if type == .typeDirectory { return try files(in: path, prefix: prefix + name + "/") }
      return [File(path: path, name: prefix + name)]
    }
  }
}
