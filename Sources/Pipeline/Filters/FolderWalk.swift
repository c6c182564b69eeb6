// Finds the files of a folder, and the folders that are read as one, in an order that is the same on every machine.
import Foundation
import Records

/// Finds files to read.
enum FolderWalk {
  /// A file, or a folder to read as one.
  struct File: Hashable, Sendable {
    /// Where it is.
    var path: String
    /// Its name relative to the folder named; its own name when it was named itself.
    var name: String
  }

  /// The file at a path, or the files in the folder there and in folders within it, in the order of their names' bytes.
  /// Names that start with a dot are passed over. Links in it are not followed.
  ///
  /// - Parameter isWhole: whether a folder is read as one. It is asked of the folder itself and of those within it, the
  ///   outermost first.
  static func files(at path: String, isWhole: (File) -> Bool = { _ in false }) throws -> [File] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FileError(path: path, operation: "open", code: ENOENT)
    }
    guard isFolder.boolValue else { return [File(path: path, name: (path as NSString).lastPathComponent)] }
    let target = URL(filePath: path).resolvingSymlinksInPath()
    let whole = File(path: target.path(percentEncoded: false), name: target.lastPathComponent)
    if isWhole(whole) { return [whole] }
    return try files(in: path, prefix: "", isWhole)
  }

  private static func files(in folder: String, prefix: String, _ isWhole: (File) -> Bool) throws -> [File] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return try sorted.flatMap { name in
      let file = File(path: folder + "/" + name, name: prefix + name)
      let type = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
      guard type == .typeDirectory, !isWhole(file) else { return [file] }
      return try files(in: file.path, prefix: file.name + "/", isWhole)
    }
  }
}
