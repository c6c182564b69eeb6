// The inbox: which of its files and folders belong to which source, in an order that never changes.
import Archives
import Foundation
import Glibc
import Storage

/// A folder in which monitors drop exports.
struct Inbox {
  /// The folder's path.
  let folder: String

  /// A file, or a folder that is one export, that waits in the inbox.
  struct File: Hashable {
    /// Where it is.
    let path: String
    /// Its path relative to the inbox: what people know it by.
    let name: String
    /// When it, or anything in the folder, last changed.
    let stamp: Stamp
    /// Size in bytes.
    var size: Int { stamp.size }
  }

  /// A file that was passed over, and why.
  struct Passed: Hashable {
    /// Its path relative to the inbox.
    let name: String
    /// Why, in a sentence.
    let reason: String
    /// Whether it is no regular file, which somebody should look at; else no source asks for it.
    var isIrregular = false

    /// What is noted of it.
    var refusal: FileRefusal {
      FileRefusal(
        outcome: isIrregular ? .refused : .ignored, reason: isIrregular ? "not-regular" : "not-asked-for",
        message: reason)
    }
  }

  /// What the inbox holds for a list of sources.
  struct Contents {
    /// Per source the files whose name fits its pattern, sorted by name.
    var files: [(source: PipelineFile.Source, files: [File])]
    /// Files with corrections of topics, sorted by name: never posts, whatever patterns the sources have.
    var corrections: [File] = []
    /// Files with decisions about signals, sorted by name.
    var decisions: [File] = []
    /// Files with verdicts about posts, sorted by name.
    var verdicts: [File] = []
    /// Lists of resources, sorted by name: never posts, whatever patterns the sources have.
    var resources: [File] = []
    /// All files that are read.
    var all: [File] { files.flatMap(\.files) + corrections + decisions + verdicts + resources }
    /// Files that no source asks for, and what is no regular file, sorted by name.
    var passed: [Passed]
  }

  /// Looks at the inbox and its subfolders. A folder that is one export, such as an unpacked export of Slack, is read as
  /// one (``InboxExports``). Any other file goes to the first source whose pattern its name fits, but for files of
  /// corrections, decisions and verdicts and lists of resources, which are told by their name. Hidden files, symbolic links and
  /// whatever is no regular file are never read.
  func contents(for sources: [PipelineFile.Source]) -> Contents {
    var contents = Contents(files: sources.map { ($0, []) }, passed: [])
    let exports = InboxExports(sources: sources, folder: folder)
    for name in names(below: "", exports).sorted() {
      let path = "\(folder)/\(name)"
      var information = stat()
      guard lstat(path, &information) == 0 else { continue }
      if information.st_mode & S_IFMT == S_IFDIR {
        guard let index = exports.source(of: name) else { continue }
        let stamp = Stamp(ArchiveFolder(path: path), information)
        contents.files[index].files.append(File(path: path, name: name, stamp: stamp))
        continue
      }
      if exports.hold(name), !Self.isSheet(name), information.st_mode & S_IFMT == S_IFREG { continue }
      guard information.st_mode & S_IFMT == S_IFREG else {
        contents.passed.append(
          Passed(
            name: name, reason: "geen gewoon bestand (een koppeling, pijp of apparaat)", isIrregular: true))
        continue
      }
      let file = File(path: path, name: name, stamp: Stamp(information))
      if CorrectionIntake.recognises(name) {
        contents.corrections.append(file)
        continue
      }
      if DecisionIntake.recognises(name) {
        contents.decisions.append(file)
        continue
      }
      if VerdictIntake.recognises(name) {
        contents.verdicts.append(file)
        continue
      }
      if ResourceIntake.recognises(name) {
        contents.resources.append(file)
        continue
      }
      if let index = Self.index(of: name, among: sources) {
        contents.files[index].files.append(file)
      } else {
        contents.passed.append(Passed(name: name, reason: "geen bron in het pipelinebestand vraagt erom"))
      }
    }
    return contents
  }

  /// The source that asks for a file, by its path below the inbox; nil when none does or people filled it in.
  static func source(of name: String, among sources: [PipelineFile.Source]) -> PipelineFile.Source? {
    isSheet(name) ? nil : index(of: name, among: sources).map { sources[$0] }
  }

  /// Whether people filled a file in, by its name.
  private static func isSheet(_ name: String) -> Bool {
    CorrectionIntake.recognises(name) || DecisionIntake.recognises(name) || VerdictIntake.recognises(name)
      || ResourceIntake.recognises(name)
  }

  /// The first source whose pattern fits a name.
  static func index(of name: String, among sources: [PipelineFile.Source]) -> Int? {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    return sources.firstIndex { fnmatch($0.files, last, 0) == 0 || fnmatch($0.files, name, 0) == 0 }
  }

  /// Relative paths of everything below a folder of the inbox that is not hidden: whatever is no folder, and the folders
  /// that are one export.
  private func names(below relative: String, _ exports: InboxExports) -> [String] {
    let path = relative.isEmpty ? folder : "\(folder)/\(relative)"
    var found: [String] = []
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where !entry.hasPrefix(".") {
      let name = relative.isEmpty ? entry : "\(relative)/\(entry)"
      var information = stat()
      guard lstat("\(folder)/\(name)", &information) == 0 else { continue }
      if information.st_mode & S_IFMT == S_IFDIR {
        if exports.look(at: name) { found.append(name) }
        found += names(below: name, exports)
      } else {
        found.append(name)
      }
    }
    return found
  }
}
