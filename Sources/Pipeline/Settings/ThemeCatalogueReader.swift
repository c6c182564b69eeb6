// Reads a theme catalogue from a folder of YAML files, strictly: every mistake has a file, a line and a column.

import Configuration
import Discussion
import Foundation
import Records
import Topics

/// A theme catalogue as it stands in a folder: every `.yaml` file holds a list of themes, `opgaven.yaml` the tasks.
public struct ThemeCatalogueReader: Sendable {
  /// A theme with the places of what a check may complain about.
  struct PlacedTheme: Sendable {
    var theme: Theme
    var slug: SettingsNode
    var title: SettingsNode
    var task: SettingsNode
    var strongTerms: [SettingsNode]
    var weakTerms: [SettingsNode]
    var abbreviations: [SettingsNode]
    var related: [SettingsNode]
  }

  /// The file with the development tasks.
  static let taskFile = "opgaven.yaml"

  /// The folder, as the user named it.
  public let folder: String
  private(set) var themes: [PlacedTheme] = []
  private(set) var tasks: [DevelopmentTask] = []
  /// What keeps the catalogue from being used, in the order of the files.
  public private(set) var problems: [ConfigurationError] = []

  /// Reads the folder; what is wrong in it is in `problems`.
  public init(folder: String) {
    self.folder = folder
    readFolder()
    problems += ThemeCatalogueCheck(themes: themes, tasks: tasks, folder: folder).problems
    problems.sort {
      ($0.file, $0.line ?? 0, $0.column ?? 0, $0.message) < (
        $1.file, $1.line ?? 0, $1.column ?? 0, $1.message
      )
    }
  }

  /// The catalogue of a folder. Throws the first mistake.
  public static func catalogue(folder: String) throws(ConfigurationError) -> ThemeCatalogue {
    let reader = ThemeCatalogueReader(folder: folder)
    if let first = reader.problems.first { throw first }
    return reader.catalogue
  }

  /// What could be read.
  public var catalogue: ThemeCatalogue { ThemeCatalogue(themes: themes.map(\.theme), tasks: tasks) }

  /// What deserves a look, though the catalogue can be used.
  public var remarks: [ConfigurationError] {
    ThemeCatalogueCheck(themes: themes, tasks: tasks, folder: folder).remarks
  }

  private mutating func readFolder() {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      problems.append(ConfigurationError(file: folder, message: "deze map is er niet"))
      return
    }
    do {
      for file in try FolderWalk.files(at: folder) where file.name.hasSuffix(".yaml") {
        read(file.path, isTaskFile: file.name == Self.taskFile)
      }
    } catch {
      problems.append(ConfigurationError(file: folder, message: "deze map kan niet worden gelezen: \(error)"))
    }
  }

  private mutating func read(_ path: String, isTaskFile: Bool) {
    do {
      guard let text = String(validating: try ByteReader.contents(of: path), as: UTF8.self) else {
        throw ConfigurationError(file: path, message: "dit bestand is geen UTF-8")
      }
      for item in try SettingsNode.read(text, file: path).sequence() {
        // One mistake in a theme must not hide those in the next.
        do throws(ConfigurationError) {
          if isTaskFile { tasks.append(try Self.task(item)) } else { themes.append(try Self.theme(item)) }
        } catch {
          problems.append(error)
        }
      }
    } catch let error as ConfigurationError {
      problems.append(error)
    } catch {
      problems.append(
        ConfigurationError(file: path, message: "dit bestand kan niet worden gelezen: \(error)"))
    }
  }

  private static func task(_ node: SettingsNode) throws(ConfigurationError) -> DevelopmentTask {
    var keys = try node.mapping()
    let slug = try keys.required("slug")
    let task = DevelopmentTask(
      slug: try checkedSlug(slug), title: try keys.required("titel").string(),
      description: try keys.required("omschrijving").string())
    try keys.finish()
    return task
  }

  private static func theme(_ node: SettingsNode) throws(ConfigurationError) -> PlacedTheme {
    var keys = try node.mapping()
    let slug = try keys.required("slug")
    let title = try keys.required("titel")
    let task = try keys.required("opgave")
    let description = try keys.required("omschrijving").string()
    let boundaries = try keys.required("afbakening").string()
    let strong = try keys.required("sterk").sequence()
    let weak = try keys.required("zwak").sequence()
    let abbreviations = try keys.required("afkortingen").sequence()
    let questions = try strings(keys.required("voorbeeldvragen").sequence())
    let related = try keys.required("verwant").sequence()
    try keys.finish()
    let theme = Theme(
      slug: try checkedSlug(slug), title: try title.string(), task: try task.string(),
      description: description,
      boundaries: boundaries, strongTerms: try strings(strong), weakTerms: try strings(weak),
      abbreviations: try strings(abbreviations), exampleQuestions: questions, related: try strings(related))
    return PlacedTheme(
      theme: theme, slug: slug, title: title, task: task, strongTerms: strong, weakTerms: weak,
      abbreviations: abbreviations, related: related)
  }

  private static func strings(_ nodes: [SettingsNode]) throws(ConfigurationError) -> [String] {
    var strings: [String] = []
    for node in nodes { strings.append(try node.string()) }
    return strings
  }

  private static func checkedSlug(_ node: SettingsNode) throws(ConfigurationError) -> String {
    let slug = try node.string()
    let isPlain = slug.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isPlain else {
      throw node.error("een slug bestaat uit kleine letters, cijfers en streepjes, niet \"\(slug)\"")
    }
    return slug
  }
}
