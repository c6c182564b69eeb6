// Which folders of the inbox are one export, and of which source.
import Archives
import Importers

/// The folders below an inbox that are read as one export. Only the outermost folder that a reader knows is one: a folder
/// with several exports is none.
///
/// It belongs to the source that asks for its files. Where several sources ask for files in it, the source that asks for
/// the folder by its name has it, unless the files by which it is an export go to another; else the one source to which
/// these files go. Where that is not one either, its files are read one by one, each for its own source.
final class InboxExports {
  private let sources: [PipelineFile.Source]
  private let folder: String
  private let importers: [FileImporter]
  private var found: [String: Int] = [:]

  init(sources: [PipelineFile.Source], folder: String) {
    self.sources = sources
    self.folder = folder
    importers = sources.map { source in
      // A mapping that is wrong is told when the source is read.
      let mapping = (try? source.readMapping())?.mapping
      var settings = ImportSettings(source: source.name, mappings: mapping.map { [$0] } ?? [])
      settings.formats = source.formats
      return FileImporter(settings: settings)
    }
  }

  /// Looks whether a folder is one export, and remembers it. What lies in one is part of it.
  func look(at name: String) -> Bool {
    guard !hold(name), let index = index(of: name) else { return false }
    found[name] = index
    return true
  }

  /// The position of the source whose export a folder is; nil for any other folder.
  func source(of name: String) -> Int? { found[name] }

  /// Whether something lies in a folder that is one export.
  func hold(_ name: String) -> Bool {
    var parts = name.split(separator: "/").dropLast()
    while !parts.isEmpty {
      if found[parts.joined(separator: "/")] != nil { return true }
      parts.removeLast()
    }
    return false
  }

  private func index(of name: String) -> Int? {
    let listed = ArchiveFolder(path: "\(folder)/\(name)")
    func source(of path: String) -> Int? { Inbox.index(of: name + "/" + path, among: sources) }
    func isExport(of index: Int) -> Bool {
      let marks = importers[index].marks(of: listed, name: name)
      return !marks.isEmpty && marks.allSatisfy { mark in source(of: mark).map { $0 == index } ?? true }
    }
    let asking = Set(listed.names.compactMap(source)).sorted()
    if asking.count == 1 { return asking.first(where: isExport) }
    if let named = Inbox.index(of: name, among: sources), isExport(of: named) { return named }
    let owners = asking.filter(isExport)
    return owners.count == 1 ? owners[0] : nil
  }
}
