// Which folders are one export, whose files are read together as the same files in a zip are.
import Archives

/// The names of the files below a folder.
public struct FolderListing: Sendable {
  /// What the folder is called: its path relative to the inbox.
  public let name: String
  /// Paths of all files below it, sorted.
  public let paths: [String]
  /// The names of the files that lie in it directly.
  public let files: [String]

  /// A listing.
  public init(name: String, paths: [String]) {
    self.name = name
    self.paths = paths
    files = paths.filter { !$0.utf8.contains(UInt8(ascii: "/")) }
  }

  /// The files directly in it with an ending, in small letters.
  func files(endingWith ending: String) -> [String] { files.filter { $0.lowercased().hasSuffix(ending) } }

  /// The files in the folders that lie in it directly.
  var filesOfFolders: [(folder: String, leaf: String, path: String)] {
    paths.compactMap { path in
      let parts = path.split(separator: "/", maxSplits: 2)
      return parts.count == 2 ? (String(parts[0]), String(parts[1]), path) : nil
    }
  }
}

extension FileImporter {
  /// The files by which a folder is one export; none where it is not, so that its files are read one by one. Names suggest
  /// it, and the content of one of those files has to say so too.
  ///
  /// - Parameter name: the folder's path relative to the inbox.
  public func marks(of folder: ArchiveFolder, name: String) -> [String] {
    let listing = FolderListing(name: name, paths: folder.names)
    return importers.flatMap { importer -> [String] in
      let marks = importer.marks(of: listing)
      return marks.prefix(20).contains { holds($0, of: folder, name, importer) } ? marks : []
    }
  }

  /// Whether an importer recognises a file. One that cannot be read says nothing.
  private func holds(_ path: String, of folder: ArchiveFolder, _ name: String, _ importer: any Importer)
    -> Bool
  {
    var isRecognised = false
    try? folder.forEachEntry(of: path) { entry in
      isRecognised = try importer.recognises(EntrySample(file: name, entry: entry)) || isRecognised
    }
    return isRecognised
  }
}
